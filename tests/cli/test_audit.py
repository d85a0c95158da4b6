"""`grantcheck audit verify` on a real database: it holds, or the broken place is named."""

import sqlite3
from pathlib import Path

import pytest

from grantcheck.cli.parser import main
from tests.installation import Installation, a_draft, a_member, a_round

TAMPERED = [
    ("UPDATE audit_event SET action = 'other' WHERE number = 2", "händelse 2"),
    ("UPDATE audit_event SET at = '2026-01-01T00:00:00Z' WHERE number = 1", "händelse 1"),
    ("DELETE FROM audit_event WHERE number = 1", "händelse 1"),
    ("DELETE FROM audit_event WHERE number = 2", "slutar vid händelse 1"),
    ("DELETE FROM audit_event", "slutar vid händelse 0"),
    (
        "INSERT INTO audit_event SELECT 3, at, actor_kind, actor_person, action, object_kind, object_id, details,"
        " hash, hash FROM audit_event WHERE number = 2",
        "händelse 3",
    ),
]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a database with two events in its log."""
    place = Installation.make(tmp_path)
    with place.open_store() as store:
        a_round(store)
        a_draft(store, a_member(store))
    monkeypatch.setenv("GRANTCHECK_INSTANCE", str(tmp_path))
    return place.database


def tamper(database: Path, statement: str) -> None:
    """Do what the database itself refuses, as someone with the file in hand could."""
    with sqlite3.connect(database) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)


def test_an_untouched_log_holds_and_shows_its_last_hash(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(database) as connection:
        (last,) = connection.execute("SELECT hash FROM audit_event ORDER BY number DESC LIMIT 1").fetchone()

    assert main(["audit", "verify"]) == 0
    assert "2 händelser" in (said := capsys.readouterr().out)
    assert last in said


@pytest.mark.parametrize(("statement", "named"), TAMPERED)
def test_a_log_that_was_tampered_with_is_found_out(
    database: Path, capsys: pytest.CaptureFixture[str], statement: str, named: str
) -> None:
    tamper(database, statement)

    assert main(["audit", "verify"]) == 1
    assert named in capsys.readouterr().out.lower()


def test_without_a_database_one_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GRANTCHECK_INSTANCE", str(tmp_path / "none"))

    assert main(["audit", "verify"]) == 2
    assert "grantcheck migrate" in capsys.readouterr().err
