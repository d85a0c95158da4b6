"""The log is a chain: whatever is changed, removed or put in shows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.audit import (
    NO_HASH,
    OPERATOR,
    READING,
    Actor,
    AuditEvent,
    Break,
    BreakKind,
    Deed,
    Head,
    event_after,
    first_break,
)
from grantcheck.domain.people import PersonId

START = datetime(2026, 11, 24, tzinfo=UTC)
ACTORS = st.one_of(
    st.just(READING), st.just(OPERATOR), st.integers(1, 9).map(lambda person: Actor.of(PersonId(person)))
)
DETAILS = st.dictionaries(st.text(max_size=5), st.one_of(st.text(max_size=5), st.integers()), max_size=2)
DEEDS = st.builds(Deed, st.sampled_from(["signed_in", "report_read"]), st.just("report"), st.integers(1, 9), DETAILS)


def log(deeds: list[tuple[Actor, Deed]]) -> tuple[list[AuditEvent], Head]:
    events: list[AuditEvent] = []
    head = Head(0, NO_HASH)
    for minutes, (actor, deed) in enumerate(deeds):
        events.append(event_after(head, START + timedelta(minutes=minutes), actor, deed))
        head = Head(events[-1].number, events[-1].hash)
    return events, head


LOGS = st.lists(st.tuples(ACTORS, DEEDS), min_size=1, max_size=6).map(log)


@given(LOGS)
def test_a_log_that_nobody_touched_holds(written: tuple[list[AuditEvent], Head]) -> None:
    assert first_break(*written) is None


@given(LOGS, st.data())
def test_a_changed_event_is_found_where_it_stands(written: tuple[list[AuditEvent], Head], data: st.DataObject) -> None:
    events, head = written
    place = data.draw(st.integers(0, len(events) - 1))
    event = events[place]
    changed = data.draw(
        st.sampled_from(
            [
                replace(event, at=event.at + timedelta(seconds=1)),
                replace(event, actor=Actor.of(PersonId(77))),
                replace(event, deed=replace(event.deed, action="something else")),
                replace(event, deed=replace(event.deed, object_id=event.deed.object_id + 1)),
                replace(event, deed=replace(event.deed, details={**event.deed.details, "more": 1})),
                replace(event, hash="f" * 64),
            ]
        )
    )

    found = first_break([*events[:place], changed, *events[place + 1 :]], head)

    assert found == Break(BreakKind.EVENT, place + 1)


@given(LOGS, st.data())
def test_a_removed_event_is_found_also_at_the_end(written: tuple[list[AuditEvent], Head], data: st.DataObject) -> None:
    events, head = written
    place = data.draw(st.integers(0, len(events) - 1))

    found = first_break([*events[:place], *events[place + 1 :]], head)

    last = place == len(events) - 1
    assert found == (Break(BreakKind.END, place) if last else Break(BreakKind.EVENT, place + 1))


@given(LOGS, st.data())
def test_an_inserted_event_is_found_even_when_it_is_chained_rightly(
    written: tuple[list[AuditEvent], Head], data: st.DataObject
) -> None:
    events, head = written
    place = data.draw(st.integers(0, len(events)))
    before = Head(place, events[place - 1].hash if place else NO_HASH)
    forged = event_after(before, START, OPERATOR, Deed("forged", "report", 1))

    found = first_break([*events[:place], forged, *events[place:]], head)

    assert found is not None
