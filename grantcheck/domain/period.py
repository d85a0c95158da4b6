"""The time a report is about (verksamhetsår): a calendar year or a broken one."""

from dataclasses import dataclass
from datetime import date

from .errors import InvalidPeriod

LONGEST_PERIOD_DAYS = 3 * 366


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `start` to `end`, both days included.

    Raises InvalidPeriod when the end is before the start or the period is longer than three years.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start or (self.end - self.start).days > LONGEST_PERIOD_DAYS:
            raise InvalidPeriod(period=str(self))

    def __str__(self) -> str:
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def is_calendar_year(self) -> bool:
        """Whether it is 1 January to 31 December of one year."""
        return self == Period.of_year(self.start.year)

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """Return the calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `YYYY-MM-DD/YYYY-MM-DD`. Raises InvalidPeriod."""
        try:
            start, end = (date.fromisoformat(part) for part in text.split("/"))
        except ValueError:
            raise InvalidPeriod(period=text) from None
        return cls(start, end)
