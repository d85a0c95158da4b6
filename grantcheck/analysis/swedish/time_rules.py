"""The patterns of time in Swedish text, each with what it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from grantcheck.domain.period import Period

from .calendar import MONTHS, ORDINALS, broken_year, half_year, months, quarter, season, shifted, whole_year
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
_DAY = r"(?:den\s+)?(?P<{0}d>[0-3]?\d)(?::?e|:a|\.)?\s+(?P<{0}m>" + _MONTH + r")\b\.?(?:\s+(?P<{0}y>(?:19|20)\d\d))?"
_ISO = r"(?P<{0}y>(?:19|20)\d\d)-(?P<{0}m>[01]\d)-(?P<{0}d>[0-3]\d)"
_SLASHED = r"(?P<{0}d>[0-3]?\d)/(?P<{0}m>1[0-2]|0?[1-9])(?:\s+|-|/)(?P<{0}y>(?:19|20)\d\d)"
_TO = r"\s*(?:–|—|-|/|till och med|t\.?\s?o\.?\s?m\.?|till|och)\s*"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_NO_QUANTITY = r"(?![\d:/]|[.,]\d|\s?(?:kr|kronor|tkr|personer|medlemmar|besökare|st|%|m²|kvm)\b|\s\d{3}\b|-\d)"
_NOT_IN_NUMBER = r"(?<![\d/,:.-])(?<!\d\s)"
_THE_YEAR = r"(?:verksamhets|räkenskaps|spel|läs)?år(?:et)?|säsong(?:en)?"


def _rule(grain: Grain, pattern: str, meaning: Meaning) -> Rule:
    return Rule(grain, re.compile(pattern, re.IGNORECASE), meaning)


def _month_number(found: re.Match[str], group: str) -> int:
    name = found[group].lower()
    return int(name) if name.isdigit() else MONTHS[name]


def _single_day(found: re.Match[str], choice: Choice) -> Period:
    def of_year(year: int) -> Period:
        day = date(year, _month_number(found, "m"), int(found["d"]))
        return Period(day, day)

    year = found.groupdict().get("y")
    return of_year(int(year)) if year else choice.pick(of_year)


def _days(found: re.Match[str], choice: Choice) -> Period:
    first, last = (_month_number(found, "am"), int(found["ad"])), (_month_number(found, "bm"), int(found["bd"]))
    if not found["by"]:
        return choice.pick(lambda year: Period(date(year, *first), date(year, *last)))
    last_year = int(found["by"])
    first_year = int(found["ay"]) if found["ay"] else last_year - (first > last)
    return Period(date(first_year, *first), date(last_year, *last))


def _month_span(found: re.Match[str], _: Choice) -> Period:
    first, last, last_year = MONTHS[found["am"].lower()], MONTHS[found["bm"].lower()], int(found["by"])
    first_year = int(found["ay"]) if found["ay"] else last_year - (first > last)
    return Period(months(first_year, first, first).start, months(last_year, last, last).end)


def _month(found: re.Match[str], choice: Choice) -> Period:
    number = MONTHS[found["m"].lower()]
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
    if groups.get("y"):
        return of_year(whole_year(groups["y"]))
    if groups.get("last"):
        return shifted(choice.pick(of_year), -1)
    return choice.pick(of_year)


_SEASON_OF = {"vår": "vår", "somr": "sommar", "höst": "höst", "vintr": "vinter"}


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


_COUNTED = {"två": 2, "tre": 3, "fyra": 4, "fem": 5, "tio": 10}


def _years_ago(found: re.Match[str], choice: Choice) -> Period:
    told = found["n"].lower()
    return shifted(choice.about, -(int(told) if told.isdigit() else _COUNTED[told]))


_LAST_YEAR = r"(?:\s+(?P<last>i fjol|förra året|föregående år))"

RULES: tuple[Rule, ...] = (
    _rule(Grain.SPAN, rf"{_DAY.format('a')}{_TO}{_DAY.format('b')}", _days),
    _rule(Grain.SPAN, rf"{_ISO.format('a')}{_TO}{_ISO.format('b')}", _days),
    _rule(Grain.SPAN, rf"{_NOT_IN_NUMBER}{_SLASHED.format('a')}{_TO}{_SLASHED.format('b')}", _days),
    _rule(
        Grain.SPAN, rf"\b(?P<am>{_MONTH})\b(?:\s+(?P<ay>20\d\d))?{_TO}(?P<bm>{_MONTH})\s+(?P<by>20\d\d)", _month_span
    ),
    _rule(Grain.SPAN, rf"{_NOT_IN_NUMBER}(?P<a>(?:19|20)\d\d)\s?[/–-]\s?(?P<b>(?:20)?\d\d)(?![\d/-])", _broken_year),
    _rule(Grain.SPAN, rf"\b(?:{_THE_YEAR})\s+(?P<a>\d\d)\s?[/–-]\s?(?P<b>\d\d)(?!\d)", _broken_year),
    _rule(Grain.SPAN, r"\bperioden\s+(?P<a>(?:19|20)\d\d)\s?[–-]\s?(?P<b>20\d\d)(?!\d)", _years),
    _rule(Grain.DAY, rf"(?<![\d.,/-])\b{_DAY.format('')}", _single_day),
    _rule(Grain.DAY, rf"(?<![\d-]){_ISO.format('')}(?!\d)", _single_day),
    _rule(Grain.DAY, rf"{_NOT_IN_NUMBER}{_SLASHED.format('')}(?!\d)", _single_day),
    _rule(Grain.DAY, r"\bden\s+(?P<d>[0-3]?\d)/(?P<m>1[0-2]|0?[1-9])(?![\d/])", _single_day),
    _rule(Grain.MONTH, rf"\b(?P<m>{_MONTH})(?:\s+månad)?(?:\s+{_YEAR}\b|{_LAST_YEAR})", _month),
    _rule(Grain.MONTH, rf"\b(?:i|under|till|från|före|innan|senast|av|sedan)\s+(?P<m>{_MONTH})\b(?!\s+\d)", _month),
    _rule(Grain.MONTH, rf"\b(?P<m>{_MONTH})\s+månad\b", _month),
    _rule(
        Grain.QUARTER, rf"\b(?P<q>första|andra|tredje|fjärde|sista)\s+kvartalet(?:\s+{_YEAR}\b|{_LAST_YEAR})?", _quarter
    ),
    _rule(Grain.QUARTER, rf"\bkvartal\s+(?P<q>[1-4])(?:,?\s+{_YEAR}\b)?", _quarter),
    _rule(Grain.QUARTER, rf"\bQ(?P<q>[1-4])\b(?:\s*{_YEAR}\b)?", _quarter),
    _rule(Grain.HALF_YEAR, rf"\b(?P<q>första|andra)\s+halvåret(?:\s+{_YEAR}\b|{_LAST_YEAR})?", _half_year),
    _rule(Grain.SEASON, rf"\b(?P<s>vår|höst)(?:en|terminen)(?:\s+{_YEAR}\b|{_LAST_YEAR})?", _season),
    _rule(Grain.SEASON, rf"\b(?P<s>vinter)(?:n|säsongen)(?:\s+{_YEAR}\b|{_LAST_YEAR})?", _season),
    _rule(Grain.SEASON, rf"\b(?P<s>sommar)(?:en|lovet)(?:\s+{_YEAR}\b|{_LAST_YEAR})?", _season),
    _rule(Grain.SEASON, r"\b(?P<s>vt|ht)\s?-?(?P<y>(?:20)?\d\d)\b", _season),
    _rule(Grain.SEASON, r"\bi\s+(?P<s>vår|somr|höst|vintr)as\b", _told_season),
    _rule(Grain.SEASON, r"\b(?:i|till|nästa|kommande)\s+(?P<s>sommar|höst|vinter)\b", _coming_season),
    _rule(Grain.SEASON, r"\b(?:till|nästa|kommande)\s+(?P<s>vår)\b", _coming_season),
    _rule(
        Grain.SEASON,
        r"\bi\s+(?P<s>vår)\b(?=\s*(?:[.,;:!?)]|$|(?:ska|skall|kommer|vill|planerar|tänker|hoppas|blir)\b))",
        _coming_season,
    ),
    _rule(
        Grain.YEAR, rf"\bi\s+(?:fjol|fjor)\b|\bfjolår(?:et|ets)\b|\b(?:förra|föregående)\s+(?:{_THE_YEAR})", _beside(-1)
    ),
    _rule(Grain.YEAR, r"\b(?:i|för)\s+förrfjol\b|\bförrförra\s+året\b", _beside(-2)),
    _rule(Grain.YEAR, r"\bför\s+(?P<n>\d|två|tre|fyra|fem|tio)\s+år\s+sedan\b", _years_ago),
    _rule(
        Grain.YEAR,
        rf"\bi\s+år\b|\b(?:under|detta|det\s+gångna|det\s+här)\s+(?:{_THE_YEAR})\b(?!\s+\d)|\bunder\s+(?:det\s+)?(?:gångna|senaste)\s+(?:{_THE_YEAR})\b",
        _beside(0),
    ),
    _rule(Grain.YEAR, rf"\b(?:nästa|kommande|nästkommande|nästföljande)\s+(?:{_THE_YEAR})\b(?!\s+\d)", _beside(1)),
    _rule(Grain.YEAR, rf"{_NOT_IN_NUMBER}\b{_YEAR}\b{_NO_QUANTITY}", _year),
)
