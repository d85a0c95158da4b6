"""The patterns of time in Swedish text, each with what it means."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from grantcheck.domain.period import Period

from .calendar import (
    DAY_ORDINALS,
    FEASTS,
    MONTHS,
    ORDINALS,
    advent,
    broken_year,
    half_year,
    midsummer,
    months,
    quarter,
    season,
    shifted,
    whole_year,
)  # fmt: skip
from .time_expression import Grain


@dataclass(frozen=True, slots=True)
class Choice:
    """What decides about times without a year: the report's period and, for what is to come, the day it comes after."""

    about: Period
    coming: date | None

    def pick(self, of_year: Callable[[int], Period]) -> Period:
        """Return the occurrence that lies in the report's period, or the first that ends after the day of `coming`."""
        if self.coming is not None:
            return next(
                each for each in map(of_year, range(self.coming.year, self.coming.year + 9)) if each.end > self.coming
            )
        years = range(self.about.end.year, self.about.start.year - 2, -1)
        inside = (each for each in map(of_year, years) if each.start in self.about)
        return next(inside, of_year(self.about.end.year))


Meaning = Callable[[re.Match[str], Choice], Period]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, how exact the time is that it tells, and what that time is."""

    grain: Grain
    pattern: re.Pattern[str]
    meaning: Meaning


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_LEAP_YEAR = 2024
_MOST_MONTHS = 12
_LONG_MONTH = "|".join(name for name in MONTHS if len(name) > 5)
_WHOLE_MONTH = "|".join(name for name in MONTHS if len(name) > 4) + "|mars|juni|juli"
_WHOLE_MONTH += "|aug|sept|okt|nov|dec"
_DAY_WORD = "|".join(sorted(DAY_ORDINALS, key=len, reverse=True))
_DAY = (
    r"(?:den\s+)?(?P<{0}d>[0-3]?\d|sista|siste|"
    + _DAY_WORD
    + r")(?::?e|:a|\.)?\s+(?P<{0}m>"
    + _MONTH
    + r")\b\.?(?:\s+(?P<{0}y>(?:19|20)\d\d))?"
)
_ISO = r"(?P<{0}y>(?:19|20)\d\d)-(?P<{0}m>[01]\d)-(?P<{0}d>[0-3]\d)"
_SHORT_SLASHED = r"(?P<{0}d>[0-3]?\d)/(?P<{0}m>1[0-2]|0?[1-9])\s?[-’'](?P<{0}y>\d\d)\b"
_SLASHED = r"(?P<{0}d>[0-3]?\d)/(?P<{0}m>1[0-2]|0?[1-9])(?:\s+|-|/)(?P<{0}y>(?:19|20)\d\d)"
_TO = r"\s*(?:–|—|-|/|till och med|t\.?\s?o\.?\s?m\.?|till)\s*"
_BETWEEN, _AND = r"\bmellan\s+", r"\s+och\s+"
_MONTHS = rf"(?P<am>{_MONTH})\b(?:\s+(?P<ay>20\d\d))?{{to}}(?P<bm>{_MONTH})\b"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_SHORT = r"[-’'](?P<short>\d\d)\b"
_COUNTED_THINGS = (
    "kr|kronor|tkr|personer|medlemmar|deltagare|besökare|gäster|barn|lotter|timmar|meter|poäng|st|%|m²|kvm"
)
_NO_QUANTITY = rf"(?![\d:/]|[.,]\d|\s?(?:{_COUNTED_THINGS})\b|\s\d{{3}}\b|-\d)"
_NOT_IN_NUMBER = r"(?<![\d/,:.-])(?<!\d\s)"
_THE_YEAR = r"(?:verksamhets|räkenskaps|spel|läs)?år(?:et)?|säsong(?:en)?"


def _rule(grain: Grain, pattern: str, meaning: Meaning) -> Rule:
    return Rule(grain, re.compile(pattern, re.IGNORECASE), meaning)


def _month_number(found: re.Match[str], group: str) -> int:
    name = found[group].lower()
    return int(name) if name.isdigit() else MONTHS[name]


def _date(found: re.Match[str], side: str, year: int) -> date:
    """Return the day that the groups of one side tell; it may be told in words."""
    month, told = _month_number(found, f"{side}m"), found[f"{side}d"].lower()
    if told.isdigit():
        return date(year, month, int(told))
    return date(year, month, DAY_ORDINALS.get(told) or monthrange(year, month)[1])


def _single_day(found: re.Match[str], choice: Choice) -> Period:
    def of_year(year: int) -> Period:
        day = _date(found, "", year)
        return Period(day, day)

    return _dated(found, choice, of_year)


def _bare_day(found: re.Match[str], choice: Choice) -> Period:
    """Read "16/5" as a day only where no match could have ended so: its first number is over twelve."""
    if int(found["d"]) <= _MOST_MONTHS:
        raise ValueError(found[0])
    return _single_day(found, choice)


def _days(found: re.Match[str], choice: Choice) -> Period:
    turns = _date(found, "a", _LEAP_YEAR) > _date(found, "b", _LEAP_YEAR)
    if not found["by"]:
        return choice.pick(lambda year: Period(_date(found, "a", year), _date(found, "b", year + turns)))
    last_year = whole_year(found["by"])
    first_year = whole_year(found["ay"]) if found["ay"] else last_year - turns
    return Period(_date(found, "a", first_year), _date(found, "b", last_year))


def _days_of_month(found: re.Match[str], choice: Choice) -> Period:
    month, first, last = _month_number(found, "m"), int(found["a"]), int(found["b"])
    return _dated(found, choice, lambda year: Period(date(year, month, first), date(year, month, last)))


def _month_span(found: re.Match[str], choice: Choice) -> Period:
    first, last = _month_number(found, "am"), _month_number(found, "bm")
    if not found["by"]:
        return choice.pick(lambda year: months(year, first, last))
    last_year = int(found["by"])
    first_year = int(found["ay"]) if found["ay"] else last_year - (first > last)
    return Period(months(first_year, first, first).start, months(last_year, last, last).end)


def _month(found: re.Match[str], choice: Choice) -> Period:
    number = _month_number(found, "m")
    return _dated(found, choice, lambda year: months(year, number, number))


def _quarter(found: re.Match[str], choice: Choice) -> Period:
    told = found["q"].lower()
    number = int(told) if told.isdigit() else ORDINALS[told]
    return _dated(found, choice, lambda year: quarter(year, number))


def _half_year(found: re.Match[str], choice: Choice) -> Period:
    return _dated(found, choice, lambda year: half_year(year, ORDINALS[found["q"].lower()]))


def _season(found: re.Match[str], choice: Choice) -> Period:
    name = found["s"].lower()
    return _dated(found, choice, lambda year: season(name, year))


def _dated(found: re.Match[str], choice: Choice, of_year: Callable[[int], Period]) -> Period:
    groups = found.groupdict()
    if told := groups.get("y") or groups.get("short"):
        return of_year(whole_year(told))
    if groups.get("last"):
        return shifted(choice.pick(of_year), -1)
    return choice.pick(of_year)


_SEASON_OF = {"vår": "vår", "somr": "sommar", "höst": "höst", "vintr": "vinter"}


def _feast(found: re.Match[str], choice: Choice) -> Period:
    month, day = FEASTS[re.sub(r"\s+", " ", found["f"].lower())]
    return _dated(found, choice, lambda year: Period(date(year, month, day), date(year, month, day)))


def _midsummer(found: re.Match[str], choice: Choice) -> Period:
    day = _dated(found, choice, midsummer).start - timedelta(days=bool(found["eve"]))
    return Period(day, day)


def _advent(found: re.Match[str], choice: Choice) -> Period:
    return _dated(found, choice, lambda year: advent(year, ORDINALS[found["q"].lower()]))


def _end_of_year(found: re.Match[str], _: Choice) -> Period:
    return Period(date(int(found["y"]), 12, 31), date(int(found["y"]), 12, 31))


def _told_season(found: re.Match[str], choice: Choice) -> Period:
    name = _SEASON_OF[found["s"].lower()]
    return choice.pick(lambda year: season(name, year))


def _coming_season(found: re.Match[str], choice: Choice) -> Period:
    after = choice.coming or choice.about.end
    return Choice(choice.about, after).pick(lambda year: season(found["s"].lower(), year))


def _year(found: re.Match[str], _: Choice) -> Period:
    return Period.of_year(int(found["y"]))


def _broken_year(found: re.Match[str], _: Choice) -> Period:
    first = whole_year(found["a"])
    if whole_year(found["b"]) % 100 != (first + 1) % 100:
        raise ValueError(found[0])
    return broken_year(first)


def _years(found: re.Match[str], _: Choice) -> Period:
    return Period(date(int(found["a"]), 1, 1), date(int(found["b"]), 12, 31))


def _beside(years: int) -> Meaning:
    return lambda _, choice: shifted(choice.about, years)


_COUNTED = {
    "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
}  # fmt: skip


def _years_ago(found: re.Match[str], choice: Choice) -> Period:
    told = found["n"].lower()
    return shifted(choice.about, -(int(told) if told.isdigit() else _COUNTED[told]))


_FEAST = r"halvårsskiftet|årsskiftet|nyår|årets\s+slut|nationaldagen|valborg|lucia|julafton|jul\b"
_COUNT = "|".join(_COUNTED)
_LAST_YEAR = r"(?:\s+(?P<last>i fjol|förra året|föregående år))"

RULES: tuple[Rule, ...] = (
    _rule(Grain.SPAN, rf"{_DAY.format('a')}{_TO}{_DAY.format('b')}", _days),
    _rule(Grain.SPAN, rf"{_BETWEEN}{_DAY.format('a')}{_AND}{_DAY.format('b')}", _days),
    _rule(Grain.SPAN, rf"{_NOT_IN_NUMBER}{_SHORT_SLASHED.format('a')}{_TO}{_SHORT_SLASHED.format('b')}", _days),
    _rule(
        Grain.DAY,
        rf"\bden\s+(?P<a>[0-3]?\d)\s+och\s+(?P<b>[0-3]?\d)\s+(?P<m>{_MONTH})\b\.?(?:\s+{_YEAR}\b)?",
        _days_of_month,
    ),
    _rule(
        Grain.DAY,
        rf"{_NOT_IN_NUMBER}\b(?:den\s+)?(?P<a>[0-3]?\d)\s?[–-]\s?(?P<b>[0-3]?\d)\s+(?P<m>{_MONTH})\b\.?(?:\s+{_YEAR}\b)?",
        _days_of_month,
    ),
    _rule(Grain.SPAN, rf"{_ISO.format('a')}{_TO}{_ISO.format('b')}", _days),
    _rule(Grain.SPAN, rf"{_NOT_IN_NUMBER}{_SLASHED.format('a')}{_TO}{_SLASHED.format('b')}", _days),
    _rule(Grain.SPAN, rf"\b{_MONTHS.format(to=_TO)}\s+(?P<by>20\d\d)", _month_span),
    _rule(Grain.SPAN, rf"{_BETWEEN}{_MONTHS.format(to=_AND)}(?:\s+(?P<by>20\d\d))?", _month_span),
    _rule(
        Grain.SPAN, rf"\b(?:i\s+)?(?P<am>{_MONTH})(?P<ay>)\s?[–-]\s?(?P<bm>{_MONTH})\b(?P<by>)(?!\s+20)", _month_span
    ),
    _rule(Grain.SPAN, rf"{_NOT_IN_NUMBER}(?P<a>(?:19|20)\d\d)\s?[/–-]\s?(?P<b>(?:20)?\d\d)(?![\d/-])", _broken_year),
    _rule(Grain.SPAN, rf"\b(?:{_THE_YEAR})\s+(?P<a>\d\d)\s?[/–-]\s?(?P<b>\d\d)(?!\d)", _broken_year),
    _rule(Grain.SPAN, r"\b(?:perioden|åren)\s+(?P<a>(?:19|20)\d\d)\s?[–-]\s?(?P<b>20\d\d)(?!\d)", _years),
    _rule(Grain.SPAN, rf"{_NOT_IN_NUMBER}(?P<a>(?:19|20)\d\d)\s?[–-]\s?(?P<b>20\d\d)(?![\d/-])", _years),
    _rule(Grain.DAY, rf"(?<![\d.,/-])\b{_DAY.format('')}", _single_day),
    _rule(Grain.DAY, rf"(?<![\d-]){_ISO.format('')}(?!\d)", _single_day),
    _rule(Grain.DAY, rf"{_NOT_IN_NUMBER}{_SLASHED.format('')}(?!\d)", _single_day),
    _rule(
        Grain.DAY,
        r"\b(?:den|till|från|senast|före|innan|(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?)\s+"
        rf"(?P<d>[0-3]?\d)/(?P<m>1[0-2]|0?[1-9])(?![\d/])(?:\s?{_SHORT})?",
        _single_day,
    ),
    _rule(Grain.DAY, rf"{_NOT_IN_NUMBER}\b(?P<d>[0-3]?\d)/(?P<m>1[0-2]|0?[1-9])\s?{_SHORT}", _single_day),
    _rule(Grain.DAY, rf"{_NOT_IN_NUMBER}\b(?P<d>[0-3]?\d)/(?P<m>1[0-2]|0?[1-9])(?=[,;]\s|\s*$)", _bare_day),
    _rule(
        Grain.MONTH, rf"\b(?:i\s+)?(?P<m>{_MONTH})\b\.?(?:\s+månad)?(?:\s+{_YEAR}\b|{_LAST_YEAR}|\s+i\s+år\b)", _month
    ),
    _rule(
        Grain.MONTH,
        rf"\b(?:i|under|till|från|före|innan|senast|av|sedan)\s+(?!jul\b)(?P<m>{_MONTH})\b(?!\s+\d)",
        _month,
    ),
    _rule(Grain.MONTH, rf"\b(?P<m>{_MONTH})\s+månad\b", _month),
    _rule(Grain.MONTH, rf"(?-i:\b(?P<m>{_WHOLE_MONTH})\b)", _month),
    _rule(Grain.MONTH, rf"\b(?P<m>{_LONG_MONTH})\b", _month),
    _rule(
        Grain.MONTH,
        rf"\b(?P<m>{_LONG_MONTH}|mars|maj|juni|juli)(?:mötet|kursen|lägret|träffen|helgen)\b(?:\s+{_YEAR}\b)?",
        _month,
    ),
    _rule(
        Grain.DAY,
        rf"(?:\b(?:i|före|innan|till|senast|vid|på|inför|efter)\s+)(?P<f>{_FEAST})(?:\s+{_YEAR}(?:/\d\d(?:\d\d)?)?\b)?",
        _feast,
    ),
    _rule(
        Grain.DAY,
        rf"\b(?:(?:före|till|vid|inför)\s+)?midsommar(?:(?P<eve>afton)|dagen)?\b(?:\s+{_YEAR}\b)?",
        _midsummer,
    ),
    _rule(Grain.DAY, rf"\b(?P<q>första|andra|tredje|fjärde)\s+advent\b(?:\s+{_YEAR}\b)?", _advent),
    _rule(Grain.DAY, rf"\b{_YEAR}\s+års\s+(?:utgång|slut)\b", _end_of_year),
    _rule(
        Grain.QUARTER, rf"\b(?P<q>första|andra|tredje|fjärde|sista)\s+kvartalet(?:\s+{_YEAR}\b|{_LAST_YEAR})?", _quarter
    ),
    _rule(Grain.QUARTER, rf"\bkvartal\s+(?P<q>[1-4]|ett|två|tre|fyra)(?:,?\s+{_YEAR}\b)?", _quarter),
    _rule(Grain.QUARTER, rf"\bQ(?P<q>[1-4])\b(?:\s*{_YEAR}\b)?", _quarter),
    _rule(Grain.HALF_YEAR, rf"\b(?P<q>första|andra)\s+halvåret(?:\s+{_YEAR}\b|{_LAST_YEAR})?", _half_year),
    _rule(Grain.HALF_YEAR, rf"\b(?P<q>första|andra)\s+halvan\s+av\s+(?:året|{_YEAR})\b", _half_year),
    _rule(
        Grain.SEASON,
        rf"\b(?P<s>vår|höst)(?:en|terminen|säsongen|-(?=\s+och\s+höst))(?:\s+{_YEAR}\b|\s?{_SHORT}|{_LAST_YEAR})?",
        _season,
    ),
    _rule(Grain.SEASON, rf"\b(?P<s>vinter)(?:n|säsongen)(?:\s+{_YEAR}\b|{_LAST_YEAR})?", _season),
    _rule(Grain.SEASON, rf"\b(?P<s>sommar)(?:en|lovet|månaderna)(?:\s+{_YEAR}\b|{_LAST_YEAR})?", _season),
    _rule(Grain.SEASON, r"\b(?P<s>vt|ht)\s?-?(?P<y>(?:20)?\d\d)\b", _season),
    _rule(Grain.SEASON, r"\bi\s+(?P<s>vår|somr|höst|vintr)as\b", _told_season),
    _rule(Grain.SEASON, r"\b(?:i|till|nästa|kommande)\s+(?P<s>sommar|höst|vinter)\b", _coming_season),
    _rule(Grain.SEASON, r"\b(?:till|nästa|kommande)\s+(?P<s>vår)\b", _coming_season),
    _rule(Grain.SEASON, r"\btill\s+(?P<s>vår|höst|sommar|vinter)(?:e?n)\b(?!\s+(?:20|förra|i\s+fjol))", _coming_season),
    _rule(
        Grain.SEASON,
        r"\bi\s+(?P<s>vår)\b(?=\s*(?:[.,;:!?)]|$|(?:ska|skall|kommer|vill|planerar|tänker|hoppas|blir)\b))",
        _coming_season,
    ),
    _rule(
        Grain.YEAR, rf"\bi\s+(?:fjol|fjor)\b|\bfjolår(?:et|ets)\b|\b(?:förra|föregående)\s+(?:{_THE_YEAR})", _beside(-1)
    ),
    _rule(Grain.YEAR, r"\b(?:i|för)\s+förrfjol\b|\bförrförra\s+året\b", _beside(-2)),
    _rule(Grain.YEAR, rf"\bför\s+(?P<n>\d|{_COUNT})\s+år\s+sedan\b", _years_ago),
    _rule(
        Grain.YEAR,
        rf"\bi\s+år\b|\b(?:under|detta|det\s+gångna|det\s+senaste|det\s+här)\s+(?:{_THE_YEAR})\b(?!\s+\d)|\båret\s+som\s+gått\b|\bunder\s+(?:det\s+)?(?:gångna|senaste)\s+(?:{_THE_YEAR})\b",
        _beside(0),
    ),
    _rule(Grain.YEAR, rf"\b(?:nästa|kommande|nästkommande|nästföljande)\s+(?:{_THE_YEAR})\b(?!\s+\d)", _beside(1)),
    _rule(Grain.YEAR, rf"{_NOT_IN_NUMBER}\b{_YEAR}\b{_NO_QUANTITY}", _year),
)
