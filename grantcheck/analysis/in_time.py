"""Tells where the times that a sentence names lie, seen from the reported period."""

from enum import StrEnum

from grantcheck.domain.period import Period

from .swedish.periods import time_expressions
from .swedish.time_expression import Bound, TimeExpression


class When(StrEnum):
    """Where the times that a sentence names lie; untold where it names none, or several that lie apart."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"
    UNTOLD = "untold"


def when_told(text: str, period: Period) -> When:
    """Return where the times that the text names lie, seen from the period; what lasts since a time is left out."""
    places = {place(each.period, period) for each in _told(text, period)} - {When.UNTOLD}
    return places.pop() if len(places) == 1 else When.UNTOLD


def times_within(text: str, period: Period) -> list[str]:
    """Return the words of the text that name a time in the period."""
    return [text[each.start : each.end] for each in _told(text, period) if place(each.period, period) is When.WITHIN]


def times_outside(text: str, period: Period) -> list[str]:
    """Return the words of the text that name a time before or after the period."""
    outside = (When.BEFORE, When.AFTER)
    return [text[each.start : each.end] for each in _told(text, period) if place(each.period, period) in outside]


def place(time: Period, period: Period) -> When:
    """Return where the time lies; one that began before the period and reaches into it lies nowhere."""
    if time.end < period.start:
        return When.BEFORE
    if time.start > period.end:
        return When.AFTER
    return When.WITHIN if time.start >= period.start else When.UNTOLD


def _told(text: str, period: Period) -> list[TimeExpression]:
    return [each for each in time_expressions(text, period) if each.bound is not Bound.SINCE]
