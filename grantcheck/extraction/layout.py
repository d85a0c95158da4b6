"""Characters with positions become lines, and lines become blocks in reading order: pure geometry, no PDF library."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from grantcheck.domain.document import Box

GAP_BETWEEN_WORDS = 0.2
GAP_BETWEEN_COLUMNS = 1.6
PARAGRAPH_GAP = 0.65
LARGER_THAN_BODY = 1.12
LIST_MARK = re.compile(r"^(?:[•●▪■◦‣∙·–—*-]|\(?\d{1,2}[.)]|[a-zåäö][.)])\s+")
NUMBERED_HEADING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ]")
DOT_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}$|\s{2,}\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Char:
    """One glyph: its text, box in PDF points from the page's top left, size in points and whether it is bold."""

    text: str
    box: Box
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """Characters without a gap between them."""

    text: str
    box: Box
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side on one page."""

    page: int
    words: tuple[PlacedWord, ...]

    @property
    def text(self) -> str:
        """The words joined by single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The box around all words."""
        boxes = [word.box for word in self.words]
        return Box(
            min(box.x0 for box in boxes),
            min(box.top for box in boxes),
            max(box.x1 for box in boxes),
            max(box.bottom for box in boxes),
        )

    @property
    def size(self) -> float:
        """The text size in points, the median of the words'."""
        return median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for word in self.words)


def page_lines(page: int, chars: Iterable[Char]) -> list[Line]:
    """Return the page's lines in reading order: columns one after the other, full-width lines between them."""
    rows = _rows([char for char in chars if char.text.strip()])
    pieces = [Line(page, words) for row in rows for words in _pieces(row)]
    return _reading_order(pieces)


def _rows(chars: list[Char]) -> list[list[Char]]:
    """Group characters whose vertical middles lie within half a character height."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: ((char.box.top + char.box.bottom) / 2, char.box.x0)):
        middle = (char.box.top + char.box.bottom) / 2
        if rows and middle <= _middle(rows[-1]) + 0.5 * min(char.size, rows[-1][0].size):
            rows[-1].append(char)
        else:
            rows.append([char])
    return [sorted(row, key=lambda char: char.box.x0) for row in rows]


def _middle(row: list[Char]) -> float:
    return median((char.box.top + char.box.bottom) / 2 for char in row[:12])


def _pieces(row: list[Char]) -> Iterable[tuple[PlacedWord, ...]]:
    """Cut a row into words, and into separate pieces where a gap is wide enough to be a gutter."""
    words: list[PlacedWord] = []
    current = [row[0]]
    for before, char in pairwise(row):
        gap = char.box.x0 - before.box.x1
        if gap > GAP_BETWEEN_WORDS * char.size:
            words.append(_word(current))
            current = []
            if gap > GAP_BETWEEN_COLUMNS * char.size:
                yield tuple(words)
                words = []
        current.append(char)
    words.append(_word(current))
    yield tuple(words)


def _word(chars: Sequence[Char]) -> PlacedWord:
    box = Box(
        chars[0].box.x0,
        min(char.box.top for char in chars),
        max(char.box.x1 for char in chars),
        max(char.box.bottom for char in chars),
    )
    return PlacedWord(
        "".join(char.text for char in chars), box, median(c.size for c in chars), all(c.bold for c in chars)
    )


def _reading_order(pieces: list[Line]) -> list[Line]:
    """Read stretches of columns left to right; a piece that crosses the gutter ends a stretch."""
    gutter = _gutter(pieces)
    if gutter is None:
        return _merged_rows(pieces)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for piece in pieces:
        if piece.box.x0 < gutter < piece.box.x1:
            ordered += [*left, *right, piece]
            left, right = [], []
        elif piece.box.x1 <= gutter:
            left.append(piece)
        else:
            right.append(piece)
    return [*ordered, *left, *right]


def _gutter(pieces: list[Line]) -> float | None:
    """Return the x of a gutter that most pieces respect with text on both sides, else None."""
    if len(pieces) < 12:
        return None
    left_edge, right_edge = min(p.box.x0 for p in pieces), max(p.box.x1 for p in pieces)
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        x = left_edge + (right_edge - left_edge) * step / 100
        crossing = sum(piece.box.x0 < x < piece.box.x1 for piece in pieces)
        left = sum(piece.box.x1 <= x for piece in pieces)
        right = len(pieces) - crossing - left
        if min(left, right) >= 5 and crossing <= 0.25 * len(pieces) and (best is None or crossing < best[0]):
            best = (crossing, x)
    if best is None or not _wide_lines(pieces, best[1]):
        return None
    return best[1]


def _wide_lines(pieces: list[Line], gutter: float) -> bool:
    """Whether the left side holds running text (columns) rather than labels of a table."""
    words = [len(piece.words) for piece in pieces if piece.box.x1 <= gutter]
    return median(words) >= 3


def _merged_rows(pieces: list[Line]) -> list[Line]:
    """Join pieces of one row again: cells of a table row are read as one line."""
    merged: list[Line] = []
    for piece in pieces:
        if merged and abs(merged[-1].box.top - piece.box.top) < 0.5 * piece.size and piece.box.x0 >= merged[-1].box.x1:
            merged[-1] = replace(merged[-1], words=merged[-1].words + piece.words)
        else:
            merged.append(piece)
    return merged
