"""Tells where the times that a sentence names lie, seen from the reported period."""

from enum import StrEnum

from grantcheck.domain.period import Period

from .swedish.periods import time_expressions
from .swedish.time_expression import Bound


class When(StrEnum):
    """Where the times that a sentence names lie; untold where it names none, or several that lie apart."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"
    UNTOLD = "untold"


def when_told(text: str, period: Period) -> When:
    """Return where the times that the text names lie, seen from the period; what lasts since a time is left out."""
    told = [each.period for each in time_expressions(text, period) if each.bound is not Bound.SINCE]
    before = [time for time in told if time.end < period.start]
    within = [time for time in told if period.start <= time.start <= period.end]
    after = [time for time in told if time.start > period.end]
    answers = [when for when, times in ((When.BEFORE, before), (When.WITHIN, within), (When.AFTER, after)) if times]
    return answers[0] if len(answers) == 1 else When.UNTOLD
