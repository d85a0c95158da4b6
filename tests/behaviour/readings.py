"""Reads the cases with the shipped checker, each text as a report of its own, and tells which come out right."""

from collections.abc import Mapping
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
Readings = Mapping[str, Analysis]


def readings_of(cases: Mapping[str, Case]) -> Readings:
    """Return what the shipped checker reads in each case, by its id; a text that occurs twice is read once."""
    checker = load_checker("sv_grantcheck")
    texts = {(case.text, case.period) for case in cases.values()}
    read_once = {key: _read(checker, *key) for key in sorted(texts)}
    return {case.id: read_once[case.text, case.period] for case in cases.values()}


def wrong_cases() -> frozenset[str]:
    """Return the ids of the written cases that the shipped checker gets wrong."""
    cases = load_cases()
    readings = readings_of(cases)
    return frozenset(case.id for case in cases.values() if not is_right(case, cases, readings))


def is_right(case: Case, cases: Mapping[str, Case], readings: Readings) -> bool:
    """Return whether the case comes out right; one with a base needs the base to be right too."""
    if case.base and not _as_written(cases[case.base], readings[case.base]):
        return False
    if case.base and not case.verdicts:
        return _verdicts(readings[case.id]) == _verdicts(readings[case.base])
    return _as_written(case, readings[case.id])


def _read(checker: Checker, text: str, period: Period) -> Analysis:
    document = read(text.encode(), Limits(), lambda *_: None)
    return checker.check(document, load_rule_set("karlstad-2026"), Occasion.APPLICATION, period, TODAY)


def _as_written(case: Case, analysis: Analysis) -> bool:
    finding = next(each for each in analysis.findings if each.criterion is case.criterion)
    return finding.verdict in case.verdicts and _has_kind(case, finding)


def _has_kind(case: Case, finding: Finding) -> bool:
    if not case.kinds or (case.may_be_silent and not finding.evidence):
        return True
    return any(piece.kind in case.kinds for piece in finding.evidence)


def _verdicts(analysis: Analysis) -> dict[CriterionId, Verdict]:
    return {finding.criterion: finding.verdict for finding in analysis.findings}
