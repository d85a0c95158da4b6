"""Reading order: parts a page's words into frames, each of which is read line by line from top to bottom.

The page is cut into strips, the smallest bands that no word crosses. Following strips that leave the same upright
white space free form a group; that white space is its gutters. A group with gutters is either columns, which are read
one after the other, or a table, which is read row by row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .typography import is_bullet, is_marker
from .words import PlacedWord

GUTTER = 0.85
"""How wide a gutter is at least, in font sizes."""
UNLIKE = 1.6
"""How much wider than the narrowest space of its line a gutter is."""
WIDEST_SPACE = 4
"""How many times the least gutter the spaces of a justified line may measure."""
FEWEST_LINES = 2
"""How many lines stand on each side of a gutter between columns, at least; one side has more."""
FEWEST_TABLE_ROWS = 3
IN_LINE = 3.0
"""How many points apart the edges of cells in one table column may stand."""
MOST_IN_LINE = 0.6
LARGER = 1.12
"""How much larger than the text around it a heading is."""
BLANK = 2.0
"""How much white, in its size, stands beside a heading that parts two runs of columns."""
MOST_CELL_WORDS = 3.5
LEAST_FILL = 0.62
"""How much of their column lines of running text fill, at least, as a median."""
DEEPEST = 4
BAND = 0.45
"""How high above the baseline a word's band reaches, in font sizes: low enough to part lines set solid."""
BAND_FOOT = 0.05

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Strip:
    """Words whose bands overlap, from left to right: one line, or what stands side by side in columns."""

    words: tuple[PlacedWord, ...]
    top: float
    bottom: float

    def chunks(self, gutter: float) -> list[Span]:
        """Return the spans of words that stand closer than `gutter`; a list marker belongs to its text.

        Justified lines have wide spaces, but all alike: there a gutter must be wider than the spaces are.
        """
        gaps = [after.x0 - before.x1 for before, after in pairwise(self.words)]
        if len(gaps) > 1:
            gutter = max(gutter, min([WIDEST_SPACE * gutter, *(UNLIKE * gap for gap in gaps if gap > 0)]))
        spans: list[Span] = []
        marked = False
        for word in self.words:
            if spans and (word.x0 - spans[-1][1] < (3 * gutter if marked else gutter)):
                spans[-1] = (spans[-1][0], max(spans[-1][1], word.x1))
                marked = False
            else:
                spans.append((word.x0, word.x1))
                marked = is_bullet(word.text) or is_marker(word.text)
        return spans


@dataclass(frozen=True, slots=True)
class Frame:
    """A run of lines in one column, or the rows of a table with the gutters between its columns."""

    strips: tuple[Strip, ...]
    gutters: tuple[Span, ...] = ()


def frames(words: Sequence[PlacedWord], depth: int = 0) -> Iterator[Frame]:
    """Yield the frames of a page in reading order."""
    open_strips: list[Strip] = []
    for group in _groups(strips(words)):
        if depth < DEEPEST and group.is_columns():
            yield from _flush(open_strips)
            for column in group.columns():
                yield from frames(column, depth + 1)
        elif group.is_table():
            yield from _flush(open_strips)
            yield Frame(tuple(group.strips), tuple(group.gutters()))
        else:
            open_strips += group.strips
    yield from _flush(open_strips)


def _flush(open_strips: list[Strip]) -> Iterator[Frame]:
    if open_strips:
        yield Frame(tuple(open_strips))
        open_strips.clear()


def strips(words: Sequence[PlacedWord]) -> list[Strip]:
    """Return the smallest bands that no word crosses, from the top."""
    found: list[list[PlacedWord]] = []
    bottom = float("-inf")
    for word in sorted(words, key=lambda word: word.baseline - BAND * word.size):
        foot = word.baseline - BAND_FOOT * word.size
        if not found or word.baseline - BAND * word.size >= bottom:
            found.append([])
            bottom = foot
        bottom = max(bottom, foot)
        found[-1].append(word)
    return [_strip(some) for some in found]


def _strip(words: list[PlacedWord]) -> Strip:
    return Strip(
        tuple(sorted(words, key=lambda word: word.x0)),
        min(word.top for word in words),
        max(word.bottom for word in words),
    )


