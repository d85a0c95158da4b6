"""Turns rows into frozen dataclasses of the domain, checked, and times into the form they are stored in."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlite_utils import Database

from grantcheck.domain.errors import NotFound

_Row = TypeVar("_Row")
Value = str | int | bytes | None
_adapters: dict[type, TypeAdapter[Any]] = {}


def read_rows(db: Database, kind: type[_Row], sql: str, /, **values: Value) -> Iterator[_Row]:
    """Give every row as a record of the kind, one at a time.

    A column `a__b` fills field b of the record in field a; a column `a__json` holds field a as JSON.
    """
    adapter = _adapter(kind)
    for row in db.query(sql, values):
        yield adapter.validate_python(_nested(row))


def all_rows(db: Database, kind: type[_Row], sql: str, /, **values: Value) -> tuple[_Row, ...]:
    """Return every row as a record of the kind; columns are named as for `read_rows`."""
    return tuple(read_rows(db, kind, sql, **values))


def maybe_row(db: Database, kind: type[_Row], sql: str, /, **values: Value) -> _Row | None:
    """Return the first row, or None where there is none."""
    return next(iter(all_rows(db, kind, sql, **values)), None)


def one_row(db: Database, kind: type[_Row], sql: str, /, **values: Value) -> _Row:
    """Return the first row. Raises NotFound."""
    row = maybe_row(db, kind, sql, **values)
    if row is None:
        raise NotFound
    return row


def stored_time(moment: datetime) -> str:
    """Return a time in UTC, to the second, as ISO 8601: the form in which all times are stored and compared."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _nested(row: Mapping[str, Any]) -> dict[str, Any]:
    """Gather the columns `a__b` under a; a record whose columns are all empty (an outer join) becomes None."""
    flat: dict[str, Any] = {}
    inner: dict[str, dict[str, Any]] = {}
    for column, value in row.items():
        head, separator, rest = column.partition("__")
        if rest == "json":
            flat[head] = json.loads(value)
        elif separator:
            inner.setdefault(head, {})[rest] = value
        else:
            flat[head] = value
    for head, columns in inner.items():
        flat[head] = None if all(value is None for value in columns.values()) else _nested(columns)
    return flat


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]
