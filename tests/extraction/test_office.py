"""Word and OpenDocument files: what they mean, not how they look."""

import io

import docx
import pytest

from grantcheck.domain.document import BlockKind, Document
from grantcheck.domain.errors import DamagedFile, LooksLikeRegisterExtract
from grantcheck.extraction.limits import Limits
from grantcheck.extraction.reading import read
from tests.hostile import raw

NAMES = f'xmlns:w="{raw.WORD}"'


def reading(content: bytes) -> Document:
    return read(content, Limits(), lambda page, pages: None)


def shown(content: bytes) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in reading(content).blocks]


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Verksamhetsberättelse 2025", 1)
    document.add_paragraph("Alla ledare gick kursen.")
    document.add_paragraph("Städdag vid stugan", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "12 mars", "Kamratsamtal"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


ODT_BODY = (
    '<text:h text:outline-level="1">Verksamhetsberättelse 2025</text:h><text:p>Alla ledare gick kursen.</text:p>'
    "<text:list><text:list-item><text:p>Städdag vid stugan</text:p></text:list-item></text:list>"
    '<table:table xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><table:table-row>'
    "<table:table-cell><text:p>12 mars</text:p></table:table-cell>"
    "<table:table-cell><text:p>Kamratsamtal</text:p></table:table-cell></table:table-row></table:table>"
)


@pytest.mark.parametrize("content", [word_file(), raw.odt(ODT_BODY)], ids=["docx", "odt"])
def test_headings_text_lists_and_tables_come_in_order(content: bytes) -> None:
    assert shown(content) == [
        (BlockKind.HEADING, "Verksamhetsberättelse 2025"),
        (BlockKind.PARAGRAPH, "Alla ledare gick kursen."),
        (BlockKind.LIST_ITEM, "Städdag vid stugan"),
        (BlockKind.TABLE_ROW, "12 mars, Kamratsamtal"),
    ]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>Alla </w:t></w:r><w:del><w:r><w:delText>tränare</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>ledare</w:t></w:r></w:ins><w:r><w:t> gick kursen.</w:t></w:r></w:p>"
    )

    assert shown(raw.docx(body)) == [(BlockKind.PARAGRAPH, "Alla ledare gick kursen.")]


def test_footnotes_are_read_as_footnotes() -> None:
    notes = f"<w:footnotes {NAMES}><w:footnote>{raw.word_paragraph('Enligt planen.')}</w:footnote></w:footnotes>"

    assert shown(raw.docx(raw.word_paragraph("Hej."), extra={"word/footnotes.xml": notes}))[-1] == (
        BlockKind.FOOTNOTE,
        "Enligt planen.",
    )


def test_entities_are_refused() -> None:
    with pytest.raises(DamagedFile):
        reading(raw.odt("<text:p>&a;</text:p>", prologue="<!DOCTYPE x [<!ENTITY a 'hej'>]>"))


def test_a_register_extract_is_refused() -> None:
    text = (
        "Polismyndigheten. Utdrag ur belastningsregistret. Personnummer: 000000-0000. "
        "Personen förekommer inte i belastningsregistret."
    )

    with pytest.raises(LooksLikeRegisterExtract):
        reading(text.encode())


def test_a_report_that_speaks_of_extracts_is_read() -> None:
    text = "Alla ledare har visat begränsat registerutdrag för kassören, och inget annat än datum har noterats."

    assert reading(text.encode()).word_count == 15
