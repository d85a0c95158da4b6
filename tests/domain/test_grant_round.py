"""When one can apply: from the opening to the last second, and late where the round allows it."""

from datetime import date, datetime, timedelta

import pytest

from grantcheck.domain.grant_round import RoundState
from tests.installation import grant_round

ROUND = grant_round()
STRICT = grant_round(late_until=None)
LAST = ROUND.closes_at


# before it opens; at the opening; the last second; a second late; the last late second; after that
@pytest.mark.parametrize(
    ("now", "state"),
    [
        (ROUND.opens_at - timedelta(seconds=1), RoundState.NOT_OPEN),
        (ROUND.opens_at, RoundState.OPEN),
        (LAST, RoundState.OPEN),
        (LAST + timedelta(seconds=1), RoundState.LATE),
        (LAST + timedelta(days=2), RoundState.LATE),
        (LAST + timedelta(days=2, seconds=1), RoundState.CLOSED),
    ],
)
def test_a_round_opens_and_closes_to_the_second(now: datetime, state: RoundState) -> None:
    assert ROUND.state(now) is state
    assert ROUND.takes_applications(now) == (state in (RoundState.OPEN, RoundState.LATE))


def test_a_round_without_late_applications_closes_at_once() -> None:
    assert STRICT.state(LAST + timedelta(seconds=1)) is RoundState.CLOSED


@pytest.mark.parametrize(
    ("late", "days"),
    [
        (timedelta(seconds=-1), 0),
        (timedelta(0), 0),
        (timedelta(seconds=1), 1),
        (timedelta(days=1), 1),
        (timedelta(days=1, seconds=1), 2),
    ],
)
def test_begun_days_are_counted_as_late(late: timedelta, days: int) -> None:
    assert ROUND.days_late(LAST + late) == days


def test_drafts_stay_for_their_days_after_the_last_moment() -> None:
    assert ROUND.drafts_removed_on == date(2027, 1, 2)
    assert STRICT.drafts_removed_on == date(2026, 12, 31)
