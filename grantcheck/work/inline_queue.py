"""A queue that reads at once in the same process: for tests, and for trying the program without a worker."""

from dataclasses import dataclass

from grantcheck.domain.report import ReportId, workflow_id

from .checking import Checking


@dataclass(frozen=True, slots=True)
class InlineQueue:
    """Takes the report through the steps before it returns; a second call for the same reading changes nothing."""

    checking: Checking

    def enqueue(self, report: ReportId, reading: int) -> None:
        """Read the report now."""
        pages = self.checking.read_pages(report)
        compared = self.checking.compare(report, pages)
        self.checking.record(report, workflow_id(report, reading), pages, compared)
