"""Progress of many files on stderr: one line that is redrawn in a terminal, silent for a single file."""

from types import TracebackType
from typing import Self, TextIO

from grantcheck.texts import text

CLEAR_LINE = "\r\x1b[2K"
LINES_IN_A_LOG = 20


class Progress:
    """Counts finished files. Outside a terminal it writes at most about 20 lines, so that logs stay readable."""

    def __init__(self, *, total: int, stream: TextIO, language: str = "sv") -> None:
        self._total = total
        self._stream = stream
        self._language = language
        self._redraws = stream.isatty()
        self._step = max(1, total // LINES_IN_A_LOG)
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._redraws and self._total > 1:
            self._stream.write(CLEAR_LINE)

    def say(self, message: str) -> None:
        """Write a line of its own, above the redrawn one."""
        self._stream.write((CLEAR_LINE if self._redraws else "") + message + "\n")

    def advance(self, source: str) -> None:
        """Count one more file as finished."""
        self._done += 1
        if self._total == 1:
            return
        line = text("gc.cli.check.progress", self._language, done=self._done, total=self._total, source=source)
        if self._redraws:
            self._stream.write(CLEAR_LINE + line)
            self._stream.flush()
        elif self._done % self._step == 0 or self._done == self._total:
            self._stream.write(line + "\n")
