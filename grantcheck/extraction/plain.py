"""Reads text files: `# heading`, `- item`, blank lines between paragraphs; the encoding is told by the bytes."""

import re
import unicodedata
from pathlib import Path

from grantcheck.domain.document import Block, BlockKind, Document, Page, Word
from grantcheck.domain.errors import NoTextFound

from .blocks import is_broken

MEDIA_TYPE = "text/plain"
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
ITEM = re.compile(r"^\s*(?:[-*+•–]|\d{1,2}[.)])\s+(.*)$")
TABLE_ROW = re.compile(r"^\s*\|(.+)\|\s*$")
RULE = re.compile(r"^\s*(?:[-=_*]\s*){3,}$|^\s*\|?[\s:|-]+\|\s*$")
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
SOFT_HYPHEN = "­"


def read_text(path: Path) -> Document:
    """Return the file's text in blocks, all on page 1. Raises NoTextFound."""
    text = unicodedata.normalize("NFC", decoded(path.read_bytes())).replace(SOFT_HYPHEN, "")
    blocks = text_blocks(text)
    if not blocks:
        raise NoTextFound(pages=1)
    return Document(MEDIA_TYPE, (Page(1, None, None),), tuple(blocks))


def decoded(content: bytes) -> str:
    """Return the bytes as text: by their mark, else UTF-8, else the Western European code page."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def text_blocks(text: str) -> list[Block]:
    """Return the blocks of a text with light mark-up."""
    blocks: list[Block] = []
    paragraph: list[str] = []
    item = False

    def end_paragraph() -> None:
        if paragraph:
            blocks.append(flat_block(BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH, joined_lines(paragraph)))
            paragraph.clear()

    for line in EMPHASIS.sub(r"\2", text).splitlines():
        heading, bullet, row = HEADING.match(line), ITEM.match(line), TABLE_ROW.match(line)
        if not line.strip() or RULE.match(line):
            end_paragraph()
            item = False
        elif heading:
            end_paragraph()
            blocks.append(flat_block(BlockKind.HEADING, heading[2], level=len(heading[1])))
        elif row:
            end_paragraph()
            blocks.append(flat_block(BlockKind.TABLE_ROW, ", ".join(cell.strip() for cell in row[1].split("|"))))
        elif bullet:
            end_paragraph()
            item = True
            paragraph.append(bullet[1].strip())
        else:
            paragraph.append(line.strip())
    end_paragraph()
    return [block for block in blocks if block.text]


def joined_lines(lines: list[str]) -> str:
    """Join lines to one text; words broken at a line's end are made whole."""
    text = ""
    for line in lines:
        broken = is_broken(text, line.split(" ")[0])
        text = text[:-1] + line if broken else f"{text} {line}"
    return text.strip()


def flat_block(kind: BlockKind, text: str, *, page: int = 1, level: int = 0) -> Block:
    """Return a block whose words have a page but no boxes."""
    clean = " ".join(text.split())
    words = tuple(Word(match.start(), match.end(), page, 0, None) for match in re.finditer(r"\S+", clean))
    return Block(kind, clean, words, level)
