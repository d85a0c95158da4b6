"""Words the expected failures for people: each code's text, chosen by a detail where one code says several things."""

from datetime import datetime

from grantcheck.domain.errors import GrantcheckError

from .language import clock, t

_CHOSEN_BY = {"motivation-required": "because", "round-closed": "state"}


def error_sentence(error: GrantcheckError) -> str:
    """Return what happened and what to do, in the page's language."""
    return error_text(error.code, error.details)


def error_text(code: str, details: dict[str, str | int]) -> str:
    """Return the text of a code with its details, as stored with a report."""
    chosen = _CHOSEN_BY.get(code)
    key = f"gc.error.{code}.{details[chosen]}" if chosen else f"gc.error.{code}"
    return t(key, **{name: _worded(name, value) for name, value in details.items()})


def _worded(name: str, value: str | int) -> str | int:
    """Word a moment, which is ISO 8601 in the details, as a time of day."""
    return clock(datetime.fromisoformat(str(value))) if name == "at" else value
