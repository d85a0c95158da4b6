"""Turns the domain's dataclasses into JSON and back, checked, where they cross a process or are stored."""

from typing import Any, TypeVar

from pydantic import TypeAdapter

_Record = TypeVar("_Record")
_adapters: dict[type, TypeAdapter[Any]] = {}


def to_json(record: object) -> bytes:
    """Return the dataclass as JSON."""
    return _adapter(type(record)).dump_json(record)


def from_json(kind: type[_Record], content: bytes | str) -> _Record:
    """Read a dataclass of the kind back. Raises pydantic.ValidationError when the content does not fit it."""
    record: _Record = _adapter(kind).validate_json(content)
    return record


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]
