"""Finds points and stretches of time in Swedish text: years, broken years, seasons, months, days, due dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from grantcheck.domain.errors import InvalidPeriod
from grantcheck.domain.period import Period

from .time_expression import EXACT_GRAINS, Bound, Grain, TimeExpression
from .time_rules import RULES, Choice, Rule

__all__ = ["Bound", "Grain", "TimeExpression", "due_day", "due_expressions", "report_period", "time_expressions"]

_BOUND_BEFORE = re.compile(
    r"\b(?:(?P<since>sedan|alltsedan|från och med|fr\.?o\.?m\.?|med start|från)"
    r"|(?P<by>senast|före|innan|till och med|t\.?o\.?m\.?|till|inför|fram till))"
    r"(?:\s+(?:i|den|år|under|hösten|våren|slutet av|början av|mitten av|utgången av))*\s+$",
    re.IGNORECASE,
)
_REPORT_TITLE = re.compile(
    r"\b(?:verksamhets|års)(?:berättelse\w*|rapport\w*|redovisning\w*)|\bverksamhetsår\w*|\bräkenskapsår\w*|\bårsberättelse\w*"
    r"|\bsäsong(?:en)?\b|\bperioden\b|\bläsår\w*",
    re.IGNORECASE,
)
_WHOLE_PERIOD = frozenset({Grain.YEAR, Grain.SPAN})
_SHORTEST_REPORT = timedelta(days=80)
_BEFORE = 48
_IN_FRONT = re.compile(r"\b(?:före|innan)\s+$", re.IGNORECASE)
_AT_THE_LATEST = re.compile(r"\b(?P<to>senast)\s+(?:(?:i|vid|under|till|före|innan|den)\s+)*", re.IGNORECASE)
_MOVED_TO = re.compile(
    r"\b(?:(?:fram)?flytta\w*|(?:upp)?skjut(?:a|as|s|en|na|it|its)|sköts)\b.*?\b(?P<to>till)\s+(?:(?:i|den)\s+)*",
    re.IGNORECASE,
)
_FROM_ITSELF = re.compile(r"(?:före|innan)\s", re.IGNORECASE)
_TO_ITS_END = re.compile(r"\s+(?:månads?\s+)?(?:slut|utgång|är\s+slut)", re.IGNORECASE)


def time_expressions(text: str, about: Period) -> tuple[TimeExpression, ...]:
    """Return the times that the text tells, in order and without overlap, as read in a report about the period.

    What names no year is placed in the report's period ("i mars", "i höstas") or beside it ("i fjol", "nästa år").
    """
    return tuple(_read(text, Choice(about=about, coming=None)))


def due_expressions(text: str, after: date) -> tuple[TimeExpression, ...]:
    """Return the days, months and quarters by which something is to be done: those that end after the day.

    A month without a year is the next one. A bare year or season is no due date; the due day is `period.end`: of days
    in a row the first, and "före juni" means the last of May ("före juni månads slut" does not).
    """
    about = Period(after - timedelta(days=364), after)
    found = (_due(each, text) for each in _read(text, Choice(about=about, coming=after)) if each.grain in EXACT_GRAINS)
    return tuple(each for each in found if each.period.end > after)


def due_day(text: str, after: date) -> date | None:
    """Return the day by which the text says that something is to be done, None where it tells none after the day.

    Of several times the one said to be the latest counts ("före midsommar, senast 15 juni"), then the one that the
    matter was moved to, else the first; a day counts before the month that it lies in ("augustimötet den 16/8").
    """
    found = due_expressions(text, after)
    for sign in (_AT_THE_LATEST, _MOVED_TO):
        if named := next((each for each in found if _is_told_by(sign, text, each)), None):
            return named.period.end
    return _closest(found[0], found).period.end if found else None


def _is_told_by(sign: re.Pattern[str], text: str, each: TimeExpression) -> bool:
    return any(told.start("to") <= each.start <= told.end() for told in sign.finditer(text))


def _closest(first: TimeExpression, found: Sequence[TimeExpression]) -> TimeExpression:
    days = (each for each in found if each.grain is Grain.DAY and each.period.end in first.period)
    return next(days, first)


def _due(each: TimeExpression, text: str) -> TimeExpression:
    start = each.period.start
    if each.grain is Grain.DAY:
        return replace(each, period=_one_day(start))
    if _is_before(text, each) and not _TO_ITS_END.match(text, each.end):
        return replace(each, period=_one_day(start - timedelta(days=1)))
    return each


def _is_before(text: str, each: TimeExpression) -> bool:
    return bool(_IN_FRONT.search(text, 0, each.start) or _FROM_ITSELF.match(text, each.start))


def _one_day(day: date) -> Period:
    return Period(day, day)


def report_period(text: str) -> Period | None:
    """Return the period that a title or sentence says the report is about, or None when it says nothing of the kind.

    "Verksamhetsberättelse 2025", "verksamhetsåret 2024/25", "1 juli 2024–30 juni 2025". A broken year without
    months is taken as July to June.
    """
    if not _REPORT_TITLE.search(text):
        return None
    nowhere = Period.of_year(1900)
    found = [each for each in time_expressions(text, nowhere) if _can_be_reported(each)]
    spans = [each for each in found if each.grain is Grain.SPAN]
    return next((each.period for each in spans or found), None)


def _can_be_reported(each: TimeExpression) -> bool:
    long_enough = each.period.end - each.period.start >= _SHORTEST_REPORT
    return each.grain in _WHOLE_PERIOD and long_enough and each.period.start.year > 1950


def _read(text: str, choice: Choice) -> Iterator[TimeExpression]:
    taken = 0
    for found, rule in _matches(text):
        if found.start() < taken:
            continue
        period = _meaning(rule, found, choice)
        if period is None:
            continue
        taken = found.end()
        yield TimeExpression(found.start(), found.end(), rule.grain, _bound(text, found, rule), period)


def _matches(text: str) -> list[tuple[re.Match[str], Rule]]:
    """Return all matches from the left, the longest first where several begin at one place."""
    found = [(match, rule) for rule in RULES for match in rule.pattern.finditer(text)]
    return sorted(found, key=lambda each: (each[0].start(), -each[0].end()))


def _meaning(rule: Rule, found: re.Match[str], choice: Choice) -> Period | None:
    try:
        return rule.meaning(found, choice)
    except (ValueError, InvalidPeriod):  # 31 juni, a span that ends before it begins
        return None


def _bound(text: str, found: re.Match[str], rule: Rule) -> Bound:
    start = found.start("m") if rule.grain is Grain.MONTH else found.start()
    before = _BOUND_BEFORE.search(text[max(0, start - _BEFORE) : start])
    if before is None or rule.grain is Grain.SPAN:
        return Bound.DURING
    return Bound.SINCE if before["since"] else Bound.BY
