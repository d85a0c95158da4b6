"""Reads a file's content into a Document, whatever its type; runs in a limited child."""

from dataclasses import replace

from grantcheck.domain.document import Block, Document, Notice, Page
from grantcheck.domain.errors import LooksLikeRegisterExtract, NoTextFound, TooMuchText
from grantcheck.domain.filetype import DOCX, FIRST_BYTES, ODT, PDF, media_type

from . import docx, odt, pdf_document, plain
from .limits import Limits
from .personal_numbers import pages_with_personal_numbers
from .progress import Tell
from .register_extract import looks_like_register_extract


def read(content: bytes, limits: Limits, tell: Tell) -> Document:
    """Return the document. Raises a subclass of UnreadableReport; notices tell what a reader should know."""
    kind = media_type(content[:FIRST_BYTES])
    pages, blocks = _parts(kind, content, limits, tell)
    if sum(len(block.text) for block in blocks) > limits.max_characters:
        raise TooMuchText()
    if not any(any(map(str.isalpha, block.text)) for block in blocks):
        raise NoTextFound()
    if looks_like_register_extract(blocks):
        raise LooksLikeRegisterExtract()
    document = Document(kind, tuple(pages), tuple(block for block in blocks if block.text.strip()))
    return replace(document, notices=tuple(notices(document)))


def _parts(kind: str, content: bytes, limits: Limits, tell: Tell) -> tuple[list[Page], list[Block]]:
    if kind == PDF:
        return pdf_document.read(content, limits, tell)
    readers = {DOCX: docx.read, ODT: odt.read}
    return readers.get(kind, plain.read)(content, limits)


def notices(document: Document) -> list[Notice]:
    """Return what a reader of the result should know about how the text was got."""
    found = [
        ("ocr-pages", document.ocr_pages),
        ("unread-pages", document.unread_pages),
        ("personal-number", pages_with_personal_numbers(document.blocks)),
    ]
    return [Notice(code, (("pages", listed(pages)),)) for code, pages in found if pages]


def listed(numbers: tuple[int, ...]) -> str:
    """Return page numbers as people write them, runs closed up: `3, 5–7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
