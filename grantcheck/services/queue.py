"""Where reports wait to be read."""

from typing import Protocol

from grantcheck.domain.report import ReportId


class Queue(Protocol):
    """Takes reports to be read: at once in the same process (tests), or durably by the worker."""

    def enqueue(self, report: ReportId, reading: int) -> None:
        """Have the report read; asking twice for the same reading reads it once.

        It may fail quietly: the worker's schedule finds every queued report that nobody took.
        """
