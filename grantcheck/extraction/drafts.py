"""Blocks in the making: lines with their pages, joined over columns and pages, then written out as text with places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from grantcheck.domain.document import Block, BlockKind, Box, Word

from .pagetext import PageText
from .paragraphs import SENTENCE_ENDS, Line
from .turning import box_on_page
from .typography import SOFT_HYPHEN, joined
from .words import PlacedWord

FLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
PASSED_OVER = frozenset({BlockKind.FOOTNOTE, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class DraftLine:
    """The words of one line and the page it stands on."""

    page: PageText
    words: tuple[PlacedWord, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A block in the making. `full`: its last line reaches the right edge, so the sentence may go on elsewhere."""

    kind: BlockKind
    lines: tuple[DraftLine, ...]
    full: bool = False
    level: int = 0
    size: float = 0.0

    @property
    def first(self) -> str:
        """The first word."""
        return self.lines[0].words[0].text

    @property
    def last(self) -> str:
        """The last word."""
        return self.lines[-1].words[-1].text


def draft_lines(page: PageText, lines: Iterable[Line]) -> tuple[DraftLine, ...]:
    """Return the lines with their page."""
    return tuple(DraftLine(page, line.words) for line in lines)


def joined_over_breaks(drafts: Iterable[Draft]) -> list[Draft]:
    """Join a paragraph that a column's or page's end has cut in two; footnotes between them come after."""
    whole: list[Draft] = []
    for draft in drafts:
        place = _place_of_beginning(whole, draft)
        if place is None:
            whole.append(draft)
        else:
            begun = whole[place]
            whole[place] = replace(begun, lines=begun.lines + draft.lines, full=draft.full)
    return whole


def _place_of_beginning(whole: Sequence[Draft], draft: Draft) -> int | None:
    """Return the index of the draft that this one goes on from, if it does."""
    place = len(whole) - 1
    while place >= 0 and whole[place].kind in PASSED_OVER:
        place -= 1
    if place < 0 or draft.kind is not BlockKind.PARAGRAPH or whole[place].kind not in FLOWING:
        return None
    return place if _goes_on(whole[place], draft) else None


def _goes_on(begun: Draft, draft: Draft) -> bool:
    if abs(begun.size - draft.size) > 0.07 * max(begun.size, draft.size):
        return False
    if begun.last.endswith(SENTENCE_ENDS):
        return False
    if draft.first[0].islower():
        return begun.full or begun.last.endswith(("-", ",", SOFT_HYPHEN))
    return begun.full and begun.lines[-1].page is not draft.lines[0].page


def block_of(draft: Draft) -> Block:
    """Write the draft out: its text, and the place of each word in it."""
    text = ""
    words: list[Word] = []
    for number, line in enumerate(draft.lines):
        for position, placed in enumerate(line.words):
            text = _appended(text, placed, words, first_of_line=number > 0 and position == 0)
            start = len(text) - len(_bare(placed.text))
            words.append(Word(start, len(text), line.page.number, number, _box(placed, line.page)))
    if text.endswith(SOFT_HYPHEN):
        text = text.rstrip(SOFT_HYPHEN)
    return Block(draft.kind, text, tuple(words), draft.level)


def _bare(text: str) -> str:
    """Return the word without soft hyphens inside; one at the end may be a line's end."""
    return text[:-1].replace(SOFT_HYPHEN, "") + text[-1]


def _appended(text: str, placed: PlacedWord, words: list[Word], *, first_of_line: bool) -> str:
    """Return the text with the word after it; a word broken at the line's end is closed up."""
    bare = _bare(placed.text)
    if not text:
        return bare
    if first_of_line and words:
        before = words[-1]
        whole = joined(text[before.start :], bare)
        if whole is not None:
            kept = len(whole) - len(bare)
            words[-1] = replace(before, end=before.start + kept)
            return text[: before.start] + whole
    if text.endswith(SOFT_HYPHEN):
        text = text.rstrip(SOFT_HYPHEN)
        words[-1] = replace(words[-1], end=len(text))
    return f"{text}{bare}" if placed.glued else f"{text} {bare}"


def _box(placed: PlacedWord, page: PageText) -> Box | None:
    box = Box(placed.x0, placed.top, placed.x1, placed.bottom)
    turned = box_on_page(box, page.turn, page.width, page.height)
    return Box(round(turned.x0, 2), round(turned.top, 2), round(turned.x1, 2), round(turned.bottom, 2))
