"""A report as read: blocks of text in reading order, where every word knows its place on the page."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the page's top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageBox:
    """A box and the page it lies on, counted from 1."""

    page: int
    box: Box


class BlockKind(StrEnum):
    """What a block is in the layout. Contents lines are never evidence."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Word:
    """A part of a block's text on one line: `text[start:end]` stands at `box` on `page` (counted from 1).

    A word broken over two lines is two Words. Office and text files have no boxes: `box` is None.
    `line` counts the block's lines from 0, so that words of one line can be joined to one box.
    """

    start: int
    end: int
    page: int
    line: int
    box: Box | None


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table row. `level` is 1.. for headings, otherwise 0."""

    kind: BlockKind
    text: str
    words: tuple[Word, ...]
    level: int = 0

    def page_at(self, start: int) -> int:
        """Return the page of the first word that ends after `start`."""
        return next((word.page for word in self.words if word.end > start), self.words[-1].page)

    def boxes(self, start: int, end: int) -> tuple[PageBox, ...]:
        """Return one box per line and page that cover `text[start:end]`, in reading order; empty without positions."""
        lines: dict[tuple[int, int], Box] = {}
        for word in self.words:
            if word.box is None or word.end <= start or word.start >= end:
                continue
            place = (word.page, word.line)
            lines[place] = _around(lines[place], word.box) if place in lines else word.box
        return tuple(PageBox(page, box) for (page, _), box in lines.items())


def _around(a: Box, b: Box) -> Box:
    return Box(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size in PDF points (None for office and text files) and how its text was got.

    `unread` means that the page shows something but no text could be read from it.
    """

    number: int
    width: float | None
    height: float | None
    ocr: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader of a result should know: `code` names the text `gc.warning.<code>`."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What extraction returns. `media_type` is by content, never by name."""

    media_type: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def word_count(self) -> int:
        """How many words separated by white space the blocks hold."""
        return sum(len(block.text.split()) for block in self.blocks)

    @property
    def unread_pages(self) -> tuple[int, ...]:
        """The numbers of pages whose text could not be read."""
        return tuple(page.number for page in self.pages if page.unread)

    @property
    def ocr_pages(self) -> tuple[int, ...]:
        """The numbers of pages whose text was recognised from a picture."""
        return tuple(page.number for page in self.pages if page.ocr)
