"""How many of the times that were written down by hand are read as a reader reads them: `times.tsv` by kind."""

from calendar import monthrange
from datetime import date

from grantcheck.analysis.swedish.periods import due_expressions, time_expressions
from grantcheck.domain.period import Period

from .lists import Row, measured_rates, rows_of, told_rates


def period(told: str) -> Period:
    """Read "2025", "2025-03", "2025-03-01" or two of them with a stroke between."""
    first, _, last = told.partition("/")
    return Period(_days(first)[0], _days(last or first)[1])


def _days(told: str) -> tuple[date, date]:
    year, *rest = map(int, told.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    month, *day = rest
    return date(year, month, *(day or [1])), date(year, month, *(day or [monthrange(year, month)[1]]))


def is_read_right(row: Row) -> bool:
    about = period(row["about"])
    if row["kind"] == "due":
        found = [Period(each.period.end, each.period.end) for each in due_expressions(row["text"], about.end)]
    else:
        found = [each.period for each in time_expressions(row["text"], about)]
    return found == [period(told) for told in row["periods"].split()]


def test_the_table_tells_how_many_times_of_each_kind_are_read_right() -> None:
    assert measured_rates("times", is_read_right) == told_rates("times")


def test_nineteen_of_twenty_times_are_read_right() -> None:
    rates = told_rates("times").values()

    assert len(rows_of("times")) >= 150
    assert sum(right for _, right in rates) >= 0.95 * sum(rows for rows, _ in rates)
