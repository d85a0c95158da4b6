"""Reading order: columns one after the other, tables row by row, headings before what they stand over."""

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.extraction.columns import frames
from grantcheck.extraction.words import PlacedWord, Style

PLAIN = Style("Helvetica", bold=False, italic=False)


def word(text: str, x: float, baseline: float, *, size: float = 10.0) -> PlacedWord:
    return PlacedWord(
        text, x, x + 0.5 * size * len(text), baseline - 0.8 * size, baseline + 0.2 * size, baseline, size, PLAIN
    )


def line(text: str, x: float, baseline: float, *, size: float = 10.0) -> list[PlacedWord]:
    words = []
    for part in text.split():
        words.append(word(part, x, baseline, size=size))
        x = words[-1].x1 + 0.28 * size
    return words


def column(name: str, lines: int, *, x: float, top: float = 100.0, pitch: float = 13.0) -> list[PlacedWord]:
    """Return lines of running text, each about 190 points wide."""
    return [
        part
        for number in range(lines)
        for part in line(f"{name}{number} vi talade med alla barn om det", x, top + pitch * number)
    ]


def order(words: list[PlacedWord]) -> list[str]:
    return [part.text for frame in frames(words) for strip in frame.strips for part in strip.words]


def names(words: list[PlacedWord]) -> list[str]:
    return [text for text in order(words) if text[-1].isdigit()]


@given(left=st.integers(4, 30), right=st.integers(3, 30), shift=st.floats(0, 13), gutter=st.floats(14, 60))
def test_the_left_column_is_read_before_the_right(left: int, right: int, shift: float, gutter: float) -> None:
    first = column("v", left, x=50)
    edge = max(part.x1 for part in first)

    read = names(first + column("h", right, x=edge + gutter, top=100 + shift))

    assert read == [f"v{at}" for at in range(left)] + [f"h{at}" for at in range(right)]


def test_a_heading_over_both_columns_is_read_first() -> None:
    heading = line("Verksamhetsberättelse för hela året och alla lag", 50, 70, size=18)

    assert order(column("v", 5, x=50) + column("h", 5, x=300) + heading)[0] == "Verksamhetsberättelse"


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Ordförande", "Ek"), ("Kassör", "Dahl"), ("Ledamot", "Lind"), ("Revisor", "Strand")]
    words = [
        part
        for number, (role, name) in enumerate(rows)
        for part in line(role, 50, 100 + 15 * number) + line(name, 250, 100 + 15 * number)
    ]

    assert order(words) == [text for row in rows for text in row]
    assert [bool(frame.gutters) for frame in frames(words)] == [True]


def test_wide_spaces_that_are_all_alike_are_no_gutters() -> None:
    rows = ("den som vill", "kan få hjälp av en", "vuxen på varje läger", "och i klubben också")
    words = []
    for row, text in enumerate(rows):
        x = 50.0
        for part in text.split():
            words.append(word(part, x, 100 + 13 * row))
            x = words[-1].x1 + 12

    assert [len(frame.gutters) for frame in frames(words)] == [0]


def test_bullets_before_text_are_no_column() -> None:
    words = [
        part
        for row in range(5)
        for part in [word("•", 50, 100 + 13 * row), *line("en punkt i listan", 68, 100 + 13 * row)]
    ]

    assert order(words)[:3] == ["•", "en", "punkt"]


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 800), st.floats(4, 30)), min_size=1, max_size=60))
def test_no_word_is_lost_or_doubled(places: list[tuple[float, float, float]]) -> None:
    words = [word(f"o{number}", x, y, size=size) for number, (x, y, size) in enumerate(places)]

    assert sorted(order(words)) == sorted(part.text for part in words)
