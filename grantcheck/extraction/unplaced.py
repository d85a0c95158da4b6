"""Blocks of files without pages: words know their place in the text, but no box, and all stand on page 1."""

import re
from collections.abc import Iterable

from grantcheck.domain.document import Block, BlockKind, Page, Word

from .typography import SOFT_HYPHEN, readable

_WORD = re.compile(r"\S+")
_SPACE = re.compile(r"\s+")
THE_PAGE = Page(1, None, None)


def block(kind: BlockKind, text: str, level: int = 0) -> Block:
    """Return a block of the text with its white space closed up; empty when it holds nothing."""
    plain = _SPACE.sub(" ", readable(text).replace(SOFT_HYPHEN, "")).strip()
    words = tuple(Word(found.start(), found.end(), 1, 0, None) for found in _WORD.finditer(plain))
    return Block(kind, plain, words, level)


def filled(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks that hold something."""
    return [item for item in blocks if item.words]


def table_row(cells: Iterable[str]) -> Block:
    """Return a row of a table: its cells in order, parted by commas; cells that hold nothing are left out."""
    texts = (_SPACE.sub(" ", cell).strip() for cell in cells)
    return block(BlockKind.TABLE_ROW, ", ".join(text for text in texts if text))
