"""PDF files made to hurt, each of another kind."""

import zlib
from collections.abc import Callable

from .raw import FONT, PAGE, TEXT, deflated, pdf, stream

MEGABYTE = 1_000_000
_LINE = TEXT


def with_contents(contents: bytes) -> bytes:
    """Return a PDF whose page shows the contents."""
    return pdf({5: stream(contents)})


def with_resources(resources: bytes, contents: bytes, extra: dict[int, bytes] | None = None) -> bytes:
    """Return a PDF whose page has the resources."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<%s>>/Contents 5 0 R>>" % resources
    return pdf({3: page, 5: stream(contents)} | (extra or {}))


def with_page(entries: bytes) -> bytes:
    """Return a PDF whose page dictionary has these entries first."""
    return pdf({3: PAGE.replace(b"/MediaBox[0 0 595 842]", entries)})


def pages(number: int) -> bytes:
    """Return a PDF of many pages that share one content."""
    kids = b" ".join(b"%d 0 R" % (10 + place) for place in range(number))
    return pdf({2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, number)} | {10 + at: PAGE for at in range(number)})


def many_objects() -> bytes:
    return pdf({100 + number: b"<</A %d>>" % number for number in range(100_000)})


def page_tree_chain(depth: int) -> bytes:
    """Return a PDF whose page hangs on a long chain of page tree nodes."""
    nodes = {100 + at: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (101 + at) for at in range(depth)}
    nodes[100 + depth] = PAGE
    return pdf({2: b"<</Type/Pages/Kids[100 0 R]/Count 1>>"} | nodes)


def forms(number: int) -> bytes:
    """Return a PDF whose forms each draw the next ten times."""
    draws = {
        10 + at: stream(
            b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (11 + at)
        )
        for at in range(number)
    }
    draws[10 + number] = stream(_LINE, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 4 0 R>>>>")
    return with_resources(b"/XObject<</X 10 0 R>>", b"/X Do", draws)


def form_of_itself() -> bytes:
    form = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R>>>>")
    return with_resources(b"/XObject<</X 10 0 R>>", b"/X Do", {10: form})


def to_unicode(cmap: bytes) -> bytes:
    """Return a PDF whose font has the character map."""
    font = FONT.replace(b"/Encoding/WinAnsiEncoding", b"/ToUnicode 10 0 R")
    return pdf({4: font, 10: stream(cmap)})


def picture(width: int, height: int, filters: bytes, content: bytes) -> bytes:
    """Return a PDF with a picture over the whole page and no text."""
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8%s"
    image = stream(content, entries % (width, height, filters))
    return with_resources(b"/XObject<</I 10 0 R>>", b"q 595 0 0 842 0 0 cm /I Do Q", {10: image})


def encrypted(entries: bytes) -> bytes:
    """Return a PDF that says it is encrypted."""
    return pdf({20: entries}, trailer=b"/Encrypt 20 0 R/ID[<00><00>]")


def xref_loop() -> bytes:
    file = pdf()
    start = file.rindex(b"startxref")
    place = int(file[start:].split()[1])
    return file.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % place)


STANDARD = b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
KINDS: dict[str, Callable[[], bytes]] = {
    "flate bomb": lambda: pdf({5: deflated(b" " * 1_100 * MEGABYTE)}),
    "flate bomb in a bomb": lambda: pdf({5: deflated(b"\0" * 1_100 * MEGABYTE, 2)}),
    "ascii hex of a bomb": lambda: pdf(
        {5: stream(zlib.compress(b" " * 600 * MEGABYTE, 1).hex().encode(), b"/Filter[/ASCIIHexDecode/FlateDecode]")}
    ),
    "run length bomb": lambda: pdf({5: stream(b"\x81 " * MEGABYTE, b"/Filter/RunLengthDecode")}),
    "lzw nonsense": lambda: pdf({5: stream(bytes(range(256)) * 2_000, b"/Filter/LZWDecode")}),
    "two million glyphs": lambda: pdf({5: deflated(b"BT /F1 1 Tf (" + b"a" * 2 * MEGABYTE + b") Tj ET")}),
    "glyphs without number": lambda: pdf({5: deflated(b"BT /F1 1 Tf " + b"(abc) Tj " * 600_000 + b"ET")}),
    "forty thousand lines": lambda: pdf({5: deflated(b"0 0 m 9 9 l S " * 40_000)}),
    "a million path points": lambda: pdf({5: deflated(b"0 0 m " + b"9 9 l " * MEGABYTE + b"S")}),
    "deeply nested contents": lambda: with_contents(b"[" * 200_000 + b"]" * 200_000),
    "deeply nested object": lambda: pdf({10: b"[" * 100_000 + b"]" * 100_000}, catalog=b"/X 10 0 R"),
    "deeply nested dictionaries": lambda: pdf({10: b"<</A" * 50_000 + b"1" + b">>" * 50_000}, catalog=b"/X 10 0 R"),
    "a hundred thousand saved states": lambda: with_contents(b"q " * 100_000 + _LINE),
    "ten thousand pages": lambda: pages(10_000),
    "sixty one pages": lambda: pages(61),
    "a hundred thousand objects": many_objects,
    "page tree loop": lambda: pdf({2: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"}),
    "page tree of a hundred nodes": lambda: page_tree_chain(100),
    "page tree of five thousand nodes": lambda: page_tree_chain(5_000),
    "no pages": lambda: pdf({2: b"<</Type/Pages/Kids[]/Count 0>>"}),
    "a count of a billion": lambda: pdf({2: b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"}),
    "a negative count": lambda: pdf({2: b"<</Type/Pages/Kids[3 0 R]/Count -7>>"}),
    "kids that are no pages": lambda: pdf({2: b"<</Type/Pages/Kids[4 0 R 9 0 R null 7]/Count 4>>"}),
    "catalog is an array": lambda: pdf({1: b"[1 2 3]"}),
    "catalog refers to itself": lambda: pdf({1: b"1 0 R"}),
    "form of itself": form_of_itself,
    "forms that multiply": lambda: forms(9),
    "length of itself": lambda: pdf({5: b"<</Length 5 0 R>>stream\n" + _LINE + b"\nendstream"}),
    "negative length": lambda: pdf({5: b"<</Length -1>>stream\n" + _LINE + b"\nendstream"}),
    "length of a billion": lambda: pdf({5: b"<</Length 1000000000>>stream\n" + _LINE + b"\nendstream"}),
    "unknown filter": lambda: pdf({5: stream(_LINE, b"/Filter/Nonsense")}),
    "a hundred filters": lambda: pdf({5: stream(_LINE, b"/Filter[" + b"/FlateDecode" * 100 + b"]")}),
    "predictor of nonsense": lambda: pdf(
        {5: stream(zlib.compress(_LINE), b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 999999999>>")}
    ),
    "object stream of itself": lambda: pdf(
        {10: stream(b"10 0 <<>>", b"/Type/ObjStm/N 1/First 5/Extends 10 0 R")}, catalog=b"/X 10 0 R"
    ),
    "object stream of a billion": lambda: pdf({10: stream(b"1 0", b"/Type/ObjStm/N 1000000000/First 4")}),
    "xref loop": xref_loop,
    "xref beyond the end": lambda: pdf().replace(b"startxref\n", b"startxref\n9999"),
    "startxref of words": lambda: pdf().replace(b"startxref\n", b"startxref\nhej "),
    "no trailer": lambda: pdf().split(b"xref\n")[0],
    "header alone": lambda: b"%PDF-1.7\n",
    "header and noise": lambda: b"%PDF-1.7\n" + bytes((at * 7919) % 256 for at in range(200_000)),
    "first half": lambda: pdf()[:300],
    "media box of nonsense": lambda: with_page(b"/MediaBox[(a) /b null 4]"),
    "media box of three": lambda: with_page(b"/MediaBox[1 2 3]"),
    "media box turned inside out": lambda: with_page(b"/MediaBox[595 842 0 0]"),
    "media box without area": lambda: with_page(b"/MediaBox[0 0 0 0]"),
    "media box of a billion points": lambda: with_page(b"/MediaBox[0 0 1000000000 1000000000]"),
    "rotation of nonsense": lambda: with_page(b"/MediaBox[0 0 595 842]/Rotate 47"),
    "rotation by name": lambda: with_page(b"/MediaBox[0 0 595 842]/Rotate/Left"),
    "character map of a range without end": lambda: to_unicode(
        b"begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap"
    ),
    "character map of a million entries": lambda: to_unicode(
        b"begincmap " + b"9 beginbfchar <41> <00410042> endbfchar " * 30_000 + b"endcmap"
    ),
    "character map that uses itself": lambda: pdf(
        {4: FONT.replace(b"/WinAnsiEncoding", b"10 0 R"), 10: stream(b"", b"/UseCMap 10 0 R/Type/CMap")}
    ),
    "glyph of a long text": lambda: to_unicode(
        b"begincmap 1 beginbfchar <41> <" + b"0042" * 100_000 + b"> endbfchar endcmap"
    ),
    "font without end of widths": lambda: pdf(
        {4: FONT.replace(b"/Encoding", b"/FirstChar 0/LastChar 999999999/Widths[" + b"500 " * 200_000 + b"]/Encoding")}
    ),
    "font of itself": lambda: pdf({4: b"<</Type/Font/Subtype/Type0/BaseFont/A/DescendantFonts[4 0 R]>>"}),
    "font file of noise": lambda: pdf(
        {
            4: FONT.replace(b"/Encoding", b"/FontDescriptor 10 0 R/Encoding"),
            10: b"<</Type/FontDescriptor/FontName/A/FontFile 11 0 R>>",
            11: stream(bytes(range(256)) * 400),
        }
    ),
    "font size of a billion": lambda: with_contents(b"BT /F1 1000000000 Tf 72 700 Td (Alla ledare) Tj ET"),
    "font size of nothing": lambda: with_contents(b"BT /F1 0 Tf 72 700 Td (Alla ledare) Tj ET"),
    "matrix of infinities": lambda: with_contents(b"BT /F1 12 Tf 1e308 1e308 1e308 1e308 1e308 1e308 Tm (Alla) Tj ET"),
    "picture of a hundred gigapixels": lambda: picture(400_000, 300_000, b"", b"\0" * 100),
    "picture that is a bomb": lambda: picture(
        30_000, 30_000, b"/Filter/FlateDecode", zlib.compress(b"\xff" * 900 * MEGABYTE, 1)
    ),
    "picture of nonsense jpeg": lambda: picture(100, 100, b"/Filter/DCTDecode", b"\xff\xd8\xff" + b"\0" * 999),
    "picture of nonsense jbig2": lambda: picture(100, 100, b"/Filter/JBIG2Decode", b"\0" * 999),
    "inline picture without end": lambda: with_contents(b"BI /W 9 /H 9 ID " + b"\0" * 200_000),
    "encrypted by nonsense": lambda: encrypted(b"<</Filter/Nonsense/V 9>>"),
    "encrypted with a password": lambda: encrypted(STANDARD),
    "encrypted with a short key": lambda: encrypted(STANDARD.replace(b"/Length 128", b"/Length 3")),
    "a script at opening": lambda: pdf({10: b"<</S/JavaScript/JS(while\\(1\\);)>>"}, catalog=b"/OpenAction 10 0 R"),
    "a program at opening": lambda: pdf({10: b"<</S/Launch/F(sh)>>"}, catalog=b"/OpenAction 10 0 R"),
    "annotations without number": lambda: with_page(
        b"/MediaBox[0 0 595 842]/Annots[" + b"<</Rect[0 0 1 1]/Subtype/Link>>" * 50_000 + b"]"
    ),
    "page labels of a loop": lambda: pdf({10: b"<</Kids[10 0 R]>>"}, catalog=b"/PageLabels 10 0 R"),
    "structure tree of a loop": lambda: pdf({10: b"<</K 10 0 R>>"}, catalog=b"/StructTreeRoot 10 0 R"),
    "a name of a million letters": lambda: pdf({10: b"/" + b"a" * MEGABYTE}, catalog=b"/X 10 0 R"),
    "a text without end": lambda: with_contents(b"BT /F1 12 Tf (" + b"(" * 100_000),
    "a number of a million digits": lambda: with_contents(b"9" * MEGABYTE + b" w " + _LINE),
}
