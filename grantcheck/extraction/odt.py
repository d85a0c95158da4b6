"""OpenDocument text: headings, paragraphs, lists, tables, notes and text boxes, as accepted of tracked changes."""

from collections.abc import Iterator

from lxml import etree

from grantcheck.domain.document import Block, BlockKind, Page
from grantcheck.domain.errors import DamagedFile, EncryptedFile

from .limits import Limits
from .packages import opened, part, xml
from .unplaced import THE_PAGE, block, filled, table_row

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_LEFT_OUT = {_TEXT + "tracked-changes", _OFFICE + "annotation", _TEXT + "sequence-decls", _OFFICE + "forms"}
_ASIDE = {_TEXT + "note", _DRAW + "text-box"}
_CONTENTS = {_TEXT + "table-of-content", _TEXT + "alphabetical-index", _TEXT + "illustration-index"}
MOST_REPEATED_SPACES = 50


def read(content: bytes, limits: Limits) -> tuple[list[Page], list[Block]]:
    """Return the one page and the blocks. Raises DamagedFile, EncryptedFile, TooMuchText."""
    with opened(content, limits) as package:
        manifest = part(package, "META-INF/manifest.xml", limits) or b""
        if b"encryption-data" in manifest:
            raise EncryptedFile()
        text = part(package, "content.xml", limits)
    if text is None:
        raise DamagedFile()
    body = next(xml(text).iter(_OFFICE + "text"), None)
    if body is None:
        raise DamagedFile()
    return [THE_PAGE], filled(_blocks(body, BlockKind.PARAGRAPH))


def _blocks(parent: etree._Element, kind: BlockKind) -> Iterator[Block]:
    for child in parent:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == _TEXT + "h":
            yield block(BlockKind.HEADING, _text(child), _level(child))
        elif child.tag == _TEXT + "p":
            yield block(kind, _text(child))
            yield from _asides(child)
        elif child.tag == _TABLE + "table":
            yield from _rows(child)
        else:
            yield from _blocks(child, _kind_within(child, kind))


def _kind_within(element: etree._Element, kind: BlockKind) -> BlockKind:
    if element.tag in _CONTENTS:
        return BlockKind.CONTENTS
    return BlockKind.LIST_ITEM if element.tag == _TEXT + "list" else kind


def _level(heading: etree._Element) -> int:
    told = heading.get(_TEXT + "outline-level", "1")
    return min(max(int(told), 1), 6) if told.isdecimal() else 1


def _asides(paragraph: etree._Element) -> Iterator[Block]:
    """Yield the notes and text boxes that hang on the paragraph."""
    for aside in paragraph.iter(*_ASIDE):
        kind = BlockKind.FOOTNOTE if aside.tag == _TEXT + "note" else BlockKind.PARAGRAPH
        for child in aside.iter(_TEXT + "p"):
            yield block(kind, _text(child))


def _rows(table: etree._Element) -> Iterator[Block]:
    for row in table.iter(_TABLE + "table-row"):
        cells = row.iterchildren(_TABLE + "table-cell")
        yield table_row(" ".join(_text(child) for child in cell.iter(_TEXT + "p", _TEXT + "h")) for cell in cells)


def _text(element: etree._Element) -> str:
    """Return the element's own running text, without notes, boxes and comments."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            told = child.get(_TEXT + "c", "1")
            parts.append(" " * (min(int(told), MOST_REPEATED_SPACES) if told.isdecimal() else 1))
        elif child.tag in (_TEXT + "tab", _TEXT + "line-break"):
            parts.append(" ")
        elif child.tag not in _LEFT_OUT and child.tag not in _ASIDE and isinstance(child.tag, str):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
