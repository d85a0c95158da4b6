"""What a child does with its file: takes on its limits, reads, and sends back a result or a named error."""

import io
import json
import os
import resource
import signal
from socket import socket
from typing import TypedDict

from grantcheck.domain.document import Document
from grantcheck.domain.errors import TooHardToRead, UnreadableReport
from grantcheck.records import to_json

from . import clock, picture, reading
from .frames import Kind, send
from .limits import Limits
from .progress import Tell


class Order(TypedDict):
    """An order as the caller sends it."""

    task: str
    options: dict[str, int]
    limits: dict[str, float]


def perform(order: Order, file: int, channel: socket) -> None:
    """Carry out the order on the open file and send the result, or the error that explains why there is none."""
    limits = Limits(**order["limits"])  # type: ignore[arg-type]
    take_on(limits)
    try:
        with os.fdopen(file, "rb") as opened:
            content = opened.read(limits.max_bytes + 1)
        result = _TASKS[order["task"]](content, order["options"], limits, _teller(channel))
    except UnreadableReport as error:
        _send_error(channel, error)
    except (MemoryError, RecursionError):
        _send_error(channel, TooHardToRead())
    else:
        send(channel, Kind.RESULT, result)


def warm_up() -> None:
    """Prepare what every child would otherwise prepare for itself."""
    to_json(Document("", (), ()))


def take_on(limits: Limits) -> None:
    """Limit this process; what goes beyond memory, CPU or wall time is ended by the system."""
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    clock.start(limits.seconds_for(pages=0))


def _document(content: bytes, options: dict[str, int], limits: Limits, tell: Tell) -> bytes:
    return to_json(reading.read(content, limits, tell))


def _picture(content: bytes, options: dict[str, int], limits: Limits, tell: Tell) -> bytes:
    return picture.render(io.BytesIO(content), options["page"], options["dpi"])


_TASKS = {"document": _document, "picture": _picture}


def _teller(channel: socket) -> Tell:
    return lambda done, pages: send(channel, Kind.PROGRESS, json.dumps([done, pages]).encode())


def _send_error(channel: socket, error: UnreadableReport) -> None:
    send(channel, Kind.ERROR, json.dumps({"code": error.code, "details": error.details}).encode())
