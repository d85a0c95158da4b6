"""Readings are held against people's verdicts: counts, scores and where they differ."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId
from grantcheck.evaluation.comparison import Count, compared, counted
from grantcheck.evaluation.labelled import LabelledReport
from grantcheck.evaluation.scores import score
from grantcheck.evaluation.tables import table
from tests import factories

D, U, M = Verdict.DESCRIBED, Verdict.UNCLEAR, Verdict.MISSING
VIOLATIONS, DISCRIMINATION = CriterionId.PREVENT_VIOLATIONS, CriterionId.PREVENT_DISCRIMINATION
PAIRS = st.lists(st.tuples(st.sampled_from(Verdict), st.sampled_from(Verdict)), max_size=30)


def labelled(name: str, **verdicts: Verdict) -> LabelledReport:
    return LabelledReport(Path("folder") / name, None, {CriterionId(key): value for key, value in verdicts.items()})


def reading(violations: Verdict) -> Analysis:
    return factories.analysis(factories.finding(VIOLATIONS, violations))


def test_only_what_was_labelled_counts() -> None:
    comparison = compared([(labelled("a.pdf", prevent_violations=M), reading(M))])

    assert comparison.pairs == {VIOLATIONS: [(M, M)]}
    assert comparison.disagreements == ()


def test_the_worst_disagreement_comes_first() -> None:
    cases = [("unclear.pdf", D, U), ("alarm.pdf", D, M), ("passed.pdf", U, D), ("silent.pdf", M, D), ("same.pdf", U, U)]

    comparison = compared([(labelled(name, prevent_violations=label), reading(own)) for name, label, own in cases])

    assert comparison.reports == 5
    assert [item.file for item in comparison.disagreements] == ["silent.pdf", "passed.pdf", "alarm.pdf", "unclear.pdf"]
    assert comparison.disagreements[0].finding.verdict is D


def test_counts_name_what_they_are_of() -> None:
    counts = counted([(D, D), (D, M), (M, D), (U, D), (M, M)])

    assert (counts.right, counts.false_pass, counts.false_alarm) == (Count(2, 5), Count(2, 3), Count(1, 2))


@given(PAIRS)
def test_counts_and_shares_tell_the_same(pairs: list[tuple[Verdict, Verdict]]) -> None:
    counts, shares = counted(pairs), score(pairs)

    for count, share in (
        (counts.right, shares.accuracy),
        (counts.false_pass, shares.false_pass),
        (counts.false_alarm, shares.false_alarm),
    ):
        assert count.number == pytest.approx(share * count.of)


def test_all_criteria_together_have_the_mean_of_their_measures_and_all_their_errors() -> None:
    scores = table({VIOLATIONS: [(D, D), (U, U), (M, M)], DISCRIMINATION: [(M, D), (M, M), (M, M)]})

    assert scores["prevent_violations"].macro_f1 == 1
    assert scores["all"].macro_f1 == pytest.approx((1 + scores["prevent_discrimination"].macro_f1) / 2)
    assert scores["all"].false_pass == pytest.approx(1 / 5)
    assert scores["all"].count == 6


@given(st.dictionaries(st.sampled_from(CriterionId), PAIRS))
def test_every_figure_is_a_share(pairs: dict[CriterionId, list[tuple[Verdict, Verdict]]]) -> None:
    for item in table(pairs).values():
        assert all(0 <= figure <= 1 for figure in (item.accuracy, item.macro_f1, item.false_pass, item.false_alarm))
