"""The caller's side of the sandbox: asks a server process to fork one limited child per file and takes its answer.

The server (`server.py`) has the reading libraries loaded, so a child costs milliseconds; it holds no secrets of ours
and no network. A child that is killed, by its limits or by a fault of a native library, is the outcome TooHardToRead.
"""

import json
import os
import socket
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock
from typing import NoReturn

from grantcheck.domain.errors import DamagedFile, FileNotFound, TooHardToRead, TooMuchText, UnreadableReport

from .frames import Kind, MessageTooLong, receive
from .limits import Limits
from .progress import Tell

GRACE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Job:
    """What the child is to do with the file: `task` names one of `tasks.TASKS`."""

    task: str
    options: dict[str, int] = field(default_factory=dict)


def run(job: Job, path: Path, limits: Limits, page_read: Tell | None = None) -> bytes:
    """Do the job in a child of its own and return its result. Raises subclasses of UnreadableReport."""
    for last_try in (False, True):
        with _ordered(job, path, limits) as channel:
            status, result = _answer(channel, limits, page_read)
        if status is not None or last_try:
            return result if result is not None else _explain(status)
    raise AssertionError


def warm_up() -> None:
    """Start the server without waiting for it, so that the first file need not."""
    with _lock:
        _running_server()


def _answer(channel: socket.socket, limits: Limits, page_read: Tell | None) -> tuple[int | None, bytes | None]:
    """Return the child's exit status (None: the server itself ended) and its result (None: it gave none)."""
    result = None
    channel.settimeout(limits.wall_seconds + limits.ocr_seconds + GRACE_SECONDS)
    while message := _next_message(channel, limits):
        kind, payload = message
        if kind is Kind.ERROR:
            raise _error(payload)
        if kind is Kind.STATUS:
            return int(payload), result
        if kind is Kind.RESULT:
            result = payload
        elif page_read:
            page_read(*json.loads(payload))
    return None, result


def _next_message(channel: socket.socket, limits: Limits) -> tuple[Kind, bytes] | None:
    try:
        return receive(channel, limits.max_answer_bytes)
    except MessageTooLong:
        raise TooMuchText() from None
    except TimeoutError:
        raise TooHardToRead() from None
    except ConnectionError:
        return None


def _explain(status: int | None) -> NoReturn:
    """Raise what an exit without a result means: killed by a signal, or left by a fault that the file provoked."""
    if status is not None and status > 0:
        raise DamagedFile()
    raise TooHardToRead()


def _error(payload: bytes) -> UnreadableReport:
    told = json.loads(payload)
    known = {kind.code: kind for kind in UnreadableReport.__subclasses__()}
    return known.get(told["code"], DamagedFile)(**told["details"])


@dataclass(slots=True)
class _Server:
    process: subprocess.Popen[bytes]
    control: socket.socket
    owner: int

    def usable(self) -> bool:
        """Whether it runs and was started by this very process, not by one that this was forked from."""
        return self.owner == os.getpid() and self.process.poll() is None


_lock = Lock()
_servers: list[_Server] = []


def _ordered(job: Job, path: Path, limits: Limits) -> socket.socket:
    """Hand the open file and one end of a new channel to the server and return the other end."""
    ours, theirs = socket.socketpair()
    order = json.dumps({"task": job.task, "options": job.options, "limits": asdict(limits)}).encode()
    with theirs, _lock:
        try:
            file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            ours.close()
            raise FileNotFound(source=str(path)) from None
        try:
            _place_order(order, [file, theirs.fileno()])
        finally:
            os.close(file)
    return ours


def _place_order(order: bytes, handles: list[int]) -> None:
    """Send the order; a server that has just ended is replaced once."""
    try:
        socket.send_fds(_running_server().control, [order], handles)
    except OSError:
        _servers.clear()
        socket.send_fds(_running_server().control, [order], handles)


def _running_server() -> _Server:
    if not _servers or not _servers[0].usable():
        _servers[:] = [_start()]
    return _servers[0]


def _start() -> _Server:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "grantcheck.extraction.server"],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PATH": os.environ.get("PATH", os.defpath)},
            start_new_session=True,
        )
    return _Server(process, ours, os.getpid())
