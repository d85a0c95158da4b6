"""From single glyphs to words with their places: rows by baseline, words by gaps, letter-spaced titles closed up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from .typography import SOFT_HYPHEN, combining, readable

ROW_TOLERANCE = 0.2
"""How far apart baselines of one row may lie, in font sizes."""
WORD_GAP = 0.17
"""How wide a gap parts two words, in font sizes; a common space is 0.25 to 0.28."""
LEAST_HYPHEN = 0.1
"""From which width a soft hyphen is drawn, in font sizes."""
LETTERS_ALONE = 0.75
"""From which share of single letters a run of words is a letter-spaced title."""


class Style(NamedTuple):
    """What a font looks like, as far as headings need it."""

    family: str
    bold: bool
    italic: bool


class Glyph(NamedTuple):
    """One sign on a page, in points from the top left. A named tuple, for there are thousands on each page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    style: Style


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word as it stands on the page; `glued` where no space parts it from the word before."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    style: Style
    glued: bool = False


def words_of(glyphs: Sequence[Glyph]) -> list[PlacedWord]:
    """Return the words, row by row from the top; one row may hold words of several columns."""
    return [word for row in _rows(glyphs) for word in _words_of_row(row)]


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield glyphs that share a baseline, from left to right."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=attrgetter("baseline")):
        if row and glyph.baseline - row[-1].baseline > ROW_TOLERANCE * min(glyph.size, row[-1].size):
            yield _in_order(row)
            row = []
        row.append(glyph)
    if row:
        yield _in_order(row)


def _in_order(row: list[Glyph]) -> list[Glyph]:
    row.sort(key=lambda glyph: glyph.x0)
    if any(combining(glyph.text) for glyph in row):
        row = _with_accents(row)
    return row


def _with_accents(row: list[Glyph]) -> list[Glyph]:
    """Put each accent that is drawn over a letter into that letter."""
    letters = [glyph for glyph in row if not combining(glyph.text)]
    for accent in row:
        sign = combining(accent.text)
        if not sign:
            continue
        middle = (accent.x0 + accent.x1) / 2
        under = [i for i, letter in enumerate(letters) if letter.x0 <= middle <= letter.x1 and letter.text.isalpha()]
        if under:
            letters[under[0]] = letters[under[0]]._replace(text=letters[under[0]].text + sign)
        else:
            letters.append(accent)
    letters.sort(key=lambda glyph: glyph.x0)
    return letters


def _words_of_row(row: list[Glyph]) -> list[PlacedWord]:
    words: list[PlacedWord] = []
    run: list[Glyph] = []
    for glyph in row:
        if glyph.text.isspace():
            _close(run, words)
            run = []
            continue
        if run:
            before = run[-1]
            if _is_doubled(before, glyph):
                continue
            if glyph.x0 - before.x1 > WORD_GAP * max(before.size, glyph.size):
                _close(run, words)
                run = []
        run.append(glyph)
    _close(run, words)
    return _closed_up(_without_doubles(words))


def _is_doubled(before: Glyph, glyph: Glyph) -> bool:
    """Whether the glyph is the one before drawn once more to look bold."""
    return before.text == glyph.text and glyph.x0 - before.x0 < 0.2 * (before.x1 - before.x0)


def _close(run: list[Glyph], words: list[PlacedWord]) -> None:
    if not run:
        return
    text = readable("".join([_drawn(glyph) for glyph in run]))
    if not text.strip():
        return
    first, last = run[0], run[-1]
    main = run[len(run) // 2]
    words.append(
        PlacedWord(
            text,
            first.x0,
            last.x1,
            min(first.top, main.top, last.top),
            max(first.bottom, main.bottom, last.bottom),
            main.baseline,
            main.size,
            main.style,
        )
    )


def _drawn(glyph: Glyph) -> str:
    """Return the glyph's text; a soft hyphen that takes room on the page is a hyphen that some programs write so."""
    is_seen = glyph.text == SOFT_HYPHEN and glyph.x1 - glyph.x0 > LEAST_HYPHEN * glyph.size
    return "-" if is_seen else glyph.text


def _without_doubles(words: list[PlacedWord]) -> list[PlacedWord]:
    """Drop words that are drawn once more on top of themselves."""
    kept = words[:1]
    for before, word in pairwise(words):
        if word.text != before.text or word.x0 - before.x0 > 0.3 * word.size:
            kept.append(word)
    return kept


def _closed_up(words: list[PlacedWord]) -> list[PlacedWord]:
    """Join the letters of a letter-spaced row ("V E R K S A M H E T") into its words."""
    if len(words) < 4 or sum(len(word.text) == 1 for word in words) < LETTERS_ALONE * len(words):
        return words
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    between_words = 1.6 * median(gaps) + 0.02 * words[0].size
    closed = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > between_words:
            closed.append(word)
        else:
            closed[-1] = replace(closed[-1], text=closed[-1].text + word.text, x1=word.x1)
    return closed
