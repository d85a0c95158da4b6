"""Writes a sample report as ODT, the smallest that office programs open: headings, paragraphs, bullets and tables."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from .packing import pack
from .source import Heading, Items, Paragraph, Source, Table, TextBlock

_TYPE = "application/vnd.oasis.opendocument.text"
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STYLES = """<office:automatic-styles>
<style:style style:name="Title" style:family="paragraph">
<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties fo:margin-top="10pt"/>
<style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Text" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="6pt"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">
<style:list-level-properties text:space-before="0.5cm" text:min-label-width="0.5cm"/>
</text:list-level-style-bullet></text:list-style>
</office:automatic-styles>"""


def write_odt(source: Source) -> bytes:
    """Return the report as ODT, the same bytes every time. Raises TypeError for a scanned page."""
    files = {"mimetype": _TYPE, "META-INF/manifest.xml": _manifest(), "content.xml": _content(source)}
    return pack(((name, text.encode()) for name, text in files.items()), stored=frozenset({"mimetype"}))


def _manifest() -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media_type}"/>'
        for path, media_type in (("/", _TYPE), ("content.xml", "text/xml"))
    )
    space = f'xmlns:manifest="{_NAMESPACE}:manifest:1.0"'
    return f'{_XML}<manifest:manifest {space} manifest:version="1.2">{entries}</manifest:manifest>'


def _content(source: Source) -> str:
    names = {"office": "office", "text": "text", "table": "table", "style": "style", "fo": "xsl-fo-compatible"}
    spaces = " ".join(f'xmlns:{short}="{_NAMESPACE}:{name}:1.0"' for short, name in names.items())
    body = "\n".join(element for block in source.text_blocks for element in _elements(block))
    return (
        f'{_XML}<office:document-content {spaces} office:version="1.2">{_STYLES}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def _elements(block: TextBlock) -> Iterator[str]:
    match block:
        case Heading(level, text):
            style = "Title" if level == 1 else "Head"
            yield f'<text:h text:style-name="{style}" text:outline-level="{level}">{escape(text)}</text:h>'
        case Paragraph(text):
            yield _paragraph(text)
        case Items(texts):
            items = "".join(f"<text:list-item>{_paragraph(text)}</text:list-item>" for text in texts)
            yield f'<text:list text:style-name="Bullets">{items}</text:list>'
        case Table(rows):
            yield _table(rows)


def _paragraph(text: str) -> str:
    return f'<text:p text:style-name="Text">{escape(text)}</text:p>'


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f"<table:table>{columns}{''.join(map(_row, rows))}</table:table>"


def _row(texts: tuple[str, ...]) -> str:
    cells = "".join(f"<table:table-cell>{_paragraph(text)}</table:table-cell>" for text in texts)
    return f"<table:table-row>{cells}</table:table-row>"
