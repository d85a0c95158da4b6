"""Rows of uploaded reports and of how far their reading has come."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.people import PersonId
from grantcheck.domain.report import Progress, ReportId, ReportState
from grantcheck.domain.ruleset import Occasion

from .rows import all_rows, maybe_row, stored_time
from .store import Store


@dataclass(frozen=True, slots=True)
class NewReport:
    """What is known of a file that has just come in."""

    application: ApplicationId
    sha256: str
    filename: str
    media_type: str
    size: int
    uploaded_by: PersonId


@dataclass(frozen=True, slots=True)
class ToRead:
    """What a reading needs to know of a report. `uploaded_at` stands for "today", so a rerun reads the same."""

    report: ReportId
    application: ApplicationId
    reading: int
    sha256: str
    ruleset: str
    occasion: Occasion
    uploaded_at: datetime

    @property
    def today(self) -> date:
        """The day that the text is read on: the day it was uploaded."""
        return self.uploaded_at.date()


@dataclass(frozen=True, slots=True)
class KnownReport:
    """A report that the application already holds, current or replaced."""

    id: ReportId
    current: bool
    state: ReportState


def insert_report(store: Store, new: NewReport) -> ReportId:
    """Insert the report as the application's current one; the one before stays as an earlier version."""
    set_aside_current(store, new.application)
    sql = """INSERT INTO report (application_id, sha256, filename, media_type, size, uploaded_at, uploaded_by)
        VALUES (:application, :sha256, :filename, :media_type, :size, :now, :uploaded_by) RETURNING id"""
    values = {
        "application": new.application,
        "sha256": new.sha256,
        "filename": new.filename,
        "media_type": new.media_type,
        "size": new.size,
        "uploaded_by": new.uploaded_by,
        "now": stored_time(store.now()),
    }
    return ReportId(next(store.db.query(sql, values))["id"])


def known_report(store: Store, application: ApplicationId, sha256: str) -> KnownReport | None:
    """Return the application's report with the same bytes, None where there is none."""
    sql = "SELECT id, current, state FROM report WHERE application_id = :application AND sha256 = :sha256"
    return maybe_row(store.db, KnownReport, sql, application=application, sha256=sha256)


def set_aside_current(store: Store, application: ApplicationId) -> None:
    """Make the current report an earlier version."""
    sql = "UPDATE report SET current = 0 WHERE application_id = :application AND current = 1"
    store.db.execute(sql, {"application": application})


def make_current(store: Store, application: ApplicationId, report: ReportId) -> None:
    """Make an earlier version the current report again."""
    set_aside_current(store, application)
    store.db.execute("UPDATE report SET current = 1 WHERE id = :report", {"report": report})


def delete_report(store: Store, report: ReportId) -> None:
    """Remove the report with its readings; only services that may (a draft's, a refused one's) call this."""
    store.db.execute("DELETE FROM report_text WHERE rowid = :report", {"report": report})
    store.db.execute("DELETE FROM report WHERE id = :report", {"report": report})


def is_file_needed(store: Store, sha256: str) -> bool:
    """Whether any report stands on the file."""
    sql = "SELECT EXISTS (SELECT 1 FROM report WHERE sha256 = :sha256) AS needed"
    return bool(next(store.db.query(sql, {"sha256": sha256}))["needed"])


def queue_again(store: Store, report: ReportId) -> int:
    """Ask for one more reading and return its number."""
    sql = """UPDATE report SET state = 'queued', error = NULL, error_details = '{}', reading = reading + 1
        WHERE id = :report RETURNING reading"""
    reading = int(next(store.db.query(sql, {"report": report}))["reading"])
    store.db.execute("DELETE FROM reading_progress WHERE report_id = :report", {"report": report})
    return reading


def mark_outcome(
    store: Store, report: ReportId, state: ReportState, error: str | None, details: dict[str, str | int]
) -> None:
    """Note how the reading ended."""
    sql = "UPDATE report SET state = :state, error = :error, error_details = :details WHERE id = :report"
    values = {"report": report, "state": state.value, "error": error, "details": json.dumps(details)}
    store.db.execute(sql, values)


def save_progress(store: Store, report: ReportId, progress: Progress) -> None:
    """Note how far the reading has come; nothing happens for a report that was removed meanwhile."""
    sql = """INSERT INTO reading_progress (report_id, step, pages_read, pages)
        SELECT id, :step, :pages_read, :pages FROM report WHERE id = :report
        ON CONFLICT (report_id) DO UPDATE SET step = :step, pages_read = :pages_read, pages = :pages"""
    values = {
        "report": report,
        "step": progress.step.value,
        "pages_read": progress.pages_read,
        "pages": progress.pages,
    }
    store.db.execute(sql, values)


def report_to_read(store: Store, report: ReportId) -> ToRead | None:
    """Return what a reading needs to know, None where the report was removed."""
    return maybe_row(store.db, ToRead, _TO_READ + " WHERE report.id = :report", report=report)


def queued_reports(store: Store) -> tuple[ToRead, ...]:
    """Return the reports whose reading waits or is under way, the oldest first."""
    return all_rows(store.db, ToRead, _TO_READ + " WHERE report.state = 'queued' ORDER BY report.id")


_TO_READ = """
SELECT report.id AS report, application_id AS application, reading, sha256, ruleset, occasion, uploaded_at
FROM report JOIN application ON application.id = application_id JOIN grant_round ON grant_round.id = round_id
"""
