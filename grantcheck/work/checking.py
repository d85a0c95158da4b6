"""The steps from a stored file to a recorded reading, with JSON in and out so that it can be kept between them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.document import Document
from grantcheck.domain.errors import UnreadableReport, unreadable
from grantcheck.domain.report import Progress, ReadingStep, ReportId
from grantcheck.domain.ruleset import RuleSet
from grantcheck.records import from_json, to_json
from grantcheck.rulesets import load_rule_set
from grantcheck.services.record_check import Reading, record_reading, record_stopped, record_unreadable
from grantcheck.storage import Store
from grantcheck.storage.check_runs import Attempt
from grantcheck.storage.reports import ToRead, report_to_read, save_progress

from .reading_pool import Question

Extract = Callable[[Path, Callable[[int, int], None]], Document]
"""Reads the file at the path and tells after each page how many of how many are read. Raises UnreadableReport."""
Answer = Callable[[Question], Analysis]
"""Analyses a document. Raises UnreadableReport."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a step gives to the next: its record, or why the file can't be read."""

    document: Document | None = None
    analysis: Analysis | None = None
    rule_set: RuleSet | None = None
    error: str | None = None
    error_details: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checking:
    """Reads reports. It opens a store for each step, so the steps may run in different threads."""

    open_store: Callable[[], Store]
    extract: Extract
    answer: Answer
    program: str

    def read_pages(self, report: ReportId) -> str:
        """Turn the report's file into a document."""
        with self.open_store() as store:
            known = report_to_read(store, report)
            if known is None:
                return _json(Step())
            save_progress(store, report, Progress(ReadingStep.PAGES, 0, 0))
            try:
                with store.files.local(known.sha256) as path:
                    return _json(Step(document=self.extract(path, self._page_counter(report))))
            except UnreadableReport as error:
                return _json(_unreadable(error))

    def compare(self, report: ReportId, pages: str) -> str:
        """Compare the document with the round's rule set."""
        step = from_json(Step, pages)
        with self.open_store() as store:
            known = report_to_read(store, report)
            if known is None or step.document is None:
                return _json(Step(error=step.error, error_details=step.error_details))
            total = len(step.document.pages)
            save_progress(store, report, Progress(ReadingStep.COMPARING, total, total))
        return _json(self._compared(known, step.document))

    def record(self, report: ReportId, workflow: str, pages: str, compared: str) -> None:
        """Record what the steps before gave; a rerun records nothing twice."""
        read, found = from_json(Step, pages), from_json(Step, compared)
        attempt = Attempt(report, workflow, self.program)
        with self.open_store() as store:
            if found.error:
                record_unreadable(store, attempt, unreadable(found.error, found.error_details))
            elif read.document and found.analysis and found.rule_set:
                record_reading(store, attempt, Reading(read.document, found.analysis, found.rule_set))

    def give_up(self, report: ReportId, workflow: str) -> None:
        """Record that the reading stopped by a fault of ours."""
        with self.open_store() as store:
            record_stopped(store, Attempt(report, workflow, self.program))

    def _page_counter(self, report: ReportId) -> Callable[[int, int], None]:
        """Return what notes each page read; it opens a store of its own, as it is called from another thread."""

        def page_read(page: int, total: int) -> None:
            with self.open_store() as store:
                save_progress(store, report, Progress(ReadingStep.PAGES, page, total))

        return page_read

    def _compared(self, known: ToRead, document: Document) -> Step:
        rule_set = load_rule_set(known.ruleset)
        try:
            analysis = self.answer(Question(document, rule_set, known.occasion, known.today))
        except UnreadableReport as error:
            return _unreadable(error)
        return Step(analysis=analysis, rule_set=rule_set)


def _unreadable(error: UnreadableReport) -> Step:
    return Step(error=error.code, error_details=error.details)


def _json(step: Step) -> str:
    return to_json(step).decode()
