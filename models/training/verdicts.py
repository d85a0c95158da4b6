"""Judges the annotated reports from given likelihoods, and chooses the thresholds by cross-validation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from grantcheck.analysis.selection import chosen
from grantcheck.analysis.thresholds import Thresholds
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId
from grantcheck.domain.verdict import Piece, judge
from models.training.corpus import AnnotatedReport, Sample
from models.training.likelihoods import Floats
from models.training.scores import score
from models.training.split import FOLDS, fold

SURE = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
STRONG = (0.1, 0.15, 0.2, 0.3, 0.4)
WEAK = (0.05, 0.08, 0.12, 0.16, 0.2, 0.3)
FALSE_PASS_COST, FALSE_ALARM_COST = 1.0, 0.75
Pairs = list[tuple[Verdict, Verdict]]


@dataclass(frozen=True, slots=True)
class Readings:
    """Each report's sentences and likelihoods, by report."""

    reports: Sequence[AnnotatedReport]
    samples: Mapping[str, list[Sample]]
    likelihoods: Mapping[str, Floats]

    @classmethod
    def of(cls, reports: Sequence[AnnotatedReport], samples: Sequence[Sample], likelihoods: Floats) -> "Readings":
        """Sort the likelihoods of all sentences by their report."""
        places: dict[str, list[int]] = {report.id: [] for report in reports}
        for place, sample in enumerate(samples):
            places[sample.group].append(place)
        return cls(
            reports,
            {name: [samples[place] for place in own] for name, own in places.items()},
            {name: likelihoods[own] for name, own in places.items()},
        )


def verdict_pairs(
    readings: Readings, reports: Iterable[AnnotatedReport], criterion: CriterionId, limits: Thresholds
) -> Pairs:
    """Return (label, answer) of the criterion for each report."""
    return [(report.verdicts[criterion], _verdict(readings, report, criterion, limits)) for report in reports]


def _verdict(readings: Readings, report: AnnotatedReport, criterion: CriterionId, limits: Thresholds) -> Verdict:
    choices = chosen(readings.likelihoods[report.id], limits, (criterion,))
    return judge(criterion, [Piece(item.kind, item.sure) for item in choices]).verdict


def chosen_limits(readings: Readings, reports: Sequence[AnnotatedReport], touch: float) -> Thresholds:
    """Return the thresholds that are best on the reports, criterion by criterion."""
    best = {criterion: _best(readings, reports, criterion, touch) for criterion in CriterionId}
    sure, strong, weak = ({name: values[place] for name, values in best.items()} for place in range(3))
    return Thresholds(sure, strong, weak, touch)


def _best(
    readings: Readings, reports: Sequence[AnnotatedReport], criterion: CriterionId, touch: float
) -> tuple[float, float, float]:
    def worth(values: tuple[float, float, float]) -> float:
        limits = Thresholds(*({criterion: value} for value in values), touch=touch)
        figures = score(verdict_pairs(readings, reports, criterion, limits))
        return figures.macro_f1 - FALSE_PASS_COST * figures.false_pass - FALSE_ALARM_COST * figures.false_alarm

    grid = [(sure, strong, weak) for sure, strong, weak in product(SURE, STRONG, WEAK) if strong <= sure]
    values = np.array([worth(item) for item in grid])
    near = [item for item, value in zip(grid, values, strict=True) if value >= values.max() - 0.004]
    return near[len(near) // 2]


def cross_validated_pairs(readings: Readings, touch: float) -> dict[CriterionId, Pairs]:
    """Judge every report with thresholds that were chosen on the other folds."""
    pairs: dict[CriterionId, Pairs] = {criterion: [] for criterion in CriterionId}
    for number in range(FOLDS):
        own = [report for report in readings.reports if fold(report.id) == number]
        limits = chosen_limits(readings, [r for r in readings.reports if fold(r.id) != number], touch)
        for criterion in CriterionId:
            pairs[criterion] += verdict_pairs(readings, own, criterion, limits)
    return pairs
