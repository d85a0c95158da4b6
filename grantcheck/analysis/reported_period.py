"""Finds the period (verksamhetsår) that a report says it is about."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from grantcheck.domain.document import BlockKind, Document
from grantcheck.domain.errors import InvalidPeriod
from grantcheck.domain.period import Period

from .swedish.calendar import MONTHS

OPENING_BLOCKS, OPENING_CHARACTERS, TITLE_CHARACTERS = 12, 400, 160
LONGEST_WAIT, FEWEST_YEARS = 3, 3
EARLIEST = 12  # «11/12» is a day far oftener than the year 2011/12
_M = "|".join(MONTHS)
_DASH = r"\s*(?:[-–—]|till(?:\s+och\s+med)?|t\.?o\.?m\.?|to)\s*(?:den\s+)?"
_DATES = re.compile(rf"(\d{{4}}-\d\d-\d\d){_DASH}(\d{{4}}-\d\d-\d\d)")
_DAYS = re.compile(rf"(\d{{1,2}})\s+({_M})\s+(20\d\d){_DASH}(\d{{1,2}})\s+({_M})\s+(20\d\d)", re.I)
_SLASHES = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})\s+(20\d\d){_DASH}(\d{{1,2}})/(\d{{1,2}})\s+(20\d\d)")
_MONTHS = re.compile(rf"\b({_M})\s+(20\d\d){_DASH}({_M})\s+(20\d\d)", re.I)
_BROKEN = re.compile(r"(?<![\d/–-])(?:20(\d\d)\s?[/–-]\s?(?:20)?(\d\d)|(\d\d)\s?/\s?(?:20)?(\d\d))(?![\d/–-])")
_YEAR = re.compile(r"(?<![\d/-])20\d\d(?![\d/-])")
_ABOUT = re.compile(
    r"berättelse|redogörelse|årsb|årsr|årsskrift|verksamhetsår|säsong|spelår|läsår|arbetsår|jaktår|dansår|skytteår|vägår"
    r"|\bår(?:et)?\b|året|rapport|berättar|perioden|annual|report|resumé|krönika|årgång|sammanfattning|året|budget", re.I
)  # fmt: skip


def told_period(document: Document, today: date) -> Period | None:
    """Return the period of the report's own opening, else of the ended year that the text names most."""
    opening = list(_opening(document))
    for read in (_spelled_range, _broken_year, _titled_year):
        for text in opening:
            if period := read(text):
                return period
    return _commonest_year(document, today)


def _opening(document: Document) -> Iterator[str]:
    blocks = [block for block in document.blocks if block.kind is not BlockKind.CONTENTS]
    for block in blocks[:OPENING_BLOCKS]:
        yield block.text[:OPENING_CHARACTERS]


def _spelled_range(text: str) -> Period | None:
    if found := _DATES.search(text):
        return _period(*(tuple(map(int, day.split("-"))) for day in found.groups()))
    if found := _DAYS.search(text):
        d1, m1, y1, d2, m2, y2 = found.groups()
        return _period((int(y1), _month(m1), int(d1)), (int(y2), _month(m2), int(d2)))
    if found := _SLASHES.search(text):
        d1, m1, y1, d2, m2, y2 = map(int, found.groups())
        return _period((y1, m1, d1), (y2, m2, d2))
    if found := _MONTHS.search(text):
        m1, y1, m2, y2 = found.groups()
        return _period((int(y1), _month(m1), 1), (int(y2), _month(m2), monthrange(int(y2), _month(m2))[1]))
    return None


def _period(start: tuple[int, ...], end: tuple[int, ...]) -> Period | None:
    try:
        return Period(date(*start), date(*end))
    except (ValueError, InvalidPeriod):
        return None


def _month(name: str) -> int:
    return MONTHS[name.lower()]


def _broken_year(text: str) -> Period | None:
    """Return July to June of «2024/25», where the two years follow each other."""
    for found in _BROKEN.finditer(text):
        first, second = (int(number) for number in found.groups() if number)
        if second == first + 1 and first > EARLIEST:
            return Period(date(2000 + first, 7, 1), date(2000 + second, 6, 30))
    return None


def _titled_year(text: str) -> Period | None:
    years = _YEAR.findall(text[:TITLE_CHARACTERS])
    if years and (_ABOUT.search(text) or len(text) < 80):
        return Period.of_year(int(years[0]))
    return None


def _commonest_year(document: Document, today: date) -> Period | None:
    told = [int(year) for block in document.blocks for year in _YEAR.findall(block.text)]
    ended = [year for year in told if today.year - LONGEST_WAIT <= year < today.year]
    return Period.of_year(max(sorted(set(ended)), key=ended.count)) if len(ended) >= FEWEST_YEARS else None
