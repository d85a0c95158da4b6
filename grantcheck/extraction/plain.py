"""Text files: their encoding, paragraphs by empty lines, and the headings and list items that people mark by hand."""

import re
from collections.abc import Iterator

from grantcheck.domain.document import Block, BlockKind, Page
from grantcheck.domain.errors import DamagedFile, TooMuchText

from .limits import Limits
from .typography import joined
from .unplaced import THE_PAGE, block, filled, table_row

ENCODINGS = ("utf-8-sig", "cp1252")
LONGEST_HEADING = 90
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"\s*(?:[-*•–+]|\d{1,3}[.)]|[a-zåäö]\))\s+(?=\S)")
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,}|_{3,})\s*$")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"[\s|:+-]+$")
_MARKUP = re.compile(r"\*\*|__|`")
_CONTROLS = re.compile(r"[\x00\x1b]")


def read(content: bytes, limits: Limits) -> tuple[list[Page], list[Block]]:
    """Return the one page and the blocks. Raises DamagedFile or TooMuchText."""
    text = decoded(content)
    if len(text) > limits.max_characters:
        raise TooMuchText()
    return [THE_PAGE], filled(_blocks(text))


def decoded(content: bytes) -> str:
    """Return the text: UTF-8 or UTF-16 (with or without mark), else Windows' western encoding. Raises DamagedFile."""
    for encoding in (*_utf16(content), *ENCODINGS):
        try:
            return _CONTROLS.sub("", content.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise DamagedFile()


def _utf16(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    zeros = content[:400].count(0)
    if zeros < len(content[:400]) / 4:
        return ()
    return ("utf-16-le",) if content[1:400:2].count(0) > zeros / 2 else ("utf-16-be",)


def _blocks(text: str) -> Iterator[Block]:
    """Yield a block for each run of lines; an empty line, a heading, an item or a table row ends a run."""
    run: list[str] = []
    for line in text.splitlines():
        underlined = _UNDERLINE.match(line)
        if underlined:
            yield from _underlined(run)
        elif not line.strip() or _begins_block(line):
            yield from _flush(run)
        if line.strip() and not underlined:
            run.append(line)
        if run and (_HEADING.match(run[0].strip()) or _TABLE_ROW.match(run[0])):
            yield from _flush(run)
    yield from _flush(run)


def _begins_block(line: str) -> bool:
    return bool(_ITEM.match(line) or _HEADING.match(line.strip()) or _TABLE_ROW.match(line))


def _underlined(run: list[str]) -> Iterator[Block]:
    """Make a single line over dashes a heading; elsewhere dashes only part paragraphs."""
    if len(run) == 1 and len(run[0].strip()) <= LONGEST_HEADING and not _ITEM.match(run[0]):
        yield block(BlockKind.HEADING, run[0], 1)
        run.clear()
    else:
        yield from _flush(run)


def _flush(run: list[str]) -> Iterator[Block]:
    if run:
        yield _block(run)
        run.clear()


def _block(run: list[str]) -> Block:
    heading = _HEADING.match(run[0].strip())
    if heading:
        return block(BlockKind.HEADING, _MARKUP.sub("", heading[2]), len(heading[1]))
    if _TABLE_ROW.match(run[0]):
        cells = "" if _TABLE_RULE.match(run[0]) else run[0]
        return table_row(cells.strip().strip("|").split("|"))
    text = _MARKUP.sub("", _one_line(run))
    if _ITEM.match(run[0]):
        return block(BlockKind.LIST_ITEM, text)
    if len(run) == 1 and _is_capitals(text):
        return block(BlockKind.HEADING, text, 1)
    return block(BlockKind.PARAGRAPH, text)


def _one_line(run: list[str]) -> str:
    """Return the lines as one, words broken at line ends closed up."""
    words: list[str] = []
    for line in run:
        parts = line.split()
        whole = joined(words[-1], parts[0]) if words else None
        if whole is not None:
            words[-1:] = [whole]
            parts = parts[1:]
        words += parts
    return " ".join(words)


def _is_capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 4 and len(text) <= LONGEST_HEADING and all(map(str.isupper, letters))
