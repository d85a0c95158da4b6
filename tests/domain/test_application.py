"""The states of an application: nothing skips the review, and nothing comes back from the archive."""

import itertools
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.application import (
    CHANGEABLE,
    Application,
    ApplicationId,
    ApplicationState,
    CaseStatus,
    moved,
)
from grantcheck.domain.errors import WrongState
from grantcheck.domain.grant_round import RoundId
from grantcheck.domain.people import AssociationId

S = ApplicationState
THEN = datetime(2026, 11, 24, tzinfo=UTC)


def application(state: ApplicationState, *, times: int = 1, reviewed: bool = False) -> Application:
    return Application(
        ApplicationId(1), AssociationId(1), RoundId(1), state, THEN, THEN, times, "F-2026-1", None, None, THEN,
        THEN if reviewed else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [
        (S.DRAFT, S.SUBMITTED, S.IN_REVIEW, S.DECIDED, S.ARCHIVED),
        (S.DRAFT, S.SUBMITTED, S.IN_REVIEW, S.COMPLETION_REQUESTED, S.SUBMITTED, S.IN_REVIEW, S.DECIDED),
        (S.DRAFT, S.SUBMITTED, S.WITHDRAWN, S.ARCHIVED),
    ],
)
def test_the_paths_of_the_product_are_open(path: tuple[ApplicationState, ...]) -> None:
    for state, following in itertools.pairwise(path):
        assert moved(state, following) is following


@given(st.lists(st.sampled_from(list(S)), max_size=12))
def test_nothing_is_decided_that_was_not_in_review_and_nothing_leaves_the_archive(wanted: list[S]) -> None:
    state, walked = S.DRAFT, [S.DRAFT]

    for following in wanted:
        try:
            state = moved(state, following)
        except WrongState:
            continue
        walked.append(state)

    for before, after in itertools.pairwise(walked):
        assert before is not S.ARCHIVED
        assert after is not S.DRAFT
        if after is S.DECIDED:
            assert before is S.IN_REVIEW
        if after is S.IN_REVIEW:
            assert S.SUBMITTED in walked


def test_an_association_changes_its_papers_only_while_they_are_with_it() -> None:
    assert {S.DRAFT, S.COMPLETION_REQUESTED} == CHANGEABLE


@pytest.mark.parametrize(
    ("case", "status"),
    [
        (application(S.SUBMITTED), CaseStatus.SUBMITTED),
        (application(S.SUBMITTED, times=2), CaseStatus.COMPLETED),
        (application(S.IN_REVIEW), CaseStatus.IN_REVIEW),
        (application(S.IN_REVIEW, reviewed=True), CaseStatus.REVIEWED),
        (application(S.WITHDRAWN), CaseStatus.WITHDRAWN),
    ],
)
def test_the_status_tells_answered_completions_and_reviews_that_wait_for_a_decision(
    case: Application, status: CaseStatus
) -> None:
    assert case.status is status
