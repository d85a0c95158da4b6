"""Running headers go, paragraphs join over pages, and blocks know what they are and where they stand."""

from grantcheck.domain.document import Block, BlockKind
from grantcheck.extraction.pagetext import PageText
from grantcheck.extraction.structure import blocks
from grantcheck.extraction.words import PlacedWord, Style

from .test_columns import column, line

BOLD = Style("Helvetica", bold=True, italic=False)
HEADER = "Bergsjö IK 2025"


def page(number: int, *parts: list[PlacedWord]) -> PageText:
    return PageText(number, 595.0, 842.0, tuple(word for part in parts for word in part))


def texts(found: list[Block], kind: BlockKind) -> list[str]:
    return [block.text for block in found if block.kind is kind]


def test_running_headers_and_page_numbers_are_left_out() -> None:
    pages = [
        page(
            number,
            line(HEADER, 50, 40, size=8),
            column(f"s{number}r", 20, x=50, top=120),
            line(f"Sida {number}", 500, 810),
        )
        for number in (1, 2, 3)
    ]

    text = " ".join(block.text for block in blocks(pages))

    assert HEADER not in text
    assert "Sida" not in text
    assert "s3r19" in text


def test_a_year_at_the_foot_of_a_page_is_no_page_number() -> None:
    found = blocks([page(1, column("r", 40, x=50), line("2019", 50, 800))])

    assert "2019" in " ".join(block.text for block in found)


def test_a_sentence_cut_by_a_page_is_one_paragraph_with_words_on_both() -> None:
    first = line("Alla ledare som har barn och ungdomar i grupp gick", 50, 700)
    second = line("en kurs om trygghet i mars och en till i maj med alla.", 50, 100)

    (whole,) = blocks([page(1, first), page(2, second)])

    assert whole.text.startswith("Alla ledare som har barn")
    assert whole.text.endswith("gick en kurs om trygghet i mars och en till i maj med alla.")
    assert {word.page for word in whole.words} == {1, 2}


def test_larger_print_is_a_heading_with_the_largest_as_level_one() -> None:
    found = blocks(
        [page(1, line("Bergsjö IK", 50, 60, size=24), line("Ungdom", 50, 90, size=14), column("r", 8, x=50, top=120))]
    )

    assert [(block.text, block.level) for block in found if block.kind is BlockKind.HEADING] == [
        ("Bergsjö IK", 1),
        ("Ungdom", 2),
    ]


def test_dots_that_lead_to_a_page_number_are_contents_and_no_text() -> None:
    found = blocks(
        [
            page(
                1,
                line("Trygghet ............................ 4", 50, 100),
                line("Ekonomi ............................ 6", 50, 115),
            )
        ]
    )

    assert len(texts(found, BlockKind.CONTENTS)) == 2


def test_each_bullet_is_an_item() -> None:
    rows = [line(f"• punkt nummer {number} i listan", 50, 100 + 14 * number) for number in range(3)]

    assert len(texts(blocks([page(1, *rows)]), BlockKind.LIST_ITEM)) == 3
