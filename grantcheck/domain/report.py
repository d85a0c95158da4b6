"""An uploaded report (verksamhetsberättelse) and how far its reading has come."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from .application import ApplicationId

ReportId = NewType("ReportId", int)


class ReportState(StrEnum):
    """How the reading stands: waiting or under way, read, can't be read, or stopped by a fault of ours."""

    QUEUED = "queued"
    READ = "read"
    UNREADABLE = "unreadable"
    STOPPED = "stopped"


class ReadingStep(StrEnum):
    """The steps an association sees while its report is read; worded by `gc.reading_step.<step>`."""

    RECEIVED = "received"
    PAGES = "pages"
    COMPARING = "comparing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Report:
    """A document as uploaded, immutable, known by its SHA-256. `reading` counts the times its reading was asked for.

    `error` is the code of `gc.error.<code>` that explains why it can't be read, with `error_details` for its blanks.
    """

    id: ReportId
    application: ApplicationId
    sha256: str
    filename: str
    media_type: str
    size: int
    uploaded_at: datetime
    state: ReportState
    reading: int
    error: str | None
    error_details: dict[str, str | int]

    @property
    def being_read(self) -> bool:
        """Whether its reading waits or is under way."""
        return self.state is ReportState.QUEUED


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading has come. `pages` is 0 until the document's length is known."""

    step: ReadingStep
    pages_read: int
    pages: int


def workflow_id(report: ReportId, reading: int) -> str:
    """Return the name of the workflow that reads the report: the same for the same reading, so it runs once."""
    return f"check-{report}" if reading == 1 else f"check-{report}-{reading}"
