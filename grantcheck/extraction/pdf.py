"""Reads a PDF through pdfplumber's characters; pages without text go through OCR where it is installed."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from grantcheck.domain.document import Box, Document, Page
from grantcheck.domain.errors import DamagedFile, EncryptedFile, NoTextFound, TooManyPages

from . import ocr
from .blocks import blocks_of
from .layout import Char, Line, page_lines
from .limits import Limits

MEDIA_TYPE = "application/pdf"
FEWEST_CHARS = 20
OUTSIDE_LETTERS = "­​﻿"


def read_pdf(path: Path, limits: Limits, page_read: Callable[[int, int], None]) -> Document:
    """Return the PDF's text in blocks. Raises UnreadableReport."""
    try:
        with pdfplumber.open(path) as pdf:
            return _document(pdf, path, limits, page_read)
    except (PdfminerException, MalformedPDFException) as fault:
        raise _named(fault) from fault


def _named(fault: Exception) -> EncryptedFile | DamagedFile:
    locked = bool(fault.args) and isinstance(fault.args[0], PDFPasswordIncorrect)
    return EncryptedFile() if locked else DamagedFile()


def _document(pdf: Any, path: Path, limits: Limits, page_read: Callable[[int, int], None]) -> Document:
    total = len(pdf.pages)
    if total == 0:
        raise DamagedFile()
    if total > limits.max_pages:
        raise TooManyPages(pages=total, limit=limits.max_pages)
    pages: list[Page] = []
    lines: list[list[Line]] = []
    for number, source in enumerate(pdf.pages, start=1):
        page, text = _page(source, path, number)
        pages.append(page)
        lines.append(text)
        page_read(number, total)
    if not any(lines):
        raise NoTextFound(pages=total)
    return Document(MEDIA_TYPE, tuple(pages), tuple(blocks_of(lines)))


def _page(source: Any, path: Path, number: int) -> tuple[Page, list[Line]]:
    width, height = float(source.width), float(source.height)
    chars = [char for item in source.chars if item.get("upright", True) for char in _chars(item)]
    shows_picture = bool(source.images)
    source.close()
    if len(chars) >= FEWEST_CHARS or not shows_picture:
        return Page(number, width, height), page_lines(number, chars)
    recognised = ocr.recognise(path, number, width, height)
    if recognised:
        return Page(number, width, height, ocr=True), page_lines(number, recognised)
    return Page(number, width, height, unread=True), []


def _chars(item: dict[str, Any]) -> list[Char]:
    text = unicodedata.normalize("NFKC", item["text"])
    text = "".join(letter for letter in text if letter not in OUTSIDE_LETTERS and letter.isprintable())
    if not text:
        return []
    box = Box(float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))
    bold = any(mark in str(item.get("fontname", "")).lower() for mark in ("bold", "black", "semibold", "heavy"))
    return [Char(text, box, float(item["size"]), bold)]
