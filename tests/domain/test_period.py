"""The time a report is about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.errors import InvalidPeriod
from grantcheck.domain.period import Period


@given(start=st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)), days=st.integers(0, 3 * 366))
def test_a_period_is_read_as_it_was_written(start: date, days: int) -> None:
    period = Period(start, date.fromordinal(start.toordinal() + days))

    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "2025-01-01",
        "2025-12-31/2025-01-01",
        "2020-01-01/2025-12-31",
        "2025-02-30/2025-03-01",
        "a/b",
        "1/2/3",
    ],
)
def test_a_period_that_cannot_be_is_refused_with_what_was_written(text: str) -> None:
    with pytest.raises(InvalidPeriod) as caught:
        Period.parse(text)

    assert caught.value.details["period"] == text


def test_both_ends_belong_to_the_period() -> None:
    period = Period.parse("2024-07-01/2025-06-30")

    inside = [day in period for day in (date(2024, 7, 1), date(2025, 6, 30), date(2024, 6, 30), date(2025, 7, 1))]

    assert inside == [True, True, False, False]


def test_a_broken_year_is_no_calendar_year() -> None:
    assert Period.of_year(2025).is_calendar_year
    assert not Period.parse("2024-07-01/2025-06-30").is_calendar_year
