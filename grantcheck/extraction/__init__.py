"""From a file to a Document: PDF, DOCX, ODT and text, read in a disposable child process with limits.

Importing this costs nothing: the libraries that read files are loaded by a server process that forks a child a file.
"""

from pathlib import Path

from grantcheck.domain.document import Document
from grantcheck.domain.errors import EmptyFile, FileNotFound, FileTooLarge
from grantcheck.records import from_json

from .limits import MEGABYTE, Limits
from .progress import Tell
from .sandbox import Job, run, warm_up

__all__ = ["Limits", "extract", "render_page", "warm_up"]

DEFAULT_LIMITS = Limits()


def extract(path: Path, limits: Limits = DEFAULT_LIMITS, page_read: Tell | None = None) -> Document:
    """Read the file as a report; `page_read(page, pages)` is called for each page of a PDF.

    Raises a subclass of UnreadableReport, and nothing else, whatever the file holds.
    """
    _check_size(path, limits)
    return from_json(Document, run(Job("document"), path, limits, page_read))


def render_page(path: Path, page: int, dpi: int = 110, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Return a picture (PNG) of a PDF's page, counted from 1. Raises a subclass of UnreadableReport."""
    _check_size(path, limits)
    return run(Job("picture", {"page": page, "dpi": dpi}), path, limits)


def _check_size(path: Path, limits: Limits) -> None:
    if not path.is_file():
        raise FileNotFound(source=str(path))
    size = path.stat().st_size
    if not size:
        raise EmptyFile()
    if size > limits.max_bytes:
        raise FileTooLarge(megabytes=-(-size // MEGABYTE), limit=limits.max_bytes // MEGABYTE)
