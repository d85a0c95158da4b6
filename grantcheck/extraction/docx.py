"""Word files (DOCX) through python-docx: headings, text, lists, tables, notes and text boxes, changes accepted."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle
from lxml import etree

from grantcheck.domain.document import Block, BlockKind, Page
from grantcheck.domain.errors import DamagedFile

from .limits import Limits
from .packages import opened, part, xml
from .unplaced import THE_PAGE, block, filled, table_row

LONGEST_BOLD_HEADING = 80
DEEPEST_STYLE = 12
_NOTE_PARTS = ("word/footnotes.xml", "word/endnotes.xml")
_WORD_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", *_NOTE_PARTS)
_LEFT_OUT = frozenset(map(qn, ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:rPr", "w:pPr")))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = frozenset(map(qn, ("w:tab", "w:br", "w:cr", "w:ptab")))


def read(content: bytes, limits: Limits) -> tuple[list[Page], list[Block]]:
    """Return the one page and the blocks. Raises DamagedFile, EncryptedFile, TooMuchText."""
    with opened(content, limits) as package:
        checked = {name: part(package, name, limits) for name in _WORD_PARTS}
        roots = {name: xml(found) for name, found in checked.items() if found is not None}
    if "word/document.xml" not in roots:
        raise DamagedFile()
    try:
        document = docx.Document(io.BytesIO(content))
        body = list(_Body(document).blocks(document.element.body))
    except (OpcError, KeyError, ValueError, AttributeError, IndexError, BadZipFile, etree.LxmlError):
        raise DamagedFile() from None
    return [THE_PAGE], filled([*body, *_notes(roots)])


class _Body:
    """Reads the body with the document's styles."""

    def __init__(self, document: WordDocument) -> None:
        self._styles = {style.style_id: style for style in document.styles}

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """Yield the blocks of a body, a cell or a box, in order; tables give their rows."""
        for child in parent:
            if child.tag == qn("w:p"):
                yield self._paragraph(child)
                yield from self._boxes(child)
            elif child.tag == qn("w:tbl"):
                yield from _rows(child)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml")):
                yield from self.blocks(child)

    def _boxes(self, paragraph: etree._Element) -> Iterator[Block]:
        for box in paragraph.iter(qn("w:txbxContent")):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self.blocks(box)

    def _paragraph(self, paragraph: etree._Element) -> Block:
        text = _text(paragraph)
        chain = self._style_chain(paragraph)
        level = self._outline_level(paragraph, chain)
        if any((style.name or "").lower().startswith(("toc ", "innehåll")) for style in chain):
            return block(BlockKind.CONTENTS, text)
        if level:
            return block(BlockKind.HEADING, text, level)
        if any((style.name or "").lower() == "caption" for style in chain):
            return block(BlockKind.CAPTION, text)
        if self._is_item(paragraph, chain):
            return block(BlockKind.LIST_ITEM, text)
        if _is_all_bold(paragraph) and _is_short_line(text):
            return block(BlockKind.HEADING, text, 3)
        return block(BlockKind.PARAGRAPH, text)

    def _style_chain(self, paragraph: etree._Element) -> list[BaseStyle]:
        """Return the paragraph's style and those it is based on."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = self._styles.get(named.get(qn("w:val"))) if named is not None else None
        chain: list[BaseStyle] = []
        while style is not None and len(chain) < DEEPEST_STYLE:
            chain.append(style)
            based_on = style.element.find(qn("w:basedOn"))
            style = self._styles.get(based_on.get(qn("w:val"))) if based_on is not None else None
        return chain

    def _outline_level(self, paragraph: etree._Element, chain: list[BaseStyle]) -> int:
        """Return the heading level 1 to 6, or 0 for text; named in the paragraph, in its style, or by the style."""
        for element in (paragraph, *(style.element for style in chain)):
            outline = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if outline is not None:
                told = outline.get(qn("w:val"), "9")
                return min(int(told) + 1, 6) if told.isdecimal() and int(told) < 9 else 0
        names = [(style.name or "").lower() for style in chain]
        if "title" in names:
            return 1
        told = next((name.split()[-1] for name in names if name.startswith(("heading ", "rubrik "))), "")
        return min(int(told), 6) if told.isdecimal() else 0

    def _is_item(self, paragraph: etree._Element, chain: list[BaseStyle]) -> bool:
        if any((style.name or "").lower().startswith(("list ", "lista")) for style in chain):
            return True
        elements = (paragraph, *(style.element for style in chain))
        number = next((found for item in elements if (found := item.find(f".//{qn('w:numPr')}")) is not None), None)
        return number is not None


def _rows(table: etree._Element) -> Iterator[Block]:
    for row in table.iter(qn("w:tr")):
        cells = [cell for cell in row.iterchildren() if cell.tag in (qn("w:tc"), qn("w:sdt"))]
        yield table_row(" ".join(_text(paragraph) for paragraph in cell.iter(qn("w:p"))) for cell in cells)


def _notes(roots: dict[str, etree._Element]) -> Iterator[Block]:
    for name in _NOTE_PARTS:
        for paragraph in roots[name].iter(qn("w:p")) if name in roots else ():
            yield block(BlockKind.FOOTNOTE, _text(paragraph))


def _text(element: etree._Element) -> str:
    """Return the running text as it is when all tracked changes are accepted, without boxes."""
    parts: list[str] = []
    for child in element:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in _SPACES:
            parts.append(" ")
        elif child.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        elif child.tag not in _LEFT_OUT and child.tag not in (qn("w:drawing"), qn("w:pict"), _ALTERNATE):
            parts.append(_text(child))
    return "".join(parts)


_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def _is_short_line(text: str) -> bool:
    return 0 < len(text.strip()) <= LONGEST_BOLD_HEADING and not text.rstrip().endswith((".", ",", ";"))


def _is_all_bold(paragraph: etree._Element) -> bool:
    runs = [run for run in paragraph.iter(qn("w:r")) if _text(run).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: etree._Element) -> bool:
    bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return bold is not None and bold.get(qn("w:val"), "1") not in ("0", "false")
