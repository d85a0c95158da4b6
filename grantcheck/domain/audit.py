"""The log of what was done (AuditEvent): append-only, each event hash-chained to the one before."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from .people import PersonId

NO_HASH = "0" * 64
"""What the first event is chained to."""


class ActorKind(StrEnum):
    """Who acted: a person, the automatic reading, or whoever runs the installation."""

    PERSON = "person"
    READING = "reading"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something; `person` is None for the others."""

    kind: ActorKind
    person: PersonId | None = None

    @classmethod
    def of(cls, person: PersonId) -> "Actor":
        """Return the person as actor."""
        return cls(ActorKind.PERSON, person)


READING = Actor(ActorKind.READING)
OPERATOR = Actor(ActorKind.OPERATOR)


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done to which object; `action` is worded by `gc.audit.<action>`. Details hold codes and ids only."""

    action: str
    object_kind: str
    object_id: int
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """A deed with its time (UTC), actor and place in the chain."""

    number: int
    at: datetime
    actor: Actor
    deed: Deed
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: how many events there are, and the last one's hash."""

    events: int
    hash: str


def event_after(head: Head, at: datetime, actor: Actor, deed: Deed) -> AuditEvent:
    """Return the event that follows the head."""
    number = head.events + 1
    return AuditEvent(number, at, actor, deed, head.hash, _hash(number, at, actor, deed, head.hash))


class BreakKind(StrEnum):
    """How the chain fails to hold: an event does not follow from the one before, or the log does not end as noted."""

    EVENT = "event"
    END = "end"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold: the event with the number, counted from 1."""

    kind: BreakKind
    number: int


def first_break(events: Iterable[AuditEvent], head: Head) -> Break | None:
    """Return the first place where an event was changed, removed or inserted, None where the whole log holds.

    `head` is what was noted beside the log when the last event was written, so a removed end is found too.
    """
    end = Head(0, NO_HASH)
    for event in events:
        if event != event_after(end, event.at, event.actor, event.deed):
            return Break(BreakKind.EVENT, end.events + 1)
        end = Head(event.number, event.hash)
    return None if end == head else Break(BreakKind.END, end.events)


def _hash(number: int, at: datetime, actor: Actor, deed: Deed, previous: str) -> str:
    content = [
        number,
        at.isoformat(),
        actor.kind.value,
        actor.person,
        deed.action,
        deed.object_kind,
        deed.object_id,
        dict(deed.details),
        previous,
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
