"""Table rows as lines that can be read: cells in order, those of a row that runs over several lines put together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from grantcheck.domain.document import BlockKind

from .columns import Frame, Strip
from .drafts import Draft, DraftLine
from .pagetext import PageText
from .words import PlacedWord

CELL_END = ","
Cells = list[list[PlacedWord]]


def rows_of(frame: Frame, page: PageText) -> Iterator[Draft]:
    """Yield one draft for each row of the table; a comma parts the cells."""
    middles = [(left + right) / 2 for left, right in frame.gutters]
    for row in _whole_rows(frame.strips, middles):
        words = _with_cell_ends([cell for cell in row if cell])
        yield Draft(BlockKind.TABLE_ROW, tuple(_lines(words, page)), size=words[0].size)


def _lines(words: Sequence[PlacedWord], page: PageText) -> Iterator[DraftLine]:
    """Part the words of a row where the line changes, so that each line gets its own box."""
    line: list[PlacedWord] = [words[0]]
    for before, word in pairwise(words):
        if abs(word.baseline - before.baseline) > 0.3 * word.size or word.x0 - before.x1 > 0.85 * word.size:
            yield DraftLine(page, tuple(line))
            line = []
        line.append(word)
    yield DraftLine(page, tuple(line))


def _whole_rows(strips: Sequence[Strip], middles: Sequence[float]) -> Iterator[Cells]:
    """Yield the cells of each row; a line without a first cell, close under the one before, goes on with its row."""
    row: Cells = []
    for strip in strips:
        cells = _cells(strip, middles)
        if row and not cells[0]:
            for begun, more in zip(row, cells, strict=True):
                begun += more
            continue
        if row:
            yield row
        row = cells
    if row:
        yield row


def _cells(strip: Strip, middles: Sequence[float]) -> Cells:
    cells: Cells = [[] for _ in range(len(middles) + 1)]
    for word in strip.words:
        cells[sum(word.x0 > middle for middle in middles)].append(word)
    return cells


def _with_cell_ends(cells: Cells) -> list[PlacedWord]:
    """Return the words of the cells with a comma after each cell but the last."""
    words = [word for cell in cells for word in cell]
    ends = {id(cell[-1]) for cell in cells[:-1] if cell}
    return [replace(word, text=word.text + CELL_END) if id(word) in ends else word for word in words]
