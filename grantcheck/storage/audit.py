"""Rows of the log of what was done; database triggers keep them from being changed or removed."""

import json
from collections.abc import Iterator

from grantcheck.domain.audit import Actor, AuditEvent, Deed, Head, event_after

from .rows import one_row, read_rows, stored_time
from .store import Store

_EVENT = """
SELECT number, at, actor_kind AS actor__kind, actor_person AS actor__person, action AS deed__action,
    object_kind AS deed__object_kind, object_id AS deed__object_id, details AS deed__details__json, previous, hash
FROM audit_event
"""


def log(store: Store, actor: Actor, deed: Deed) -> None:
    """Append what was done to the log; call it in the same unit of work as the deed itself."""
    event = event_after(head(store), store.now(), actor, deed)
    sql = """INSERT INTO audit_event (number, at, actor_kind, actor_person, action, object_kind, object_id, details,
            previous, hash)
        VALUES (:number, :at, :actor_kind, :actor_person, :action, :object_kind, :object_id, :details, :previous,
            :hash)"""
    values = {
        "number": event.number,
        "at": stored_time(event.at),
        "actor_kind": actor.kind.value,
        "actor_person": actor.person,
        "action": deed.action,
        "object_kind": deed.object_kind,
        "object_id": deed.object_id,
        "details": json.dumps(dict(deed.details), ensure_ascii=False),
        "previous": event.previous,
        "hash": event.hash,
    }
    store.db.execute(sql, values)
    store.db.execute(
        "UPDATE audit_head SET events = :events, hash = :hash WHERE id = 1",
        {"events": event.number, "hash": event.hash},
    )


def head(store: Store) -> Head:
    """Return the end of the log, which is kept beside it."""
    return one_row(store.db, Head, "SELECT events, hash FROM audit_head")


def events(store: Store) -> Iterator[AuditEvent]:
    """Give every event, the first one first."""
    return read_rows(store.db, AuditEvent, _EVENT + " ORDER BY number")


def events_of(store: Store, object_kind: str, object_id: int) -> tuple[AuditEvent, ...]:
    """Return what was done to one object, the first deed first."""
    sql = _EVENT + " WHERE object_kind = :kind AND object_id = :id ORDER BY number"
    return tuple(read_rows(store.db, AuditEvent, sql, kind=object_kind, id=object_id))
