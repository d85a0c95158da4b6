"""Reads the source of a sample report: its front matter, its blocks and the clauses marked as evidence in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

_MARK = re.compile(r"\{\{(?P<codes>[^|{}]+)\|(?P<text>[^{}]+)\}\}")
_FRONT_MATTER = "---"
_SCAN_START, _SCAN_END = ":::scan", ":::"
_HEADING, _ITEM, _ROW = "#", "- ", "|"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the title of the whole report."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells; the first row is the head."""

    rows: tuple[tuple[str, ...], ...]


TextBlock: TypeAlias = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands on a page that is only a picture; only a PDF can hold one."""

    blocks: tuple[TextBlock, ...]


Block: TypeAlias = TextBlock | Scan


@dataclass(frozen=True, slots=True)
class Mark:
    """A clause that a careful reader takes as evidence, with its codes, such as `pv:a`."""

    codes: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """One source: its front matter, its text without marks, the marks, and the blocks of the text."""

    about: Mapping[str, str]
    text: str
    marks: tuple[Mark, ...]
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The title of the report."""
        return next(block.text for block in self.blocks if isinstance(block, Heading))

    @property
    def text_blocks(self) -> tuple[TextBlock, ...]:
        """The blocks of a report that holds no scanned page. Raises TypeError where it does."""
        blocks = tuple(block for block in self.blocks if not isinstance(block, Scan))
        if len(blocks) < len(self.blocks):
            raise TypeError("only a PDF can hold a scanned page")
        return blocks


def read_source(written: str) -> Source:
    """Read one source file."""
    _, front, body = written.split(f"{_FRONT_MATTER}\n", maxsplit=2)
    marks = tuple(Mark(tuple(mark["codes"].split(",")), mark["text"]) for mark in _MARK.finditer(body))
    text = _MARK.sub(lambda mark: mark["text"], body).strip()
    return Source(_entries(front), text, marks, tuple(_blocks(text.splitlines())))


def _entries(front: str) -> dict[str, str]:
    pairs = (line.partition(": ") for line in front.splitlines())
    return {key: value for key, _, value in pairs}


def _blocks(lines: list[str]) -> Iterator[Block]:
    if _SCAN_START not in lines:
        yield from _text_blocks(lines)
        return
    start = lines.index(_SCAN_START)
    end = lines.index(_SCAN_END, start)
    yield from _text_blocks(lines[:start])
    yield Scan(tuple(_text_blocks(lines[start + 1 : end])))
    yield from _blocks(lines[end + 1 :])


def _text_blocks(lines: list[str]) -> Iterator[TextBlock]:
    for part in "\n".join(lines).split("\n\n"):
        if part.strip():
            yield _text_block(part.strip().splitlines())


def _text_block(lines: list[str]) -> TextBlock:
    first = lines[0]
    if first.startswith(_HEADING):
        level = len(first) - len(first.lstrip(_HEADING))
        return Heading(level, first[level:].strip())
    if first.startswith(_ITEM):
        return Items(tuple(line.removeprefix(_ITEM) for line in lines))
    if first.startswith(_ROW):
        return Table(tuple(tuple(cell.strip() for cell in line.strip(_ROW).split(_ROW)) for line in lines))
    return Paragraph(" ".join(lines))
