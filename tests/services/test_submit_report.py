"""A report comes in: the file first, its rows second, and only what may come in."""

import pytest

from grantcheck.domain.application import ApplicationState
from grantcheck.domain.errors import EmptyFile, FileTooLarge, NotFound, RoundClosed, UnknownFileType, WrongState
from grantcheck.domain.report import ReportState, workflow_id
from grantcheck.services import applications
from grantcheck.services.record_check import record_stopped
from grantcheck.services.submit_report import Upload, read_again, receive, remove
from grantcheck.storage import Store, audit
from grantcheck.storage.cases import own_case
from grantcheck.storage.check_runs import Attempt
from tests.installation import A_REPORT, Installation, a_draft, a_member, a_round, an_association, hand_in, upload


def test_a_report_is_kept_under_its_fingerprint_and_waits_to_be_read(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)

    report = hand_in(place, store, maud, draft)

    case = own_case(store, maud.id, draft)
    assert case.report is not None
    assert (case.report.id, case.report.state, case.report.size) == (report, ReportState.QUEUED, len(A_REPORT))
    assert store.files.open(case.report.sha256).read() == A_REPORT
    assert place.queue.asked == [(report, 1)]


def test_the_same_bytes_twice_are_one_report_read_once(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)

    first, second = hand_in(place, store, maud, draft), hand_in(place, store, maud, draft)

    assert first == second
    assert place.queue.asked == [(first, 1)]
    assert [item.deed.action for item in audit.events_of(store, "report", first)] == ["report_received"]


def test_a_new_version_replaces_the_old_one_and_the_old_one_can_come_back(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    first = hand_in(place, store, maud, draft)
    second = hand_in(place, store, maud, draft, b"En annan version")

    again = hand_in(place, store, maud, draft)

    current = own_case(store, maud.id, draft).report
    assert first == again != second
    assert current is not None
    assert current.id == first
    assert store.db.table("report").count == 2


def test_another_associations_application_is_not_found(place: Installation, store: Store) -> None:
    a_round(store)
    draft = a_draft(store, a_member(store))
    stranger = a_member(store, "Isak", an_association(store, "Enbergets Scoutkår"))

    with pytest.raises(NotFound):
        hand_in(place, store, stranger, draft)

    assert store.db.table("report").count == 0


def test_a_late_report_is_taken_and_a_later_one_is_not(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)

    place.later(days=8)
    hand_in(place, store, maud, draft)
    place.later(days=2)

    with pytest.raises(RoundClosed) as refusal:
        hand_in(place, store, maud, draft, b"En annan version")
    assert refusal.value.details == {"state": "closed"}


@pytest.mark.parametrize(
    ("content", "refusal"),
    [(b"", EmptyFile), (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00", UnknownFileType), (b"text " * 400_000, FileTooLarge)],
)
def test_a_file_that_cant_be_a_report_leaves_nothing(
    place: Installation, store: Store, content: bytes, refusal: type[Exception]
) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)

    with pytest.raises(refusal):
        receive(store, place.queue, maud, draft, upload(content), max_megabytes=1)

    assert store.db.table("report").count == 0
    assert [path for path in place.folder.glob("files/**/*") if path.is_file()] == []


def test_what_has_been_submitted_cant_be_replaced_or_removed(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    hand_in(place, store, maud, draft)
    applications.submit(store, maud, draft, may_represent=True)

    with pytest.raises(WrongState):
        hand_in(place, store, maud, draft, b"En annan version")
    with pytest.raises(WrongState):
        remove(store, maud, draft)

    assert own_case(store, maud.id, draft).application.state is ApplicationState.SUBMITTED


def test_removing_a_drafts_report_removes_its_file_too(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    hand_in(place, store, maud, draft)
    case = own_case(store, maud.id, draft)
    assert case.report is not None

    remove(store, maud, draft)

    assert own_case(store, maud.id, draft).report is None
    assert not store.files.has(case.report.sha256)


def test_a_file_that_another_application_stands_on_is_kept(place: Installation, store: Store) -> None:
    a_round(store)
    maud, isak = a_member(store), a_member(store, "Isak", an_association(store, "Enbergets Scoutkår"))
    mine, theirs = a_draft(store, maud), a_draft(store, isak)
    hand_in(place, store, maud, mine)
    hand_in(place, store, isak, theirs)

    remove(store, maud, mine)

    case = own_case(store, isak.id, theirs)
    assert case.report is not None
    assert store.files.has(case.report.sha256)


def test_a_stopped_reading_can_be_asked_for_again(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    report = hand_in(place, store, maud, draft)
    record_stopped(store, Attempt(report, workflow_id(report, 1), "0.1.0"))

    read_again(store, place.queue, maud, draft)
    read_again(store, place.queue, maud, draft)

    assert place.queue.asked == [(report, 1), (report, 2)]
    assert workflow_id(report, 2) != workflow_id(report, 1)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("C:\\Users\\maud\\Berättelse 2025.docx", "Berättelse 2025.docx"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("", "rapport"),
    ],
)
def test_a_senders_file_name_is_shown_without_its_path(
    place: Installation, store: Store, given: str, shown: str
) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)

    receive(store, place.queue, maud, draft, Upload(upload().stream, given), max_megabytes=25)

    report = own_case(store, maud.id, draft).report
    assert report is not None
    assert report.filename == shown
