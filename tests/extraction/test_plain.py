"""Text files in whatever encoding, with the headings and lists that people mark by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.document import BlockKind
from grantcheck.extraction.limits import Limits
from grantcheck.extraction.plain import decoded, read

REPORT = "Årsmöte för Östra hästföreningen – vi talade om lika villkor"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_swedish_letters_are_right_in_every_encoding(encoding: str) -> None:
    assert decoded(REPORT.encode(encoding)) == REPORT


def test_marks_of_headings_items_and_tables_are_understood() -> None:
    text = "# Ungdom\nVi har gått igenom\nreglerna.\n\n- städdag\n- läger\n\nEkonomi\n=======\n"
    text += "| a | b |\n|---|---|\n| 1 | 2 |\n"

    _, blocks = read(text.encode(), Limits())

    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.HEADING, "Ungdom"),
        (BlockKind.PARAGRAPH, "Vi har gått igenom reglerna."),
        (BlockKind.LIST_ITEM, "- städdag"),
        (BlockKind.LIST_ITEM, "- läger"),
        (BlockKind.HEADING, "Ekonomi"),
        (BlockKind.TABLE_ROW, "a, b"),
        (BlockKind.TABLE_ROW, "1, 2"),
    ]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=300))
def test_every_word_stands_where_it_says(text: str) -> None:
    _, blocks = read(text.encode(), Limits())

    for block in blocks:
        assert [block.text[word.start : word.end] for word in block.words] == block.text.split()
