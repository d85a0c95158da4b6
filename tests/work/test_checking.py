"""From a stored file to a recorded reading: once, whatever the file holds and however often a step is run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.audit import first_break
from grantcheck.domain.document import Document
from grantcheck.domain.errors import EncryptedFile, LooksLikeRegisterExtract, NotSwedish, UnreadableReport
from grantcheck.domain.report import Progress, ReadingStep, ReportId, ReportState, workflow_id
from grantcheck.services.submit_report import remove
from grantcheck.storage import Store, audit
from grantcheck.storage.cases import Case, own_case
from grantcheck.storage.check_runs import latest_run
from grantcheck.work.checking import Checking
from grantcheck.work.inline_queue import InlineQueue
from grantcheck.work.reading_pool import Question
from tests import factories
from tests.installation import Installation, a_draft, a_member, a_round, checking, hand_in


def handed_in(place: Installation, store: Store) -> tuple[ReportId, Callable[[], Case]]:
    """Hand in a report, and return it with a way to look at its case."""
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    report = hand_in(place, store, maud, draft)
    return report, lambda: own_case(store, maud.id, draft)


def run_steps(steps: Checking, report: ReportId, *, times: int = 1) -> None:
    pages = steps.read_pages(report)
    compared = steps.compare(report, pages)
    for _ in range(times):
        steps.record(report, workflow_id(report, 1), pages, compared)


def locked(path: Path, page_read: Callable[[int, int], None]) -> Document:
    raise EncryptedFile


def a_register_extract(path: Path, page_read: Callable[[int, int], None]) -> Document:
    raise LooksLikeRegisterExtract


def in_english(question: Question) -> Analysis:
    raise NotSwedish(language="en")


def test_a_reading_is_stored_whole_with_its_versions(place: Installation, store: Store) -> None:
    report, case = handed_in(place, store)

    InlineQueue(checking(place)).enqueue(report, 1)

    run = latest_run(store, report)
    assert run is not None
    assert run.analysis == factories.analysis()
    assert run.rule_set == factories.karlstad()
    assert "gick alla ledare" in run.document.blocks[0].text
    assert run.program == "0.1.0"
    read = case()
    assert read.report is not None
    assert read.report.state is ReportState.READ
    assert read.progress == Progress(ReadingStep.DONE, 1, 1)


def test_a_step_that_runs_again_records_nothing_twice(place: Installation, store: Store) -> None:
    report, _ = handed_in(place, store)

    run_steps(checking(place), report, times=3)

    assert store.db.table("check_run").count == 1
    actions = [event.deed.action for event in audit.events_of(store, "report", report)]
    assert actions == ["report_received", "report_read"]


def test_each_reading_that_is_asked_for_is_kept_beside_the_earlier_ones(place: Installation, store: Store) -> None:
    report, _ = handed_in(place, store)
    queue = InlineQueue(checking(place))

    queue.enqueue(report, 1)
    queue.enqueue(report, 2)

    assert store.db.table("check_run").count == 2


@pytest.mark.parametrize(
    ("steps", "error"),
    [
        (lambda place: checking(place, extract=locked), "file-encrypted"),
        (lambda place: checking(place, answer=in_english), "not-swedish"),
    ],
    ids=["found when pages are read", "found by the checker"],
)
def test_an_unreadable_file_is_an_outcome_that_tells_why(
    place: Installation, store: Store, steps: Callable[[Installation], Checking], error: str
) -> None:
    report, case = handed_in(place, store)

    run_steps(steps(place), report, times=2)

    unread = case().report
    assert unread is not None
    assert (unread.state, unread.error) == (ReportState.UNREADABLE, error)
    assert store.db.table("check_run").count == 1
    assert latest_run(store, report) is None


def test_a_register_extract_leaves_nothing_behind_but_why(place: Installation, store: Store) -> None:
    report, case = handed_in(place, store)

    run_steps(checking(place, extract=a_register_extract), report, times=2)

    assert case().report is None
    assert case().application.refused == "register-extract"
    assert [path for path in place.folder.glob("files/**/*") if path.is_file()] == []
    assert [event.deed.action for event in audit.events_of(store, "report", report)] == [
        "report_received",
        "report_refused",
    ]


def test_a_stopped_reading_keeps_the_file(place: Installation, store: Store) -> None:
    report, case = handed_in(place, store)

    checking(place).give_up(report, workflow_id(report, 1))

    stopped = case().report
    assert stopped is not None
    assert (stopped.state, stopped.error) == (ReportState.STOPPED, "reading-stopped")
    assert store.files.has(stopped.sha256)


def test_a_report_that_was_removed_while_it_was_read_stays_removed(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    report = hand_in(place, store, maud, draft)
    steps = checking(place)
    pages = steps.read_pages(report)
    compared = steps.compare(report, pages)

    remove(store, maud, draft)
    steps.record(report, workflow_id(report, 1), pages, compared)

    assert own_case(store, maud.id, draft).report is None
    assert store.db.table("check_run").count == 0
    assert steps.compare(report, steps.read_pages(report))


def test_progress_can_be_followed_while_pages_are_read(place: Installation, store: Store) -> None:
    report, case = handed_in(place, store)
    seen: list[Progress | None] = []

    def two_pages(path: Path, page_read: Callable[[int, int], None]) -> Document:
        for page in (1, 2):
            page_read(page, 2)
            seen.append(case().progress)
        return factories.document(pages=2)

    checking(place, extract=two_pages).read_pages(report)

    assert seen == [Progress(ReadingStep.PAGES, 1, 2), Progress(ReadingStep.PAGES, 2, 2)]


def test_the_day_of_the_upload_stands_for_today_so_a_rerun_reads_the_same(place: Installation, store: Store) -> None:
    report, _ = handed_in(place, store)
    asked: list[Question] = []

    def remember(question: Question) -> Analysis:
        asked.append(question)
        return factories.analysis()

    uploaded = place.now.date()
    place.later(days=60)
    InlineQueue(checking(place, answer=remember)).enqueue(report, 1)

    assert [question.today for question in asked] == [uploaded]


def test_the_log_holds_after_all_of_it(place: Installation, store: Store) -> None:
    report, _ = handed_in(place, store)

    run_steps(checking(place), report)

    assert first_break(audit.events(store), audit.head(store)) is None


def test_every_unreadable_failure_comes_back_from_its_code() -> None:
    from grantcheck.domain.errors import unreadable

    for kind in UnreadableReport.__subclasses__():
        again = unreadable(kind.code, {"pages": 61})

        assert type(again) is kind
        assert again.details == {"pages": 61}
