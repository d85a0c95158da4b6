"""Reads Swedish dates: days, ends of months and quarters, with or without a year."""

import re
from calendar import monthrange
from datetime import date

MONTHS = (
    ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"]
)  # fmt: skip
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"sept": 9}
_MONTH = "|".join([*MONTHS, *(rf"{name}\b\.?" for name in _SHORT)])
_YEAR = r"(?:\s*,?\s*(?P<year>(?:19|20)\d\d|[-’'](?P<short>\d\d)))?"
_ORDINAL = {"första": 1, "förste": 1, "sista": 31, "siste": 31}
_QUARTERS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}}|{'|'.join(_ORDINAL)})(?:[:.]?(?:e|a|de|dje|te))?\.?\s+(?:dagen i\s+)?(?P<month>{_MONTH}){_YEAR}", re.I
)  # fmt: skip
_SLASH = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])(?:\s*,?\s*(?P<year>20\d\d|[-’'](?P<short>\d\d)))?"
)
_END_OF = re.compile(
    rf"\b(?:senast|före|innan|inan|till|under|klar[ta]?|i|inom|från|sedan|each|in|by)\s+"
    rf"(?:(?:slutet|utgången)\s+av\s+|(?:är\s+)?(?:i|på|under)\s+)?(?P<month>{_MONTH})(?:s?\s+månads?)?(?:\s+är\s+slut)?{_YEAR}",
    re.I,
)
_QUARTER = re.compile(rf"\b(?P<quarter>{'|'.join(_QUARTERS)})(?:a|:a)?\s+kvartalets?(?:\s+slut)?{_YEAR}", re.I)
_NEW_YEAR = re.compile(rf"\b(?:före|innan|till|senast)\s+(?:års?skiftet|nyår|årets\s+slut){_YEAR}", re.I)


def day_told(text: str, after: date) -> date | None:
    """Return the day that the text tells: a day, else the last day of the month or quarter that it names.

    A day without a year is the first such day after `after`. None where there is a bare year, a season or nothing.
    """
    for pattern, read in (
        (_ISO, _day),
        (_DAY, _day),
        (_SLASH, _day),
        (_QUARTER, _quarter),
        (_NEW_YEAR, _new_year),
        (_END_OF, _month),
    ):
        for found in pattern.finditer(text):
            if day := read(found, after):
                return day
    return None


def _day(found: re.Match[str], after: date) -> date | None:
    day = _ORDINAL.get(found["day"].lower()) or int(found["day"])
    return _dated(_month_number(found["month"]), day, found, after)


def _month(found: re.Match[str], after: date) -> date | None:
    return _dated(_month_number(found["month"]), 31, found, after)


def _quarter(found: re.Match[str], after: date) -> date | None:
    return _dated(3 * _QUARTERS[found["quarter"].lower()], 31, found, after)


def _new_year(found: re.Match[str], after: date) -> date | None:
    return _dated(12, 31, found, after)


def _month_number(word: str) -> int:
    return int(word) if word.isdigit() else _SHORT[word.lower()[:3]]


def _dated(month: int, day: int, found: re.Match[str], after: date) -> date | None:
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    year = _year(found)
    if year is not None:
        return _clipped(year, month, day)
    this_year = _clipped(after.year, month, day)
    return this_year if this_year > after else _clipped(after.year + 1, month, day)


def _year(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    if groups.get("short"):
        return 2000 + int(groups["short"])
    return int(groups["year"]) if groups.get("year") else None


def _clipped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
