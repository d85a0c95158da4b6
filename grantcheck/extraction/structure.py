"""Tells what each paragraph is: heading and its level, list item, table row, caption, footnote, contents line."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from grantcheck.domain.document import Block, BlockKind

from .columns import Frame, frames
from .drafts import Draft, block_of, draft_lines, joined_over_breaks
from .furniture import without_furniture
from .pagetext import PageText
from .paragraphs import LEADERS, Line, Paragraph, paragraphs
from .tables import rows_of
from .words import PlacedWord, Style

LONGEST_HEADING = 130
MOST_HEADING_LINES = 3
LARGER = 1.09
SMALLER = 0.92
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\D")
_CAPTION = re.compile(r"(?:figur|bild|foto|diagram|tabell|fig\.|foto:)\s*\d*[.:]?\s", re.IGNORECASE)
_CONTENTS_TITLE = re.compile(r"inneh[åa]ll(?:sförteckning)?|contents", re.IGNORECASE)
_ENDS_WITH_NUMBER = re.compile(r"\D\s+\d{1,3}$")
_NOTE = re.compile(r"(?:\d{1,2}|\*+)\)?\s")


@dataclass(frozen=True, slots=True)
class Body:
    """The looks of a document's running text."""

    size: float
    style: Style


def blocks(pages: Sequence[PageText]) -> list[Block]:
    """Return the blocks of the document in reading order, without running headers and footers."""
    clean = without_furniture(pages)
    body = body_of(clean)
    drafts = [draft for page in clean for draft in _page_drafts(page, body)]
    return [block_of(draft) for draft in _with_levels(joined_over_breaks(_contents_marked(drafts)), body)]


def body_of(pages: Sequence[PageText]) -> Body:
    """Return the commonest size and style, by characters."""
    weight: Counter[tuple[float, Style]] = Counter()
    for page in pages:
        for word in page.words:
            weight[round(word.size * 2) / 2, word.style] += len(word.text)
    sizes: Counter[float] = Counter()
    for (size, _), number in weight.items():
        sizes[size] += number
    if not sizes:
        return Body(11.0, Style("", bold=False, italic=False))
    usual = sizes.most_common(1)[0][0]
    return Body(usual, max((key for key in weight if key[0] == usual), key=lambda key: weight[key])[1])


def _page_drafts(page: PageText, body: Body) -> Iterator[Draft]:
    for frame in frames(page.words):
        if frame.gutters:
            yield from rows_of(frame, page)
        else:
            yield from _frame_drafts(frame, page, body)
    if page.side:
        yield from _side_drafts(page)


def _side_drafts(page: PageText) -> Iterator[Draft]:
    """Text set sideways on an upright page stands last, without boxes of its own direction."""
    for frame in frames(page.side):
        for paragraph in paragraphs(Frame(frame.strips)):
            yield Draft(BlockKind.CAPTION, draft_lines(replace(page, turn=0), paragraph.lines))


def _frame_drafts(frame: Frame, page: PageText, body: Body) -> Iterator[Draft]:
    for paragraph in paragraphs(frame):
        yield Draft(
            _kind(paragraph, page, body),
            draft_lines(page, paragraph.lines),
            full=paragraph.full,
            size=paragraph.lines[0].size,
        )


def _kind(paragraph: Paragraph, page: PageText, body: Body) -> BlockKind:
    first = paragraph.lines[0]
    if LEADERS.search(paragraph.text):
        return BlockKind.CONTENTS
    if is_heading(paragraph, body):
        return BlockKind.HEADING
    if first.size < SMALLER * body.size and _NOTE.match(paragraph.text) and first.top > 0.6 * page.height:
        return BlockKind.FOOTNOTE
    if _CAPTION.match(paragraph.text) and (first.size < SMALLER * body.size or first.style.italic):
        return BlockKind.CAPTION
    return BlockKind.LIST_ITEM if first.begins_item else BlockKind.PARAGRAPH


def is_heading(paragraph: Paragraph, body: Body) -> bool:
    """Whether the paragraph is a heading: short, no sentence, and larger, bolder or otherwise set apart."""
    text = paragraph.text
    if len(text) > LONGEST_HEADING or len(paragraph.lines) > MOST_HEADING_LINES or not any(map(str.isalpha, text)):
        return False
    if text.endswith((".", ",", ";")) and not _NUMBERED.match(text):
        return False
    return any(_stands_out(line, body) for line in paragraph.lines[:1])


def _stands_out(line: Line, body: Body) -> bool:
    if line.size > LARGER * body.size:
        return True
    if line.size < SMALLER * body.size:
        return False
    if line.style.bold and not body.style.bold and _all_alike(line):
        return True
    return _is_capitals(line.text) or (
        line.style.family != body.style.family and len(line.text) < 60 and _all_alike(line)
    )


def _all_alike(line: Line) -> bool:
    return all(word.style == line.style for word in line.words)


def _is_capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 4 and all(map(str.isupper, letters))


def _contents_marked(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Mark what follows a heading «Innehåll» and ends with a page number as contents."""
    inside = False
    for draft in drafts:
        text = " ".join(word.text for line in draft.lines for word in line.words)
        if draft.kind is BlockKind.HEADING and _CONTENTS_TITLE.fullmatch(text.strip(" :")):
            inside = True
        elif draft.kind is BlockKind.CONTENTS or (inside and _ENDS_WITH_NUMBER.search(text)):
            draft = replace(draft, kind=BlockKind.CONTENTS)
        else:
            inside = False
        yield draft


def _with_levels(drafts: Sequence[Draft], body: Body) -> Iterator[Draft]:
    """Give headings their level: by numbering where they have it, else by size, larger first, bold text size last."""
    sizes = sorted({_rank(draft) for draft in drafts if draft.kind is BlockKind.HEADING}, reverse=True)
    for draft in drafts:
        if draft.kind is not BlockKind.HEADING:
            yield draft
            continue
        yield replace(draft, level=min(sizes.index(_rank(draft)) + 1, 6))


def _rank(draft: Draft) -> tuple[float, bool]:
    word: PlacedWord = draft.lines[0].words[0]
    return round(word.size * 2) / 2, word.style.bold
