"""Officers' own reviews show how often the reading is right; a few reviews show nothing."""

from datetime import UTC, datetime

import pytest

from grantcheck.domain.evidence import Verdict
from grantcheck.domain.people import User
from grantcheck.domain.review import Judgement
from grantcheck.domain.ruleset import CriterionId
from grantcheck.services.reading_quality import FEWEST_REVIEWS, officers_agreement, reader_version, start_of_year
from grantcheck.storage import Store
from grantcheck.storage.agreement import Agreement, agreements
from tests.installation import Installation, a_round, an_officer
from tests.reviews import VIOLATIONS, assess, finish, under_review

DISCRIMINATION = CriterionId.PREVENT_DISCRIMINATION
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def officer(store: Store) -> User:
    a_round(store)
    return an_officer(store)


def agreement(store: Store, criterion: CriterionId = VIOLATIONS) -> Agreement | None:
    return next((item for item in agreements(store, LONG_AGO) if item.criterion is criterion), None)


@pytest.mark.parametrize(
    ("reading", "judgement", "counts"),
    [
        (Verdict.DESCRIBED, Judgement.DESCRIBED, (1, 1, 0, 0)),
        (Verdict.DESCRIBED, Judgement.UNCLEAR, (1, 0, 1, 0)),
        (Verdict.MISSING, Judgement.DESCRIBED, (1, 0, 0, 1)),
        (Verdict.UNCLEAR, Judgement.MISSING, (1, 0, 0, 0)),
    ],
)
def test_a_review_says_the_same_or_overrules(
    place: Installation,
    store: Store,
    officer: User,
    reading: Verdict,
    judgement: Judgement,
    counts: tuple[int, int, int, int],
) -> None:
    case = under_review(place, store, officer, reading=reading)

    finish(store, officer, case, judgement)

    assert agreement(store) == Agreement(VIOLATIONS, *counts)


def test_only_the_assessment_that_stands_counts(place: Installation, store: Store, officer: User) -> None:
    case = under_review(place, store, officer)
    assess(store, officer, case, Judgement.DESCRIBED)

    finish(store, officer, case, Judgement.MISSING)

    assert agreement(store) == Agreement(VIOLATIONS, 1, 1, 0, 0)


def test_a_review_that_goes_on_does_not_count(place: Installation, store: Store, officer: User) -> None:
    case = under_review(place, store, officer)

    assess(store, officer, case, Judgement.MISSING)

    assert agreements(store, LONG_AGO) == ()


def test_what_was_not_read_or_does_not_apply_says_nothing(place: Installation, store: Store, officer: User) -> None:
    finish(store, officer, under_review(place, store, officer, 1, reading=None), Judgement.MISSING)
    finish(store, officer, under_review(place, store, officer, 2), Judgement.NOT_APPLICABLE)

    assert agreement(store) is None
    assert agreement(store, DISCRIMINATION) == Agreement(DISCRIMINATION, 1, 1, 0, 0)


def test_few_reviews_tell_nothing(place: Installation, store: Store, officer: User) -> None:
    for number in range(FEWEST_REVIEWS - 1):
        finish(store, officer, under_review(place, store, officer, number), Judgement.MISSING)
    assert officers_agreement(store) == ()

    finish(store, officer, under_review(place, store, officer, FEWEST_REVIEWS), Judgement.DESCRIBED)

    told = officers_agreement(store)
    assert len(told) == len(CriterionId)
    assert Agreement(VIOLATIONS, 20, 19, 0, 1) in told


def test_only_reviews_completed_since_count(place: Installation, store: Store, officer: User) -> None:
    first, second = (under_review(place, store, officer, number) for number in (1, 2))
    finish(store, officer, first, Judgement.MISSING)
    place.later(days=30)
    finish(store, officer, second, Judgement.MISSING)

    assert {item.reviews for item in agreements(store, place.now)} == {1}


@pytest.mark.parametrize(("hour", "year"), [(22, 2026), (23, 2027)])
def test_a_year_begins_by_swedish_time(hour: int, year: int) -> None:
    moment = datetime(2026, 12, 31, hour, 30, tzinfo=UTC)

    assert start_of_year(moment).isoformat() == f"{year}-01-01T00:00:00+01:00"


def test_the_version_names_program_pipeline_and_models() -> None:
    version = reader_version("sv_grantcheck")

    assert version.pipeline == "sv_grantcheck"
    assert version.pipeline_version.count(".") == 2
    assert len(version.models) == 8


def test_a_pipeline_that_is_not_there_has_no_version() -> None:
    assert reader_version("sv_borta").pipeline_version == ""
