"""What kind of file the first bytes say it is; names and extensions are never trusted."""

from .errors import EmptyFile, UnknownFileType

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
PLAIN = "text/plain"
LATEST_PDF_MARK = 1024
OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"<!doctype", "html"),
    (b"<html", "html"),
    (b"<?xml", "xml"),
)
TEXT_CONTROLS = b"\t\n\r\x0c"


def media_type(first_bytes: bytes) -> str:
    """Return the media type by the file's first bytes (some thousands of them).

    Raises EmptyFile without any byte, UnknownFileType with what it looks like for everything that is not read.
    """
    if not first_bytes:
        raise EmptyFile()
    if b"%PDF-" in first_bytes[:LATEST_PDF_MARK]:
        return PDF
    if first_bytes.startswith(b"PK\x03\x04"):
        return _office_type(first_bytes)
    start = first_bytes.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    for mark, kind in OTHER_KINDS:
        if start.startswith(mark.lower()):
            raise UnknownFileType(kind=kind)
    if not _is_text(first_bytes):
        raise UnknownFileType(kind="?")
    return PLAIN


def _office_type(first_bytes: bytes) -> str:
    if b"mimetype" in first_bytes[:60] and ODT.encode() in first_bytes[:160]:
        return ODT
    if b"mimetype" in first_bytes[:60]:
        raise UnknownFileType(kind="opendocument")
    if any(mark in first_bytes for mark in (b"[Content_Types].xml", b"word/", b"_rels/.rels", b"docProps/")):
        return WORD
    raise UnknownFileType(kind="zip")


def _is_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 32 and byte not in TEXT_CONTROLS for byte in content)
