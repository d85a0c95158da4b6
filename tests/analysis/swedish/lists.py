"""Reads the lists written by hand, and the table that tells how many rows of each kind are read right."""

from collections import Counter
from collections.abc import Callable
from csv import DictReader
from pathlib import Path

HERE = Path(__file__).parent
Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    """Return the rows of `name`.tsv by the names in its first line."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(DictReader(file, delimiter="\t"))


def told_rates(name: str) -> dict[str, tuple[int, int]]:
    """Return what the table tells of a list: for each kind how many rows there are and how many are read right."""
    rates = (row for row in rows_of("pass_rates") if row["list"] == name)
    return {row["kind"]: (int(row["rows"]), int(row["right"])) for row in rates}


def measured_rates(name: str, is_right: Callable[[Row], bool]) -> dict[str, tuple[int, int]]:
    """Return the same, measured now."""
    rows = rows_of(name)
    right = Counter(row["kind"] for row in rows if is_right(row))
    return {kind: (number, right[kind]) for kind, number in Counter(row["kind"] for row in rows).items()}
