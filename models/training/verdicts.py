"""Judges the annotated reports from given likelihoods, with what was learnt on other reports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grantcheck.analysis.selection import Choice, chosen
from grantcheck.analysis.thresholds import Thresholds
from grantcheck.analysis.whole_report import WholeReport
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId
from grantcheck.domain.verdict import Piece, judge
from models.training.corpus import AnnotatedReport, Sample
from models.training.likelihoods import Floats
from models.training.split import FOLDS, fold
from models.training.thresholds import chosen_limits
from models.training.whole_report import learnt

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

    def outside(self, number: int) -> list[AnnotatedReport]:
        """Return the reports that do not belong to the fold."""
        return [report for report in self.reports if fold(report.id) != number]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the checker would choose and judge of one report."""

    report: AnnotatedReport
    choices: list[Choice]
    verdicts: dict[CriterionId, Verdict]


def fitted(readings: Readings, reports: Sequence[AnnotatedReport]) -> tuple[Thresholds, WholeReport]:
    """Return the thresholds and the weighing of whole reports that the given reports teach."""
    samples = [(readings.samples[report.id], readings.likelihoods[report.id]) for report in reports]
    return chosen_limits(samples), learnt(reports, readings.likelihoods)


def answers(readings: Readings) -> Iterator[Answer]:
    """Judge every report with what was learnt on the other folds."""
    for number in range(FOLDS):
        limits, whole = fitted(readings, readings.outside(number))
        for report in (report for report in readings.reports if fold(report.id) == number):
            yield _answer(report, readings.likelihoods[report.id], limits, whole)


def judged(readings: Readings, teaching: Readings) -> Iterator[Answer]:
    """Judge every report with what other reports teach."""
    limits, whole = fitted(teaching, teaching.reports)
    for report in readings.reports:
        yield _answer(report, readings.likelihoods[report.id], limits, whole)


def _answer(report: AnnotatedReport, likelihoods: Floats, limits: Thresholds, whole: WholeReport) -> Answer:
    choices = chosen(likelihoods, limits, whole.leanings(likelihoods))
    return Answer(report, choices, {criterion: _verdict(choices, criterion) for criterion in CriterionId})


def _verdict(choices: Sequence[Choice], criterion: CriterionId) -> Verdict:
    return judge(criterion, [Piece(item.kind, item.sure) for item in choices if item.criterion is criterion]).verdict


def verdict_pairs(given: Sequence[Answer]) -> dict[CriterionId, Pairs]:
    """Return (label, answer) of each criterion for each report."""
    return {
        criterion: [(answer.report.verdicts[criterion], answer.verdicts[criterion]) for answer in given]
        for criterion in CriterionId
    }
