"""Take in a report: the file first, its rows second, then its reading."""

from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO

from grantcheck.domain.application import ApplicationId, ApplicationState
from grantcheck.domain.audit import Actor, Deed
from grantcheck.domain.errors import EmptyFile, RoundClosed, WrongState
from grantcheck.domain.filetype import FIRST_BYTES, media_type
from grantcheck.domain.people import User
from grantcheck.domain.report import Report, ReportId, ReportState
from grantcheck.storage import Store, applications, audit, reports
from grantcheck.storage.cases import Case, own_case

from .queue import Queue

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it comes in: a stream that can be rewound, and the name that the sender gave it."""

    stream: BinaryIO
    filename: str


@dataclass(frozen=True, slots=True)
class Entered:
    """The report as entered, and the number of the reading to ask for, None where it needs none."""

    report: ReportId
    reading: int | None


def receive(
    store: Store, queue: Queue, user: User, application: ApplicationId, upload: Upload, *, max_megabytes: int
) -> ReportId:
    """Take in a report, have it read and return its id. It replaces an earlier one, which is kept as a version.

    The same bytes for the same application give back the report that exists. Raises NotFound, RoundClosed, WrongState,
    EmptyFile, FileTooLarge or UnknownFileType; nothing is stored then.
    """
    _require_changeable(store, own_case(store, user.id, application))
    kind = _media_type(upload.stream)
    stored = store.files.put(upload.stream, max_megabytes)
    new = reports.NewReport(application, stored.sha256, _name(upload.filename), kind, stored.size, user.id)
    with store.immediate():
        _require_changeable(store, own_case(store, user.id, application))
        entered = _enter(store, new)
    if entered.reading:
        queue.enqueue(entered.report, entered.reading)
    return entered.report


def read_again(store: Store, queue: Queue, user: User, application: ApplicationId) -> None:
    """Have a report read again whose reading stopped; a report that is being read or has been read is left alone.

    Raises NotFound.
    """
    with store.immediate():
        report = _current(store, user, application)
        if report.state is not ReportState.STOPPED:
            return
        reading = reports.queue_again(store, report.id)
        audit.log(store, Actor.of(user.id), Deed("reading_asked_for", "report", report.id, {"reading": reading}))
    queue.enqueue(report.id, reading)


def remove(store: Store, user: User, application: ApplicationId) -> None:
    """Remove the current report of a draft with its readings and its file. Raises NotFound, WrongState.

    What has been submitted is a public record and is removed by the retention plan only.
    """
    with store.immediate():
        case = own_case(store, user.id, application)
        if case.application.state is not ApplicationState.DRAFT:
            raise WrongState(state=case.application.state.value, wanted=ApplicationState.DRAFT.value)
        report = _current(store, user, application)
        reports.delete_report(store, report.id)
        audit.log(store, Actor.of(user.id), Deed("report_removed", "report", report.id, {"sha256": report.sha256}))
    forget_file(store, report.sha256)


def forget_file(store: Store, sha256: str) -> None:
    """Remove the file once no report stands on it."""
    with store.immediate():
        if not reports.is_file_needed(store, sha256):
            store.files.remove(sha256)


def _enter(store: Store, new: reports.NewReport) -> Entered:
    applications.mark_refused(store, new.application, None)
    known = reports.known_report(store, new.application, new.sha256)
    if known is None:
        report = reports.insert_report(store, new)
        _log(store, new, "report_received", report)
        return Entered(report, reading=1)
    if not known.current:
        reports.make_current(store, new.application, known.id)
        _log(store, new, "report_received_again", known.id)
    if known.state is ReportState.STOPPED:
        return Entered(known.id, reading=reports.queue_again(store, known.id))
    return Entered(known.id, reading=None)


def _log(store: Store, new: reports.NewReport, action: str, report: ReportId) -> None:
    details: dict[str, str | int] = {"application": new.application, "sha256": new.sha256}
    audit.log(store, Actor.of(new.uploaded_by), Deed(action, "report", report, details))


def _current(store: Store, user: User, application: ApplicationId) -> Report:
    report = own_case(store, user.id, application).report
    if report is None:
        raise WrongState(state="no-report", wanted="report")
    return report


def _require_changeable(store: Store, case: Case) -> None:
    if not case.application.changeable:
        raise WrongState(state=case.application.state.value, wanted=ApplicationState.DRAFT.value)
    if case.application.state is ApplicationState.DRAFT and not case.round.takes_applications(store.now()):
        raise RoundClosed(state=case.round.state(store.now()).value)


def _media_type(stream: BinaryIO) -> str:
    """Return the type by content and leave the stream at its beginning. Raises EmptyFile, UnknownFileType."""
    first = stream.read(FIRST_BYTES)
    stream.seek(0)
    if not first:
        raise EmptyFile
    return media_type(first)


def _name(given: str) -> str:
    """Return the last part of the sender's name for the file: it is shown, never used as a path."""
    last = PureWindowsPath(PurePosixPath(given).name).name
    return "".join(letter for letter in last if letter.isprintable())[-_LONGEST_NAME:] or "rapport"
