"""Keeps the web app and the worker running as child processes, and ends both together."""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

PATIENCE_SECONDS = 15.0
SOON_SECONDS = 60.0
LONGEST_PAUSE = 30.0

_log = logging.getLogger(__name__)
Command = Sequence[str]


class _Ended(Exception):
    """The supervisor itself was told to end."""


@dataclass(slots=True)
class Supervisor:
    """Runs the named commands until SIGTERM or SIGINT; one that dies is started again, with a pause if it died soon."""

    commands: Mapping[str, Command]
    environment: Mapping[str, str]
    _running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    _started: dict[str, float] = field(default_factory=dict)
    _pause: dict[str, float] = field(default_factory=dict)

    def run(self, started: Callable[[], None]) -> None:
        """Start all, call `started`, and stay until told to end; then all children have ended."""
        signal.signal(signal.SIGTERM, _end)
        signal.signal(signal.SIGINT, _end)
        try:
            for name in self.commands:
                self._start(name)
            started()
            while True:
                self._restart(_name_of(self._running, _next_to_die()))
        except _Ended:
            self._end_all()

    def _start(self, name: str) -> None:
        self._running[name] = subprocess.Popen(self.commands[name], env=dict(self.environment))  # noqa: S603 - our own
        self._started[name] = time.monotonic()

    def _restart(self, name: str | None) -> None:
        if name is None:
            return
        soon = time.monotonic() - self._started[name] < SOON_SECONDS
        pause = min(LONGEST_PAUSE, self._pause.get(name, 0.5) * 2) if soon else 0.0
        self._pause[name] = pause
        _log.warning("the %s ended; it is started again in %.0f s", name, pause)
        time.sleep(pause)
        self._start(name)

    def _end_all(self) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        for child in self._running.values():
            child.terminate()
        for child in self._running.values():
            try:
                child.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def _next_to_die() -> int:
    """Wait until a child has ended, and return its process id without taking its exit status from Popen."""
    ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
    return ended.si_pid if ended else 0


def _name_of(running: Mapping[str, "subprocess.Popen[bytes]"], pid: int) -> str | None:
    for name, child in running.items():
        if child.pid == pid:
            child.wait()
            return name
    os.waitpid(pid, 0)
    return None


def _end(number: int, frame: object) -> None:
    raise _Ended
