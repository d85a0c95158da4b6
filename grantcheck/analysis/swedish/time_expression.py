"""What a point or stretch of time in a text is, after it has been read."""

from dataclasses import dataclass
from enum import StrEnum

from grantcheck.domain.period import Period


class Grain(StrEnum):
    """How exactly a time is told."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half_year"
    YEAR = "year"
    SPAN = "span"


class Bound(StrEnum):
    """How the text ties the matter to the time: in it, from it on ("sedan 2019"), or up to it ("senast i april")."""

    DURING = "during"
    SINCE = "since"
    BY = "by"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """`text[start:end]` of the read text tells a time; `period` is what it means, both days included.

    With `Bound.SINCE` the period is the named time itself: what began in it lasts.
    """

    start: int
    end: int
    grain: Grain
    bound: Bound
    period: Period


EXACT_GRAINS = frozenset({Grain.DAY, Grain.MONTH, Grain.QUARTER})
