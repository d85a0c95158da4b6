"""Writes results in the chosen format: to one stream, or one file per report."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TextIO

from grantcheck.outputs.checked_report import CheckedReport
from grantcheck.outputs.result_html import as_html
from grantcheck.outputs.result_json import as_json
from grantcheck.outputs.result_text import as_text


def _json_line(report: CheckedReport) -> str:
    return as_json(report, indent=None) + "\n"


def _json_file(report: CheckedReport) -> str:
    return as_json(report) + "\n"


_RENDERERS: dict[str, Callable[[CheckedReport], str]] = {
    "json": _json_file,
    "jsonl": _json_line,
    "text": as_text,
    "html": as_html,
}
_SUFFIXES = {"json": ".json", "jsonl": ".jsonl", "text": ".txt", "html": ".html"}
FORMATS = tuple(_RENDERERS)


class Writer(Protocol):
    """Takes the results one by one, in the order of the files."""

    def write(self, report: CheckedReport) -> None:
        """Write one result."""

    def close(self) -> None:
        """Write what ends the whole."""


class StreamWriter:
    """Writes all results to one stream; several results as `json` become one JSON array."""

    def __init__(self, stream: TextIO, format_name: str, *, several: bool) -> None:
        self._stream = stream
        self._render = _RENDERERS[format_name]
        self._in_array = several and format_name == "json"
        self._separator = "\n" if several and format_name == "text" else ""
        self._written = 0

    def write(self, report: CheckedReport) -> None:
        """Write one result."""
        self._stream.write(self._before() + self._render(report))
        self._stream.flush()
        self._written += 1

    def close(self) -> None:
        """End the JSON array, if there is one."""
        if self._in_array:
            self._stream.write("]\n" if self._written else "[]\n")

    def _before(self) -> str:
        if self._in_array:
            return "," if self._written else "["
        return self._separator if self._written else ""


class FolderWriter:
    """Writes one file per report, named after the input; inputs of one name from different folders are numbered."""

    def __init__(self, folder: Path, format_name: str) -> None:
        self._folder = folder
        self._render = _RENDERERS[format_name]
        self._suffix = _SUFFIXES[format_name]
        self._taken: set[str] = set()

    def write(self, report: CheckedReport) -> None:
        """Write one result file, whole or not at all."""
        target = self._folder / self._free_name(Path(report.source).name)
        unfinished = target.with_name(f".{target.name}.unfinished")
        unfinished.write_text(self._render(report), encoding="utf-8")
        unfinished.replace(target)

    def close(self) -> None:
        """Do nothing: each file was ended when it was written."""

    def _free_name(self, source: str) -> str:
        name, number = source + self._suffix, 1
        while name in self._taken:
            number += 1
            name = f"{source}-{number}{self._suffix}"
        self._taken.add(name)
        return name
