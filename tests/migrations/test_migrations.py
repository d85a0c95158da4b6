"""Migrations go forward, with a backup before, and lead to the schema that stands beside them."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from grantcheck.domain.errors import DatabaseBehind
from grantcheck.resources import shipped
from grantcheck.storage import Store
from grantcheck.storage.migrations import migrate, pending, require_current, shipped_migrations
from grantcheck.work.inline_queue import InlineQueue
from tests.installation import Installation, a_draft, a_member, a_round, checking, hand_in

SCHEMA = shipped("migrations") / "schema.sql"


def schema_of(database: Path) -> str:
    """Return all statements that made the database, without what SQLite and the search index keep for themselves."""
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name")
    own = [sql for name, sql in rows if not name.startswith(("sqlite_", "_sqlite_", "report_text_"))]
    return ";\n\n".join(own) + ";\n"


def test_the_migrated_schema_is_the_one_that_was_committed(tmp_path: Path) -> None:
    migrate(tmp_path / "new.db")

    assert schema_of(tmp_path / "new.db") == SCHEMA.read_text(encoding="utf-8")


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    database = tmp_path / "new.db"

    assert migrate(database) is None
    assert pending(database) == []
    assert migrate(database) is None


def test_the_program_refuses_a_database_that_is_behind(tmp_path: Path) -> None:
    with pytest.raises(DatabaseBehind) as refusal:
        require_current(tmp_path / "none.db")
    assert "m0001_start" in str(refusal.value.details["missing"])

    migrate(tmp_path / "none.db")
    require_current(tmp_path / "none.db")


def test_a_backup_is_made_before_anything_is_changed(tmp_path: Path) -> None:
    database = tmp_path / "old.db"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE older (id INTEGER)")
        connection.execute("INSERT INTO older VALUES (7)")

    backup = migrate(database)

    assert backup is not None
    assert sqlite3.connect(backup).execute("SELECT id FROM older").fetchall() == [(7,)]
    assert backup.stat().st_mode & 0o077 == 0


def test_every_migration_has_a_number_of_its_own() -> None:
    names = [migration.name for migration in shipped_migrations().pending(Database(memory=True))]

    numbers = [name.split("_")[0] for name in names]
    assert numbers == [f"m{number:04}" for number in range(1, len(names) + 1)]


def test_reports_that_were_read_before_get_fingerprints_too(tmp_path: Path) -> None:
    place = Installation.make(tmp_path)
    with place.open_store() as store:
        a_round(store)
        maud = a_member(store)
        report = hand_in(place, store, maud, a_draft(store, maud))
        InlineQueue(checking(place)).enqueue(report, 1)
        kept = fingerprint_rows(store)
        store.db.execute("DROP TABLE sentence_band")
        store.db.execute("DROP TABLE report_sketch")
        store.db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm0002_fingerprints'")

    migrate(place.database)

    with place.open_store() as store:
        assert kept
        assert fingerprint_rows(store) == kept


def fingerprint_rows(store: Store) -> list[tuple[object, ...]]:
    bands = store.db.execute("SELECT band, report_id, place FROM sentence_band").fetchall()
    return bands + store.db.execute("SELECT report_id, sketches FROM report_sketch").fetchall()
