"""Starts a disposable child for each file and turns whatever becomes of it into a Document or a named error."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from grantcheck.domain import errors
from grantcheck.domain.document import Document
from grantcheck.domain.errors import EmptyFile, FileNotFound, FileTooLarge, TooHardToRead, TooMuchText, UnreadableReport
from grantcheck.records import from_json, to_json

from .limits import MEGABYTE, Limits

PageRead = Callable[[int, int], None]


def extract(path: Path, limits: Limits, page_read: PageRead = lambda page, total: None) -> Document:
    """Read the file in a child process with the limits; `page_read(page, total)` hears of each page of a PDF.

    Raises a subclass of UnreadableReport and nothing else for whatever the file holds.
    """
    _check_size(path, limits)
    answer = _run(["read", str(path), to_json(limits).decode()], limits, page_read)
    return _document(answer)


def render_page(path: Path, page: int, dpi: int, limits: Limits) -> bytes:
    """Return the PDF's page, counted from 1, as a PNG picture. Raises TooHardToRead."""
    return _run(["draw", str(path), to_json(limits).decode(), str(page), str(dpi)], limits, lambda page, total: None)


def _check_size(path: Path, limits: Limits) -> None:
    if not path.is_file():
        raise FileNotFound(source=str(path))
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile()
    if size > limits.max_bytes:
        raise FileTooLarge(megabytes=-(-size // MEGABYTE), limit=limits.max_bytes // MEGABYTE)


def _run(order: list[str], limits: Limits, page_read: PageRead) -> bytes:
    """Return what the child wrote. Raises TooHardToRead when it died or ran too long, TooMuchText for a huge answer."""
    command = [sys.executable, "-m", "grantcheck.extraction.child", *order]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe) as child:  # noqa: S603 - our own
        ending = threading.Timer(limits.wall_seconds, child.kill)
        listening = threading.Thread(target=_hear_progress, args=(child.stderr, page_read), daemon=True)
        ending.start()
        listening.start()
        try:
            answer = child.stdout.read(limits.max_answer_bytes + 1) if child.stdout else b""
        finally:
            _end(child)
            ending.cancel()
        listening.join()
    if len(answer) > limits.max_answer_bytes:
        raise TooMuchText()
    if child.returncode != 0 or not answer:
        raise TooHardToRead()
    return answer


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Let a child that has given its answer end by itself, for a little while."""
    try:
        child.wait(timeout=5)
    except subprocess.TimeoutExpired:
        child.kill()


def _hear_progress(stream: IO[bytes] | None, page_read: PageRead) -> None:
    for line in stream or ():
        page, slash, total = line.strip().partition(b"/")
        if slash and page.isdigit() and total.isdigit():
            page_read(int(page), int(total))


def _document(answer: bytes) -> Document:
    try:
        if answer[:1] == b"D":
            return from_json(Document, answer[1:])
        told = json.loads(answer[1:])
        kind = getattr(errors, str(told["error"]))
    except (ValidationError, ValueError, KeyError, AttributeError) as fault:
        raise TooHardToRead() from fault
    if not (isinstance(kind, type) and issubclass(kind, UnreadableReport)):
        raise TooHardToRead()
    raise kind(**told["details"])
