"""How many of the times that were written down by hand are read as a reader reads them: `times.tsv` by kind."""

from calendar import monthrange
from collections import Counter
from csv import DictReader
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from grantcheck.analysis.swedish.periods import due_expressions, time_expressions
from grantcheck.domain.period import Period

HERE = Path(__file__).parent
Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(DictReader(file, delimiter="\t"))


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


def read(row: Row) -> list[Period]:
    about = period(row["about"])
    if row["kind"] == "due":
        return [Period(each.period.end, each.period.end) for each in due_expressions(row["text"], about.end)]
    return [each.period for each in time_expressions(row["text"], about)]


@cache
def rights() -> Counter[str]:
    return Counter(
        row["kind"] for row in rows_of("times.tsv") if read(row) == list(map(period, row["periods"].split()))
    )


def rates() -> list[Row]:
    return [row for row in rows_of("pass_rates.tsv") if row["list"] == "times"]


@pytest.mark.parametrize("rate", rates(), ids=lambda row: row["kind"])
def test_the_table_tells_how_many_times_of_a_kind_are_read_right(rate: Row) -> None:
    written = Counter(row["kind"] for row in rows_of("times.tsv"))

    assert (rate["rows"], rate["right"]) == (str(written[rate["kind"]]), str(rights()[rate["kind"]]))


def test_the_list_is_long_and_the_table_leaves_no_kind_out() -> None:
    rows = rows_of("times.tsv")

    assert len(rows) >= 150
    assert {row["kind"] for row in rows} == {rate["kind"] for rate in rates()}
    assert sum(rights().values()) >= 0.95 * len(rows)
