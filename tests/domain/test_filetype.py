"""A file's type is told by its content alone."""

import pytest

from grantcheck.domain.errors import EmptyFile, UnknownFileType
from grantcheck.domain.filetype import DOCX, ODT, PDF, TEXT, media_type


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.4\n", PDF),
        (b"\n\n%PDF-1.7", PDF),
        (b"PK\x03\x04....word/document.xml", DOCX),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", ODT),
        ("Vår verksamhet".encode(), TEXT),
        ("Vår verksamhet".encode("cp1252"), TEXT),
        ("Vår verksamhet".encode("utf-16"), TEXT),
        ("Vår verksamhet".encode("utf-16-le"), TEXT),
    ],
)
def test_the_type_is_told_by_the_first_bytes(content: bytes, expected: str) -> None:
    assert media_type(content) == expected


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
        (b"{\\rtf1", ".rtf"),
        (b"\x89PNG\r\n", ".png"),
        (b"PK\x03\x04....xl/workbook.xml", ".xlsx"),
        (b"PK\x03\x04....Index/Document.iwa", ".pages"),
        (b"<!DOCTYPE html>", ".html"),
        (b"\0" * 100, ""),
    ],
)
def test_a_type_that_is_not_read_is_named(content: bytes, kind: str) -> None:
    with pytest.raises(UnknownFileType) as refused:
        media_type(content)

    assert refused.value.details == {"kind": kind}


@pytest.mark.parametrize("content", [b"", b" \n\t"])
def test_a_file_without_content_is_empty(content: bytes) -> None:
    with pytest.raises(EmptyFile):
        media_type(content)
