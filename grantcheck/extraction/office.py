"""Reads DOCX and ODT: headings, paragraphs, lists and tables in order; office files have no pages of their own."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from grantcheck.domain.document import Block, BlockKind, Document, Page
from grantcheck.domain.errors import DamagedFile, EncryptedFile, NoTextFound, TooMuchText

from .limits import Limits
from .plain import flat_block

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def read_docx(path: Path, limits: Limits) -> Document:
    """Return a Word file's text. Raises UnreadableReport."""
    check_archive(path, limits)
    import docx

    try:
        source = docx.Document(str(path))
        blocks = [block for part in source.iter_inner_content() for block in _docx_blocks(part)]
    except (KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError) as fault:
        raise DamagedFile() from fault
    return _document(DOCX, blocks)


def _docx_blocks(part: Any) -> Iterator[Block]:
    if hasattr(part, "rows"):
        for row in part.rows:
            cells = dict.fromkeys(cell._tc for cell in row.cells)
            texts = [" ".join("".join(node.itertext(W + "t")) for node in cell.iter(W + "p")) for cell in cells]
            yield flat_block(BlockKind.TABLE_ROW, ", ".join(text.strip() for text in texts if text.strip()))
        return
    text = part.text
    level = _outline_level(part)
    if level:
        yield flat_block(BlockKind.HEADING, text, level=level)
    elif part._p.find(f"{W}pPr/{W}numPr") is not None or part.style.name.startswith("List"):
        yield flat_block(BlockKind.LIST_ITEM, text)
    elif _all_bold(part):
        yield flat_block(BlockKind.HEADING, text, level=3)
    else:
        yield flat_block(BlockKind.PARAGRAPH, text)


def _outline_level(paragraph: Any) -> int:
    """Return 1.. for headings, by the style's outline level or name, else 0."""
    style = paragraph.style
    if style.name == "Title":
        return 1
    while style is not None:
        level = style.element.find(f"{W}pPr/{W}outlineLvl")
        if level is not None:
            return int(level.get(W + "val")) + 1
        if style.name.startswith("Heading ") and style.name[8:].isdigit():
            return int(style.name[8:])
        style = style.base_style
    return 0


def _all_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    short = len(paragraph.text.split()) <= 10 and not paragraph.text.rstrip().endswith((".", ":", ","))
    return bool(runs) and short and all(run.bold for run in runs)


def read_odt(path: Path, limits: Limits) -> Document:
    """Return an OpenDocument text's text. Raises UnreadableReport."""
    with check_archive(path, limits) as archive:
        try:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise EncryptedFile()
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            body = etree.fromstring(archive.read("content.xml"), parser)
        except (KeyError, RuntimeError, zipfile.BadZipFile, etree.XMLSyntaxError) as fault:
            raise DamagedFile() from fault
    return _document(ODT, list(_odt_blocks(body)))


def _odt_blocks(body: Any) -> Iterator[Block]:
    for node in body.iter(TEXT + "h", TEXT + "p", TABLE + "table-row"):
        parents = {parent.tag for parent in node.iterancestors()}
        if node.tag == TABLE + "table-row":
            cells = [_odt_text(cell) for cell in node.iter(TABLE + "table-cell")]
            yield flat_block(BlockKind.TABLE_ROW, ", ".join(cell for cell in cells if cell))
        elif TABLE + "table-row" in parents or TEXT + "tracked-changes" in parents:
            continue
        elif node.tag == TEXT + "h":
            yield flat_block(BlockKind.HEADING, _odt_text(node), level=int(node.get(TEXT + "outline-level", "1")))
        else:
            kind = BlockKind.LIST_ITEM if TEXT + "list-item" in parents else BlockKind.PARAGRAPH
            yield flat_block(kind, _odt_text(node))


def _odt_text(node: Any) -> str:
    gaps = {TEXT + "s", TEXT + "tab", TEXT + "line-break"}
    parts = [node.text or ""]
    for child in node:
        parts.append(" " if child.tag in gaps else _odt_text(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def check_archive(path: Path, limits: Limits) -> zipfile.ZipFile:
    """Open the archive when what it unpacks to is within the limit. Raises DamagedFile or TooMuchText."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError) as fault:
        raise DamagedFile() from fault
    if sum(item.file_size for item in archive.infolist()) > limits.max_unpacked_bytes:
        raise TooMuchText()
    return archive


def _document(media_type: str, blocks: list[Block]) -> Document:
    full = tuple(block for block in blocks if block.text)
    if not full:
        raise NoTextFound(pages=1)
    return Document(media_type, (Page(1, None, None),), full)
