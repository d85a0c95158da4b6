"""Tells what a file is by its content; its name says nothing certain."""

import re

from .errors import EmptyFile, UnknownFileType

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
TEXT = "text/plain"

FIRST_BYTES = 65_536
"""How many of a file's first bytes are enough to tell its type."""

_PDF_HEADER_WITHIN = 1024
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
    (b"\x1f\x8b", ".gz"),
    (b"7z\xbc\xaf\x27\x1c", ".7z"),
    (b"Rar!", ".rar"),
    (b"MZ", ".exe"),
    (b"\x7fELF", ".elf"),
    (b"%!PS", ".ps"),
)
_ZIP_PARTS = (
    (b"word/", DOCX),
    (b"application/vnd.oasis.opendocument.text", ODT),
)
_FOREIGN_ZIPS = (
    (b"xl/", ".xlsx"),
    (b"ppt/", ".pptx"),
    (b"Index/Document.iwa", ".pages"),
    (b"application/vnd.oasis.opendocument.spreadsheet", ".ods"),
    (b"application/vnd.oasis.opendocument.presentation", ".odp"),
    (b"application/epub+zip", ".epub"),
)
_MARKUP = re.compile(rb"\s*<(!doctype html|html|\?xml|svg|head|script)", re.IGNORECASE)
_NOT_IN_TEXT = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})


def media_type(first_bytes: bytes) -> str:
    """Return the media type of a file that begins with these bytes (FIRST_BYTES of them, or the whole file).

    Raises EmptyFile, or UnknownFileType with the detail `kind`: a file name ending such as ".doc", or "" if unknown.
    """
    if not first_bytes.strip():
        raise EmptyFile()
    if b"%PDF-" in first_bytes[:_PDF_HEADER_WITHIN]:
        return PDF
    if first_bytes.startswith(b"PK\x03\x04"):
        return _zip_type(first_bytes)
    for mark, kind in _FOREIGN:
        if first_bytes.startswith(mark):
            raise UnknownFileType(kind=kind)
    if _MARKUP.match(first_bytes.removeprefix(_BYTE_ORDER_MARKS[0])):
        raise UnknownFileType(kind=".html")
    if _looks_like_text(first_bytes):
        return TEXT
    raise UnknownFileType(kind="")


def _zip_type(first_bytes: bytes) -> str:
    for part, kind in _FOREIGN_ZIPS:
        if part in first_bytes:
            raise UnknownFileType(kind=kind)
    for part, found in _ZIP_PARTS:
        if part in first_bytes:
            return found
    raise UnknownFileType(kind=".zip")


def _looks_like_text(first_bytes: bytes) -> bool:
    if first_bytes.startswith(_BYTE_ORDER_MARKS):
        return True
    if _is_bare_utf16(first_bytes):
        return True
    return first_bytes.translate(None, _NOT_IN_TEXT) == first_bytes


def _is_bare_utf16(first_bytes: bytes) -> bool:
    """Whether nearly every other byte of the beginning is zero, as in Latin text of two bytes a character."""
    beginning = first_bytes[:400]
    zeros = sorted((_share_of_zeros(beginning[::2]), _share_of_zeros(beginning[1::2])))
    return zeros[0] < 0.05 and zeros[1] > 0.8


def _share_of_zeros(part: bytes) -> float:
    return part.count(0) / max(len(part), 1)
