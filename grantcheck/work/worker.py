"""The worker process: it reads reports until it is ended."""

import logging
import os
import signal
from pathlib import Path

from .checking import Checking
from .workflows import start_work

_log = logging.getLogger(__name__)


def work(database: Path, checking: Checking, *, at_once: int) -> None:
    """Read reports until SIGTERM or SIGINT, then end at once.

    There is one way to end, and it is the same as a crash: nothing is awaited, the next worker takes up what was under
    way. So the way that must never lose anything is the way that is walked every day.
    """
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, _end)
    start_work(database, checking, at_once=at_once)
    _log.info("the worker reads reports")
    while True:
        signal.pause()


def _end(number: int, frame: object) -> None:
    logging.shutdown()
    os._exit(0)
