"""The worker is killed again and again in the middle of its work; every report is read exactly once all the same."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from grantcheck.domain.audit import first_break
from grantcheck.domain.report import ReportId
from grantcheck.services.submit_report import receive
from grantcheck.storage import audit
from grantcheck.storage.reports import queued_reports
from grantcheck.work.durable_queue import DurableQueue, make_system_database
from tests.installation import Installation, a_draft, a_member, a_round, an_association, upload

REPORTS = 6
KILLS = 6
SEED = 20261124
LONGEST_WAIT = 90.0

pytestmark = pytest.mark.crash


@pytest.fixture
def place(tmp_path: Path) -> Installation:
    made = Installation.make(tmp_path)
    make_system_database(made.folder / "work.db")
    return made


def hand_in_reports(place: Installation, *, enqueued: int) -> list[ReportId]:
    """Hand in a report from each of several associations; the rest are left for the worker's schedule to find."""
    durable = DurableQueue(place.folder / "work.db")
    with place.open_store() as store:
        a_round(store)
        received = []
        for number in range(REPORTS):
            member = a_member(store, f"Maud{number}", an_association(store, f"Förening {number}"))
            queue = durable if number < enqueued else place.queue
            content = f"Verksamhetsberättelse {number}\n\nAlla ledare gick igenom kamratreglerna.".encode()
            received.append(receive(store, queue, member, a_draft(store, member), upload(content), max_megabytes=1))
    return received


def start_worker(place: Installation) -> "subprocess.Popen[str]":
    """Start a worker and return when it has begun to read."""
    command = [sys.executable, "-m", "tests.stories.reading_worker", str(place.folder)]
    worker = subprocess.Popen(command, cwd=Path(__file__).parents[2], stderr=subprocess.PIPE, text=True)
    assert worker.stderr is not None
    said = []
    for line in worker.stderr:
        said.append(line)
        if "the worker reads reports" in line:
            return worker
    raise AssertionError("the worker did not start: " + "".join(said))


def wait_until(done: Callable[[], bool], worker: "subprocess.Popen[str]") -> None:
    """Wait for the worker's work; the deadline only keeps a broken test from hanging."""
    deadline = time.monotonic() + LONGEST_WAIT
    while not done():
        assert worker.poll() is None, "the worker ended by itself"
        assert time.monotonic() < deadline, "the worker did not come that far"
        time.sleep(0.05)


def nothing_waits(place: Installation) -> bool:
    with place.open_store() as store:
        return queued_reports(store) == ()


def under_way(place: Installation) -> int:
    """Return how many readings had begun and not ended."""
    sql = "SELECT count(*) FROM workflow_status WHERE name = 'check' AND status = 'PENDING'"
    with sqlite3.connect(place.folder / "work.db") as connection:
        return int(connection.execute(sql).fetchone()[0])


def kill_at_random_moments(place: Installation, moments: random.Random) -> int:
    """Start and kill workers, and return how many readings were cut off in the middle."""
    cut_off = 0
    for _ in range(KILLS):
        worker = start_worker(place)
        time.sleep(moments.uniform(0.0, 0.9))
        worker.send_signal(signal.SIGKILL)
        worker.communicate()
        cut_off += under_way(place)
    return cut_off


def test_a_worker_killed_at_random_moments_reads_each_report_exactly_once(place: Installation) -> None:
    received = hand_in_reports(place, enqueued=REPORTS - 1)

    cut_off = kill_at_random_moments(place, random.Random(SEED))  # noqa: S311 - moments, no secrets
    worker = start_worker(place)
    try:
        wait_until(lambda: nothing_waits(place), worker)
    finally:
        worker.terminate()
        worker.communicate()

    assert worker.returncode == 0
    assert cut_off > 0
    with place.open_store() as store:
        runs = [row["report_id"] for row in store.db.query("SELECT report_id FROM check_run ORDER BY report_id")]
        assert runs == received
        for report in received:
            actions = [event.deed.action for event in audit.events_of(store, "report", report)]
            assert actions == ["report_received", "report_read"]
        assert first_break(audit.events(store), audit.head(store)) is None
