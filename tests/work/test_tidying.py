"""Reports and workflows are kept in step: nothing waits for ever, and no text stays where it is not needed."""

import sqlite3
from pathlib import Path

import pytest

from grantcheck.domain.report import ReportState, workflow_id
from grantcheck.storage import Store
from grantcheck.storage.reports import known_report
from grantcheck.work.durable_queue import DurableQueue, make_system_database
from grantcheck.work.inline_queue import InlineQueue
from grantcheck.work.tidying import tidy
from tests.installation import Installation, a_draft, a_member, a_round, checking, hand_in


@pytest.fixture
def work_database(tmp_path: Path) -> Path:
    make_system_database(tmp_path / "work.db")
    return tmp_path / "work.db"


def end_all(work_database: Path, state: str) -> None:
    """Let every workflow have ended in the state."""
    with sqlite3.connect(work_database) as connection:
        connection.execute("UPDATE workflow_status SET status = ?", [state])


def test_a_report_that_nobody_took_is_enqueued_once(place: Installation, store: Store, work_database: Path) -> None:
    a_round(store)
    maud = a_member(store)
    report = hand_in(place, store, maud, a_draft(store, maud))
    queue = DurableQueue(work_database)

    tidy(queue, checking(place))
    tidy(queue, checking(place))

    assert dict(queue.states()) == {workflow_id(report, 1): "ENQUEUED"}


def test_a_reading_that_failed_for_good_is_stopped(place: Installation, store: Store, work_database: Path) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    report = hand_in(place, store, maud, draft)
    queue = DurableQueue(work_database)
    queue.enqueue(report, 1)
    end_all(work_database, "MAX_RECOVERY_ATTEMPTS_EXCEEDED")

    tidy(queue, checking(place))

    (row,) = store.db.query("SELECT sha256 FROM report")
    known = known_report(store, draft, row["sha256"])
    assert known is not None
    assert known.state is ReportState.STOPPED


def test_a_workflow_is_forgotten_when_its_report_has_an_outcome(
    place: Installation, store: Store, work_database: Path
) -> None:
    a_round(store)
    maud = a_member(store)
    report = hand_in(place, store, maud, a_draft(store, maud))
    queue = DurableQueue(work_database)
    queue.enqueue(report, 1)
    end_all(work_database, "SUCCESS")

    tidy(queue, checking(place))
    assert list(queue.states()) == [workflow_id(report, 1)]

    InlineQueue(checking(place)).enqueue(report, 1)
    tidy(queue, checking(place))
    assert dict(queue.states()) == {}


def test_a_queue_that_cant_be_reached_does_not_fail_the_upload(
    place: Installation, store: Store, tmp_path: Path
) -> None:
    a_round(store)
    maud = a_member(store)
    place.queue = DurableQueue(tmp_path / "no such folder" / "work.db")  # type: ignore[assignment]

    report = hand_in(place, store, maud, a_draft(store, maud))

    assert store.db.execute("SELECT state FROM report WHERE id = :id", {"id": report}).fetchone() == ("queued",)
