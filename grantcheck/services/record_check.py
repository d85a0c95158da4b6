"""Record how a reading ended, once: with the reading, as unreadable, or as stopped by a fault of ours."""

from dataclasses import dataclass

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.audit import READING, Deed
from grantcheck.domain.document import Document
from grantcheck.domain.errors import LooksLikeRegisterExtract, ReadingStopped, UnreadableReport
from grantcheck.domain.fingerprint import fingerprints_of
from grantcheck.domain.report import Progress, ReadingStep, ReportState
from grantcheck.domain.ruleset import RuleSet
from grantcheck.domain.sentences import sentences_of
from grantcheck.storage import Store, applications, audit, check_runs, fingerprints, reports
from grantcheck.storage.check_runs import Attempt

from .submit_report import forget_file


@dataclass(frozen=True, slots=True)
class Reading:
    """What a check gives: the document, and what the checker found in it under the rule set."""

    document: Document
    analysis: Analysis
    rule_set: RuleSet


def record_reading(store: Store, attempt: Attempt, reading: Reading) -> None:
    """Record the reading. A second call by the same workflow changes nothing, nor does one for a removed report."""
    made = fingerprints_of(sentences_of(reading.document))
    with store.immediate():
        if not _is_wanted(store, attempt):
            return
        pages = len(reading.document.pages)
        check_runs.insert_reading(store, attempt, reading.document, reading.analysis, reading.rule_set)
        fingerprints.keep_fingerprints(store, attempt.report, tuple(made.values()))
        reports.mark_outcome(store, attempt.report, ReportState.READ, None, {})
        reports.save_progress(store, attempt.report, Progress(ReadingStep.DONE, pages, pages))
        flag = reading.analysis.flag.value
        audit.log(store, READING, Deed("report_read", "report", attempt.report, {"flag": flag}))


def record_unreadable(store: Store, attempt: Attempt, error: UnreadableReport) -> None:
    """Record that the file can't be read, and why. A register extract is removed at once: it may not be kept."""
    if isinstance(error, LooksLikeRegisterExtract):
        _refuse(store, attempt, error)
        return
    _record_failure(store, attempt, ReportState.UNREADABLE, error)


def record_stopped(store: Store, attempt: Attempt) -> None:
    """Record that the reading stopped by a fault of ours; the file is kept and the association may go on."""
    _record_failure(store, attempt, ReportState.STOPPED, ReadingStopped())


def _record_failure(
    store: Store, attempt: Attempt, outcome: ReportState, error: UnreadableReport | ReadingStopped
) -> None:
    with store.immediate():
        if not _is_wanted(store, attempt):
            return
        check_runs.insert_failure(store, attempt, outcome, error.code)
        reports.mark_outcome(store, attempt.report, outcome, error.code, error.details)
        audit.log(store, READING, Deed(f"report_{outcome.value}", "report", attempt.report, {"error": error.code}))


def _refuse(store: Store, attempt: Attempt, error: LooksLikeRegisterExtract) -> None:
    """Remove the report and its file; the application remembers why, so that its page can tell (lag 2013:852 5 §)."""
    known = reports.report_to_read(store, attempt.report)
    if known is None:
        return
    with store.immediate():
        applications.mark_refused(store, known.application, error.code)
        reports.delete_report(store, attempt.report)
        audit.log(store, READING, Deed("report_refused", "report", attempt.report, {"error": error.code}))
    forget_file(store, known.sha256)


def _is_wanted(store: Store, attempt: Attempt) -> bool:
    """Whether the report is still there and this workflow has not recorded yet."""
    return reports.report_to_read(store, attempt.report) is not None and not check_runs.is_recorded(
        store, attempt.workflow
    )
