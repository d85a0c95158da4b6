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


def first_break(events: Iterable[AuditEvent], head: Head) -> str | None:
    """Return what is wrong at the first place where the chain does not hold, None where all of it holds.

    Finds an event that was changed, removed (also at the end) or inserted.
    """
    end = Head(0, NO_HASH)
    for event in events:
        expected = event_after(end, event.at, event.actor, event.deed)
        if event != expected:
            return f"event {end.events + 1} does not follow from the one before it (the row has number {event.number})"
        end = Head(event.number, event.hash)
    if end != head:
        return f"the log ends at event {end.events}, but event {head.events} was written"
    return None


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
