"""Turns the domain's dataclasses into JSON and back, checked, where they cross a process or are stored."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

_Record = TypeVar("_Record")


def to_json(record: object) -> bytes:
    """Return the dataclass as JSON."""
    return _adapter(record.__class__).dump_json(record)


def from_json(kind: type[_Record], content: bytes | str) -> _Record:
    """Read a dataclass of the kind back. Raises pydantic.ValidationError when the content does not fit it."""
    record: _Record = _adapter(kind).validate_json(content)
    return record


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
