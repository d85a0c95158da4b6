"""The simple baseline: a report's best sentence against two thresholds, criterion by criterion, on the same n-grams."""

from collections.abc import Sequence
from itertools import product

import numpy as np

from grantcheck.analysis.selection import KINDS, OWN_WORK
from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.ruleset import CriterionId
from models.training.corpus import AnnotatedReport
from grantcheck.evaluation.scores import score
from models.training.split import FOLDS, fold
from models.training.verdicts import Pairs, Readings
from models.training.whole_report import FALSE_ALARM_COST, FALSE_PASS_COST

REFUSED = (EvidenceKind.NEGATED, EvidenceKind.OFF_TOPIC)
LIMITS = [(strong, any_) for strong, any_ in product(np.arange(0.1, 0.95, 0.05), np.arange(0.05, 0.6, 0.05))]
Best = tuple[float, float]


def baseline_pairs(readings: Readings) -> dict[CriterionId, Pairs]:
    """Judge every report with two thresholds that were chosen on the other folds."""
    return {criterion: _judged(readings, criterion) for criterion in CriterionId}


def _judged(readings: Readings, criterion: CriterionId) -> Pairs:
    best = {report.id: _best_sentence(readings, report, criterion) for report in readings.reports}
    pairs: Pairs = []
    for number in range(FOLDS):
        own = [report for report in readings.reports if fold(report.id) == number]
        others = [report for report in readings.reports if fold(report.id) != number]
        limits = max(LIMITS, key=lambda item: _worth(_pairs(others, best, criterion, item)))
        pairs += _pairs(own, best, criterion, limits)
    return pairs


def _best_sentence(readings: Readings, report: AnnotatedReport, criterion: CriterionId) -> Best:
    """Return how likely the best sentence is own work, and any evidence at all."""
    rows = readings.likelihoods[report.id][:, tuple(CriterionId).index(criterion)]
    own = rows[:, [KINDS.index(kind) for kind in OWN_WORK[criterion]]].sum(axis=1)
    counted = rows[:, [number for number, kind in enumerate(KINDS) if kind not in REFUSED]].sum(axis=1)
    return float(own.max(initial=0)), float(counted.max(initial=0))


def _pairs(reports: Sequence[AnnotatedReport], best: dict[str, Best], criterion: CriterionId, limits: Best) -> Pairs:
    return [(report.verdicts[criterion], _verdict(best[report.id], limits)) for report in reports]


def _verdict(best: Best, limits: Best) -> Verdict:
    if best[0] >= limits[0]:
        return Verdict.DESCRIBED
    return Verdict.UNCLEAR if best[1] >= limits[1] else Verdict.MISSING


def _worth(pairs: Pairs) -> float:
    figures = score(pairs)
    return figures.macro_f1 - FALSE_PASS_COST * figures.false_pass - FALSE_ALARM_COST * figures.false_alarm
