"""Writes a sample report as DOCX, with real headings, bullets, tables and a page header."""

import io
from datetime import UTC, datetime

import docx
from docx.document import Document

from .packing import repack
from .source import Heading, Items, Paragraph, Source, Table, TextBlock

_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)


def write_docx(source: Source) -> bytes:
    """Return the report as DOCX, the same bytes every time. Raises TypeError for a scanned page."""
    document = docx.Document()
    _describe(document, source.title)
    for block in source.text_blocks:
        _add(document, block)
    written = io.BytesIO()
    document.save(written)
    return repack(written.getvalue())


def _describe(document: Document, title: str) -> None:
    about = document.core_properties
    about.title, about.author, about.comments, about.language = title, "", "", "sv-SE"
    about.created = about.modified = _WRITTEN
    document.sections[0].header.paragraphs[0].text = title


def _add(document: Document, block: TextBlock) -> None:
    match block:
        case Heading(level, text):
            document.add_heading(text, level - 1)
        case Paragraph(text):
            document.add_paragraph(text)
        case Items(texts):
            for text in texts:
                document.add_paragraph(text, "List Bullet")
        case Table(rows):
            _add_table(document, rows)


def _add_table(document: Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
