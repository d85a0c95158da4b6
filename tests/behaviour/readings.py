"""Reads the cases with the shipped checker, each text as a report of its own, and tells how they come out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from grantcheck.analysis import Checker, load_checker
from grantcheck.domain.analysis import Analysis, Finding
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId, Occasion
from grantcheck.extraction import Limits
from grantcheck.extraction.reading import read
from grantcheck.rulesets import load_rule_set

from .cases import Case, load_cases

TODAY = date(2026, 3, 1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case came out. A variant is right only where its base is right too, so that silence wins nothing.

    A false pass says described where the right verdict is another; a false alarm says missing of what is described.
    """

    case: Case
    right: bool
    base_right: bool
    false_pass: bool
    false_alarm: bool


def outcomes() -> list[Outcome]:
    """Return how the shipped checker reads each written case; a text that occurs twice is read once."""
    cases = load_cases()
    checker = load_checker("sv_grantcheck")
    readings = {text: _read(checker, *text) for text in sorted({(case.text, case.period) for case in cases.values()})}
    return [_outcome(case, cases, {each: readings[cases[each].text, cases[each].period] for each in _both(case)})
            for case in cases.values()]  # fmt: skip


def _both(case: Case) -> set[str]:
    return {case.id, case.base or case.id}


def _read(checker: Checker, text: str, period: Period) -> Analysis:
    document = read(text.encode(), Limits(), lambda *_: None)
    return checker.check(document, load_rule_set("karlstad-2026"), Occasion.APPLICATION, period, TODAY)


def _outcome(case: Case, cases: Mapping[str, Case], readings: Mapping[str, Analysis]) -> Outcome:
    base = cases[case.base or case.id]
    base_right = _is_as_written(base, _finding(base, readings))
    own = _finding(case, readings)
    same = _verdicts(readings[case.id]) == _verdicts(readings[base.id])
    allowed = case.verdicts or base.verdicts
    return Outcome(
        case,
        right=base_right and (_is_as_written(case, own) if case.verdicts else same),
        base_right=base_right,
        false_pass=own.verdict is Verdict.DESCRIBED and Verdict.DESCRIBED not in allowed,
        false_alarm=own.verdict is Verdict.MISSING and allowed == {Verdict.DESCRIBED},
    )


def _finding(case: Case, readings: Mapping[str, Analysis]) -> Finding:
    return next(each for each in readings[case.id].findings if each.criterion is case.criterion)


def _is_as_written(case: Case, finding: Finding) -> bool:
    return finding.verdict in case.verdicts and _has_kind(case, finding)


def _has_kind(case: Case, finding: Finding) -> bool:
    if not case.kinds or (case.may_be_silent and not finding.evidence):
        return True
    return any(piece.kind in case.kinds for piece in finding.evidence)


def _verdicts(analysis: Analysis) -> dict[CriterionId, Verdict]:
    return {finding.criterion: finding.verdict for finding in analysis.findings}
