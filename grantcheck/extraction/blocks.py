"""Lines become headings, paragraphs and list items; running headers and page numbers are dropped, hyphens joined."""

import re
from collections import Counter
from collections.abc import Sequence

from grantcheck.domain.document import Block, BlockKind, Word

from .layout import DOT_LEADER, LARGER_THAN_BODY, LIST_MARK, NUMBERED_HEADING, PARAGRAPH_GAP, Line

EDGE_LINES = 3
LONGEST_HEADING_WORDS = 14
ENDS_SENTENCE = (".", "!", "?", ":", "…")
PAGE_NUMBER = re.compile(
    r"^(?:sida|sid\.?|page|-|–)?\s*\d{1,4}\s*(?:(?:av|\(|/|of)\s*\d{1,4}\)?)?\s*(?:-|–)?$", re.IGNORECASE
)
DIGITS = re.compile(r"\d+")


def blocks_of(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """Return the blocks of all pages in order; paragraphs run on over columns and pages."""
    lines = [line for page in _without_running_lines(pages) for line in page]
    if not lines:
        return []
    body = _body_size(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, body):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group, body) for group in groups]


def _without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Drop lines at a page's edge that recur on most pages but for their digits, and bare page numbers there."""
    patterns = Counter(pattern for page in pages for pattern in {_pattern(line) for line in _edges(page)})
    needed = max(2, round(0.5 * len(pages)))
    kept: list[list[Line]] = []
    for page in pages:
        edges = _edges(page)
        kept.append(
            [
                line
                for line in page
                if not (line in edges and (PAGE_NUMBER.match(line.text) or patterns[_pattern(line)] >= needed))
            ]
        )
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    """Return the topmost and the lowest lines of a page."""
    by_height = sorted(page, key=lambda line: line.box.top)
    return [*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:]]


def _pattern(line: Line) -> tuple[str, int]:
    return DIGITS.sub("#", line.text), round(line.box.top / 8)


def _body_size(lines: Sequence[Line]) -> float:
    """Return the size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0]


def _is_heading(line: Line, body: float) -> bool:
    if len(line.words) > LONGEST_HEADING_WORDS or line.text.endswith((",", ";", "-")):
        return False
    if not re.search(r"[^\W\d_]{2}", line.text):
        return False
    if line.size >= LARGER_THAN_BODY * body:
        return True
    ends = line.text.endswith((".", "!"))
    return not ends and (line.bold or (bool(NUMBERED_HEADING.match(line.text)) and len(line.words) <= 8))


def _continues(group: list[Line], line: Line, body: float) -> bool:
    """Whether the line belongs to the same block as the lines before it."""
    last = group[-1]
    if _is_heading(line, body) or _is_heading(last, body):
        return (
            _is_heading(line, body)
            and _is_heading(last, body)
            and last.page == line.page
            and abs(line.size - last.size) < 0.5
            and 0 <= line.box.top - last.box.bottom < 0.6 * line.size
        )
    if LIST_MARK.match(line.text) or DOT_LEADER.search(line.text) or DOT_LEADER.search(last.text):
        return False
    if last.page != line.page or line.box.top < last.box.top - last.size:
        return _runs_on(last, line)
    gap = line.box.top - last.box.bottom
    if gap > PARAGRAPH_GAP * line.size:
        return False
    return not _short_end(group, line)


def _runs_on(last: Line, line: Line) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    first = line.text[:1]
    return not last.text.endswith(ENDS_SENTENCE) and (first.islower() or last.text.endswith("-") or len(last.words) > 6)


def _short_end(group: list[Line], line: Line) -> bool:
    """Whether the line before ended its paragraph: a full stop well short of the right edge of its neighbours."""
    last = group[-1]
    widest = max(item.box.x1 for item in [*group, line])
    left = min(item.box.x0 for item in [*group, line])
    indented = line.box.x0 > left + 0.8 * line.size and len(group) > 1 and not LIST_MARK.match(group[0].text)
    return last.text.endswith(ENDS_SENTENCE) and (last.box.x1 < left + 0.7 * (widest - left) or indented)


def _block(lines: list[Line], body: float) -> Block:
    kind = _kind(lines, body)
    text, words = _joined(lines)
    if kind is BlockKind.LIST_ITEM:
        text, words = _without_mark(text, words)
    level = _level(lines[0], body) if kind is BlockKind.HEADING else 0
    return Block(kind, text, words, level)


def _kind(lines: list[Line], body: float) -> BlockKind:
    first = lines[0]
    if DOT_LEADER.search(first.text) and len(lines) == 1 and len(first.words) < 14:
        return BlockKind.CONTENTS
    if _is_heading(first, body) and not LIST_MARK.match(first.text):
        return BlockKind.HEADING
    if NUMBERED_HEADING.match(first.text) and _is_heading(first, body):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if LIST_MARK.match(first.text) else BlockKind.PARAGRAPH


def _level(line: Line, body: float) -> int:
    ratio = line.size / body
    return 1 if ratio >= 1.6 else 2 if ratio >= 1.25 else 3


def _joined(lines: Sequence[Line]) -> tuple[str, tuple[Word, ...]]:
    """Join the lines' words to one text; a word broken by a line-end hyphen is made whole and stays two Words."""
    text = ""
    words: list[Word] = []
    for number, line in enumerate(lines):
        for position, word in enumerate(line.words):
            if not text:
                glue = ""
            elif position == 0 and is_broken(text, word.text):
                text = text[:-1]
                words[-1] = Word(words[-1].start, len(text), words[-1].page, words[-1].line, words[-1].box)
                glue = ""
            elif position == 0 and keeps_hyphen(text, word.text):
                glue = ""
            else:
                glue = " "
            start = len(text) + len(glue)
            text += glue + word.text
            words.append(Word(start, len(text), line.page, number, word.box))
    return text, tuple(words)


def is_broken(before: str, after: str) -> bool:
    """Whether a hyphen at a line's end only broke the word: «diskri-» + «minering», never «barn-» + «och»."""
    return (
        bool(re.search(r"[^\W\d_]{2}-$", before))
        and after[:1].islower()
        and re.sub(r"\W", "", after) not in {"och", "eller", "samt", "respektive", "till", "som", "and"}
        and len(re.sub(r"\W", "", after)) > 1
    )


def keeps_hyphen(before: str, after: str) -> bool:
    """Whether a compound's own hyphen stood at the line's end: «RF-» + «SISU», «F-» + «18»."""
    return bool(re.search(r"\w-$", before)) and (after[:1].isupper() or after[:1].isdigit())


def _without_mark(text: str, words: tuple[Word, ...]) -> tuple[str, tuple[Word, ...]]:
    mark = LIST_MARK.match(text)
    if mark is None:
        return text, words
    cut = mark.end()
    kept = tuple(
        Word(word.start - cut, word.end - cut, word.page, word.line, word.box) for word in words if word.start >= cut
    )
    return text[cut:], kept
