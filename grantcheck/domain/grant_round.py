"""A grant round (ansökningsomgång): when one can apply, and by which rule set reports are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from .ruleset import Occasion

RoundId = NewType("RoundId", int)


class RoundState(StrEnum):
    """Whether one can apply: not yet, yes, yes but late, or no more."""

    NOT_OPEN = "not_open"
    OPEN = "open"
    LATE = "late"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class GrantRound:
    """A period in which one kind of grant is applied for. Times are in UTC; wordings have the keys sv and en.

    `late_until` is the last moment for a late application, None where late ones are not taken.
    """

    id: RoundId
    name: Mapping[str, str]
    who_may_apply: Mapping[str, str]
    late_rule: Mapping[str, str]
    opens_at: datetime
    closes_at: datetime
    late_until: datetime | None
    decision_by: date
    period_start: date
    period_end: date
    ruleset: str
    occasion: Occasion
    draft_days: int

    def state(self, now: datetime) -> RoundState:
        """Return whether one can apply at the moment."""
        if now < self.opens_at:
            return RoundState.NOT_OPEN
        if now <= self.closes_at:
            return RoundState.OPEN
        return RoundState.LATE if self.late_until and now <= self.late_until else RoundState.CLOSED

    def takes_applications(self, now: datetime) -> bool:
        """Whether one can apply at the moment, in time or late."""
        return self.state(now) in (RoundState.OPEN, RoundState.LATE)

    def days_late(self, submitted_at: datetime) -> int:
        """Return how many days after the last day an application came in, begun days counted; 0 when in time."""
        return max(0, -((self.closes_at - submitted_at) // timedelta(days=1)))

    @property
    def drafts_removed_on(self) -> date:
        """The day when unsent drafts and their files are removed."""
        return (self.late_until or self.closes_at).date() + timedelta(days=self.draft_days)
