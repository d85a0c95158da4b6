"""How the source of a sample report is read."""

import pytest

from grantcheck.demo.source import Heading, Items, Mark, Paragraph, Scan, Source, Table, read_source

FRONT = "---\nfile: a.pdf\nshows: one thing: another\n---\n"


def blocks_of(body: str) -> tuple[object, ...]:
    return read_source(FRONT + body).blocks


def test_the_front_matter_keeps_colons_in_its_values() -> None:
    source = read_source(FRONT + "# Title")

    assert source.about == {"file": "a.pdf", "shows": "one thing: another"}


def test_headings_paragraphs_lists_and_tables_become_blocks_in_their_order() -> None:
    body = "# Title\n\n## Part\n\nSome\nwords.\n\n- one\n- two\n\n| a | b |\n| c | d |\n"

    assert blocks_of(body) == (
        Heading(1, "Title"),
        Heading(2, "Part"),
        Paragraph("Some words."),
        Items(("one", "two")),
        Table((("a", "b"), ("c", "d"))),
    )


def test_marks_are_told_and_vanish_from_the_text() -> None:
    source = read_source(FRONT + "We sing. {{pv:a,ac:a|We talked in May.}} We eat.")

    assert source.text == "We sing. We talked in May. We eat."
    assert source.marks == (Mark(("pv:a", "ac:a"), "We talked in May."),)


def test_a_mark_in_a_table_does_not_split_its_cell() -> None:
    assert blocks_of("| May | {{pv:a|A talk}} |") == (Table((("May", "A talk"),)),)


def test_a_scan_holds_the_blocks_of_its_page_and_the_text_goes_on_after_it() -> None:
    body = "Before.\n\n:::scan\n## Board\n\nInside.\n:::\n\nAfter."

    assert blocks_of(body) == (
        Paragraph("Before."),
        Scan((Heading(2, "Board"), Paragraph("Inside."))),
        Paragraph("After."),
    )


def test_a_report_with_a_scanned_page_is_refused_where_only_text_can_stand() -> None:
    source: Source = read_source(FRONT + ":::scan\nInside.\n:::")

    with pytest.raises(TypeError, match="only a PDF"):
        _ = source.text_blocks
