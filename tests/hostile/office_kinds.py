"""Office and text files made to hurt, each of another kind."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from .raw import docx, odt, pdf, word_paragraph, zipped

MEGABYTE = 1_000_000
SENTENCE = "Alla ledare har utbildats under våren."
GOOD = word_paragraph(SENTENCE)
_ENTITIES = (f"<!ENTITY a{at} '{f'&a{at - 1};' * 10}'>" for at in range(1, 10))
BILLION_LAUGHS = f"<!DOCTYPE x [<!ENTITY a0 'ha'>{''.join(_ENTITIES)}]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"


def lying_about_size(content: bytes, size: int) -> bytes:
    """Return the ZIP with another unpacked size in all its directories."""
    changed = bytearray(content)
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = changed.find(signature)
        while place >= 0:
            struct.pack_into("<I", changed, place + offset, size)
            place = changed.find(signature, place + 4)
    return bytes(changed)


def marked_encrypted(content: bytes) -> bytes:
    """Return the ZIP with all its parts marked as encrypted."""
    changed = bytearray(content)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = changed.find(signature)
        while place >= 0:
            changed[place + offset] |= 1
            place = changed.find(signature, place + 4)
    return bytes(changed)


def many_parts() -> bytes:
    return docx(GOOD, extra={f"word/part{number}.xml": "" for number in range(20_000)})


def overlapping_parts() -> bytes:
    """Return a ZIP whose many entries all lie on the same packed bytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(b"<w:p/>" * 3 * MEGABYTE) + packed.flush()
    local = struct.pack("<4s5HIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(body), 18 * MEGABYTE, 17, 0)
    file = bytearray(local + b"word/document.xml" + body)
    start = len(file)
    for number in range(500):
        name = b"word/document.xml" if not number else b"word/p%05d.xml" % number
        file += (
            struct.pack(
                "<4s6HIIIHHHHHII",
                b"PK\x01\x02",
                20,
                20,
                0,
                8,
                0,
                0,
                0,
                len(body),
                18 * MEGABYTE,
                len(name),
                0,
                0,
                0,
                0,
                0,
                0,
            )
            + name
        )
    file += struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 500, 500, len(file) - start, start, 0)
    return bytes(file)


def doubled_part() -> bytes:
    target = io.BytesIO(docx(GOOD))
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("word/document.xml", "<nonsense/>")
    return target.getvalue()


KINDS: dict[str, Callable[[], bytes]] = {
    "zip bomb as docx": lambda: docx("<w:p/>" * 25 * MEGABYTE),
    "docx that lies about its size": lambda: lying_about_size(docx("<w:p/>" * 12 * MEGABYTE), 1_000),
    "docx with a huge part": lambda: docx(GOOD, extra={"word/media/a.bin": b"\0" * 300 * MEGABYTE}),
    "odt bomb": lambda: odt("<text:p/>" * 20 * MEGABYTE),
    "entity bomb in docx": lambda: docx(word_paragraph("&a9;"), prologue=BILLION_LAUGHS),
    "entity bomb in odt": lambda: odt("<text:p>&a9;</text:p>", prologue=BILLION_LAUGHS),
    "outside entity in docx": lambda: docx(word_paragraph("&a;"), prologue=OUTSIDE),
    "outside entity in odt": lambda: odt("<text:p>&a;</text:p>", prologue=OUTSIDE),
    "deeply nested docx": lambda: docx("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "docx nested just under the limit": lambda: docx(
        "<w:sdt><w:sdtContent>" * 110 + GOOD + "</w:sdtContent></w:sdt>" * 110
    ),
    "deeply nested odt": lambda: odt("<text:list>" * 100_000 + "</text:list>" * 100_000),
    "odt nested just under the limit": lambda: odt(
        "<text:section>" * 240 + "<text:p>Hej</text:p>" + "</text:section>" * 240
    ),
    "a million spaces in odt": lambda: odt('<text:p>Hej<text:s text:c="1000000000"/>hopp</text:p>'),
    "odt without body": lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
    "odt without content": lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
    "encrypted odt": lambda: odt("", extra={"META-INF/manifest.xml": "<a><encryption-data/></a>"}),
    "docx without document": lambda: zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"}),
    "docx of nonsense xml": lambda: docx("<w:p><w:r>"),
    "docx with a part twice": doubled_part,
    "docx with names that climb": lambda: docx(GOOD, extra={"../../../../tmp/climbed": b"x", "/etc/climbed": b"x"}),
    "docx with macros": lambda: docx(GOOD, extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 999}),
    "docx of twenty thousand parts": many_parts,
    "docx of overlapping parts": overlapping_parts,
    "encrypted zip parts": lambda: marked_encrypted(docx(GOOD)),
    "a table of a million cells": lambda: docx(
        "<w:tbl>" + ("<w:tr>" + "<w:tc><w:p/></w:tc>" * 1_000 + "</w:tr>") * 1_000 + "</w:tbl>"
    ),
    "a style based on itself": lambda: docx(
        '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Hej på er</w:t></w:r></w:p>',
        extra={
            "word/styles.xml": '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>'
        },
    ),
    "cut docx": lambda: docx(GOOD)[:400],
    "zip of nothing": lambda: zipped({}),
    "old word file under a new name": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000,
    "word in rich text": lambda: b"{\\rtf1 Hej}",
    "web page": lambda: b"<!DOCTYPE html><html><body>Hej</body></html>",
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "program": lambda: b"\x7fELF" + b"\0" * 1_000,
    "white space alone": lambda: b" \n\t " * 1_000,
    "zeros": lambda: b"\0" * 100_000,
    "noise": lambda: bytes((at * at * 31 + 7) % 256 for at in range(50_000)),
    "a line of twenty million letters": lambda: b"a" * 20 * MEGABYTE,
    "ten million lines": lambda: b"a\n" * 10 * MEGABYTE,
    "utf-16 of half a sign": lambda: b"\xff\xfea\0b",
    "text of control signs": lambda: b"\x1b[2J" * 1_000 + "Hej på er".encode(),
    "combining accents without number": lambda: ("a" + "\u0308" * 400_000).encode(),
    "both pdf and zip": lambda: pdf() + docx(GOOD),
    "both web page and pdf": lambda: b"<html><!--" + pdf() + b"-->",
    "pdf after a kilobyte of noise": lambda: b"\n" * 900 + pdf(),
}
