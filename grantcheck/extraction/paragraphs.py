"""From the lines of a frame to paragraphs, list items and headings-to-be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .columns import Frame, Strip
from .typography import is_bullet, is_marker
from .words import PlacedWord, Style

WIDER = 1.28
"""How much more than the usual space between lines parts two paragraphs."""
INDENT = 0.9
"""How far in, in font sizes, a first line is set."""
SAME_SIZE = 1.07
LEADERS = re.compile(r"(?:\s?[.·…_]\s?){4,}\s*\d{1,3}$|…+\s*\d{1,3}$")
"""The end of a line in a table of contents: dots that lead to a page number."""
SENTENCE_ENDS = (".", "!", "?", ":", "…", '."', ".”", "!”", "?”", ".)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its place and its main style."""

    words: tuple[PlacedWord, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    style: Style

    @property
    def text(self) -> str:
        """The words parted by spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def begins_item(self) -> bool:
        """Whether it begins with a bullet or a number like `3.` and has text after it."""
        first = self.words[0].text
        return len(self.words) > 1 and (is_bullet(first) or is_marker(first))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; `full` tells that the last line reaches the right edge, so the text may go on."""

    lines: tuple[Line, ...]
    full: bool
    space_above: float

    @property
    def text(self) -> str:
        """The lines parted by spaces, for looking at only."""
        return " ".join(line.text for line in self.lines)


def line_of(strip: Strip) -> Line:
    """Return the strip as a line; its style is that of most of its characters."""
    weight: dict[tuple[float, Style], int] = {}
    for word in strip.words:
        key = (round(word.size, 1), word.style)
        weight[key] = weight.get(key, 0) + len(word.text)
    (size, style), _ = max(weight.items(), key=lambda item: item[1])
    main = [word for word in strip.words if abs(word.size - size) < 0.1] or list(strip.words)
    return Line(
        strip.words,
        strip.words[0].x0,
        max(word.x1 for word in strip.words),
        strip.top,
        strip.bottom,
        median(word.baseline for word in main),
        size,
        style,
    )


def paragraphs(frame: Frame) -> Iterator[Paragraph]:
    """Yield the paragraphs of a frame of running text."""
    lines = [line_of(strip) for strip in frame.strips]
    pitch = _usual_pitch(lines)
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    edge = _Edges(left, right, pitch)
    begun = [lines[0]]
    space = 0.0
    for before, line in pairwise(lines):
        if edge.parts(begun, before, line):
            yield Paragraph(tuple(begun), edge.is_full(begun[-1], None), space)
            begun = []
            space = line.baseline - before.baseline
        begun.append(line)
    yield Paragraph(tuple(begun), edge.is_full(begun[-1], None), space)


def _usual_pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance between baselines within paragraphs, by font size 1."""
    pitches = sorted(
        (after.baseline - before.baseline) / max(after.size, 1)
        for before, after in pairwise(lines)
        if after.size < SAME_SIZE * before.size and before.size < SAME_SIZE * after.size
    )
    if not pitches:
        return 1.2
    usual = pitches[len(pitches) // 3]
    return min(max(usual, 1.0), 2.2)


@dataclass(frozen=True, slots=True)
class _Edges:
    """The left and right edge of a frame and its usual pitch, against which lines are judged."""

    left: float
    right: float
    pitch: float

    def parts(self, begun: Sequence[Line], before: Line, line: Line) -> bool:
        """Whether a new paragraph begins with `line`."""
        if line.begins_item and (is_bullet(line.words[0].text) or not self.is_full(before, line)):
            return True
        if max(line.size, before.size) > SAME_SIZE * min(line.size, before.size):
            return True
        if LEADERS.search(before.text):
            return True
        if line.style.bold != before.style.bold or line.baseline - before.baseline > WIDER * self.pitch * line.size:
            return True
        if self._is_indented(begun, before, line):
            return True
        return self._ended(before, line)

    def _is_indented(self, begun: Sequence[Line], before: Line, line: Line) -> bool:
        step = line.x0 - before.x0
        if begun[0].begins_item:
            return step < -INDENT * line.size and line.x0 <= begun[0].x0 + 0.5 * line.size and len(begun) > 1
        return INDENT * line.size < step < 4 * line.size and not _is_centred(before, line)

    def _ended(self, before: Line, line: Line) -> bool:
        """Whether the line before ends a paragraph: short though the next word had room, at the end of a sentence."""
        if self.is_full(before, line):
            return False
        starts_anew = not line.words[0].text[0].islower()
        return starts_anew and (before.text.endswith(SENTENCE_ENDS) or self._is_short(before))

    def _is_short(self, line: Line) -> bool:
        return line.x1 < self.left + 0.6 * (self.right - self.left)

    def is_full(self, line: Line, after: Line | None) -> bool:
        """Whether the line reaches the right edge, or would with the next word."""
        room = 2.5 * line.size
        if after is not None:
            room = after.words[0].x1 - after.words[0].x0 + 0.3 * line.size
        return line.x1 + room > self.right - 0.02 * (self.right - self.left)


def _is_centred(before: Line, line: Line) -> bool:
    return abs((before.x0 + before.x1) - (line.x0 + line.x1)) < line.size
