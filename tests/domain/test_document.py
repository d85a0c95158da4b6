"""Blocks know where on the page their words stand."""

from grantcheck.domain.document import Block, BlockKind, Box, PageBox, Word
from tests import factories


def a_block_over_two_lines_and_pages() -> Block:
    """Return «Alla får vara / med» with the last word on the next page."""
    words = (
        Word(0, 4, 1, 0, Box(50, 700, 70, 714)),
        Word(5, 8, 1, 0, Box(75, 700, 90, 715)),
        Word(9, 13, 1, 1, Box(50, 716, 70, 730)),
        Word(14, 17, 2, 2, Box(50, 60, 65, 74)),
    )
    return Block(BlockKind.PARAGRAPH, "Alla får vara med", words)


def test_a_sentence_has_one_box_per_line_and_page() -> None:
    block = a_block_over_two_lines_and_pages()

    boxes = block.boxes(0, 17)

    assert boxes == (
        PageBox(1, Box(50, 700, 90, 715)),
        PageBox(1, Box(50, 716, 70, 730)),
        PageBox(2, Box(50, 60, 65, 74)),
    )


def test_a_clause_has_the_boxes_of_its_own_words_only() -> None:
    block = a_block_over_two_lines_and_pages()

    assert block.boxes(5, 8) == (PageBox(1, Box(75, 700, 90, 715)),)


def test_a_sentence_stands_on_the_page_of_its_first_word() -> None:
    block = a_block_over_two_lines_and_pages()

    assert [block.page_at(start) for start in (0, 9, 14, 17)] == [1, 1, 2, 2]


def test_a_document_tells_which_pages_were_not_read_and_which_were_recognised_from_pictures() -> None:
    document = factories.document(pages=4, unread=[2], ocr=[3, 4])

    assert (document.unread_pages, document.ocr_pages) == ((2,), (3, 4))
