"""What the database itself holds: strict types, states, foreign keys, and a unit of work that is whole or nothing."""

import sqlite3
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest

from grantcheck.domain.errors import NotFound
from grantcheck.domain.people import PersonId
from grantcheck.storage import Store, people
from grantcheck.storage.rows import stored_time
from tests.installation import Installation, a_draft, a_member, a_round, an_association


class Stop(Exception):
    """A fault in the middle of a unit of work."""


def add_two_and_fail(store: Store) -> None:
    with store.immediate():
        an_association(store)
        with store.immediate():
            an_association(store, "En till")
        raise Stop


def test_a_unit_of_work_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(Stop):
        add_two_and_fail(store)

    assert store.db.table("association").count == 0


def test_two_writers_wait_for_each_other_instead_of_failing(place: Installation) -> None:
    def add_many() -> None:
        with place.open_store() as store:
            for _ in range(20):
                with store.immediate():
                    count = store.db.table("association").count
                    an_association(store, f"Nummer {count}")

    writers = [threading.Thread(target=add_many) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    with place.open_store() as store:
        names = {row["name"] for row in store.db.query("SELECT name FROM association")}
        assert len(names) == 60


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO membership VALUES (99, 99)",
        "UPDATE application SET state = 'approved'",
        "UPDATE application SET state = 'submitted'",
        "UPDATE application SET created_at = '2026-11-24 09:00'",
        "UPDATE grant_round SET closes_at = opens_at",
        "UPDATE grant_round SET draft_days = 'many'",
        "UPDATE association SET organisation_number = '123'",
        "INSERT INTO person_role SELECT id, 'root' FROM person",
        "DELETE FROM association",
    ],
)
def test_the_database_refuses_what_no_code_should_write(store: Store, statement: str) -> None:
    a_round(store)
    a_draft(store, a_member(store))

    with pytest.raises(sqlite3.IntegrityError):
        store.db.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET action = 'nothing'",
        "DELETE FROM audit_event",
        "UPDATE audit_head SET events = 0",
        "DELETE FROM audit_head",
    ],
)
def test_the_log_can_only_grow(store: Store, statement: str) -> None:
    a_member(store)

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store.db.execute(statement)


def test_associations_are_in_swedish_order(store: Store) -> None:
    names = ["Ö-klubben", "Äventyrarna", "zebror", "Ågruppen", "Alfa"]
    maud = a_member(store, association=an_association(store, names[0]))
    for name in names[1:]:
        people.add_member(store, maud.id, an_association(store, name))

    listed = [item.name for item in people.associations_of(store, maud.id)]

    assert listed == ["Alfa", "zebror", "Ågruppen", "Äventyrarna", "Ö-klubben"]


def test_times_are_stored_in_utc_to_the_second() -> None:
    summer = timezone(timedelta(hours=2))

    assert stored_time(datetime(2026, 7, 1, 14, 30, 5, 999, summer)) == "2026-07-01T12:30:05Z"
    assert stored_time(datetime(2026, 7, 1, 12, 30, 5, tzinfo=UTC)) == "2026-07-01T12:30:05Z"


def test_what_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        people.own_association(store, PersonId(1), an_association(store))
