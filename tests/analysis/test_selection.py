"""Which sentences count, of short texts and of reports."""

import numpy as np
import pytest

from grantcheck.analysis.selection import CRITERIA, FEWEST_WEIGHED, KINDS, Choice, Floats, chosen, planned
from grantcheck.analysis.thresholds import Thresholds
from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.ruleset import CriterionId

VIOLATIONS = CriterionId.PREVENT_VIOLATIONS
LIMITS = Thresholds(dict.fromkeys(CRITERIA, 0.3), dict.fromkeys(CRITERIA, 0.2), 0.05)
LONG = FEWEST_WEIGHED + 2


def read(passages: int, **told: tuple[int, float]) -> Floats:
    """Return likelihoods in which a kind has its likelihood at a passage, under one criterion."""
    rows = np.zeros((passages, len(CRITERIA), len(KINDS)), np.float32)
    for kind, (place, likelihood) in told.items():
        rows[place, CRITERIA.index(VIOLATIONS), KINDS.index(EvidenceKind(kind))] = likelihood
    return rows


def choices(rows: Floats, leaning: Verdict) -> list[Choice]:
    """Choose where the report leans to the verdict under every criterion."""
    return chosen(rows, LIMITS, dict.fromkeys(CRITERIA, leaning))


def test_a_text_of_a_few_sentences_is_judged_by_them_whatever_a_long_report_would_lean_to() -> None:
    rows = read(1, action=(0, 0.65))

    (choice,) = choices(rows, Verdict.MISSING)

    assert (choice.kind, choice.sure) == (EvidenceKind.ACTION, True)


def test_own_work_that_is_hardly_likelier_than_not_is_not_sure_in_a_short_text() -> None:
    rows = read(1, action=(0, 0.55))

    (choice,) = choices(rows, Verdict.DESCRIBED)

    assert (choice.kind, choice.sure) == (EvidenceKind.ACTION, False)


def test_a_denial_in_a_short_text_stays_a_denial() -> None:
    rows = read(2, negated=(1, 0.4))

    (choice,) = choices(rows, Verdict.DESCRIBED)

    assert (choice.kind, choice.sure) == (EvidenceKind.NEGATED, True)


def test_likely_own_work_in_a_report_that_leans_to_missing_is_shown_as_not_counted() -> None:
    rows = read(LONG, action=(3, 0.4))

    (choice,) = choices(rows, Verdict.MISSING)

    assert (choice.kind, choice.sure) == (EvidenceKind.OFF_TOPIC, False)


def test_a_report_that_leans_to_described_shows_its_best_sentence_even_below_the_threshold() -> None:
    rows = read(LONG, routine=(5, 0.2))

    (choice,) = choices(rows, Verdict.DESCRIBED)

    assert (choice.place, choice.kind, choice.sure) == (5, EvidenceKind.ROUTINE, True)


@pytest.mark.parametrize("leaning", [Verdict.DESCRIBED, Verdict.UNCLEAR])
def test_a_denial_is_never_taken_for_the_best_sentence_of_own_work(leaning: Verdict) -> None:
    rows = read(LONG, negated=(5, 0.6), action=(5, 0.25))

    found = choices(rows, leaning)

    assert [choice.kind for choice in found] == [EvidenceKind.NEGATED]


def test_an_intention_is_proposed_even_where_the_report_says_too_little_for_the_criterion() -> None:
    rows = read(LONG, plan=(4, 0.15))

    assert planned(rows) == [4]


def test_what_is_likelier_done_than_intended_is_no_commitment() -> None:
    rows = read(LONG, plan=(4, 0.3), action=(4, 0.4))

    assert planned(rows) == []


def test_an_incident_told_by_itself_is_no_sure_sign_of_work_in_the_period() -> None:
    rows = np.zeros((1, len(CRITERIA), len(KINDS)), np.float32)
    rows[0, CRITERIA.index(CriterionId.ACTIVE_IN_PERIOD), KINDS.index(EvidenceKind.INCIDENT)] = 0.9

    (choice,) = choices(rows, Verdict.DESCRIBED)

    assert (choice.kind, choice.sure) == (EvidenceKind.INCIDENT, False)
