"""Where the marks of a reading lie: boxes with margin badges on page images, and segments of the text."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from grantcheck.domain.document import Block, Box, Document, Page
from grantcheck.domain.evidence import Evidence
from grantcheck.storage.check_runs import CheckRun

from .reading import codes, group_of, numbered

GUTTER = 0.1
"""How wide the strip for badges beside a page is, as a part of the page's width; the stylesheet has the same."""
_A4_WIDTH = 595.0
_COLUMNS = (2.0, 31.0)


@dataclass(frozen=True, slots=True)
class Badge:
    """The badge beside a page that links a mark to its criterion, in PDF points from the gutter's top left.

    It grows with the page's width, so that it is as large on the screen whatever the page: at least 24 pixels.
    """

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageMark:
    """A quote's boxes on one page with its badge, in PDF points.

    `first` where the quote begins on this page, `aside` where it was set aside and did not count.
    """

    number: int
    code: str
    text: str
    boxes: tuple[Box, ...]
    badge: Badge
    first: bool
    aside: bool


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page with its marks from top to bottom."""

    page: Page
    marks: tuple[PageMark, ...]

    @property
    def gutter(self) -> float:
        """Return the width of the strip beside the page."""
        return (self.page.width or _A4_WIDTH) * GUTTER


@dataclass(frozen=True, slots=True)
class TextMark:
    """A mark that covers a segment; `first` where the quote begins in it, `aside` where it did not count."""

    number: int
    code: str
    first: bool
    aside: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a block's text and the marks that cover it."""

    text: str
    marks: tuple[TextMark, ...]

    @property
    def aside(self) -> bool:
        """Whether all that covers it was set aside."""
        return all(mark.aside for mark in self.marks)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block as text; `new_page` is the page number where a page begins with it, else 0."""

    block: Block
    new_page: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: int
    code: str
    evidence: Evidence

    @property
    def aside(self) -> bool:
        """Whether it was set aside and did not count."""
        return group_of(self.evidence.kind) == "aside"


def marked_pages(run: CheckRun) -> tuple[MarkedPage, ...]:
    """Return every page of the document with its marks."""
    marks = _all_marks(run)
    return tuple(MarkedPage(page, tuple(_stacked(_on_page(marks, page), page))) for page in run.document.pages)


def text_blocks(run: CheckRun) -> tuple[TextBlock, ...]:
    """Return the document's text with marks; overlapping marks are split, never nested."""
    by_block: defaultdict[int, list[_Numbered]] = defaultdict(list)
    for mark in _all_marks(run):
        by_block[mark.evidence.block].append(mark)
    return tuple(
        TextBlock(block, new_page, tuple(_segments(block.text, by_block[number])))
        for number, (block, new_page) in enumerate(_with_page_starts(run.document))
    )


def _all_marks(run: CheckRun) -> list[_Numbered]:
    code = codes(run.rule_set)
    return [_Numbered(number, code[item], evidence) for number, item, evidence in numbered(run.analysis.findings)]


def _on_page(marks: list[_Numbered], page: Page) -> list[PageMark]:
    found = []
    size = (page.width or _A4_WIDTH) / _A4_WIDTH
    for mark in marks:
        boxes = tuple(place.box for place in mark.evidence.boxes if place.page == page.number)
        if boxes:
            first = mark.evidence.boxes[0].page == page.number
            badge = Badge(0, boxes[0].top, 27 * size, 25 * size)
            found.append(PageMark(mark.number, mark.code, mark.evidence.text, boxes, badge, first, mark.aside))
    return sorted(found, key=lambda mark: (mark.badge.top, mark.number))


def _stacked(marks: list[PageMark], page: Page) -> Iterator[PageMark]:
    """Give each badge the highest free place at or below its quote, in two columns, so that none covers another."""
    size = (page.width or _A4_WIDTH) / _A4_WIDTH
    free_from = [0.0] * len(_COLUMNS)
    for mark in marks:
        column = min(range(len(_COLUMNS)), key=lambda place: (max(free_from[place], mark.badge.top), place))
        top = max(free_from[column], mark.badge.top)
        yield replace(mark, badge=replace(mark.badge, left=_COLUMNS[column] * size, top=top))
        free_from[column] = top + mark.badge.height + 2 * size


def _with_page_starts(document: Document) -> Iterator[tuple[Block, int]]:
    current = 0
    for block in document.blocks:
        page = block.page_at(0)
        yield block, page if page != current else 0
        current = page


def _segments(text: str, marks: list[_Numbered]) -> Iterator[Segment]:
    starts = {mark.number: mark.evidence.start for mark in marks}
    ends = {mark.number: mark.evidence.start + len(mark.evidence.text) for mark in marks}
    borders = sorted({0, len(text), *starts.values(), *ends.values()})
    for start, end in pairwise(borders):
        covering = [mark for mark in marks if starts[mark.number] <= start and end <= ends[mark.number]]
        begun = (TextMark(mark.number, mark.code, starts[mark.number] == start, mark.aside) for mark in covering)
        yield Segment(text[start:end], tuple(begun))
