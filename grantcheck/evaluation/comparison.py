"""Holds the readings of labelled reports against the verdicts that people gave them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grantcheck.domain.analysis import Analysis, Finding
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId

from .labelled import LabelledReport
from .tables import Pairs


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A criterion where the reading says something else than people did."""

    file: str
    label: Verdict
    finding: Finding

    @property
    def weight(self) -> int:
        """Return the place in a list that begins with the worst: passed, alarmed, the rest."""
        if self.finding.verdict is Verdict.DESCRIBED:
            return 0 if self.label is Verdict.MISSING else 1
        return 2 if self.label is Verdict.DESCRIBED and self.finding.verdict is Verdict.MISSING else 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """Each criterion's (label, answer) over `reports` reports, and the disagreements, the worst first."""

    reports: int
    pairs: Mapping[CriterionId, Pairs]
    disagreements: tuple[Disagreement, ...]


def compared(readings: Sequence[tuple[LabelledReport, Analysis]]) -> Comparison:
    """Compare each reading with its labels; what was not labelled, or is not asked, does not count."""
    pairs: dict[CriterionId, list[tuple[Verdict, Verdict]]] = {}
    differing = []
    for report, analysis in readings:
        for finding in analysis.findings:
            label = report.verdicts.get(finding.criterion)
            if label is None:
                continue
            pairs.setdefault(finding.criterion, []).append((label, finding.verdict))
            if label is not finding.verdict:
                differing.append(Disagreement(report.path.name, label, finding))
    ordered = sorted(differing, key=lambda each: each.weight)
    return Comparison(len(readings), pairs, tuple(ordered))


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Same verdicts of all; wrongly passed of those not described; wrongly alarmed of those described."""

    right: Count
    false_pass: Count
    false_alarm: Count


def counted(pairs: Iterable[tuple[Verdict, Verdict]]) -> Counts:
    """Count what the scores tell as shares: a municipality's own set is often too small for shares."""
    given = list(pairs)
    described = [answer for label, answer in given if label is Verdict.DESCRIBED]
    others = [answer for label, answer in given if label is not Verdict.DESCRIBED]
    return Counts(
        Count(sum(label is answer for label, answer in given), len(given)),
        Count(others.count(Verdict.DESCRIBED), len(others)),
        Count(described.count(Verdict.MISSING), len(described)),
    )
