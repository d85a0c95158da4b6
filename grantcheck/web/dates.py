"""Days and times as people read them: Swedish time, in words in text and as ISO dates in tables."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

SWEDISH_TIME = ZoneInfo("Europe/Stockholm")


def day(moment: date, language: str) -> str:
    """Return `24 november 2026`, in Swedish time where a time of day is given."""
    return format_date(_local_day(moment), "d MMMM y", locale=language)


def clock(moment: datetime, language: str) -> str:
    """Return `14.30` in Swedish, `14:30` in English."""
    return moment.astimezone(SWEDISH_TIME).strftime("%H:%M" if language == "en" else "%H.%M")


def table_day(moment: date) -> str:
    """Return `2026-11-24`, in Swedish time where a time of day is given."""
    return _local_day(moment).isoformat()


def days_until(last: datetime, now: datetime) -> int:
    """Return how many days from today to the day of the last moment, both in Swedish time."""
    return (_local_day(last) - _local_day(now)).days


def _local_day(moment: date) -> date:
    return moment.astimezone(SWEDISH_TIME).date() if isinstance(moment, datetime) else moment
