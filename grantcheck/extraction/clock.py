"""The wall clock of a reading child: its alarm ends it. Where no alarm runs, nothing is timed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


def start(seconds: float) -> None:
    """Set the alarm; its ringing ends this process."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def allow(seconds: float) -> None:
    """Set a running alarm anew."""
    if signal.getitimer(signal.ITIMER_REAL)[0]:
        signal.setitimer(signal.ITIMER_REAL, seconds)


@contextmanager
def standing_still(seconds: float) -> Iterator[None]:
    """Stop a running alarm for something that has at most `seconds` of its own."""
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    allow(seconds)
    try:
        yield
    finally:
        allow(left)