class _Group:
    """Following strips and the white space that all of them leave free."""

    def __init__(self, first: Strip, gutter: float) -> None:
        self.strips = [first]
        self.gutter = gutter
        self.taken = first.chunks(gutter)
        self.parted = len(self.taken) > 1

    def gutters(self) -> list[Span]:
        """Return the white spaces between what is taken."""
        return [(left[1], right[0]) for left, right in pairwise(self.taken)]

    def takes(self, strip: Strip) -> bool:
        """Whether the strip leaves the group's gutters free, or has none itself in a group without."""
        if len(self.taken) == 1:
            return len(strip.chunks(self.gutter)) == 1 or len(self._with(strip)) > 1
        return len(self._with(strip)) > 1

    def add(self, strip: Strip) -> None:
        """Take the strip in."""
        self.parted = self.parted or len(strip.chunks(self.gutter)) > 1
        self.taken = self._with(strip)
        self.strips.append(strip)

    def take_back(self, before: "_Group") -> None:
        """Take over the last strips of the group before that leave the gutters free and stand on both sides of them."""
        while len(before.strips) > 1 and len(self.taken) > 1:
            last = before.strips[-1]
            if len(self._with(last)) < len(self.taken) or not self._is_on_both_sides(last):
                return
            self.strips.insert(0, before.strips.pop())

    def _is_on_both_sides(self, strip: Strip) -> bool:
        left, right = self.gutters()[0]
        return strip.words[0].x0 < left and strip.words[-1].x1 > right

    def _with(self, strip: Strip) -> list[Span]:
        """Return what is taken together with the strip; gutters once found are kept by single words."""
        spans = strip.chunks(self.gutter) if len(self.taken) == 1 else [(word.x0, word.x1) for word in strip.words]
        return _merged([*self.taken, *spans], self.gutter)

    def columns(self) -> list[list[PlacedWord]]:
        """Return the words of each column, from left to right."""
        middles = [(left + right) / 2 for left, right in self.gutters()]
        columns: list[list[PlacedWord]] = [[] for _ in range(len(middles) + 1)]
        for strip in self.strips:
            for word in strip.words:
                columns[sum(word.x0 > middle for middle in middles)].append(word)
        return columns

    def is_columns(self) -> bool:
        """Whether running text stands on both sides of each gutter."""
        if len(self.taken) < 2:
            return False
        lines = [strips(column) for column in self.columns()]
        counts = sorted(map(len, lines))
        return counts[0] >= FEWEST_LINES and counts[-1] > FEWEST_LINES and not self._reads_as_rows(lines)

    def is_table(self) -> bool:
        """Whether short cells stand in rows."""
        if len(self.taken) < 2:
            return False
        parted = sum(len(strip.chunks(self.gutter)) > 1 for strip in self.strips)
        columns = [strips(column) for column in self.columns()]
        return parted >= FEWEST_TABLE_ROWS and all(map(_in_line, columns[1:])) and self._reads_as_rows(columns)

    def _reads_as_rows(self, columns: list[list[Strip]]) -> bool:
        texts = 0
        for lines in columns:
            left = min(line.words[0].x0 for line in lines)
            right = max(line.words[-1].x1 for line in lines)
            fill = median((line.words[-1].x1 - left) / max(right - left, 1) for line in lines)
            words = median(len(line.words) for line in lines)
            texts += words > MOST_CELL_WORDS and fill > LEAST_FILL
        return texts < len(columns) - (len(columns) > 2)


def _in_line(column: Sequence[Strip]) -> bool:
    """Whether most cells of a column share their left or right edge."""
    return any(
        sum(abs(edge - median(edges)) < IN_LINE for edge in edges) >= MOST_IN_LINE * len(edges)
        for edges in ([cell.words[0].x0 for cell in column], [cell.words[-1].x1 for cell in column])
    )


def _groups(found: Sequence[Strip]) -> Iterator[_Group]:
    if not found:
        return
    usual = median(word.size for strip in found for word in strip.words)
    group = _Group(found[0], GUTTER * usual)
    for number, strip in enumerate(found[1:], start=1):
        if group.takes(strip) and not _is_new_section(group, found[number:], usual):
            group.add(strip)
        else:
            begun = _Group(strip, GUTTER * usual)
            begun.take_back(group)
            yield group
            group = begun
    yield group


def _is_new_section(group: _Group, coming: Sequence[Strip], usual: float) -> bool:
    """Whether a heading parts two runs of columns: larger than the text, and nothing beside it for some way."""
    strip = coming[0]
    if not group.parted or len(strip.chunks(group.gutter)) > 1 or strip.words[0].x0 > group.taken[0][1]:
        return False
    size = median(word.size for word in strip.words)
    edge = group.gutters()[-1][1]
    above = [word.bottom for some in group.strips for word in some.words if word.x0 >= edge]
    below = [word.top for some in coming for word in some.words if word.x0 >= edge]
    return size > LARGER * usual and bool(above and below) and min(below) - max(above) > BLANK * size


def _merged(spans: list[Span], gutter: float) -> list[Span]:
    """Return the union of the spans; what stands closer than a gutter is one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span[0] - merged[-1][1] < gutter:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return merged
