"""Names of months, seasons and year parts in Swedish, and the days they stand for."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from grantcheck.domain.period import Period

_MONTH_NAMES = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
_SHORT_MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]

MONTHS: Mapping[str, int] = MappingProxyType(
    {name: number for names in (_MONTH_NAMES, _SHORT_MONTHS) for number, name in enumerate(names, 1)}
    | {"febr": 2, "sept": 9}
)

_SEASON_MONTHS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"vår": (1, 6), "sommar": (6, 8), "höst": (8, 12), "vinter": (12, 2), "vt": (1, 6), "ht": (8, 12)}
)

ORDINALS: Mapping[str, int] = MappingProxyType(
    {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 4, "ett": 1, "två": 2, "tre": 3, "fyra": 4}
)
_DAY_WORDS = (
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde "
    "sextonde sjuttonde artonde nittonde tjugonde tjugoförsta tjugoandra tjugotredje tjugofjärde tjugofemte "
    "tjugosjätte tjugosjunde tjugoåttonde tjugonionde trettionde trettioförsta"
)
DAY_ORDINALS: Mapping[str, int] = MappingProxyType(
    {word: day for day, word in enumerate(_DAY_WORDS.split(), 1)} | {"förste": 1, "andre": 2}
)
FEASTS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "halvårsskiftet": (6, 30), "årsskiftet": (12, 31), "nyår": (12, 31), "årets slut": (12, 31),
        "nationaldagen": (6, 6), "valborg": (4, 30), "lucia": (12, 13), "jul": (12, 24), "julafton": (12, 24),
    }
)  # fmt: skip
_SATURDAY, _SUNDAY = 5, 6


def months(year: int, first: int, last: int) -> Period:
    """Return the days from the first to the last month; a last month before the first lies in the next year."""
    end_year = year + (last < first)
    return Period(date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1]))


def season(name: str, year: int) -> Period:
    """Return the days of "vår", "sommar", "höst" or "vinter"; the terms are meant: spring is January to June."""
    return months(year, *_SEASON_MONTHS[name])


def quarter(year: int, number: int) -> Period:
    """Return the days of a quarter of the calendar year, counted from 1."""
    return months(year, 3 * number - 2, 3 * number)


def half_year(year: int, number: int) -> Period:
    """Return the days of the first or second half of the calendar year."""
    return months(year, 6 * number - 5, 6 * number)


def shifted(period: Period, years: int) -> Period:
    """Return the same stretch a number of years later (or earlier, when negative)."""
    return Period(_moved(period.start, years), _moved(period.end, years))


def _moved(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def broken_year(first_year: int) -> Period:
    """Return July to June, the commonest broken year (brutet räkenskapsår) of associations."""
    return months(first_year, 7, 6)


def midsummer(year: int) -> Period:
    """Return Midsummer Day: the Saturday from 20 to 26 June."""
    return _one_day(_next_weekday(date(year, 6, 20), _SATURDAY))


def advent(year: int, number: int) -> Period:
    """Return a Sunday in Advent, counted from 1; the fourth is the last before Christmas Day."""
    return _one_day(_next_weekday(date(year, 12, 18), _SUNDAY) - timedelta(weeks=4 - number))


def _next_weekday(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _one_day(day: date) -> Period:
    return Period(day, day)


def whole_year(short: str) -> int:
    """Read a year of two or four digits: "24" is 2024, "98" is 1998."""
    number = int(short)
    if number >= 100:
        return number
    return number + (1900 if number >= 70 else 2000)
