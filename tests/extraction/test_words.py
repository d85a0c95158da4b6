"""Glyphs become words by their gaps, whatever tricks the page was set with."""

from grantcheck.extraction.words import Glyph, Style, words_of

PLAIN = Style("Helvetica", bold=False, italic=False)


def row(
    text: str, *, x: float = 50.0, advance: float = 5.0, baseline: float = 100.0, spaces: bool = True
) -> list[Glyph]:
    """Return a row of glyphs of size 10, each `advance` wide; spaces may be left out as signs."""
    glyphs = []
    for letter in text:
        if spaces or not letter.isspace():
            glyphs.append(Glyph(letter, x, x + 5, baseline - 8, baseline + 2, baseline, 10, PLAIN))
        x += advance
    return glyphs


def texts(glyphs: list[Glyph]) -> list[str]:
    return [word.text for word in words_of(glyphs)]


def test_space_signs_part_words() -> None:
    assert texts(row("Alla ledare")) == ["Alla", "ledare"]


def test_a_gap_parts_words_where_no_space_sign_stands() -> None:
    assert texts(row("Alla ledare", spaces=False)) == ["Alla", "ledare"]


def test_rows_come_from_the_top_whatever_order_they_were_drawn_in() -> None:
    assert texts(row("under", baseline=120) + row("över")) == ["över", "under"]


def test_a_letter_spaced_title_is_closed_up_to_its_words() -> None:
    assert texts(row("TRYGGHET FÖR ALLA", advance=9, spaces=False)) == ["TRYGGHET", "FÖR", "ALLA"]


def test_letters_drawn_twice_to_look_bold_are_read_once() -> None:
    glyphs = [twice for glyph in row("Mål") for twice in (glyph, glyph._replace(x0=glyph.x0 + 0.3, x1=glyph.x1 + 0.3))]

    assert texts(glyphs) == ["Mål"]


def test_a_word_drawn_twice_is_read_once() -> None:
    assert texts(row("Mål") + row("Mål", x=50.4)) == ["Mål"]


def test_an_accent_drawn_over_its_letter_belongs_to_it() -> None:
    glyphs = row("trana")
    ring = glyphs[2]._replace(text="¨")

    assert texts([*glyphs, ring]) == ["träna"]


def test_ligatures_are_read_as_letters() -> None:
    assert texts(row("oﬃciell")) == ["officiell"]


def test_a_soft_hyphen_that_is_drawn_is_a_hyphen_and_one_without_width_is_kept_for_the_line_end() -> None:
    drawn = [Glyph(sign, x, x + 5, 92, 102, 100, 10, PLAIN) for sign, x in (("B", 0), ("\u00ad", 5), ("p", 10))]
    unseen = [Glyph(sign, x, x + width, 92, 102, 100, 10, PLAIN) for sign, x, width in (("b", 0, 5), ("\u00ad", 5, 0))]

    assert texts(drawn) == ["B-p"]
    assert texts(unseen) == ["b\u00ad"]
