"""The worker is killed again and again in the middle of its work; every report is read exactly once all the same."""

import random
import signal
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
KILLS = 5
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


def start_worker(place: Installation) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.stories.reading_worker", str(place.folder)]
    return subprocess.Popen(command, cwd=Path(__file__).parents[2], start_new_session=True)  # noqa: S603 - our own


def wait_until(done: Callable[[], bool], worker: "subprocess.Popen[bytes]") -> None:
    """Wait for the worker's work; the deadline only keeps a broken test from hanging."""
    deadline = time.monotonic() + LONGEST_WAIT
    while not done():
        assert worker.poll() is None, "the worker ended by itself"
        assert time.monotonic() < deadline, "the worker did not come that far"
        time.sleep(0.05)


def nothing_waits(place: Installation) -> bool:
    with place.open_store() as store:
        return queued_reports(store) == ()


def kill_at_random_moments(place: Installation, moments: random.Random) -> None:
    for _ in range(KILLS):
        worker = start_worker(place)
        time.sleep(moments.uniform(0.8, 2.6))
        worker.send_signal(signal.SIGKILL)
        worker.wait()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_worker_killed_at_random_moments_reads_each_report_exactly_once(place: Installation, seed: int) -> None:
    received = hand_in_reports(place, enqueued=REPORTS - 1)

    kill_at_random_moments(place, random.Random(seed))  # noqa: S311 - moments, no secrets
    worker = start_worker(place)
    try:
        wait_until(lambda: nothing_waits(place), worker)
    finally:
        worker.terminate()
        ended = worker.wait()

    assert ended == 0
    with place.open_store() as store:
        runs = [row["report_id"] for row in store.db.query("SELECT report_id FROM check_run ORDER BY report_id")]
        assert runs == received
        for report in received:
            actions = [event.deed.action for event in audit.events_of(store, "report", report)]
            assert actions == ["report_received", "report_read"]
        assert first_break(audit.events(store), audit.head(store)) is None
