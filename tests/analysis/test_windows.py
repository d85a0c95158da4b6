"""A report is cut into windows so that every sentence is read once, with its heading and its neighbour."""

from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.analysis.windows import (
    BOS,
    EOS,
    LONGEST_HEADING,
    LONGEST_SENTENCE,
    WINDOW,
    Window,
    period_words,
    windows_of,
)
from grantcheck.domain.period import Period

YEAR = Period.of_year(2025)


@dataclass(frozen=True)
class Sentence:
    heading: str
    text: str


def by_letter(text: str) -> list[tuple[int, int, int]]:
    return [(ord(letter) + 10, place, place + 1) for place, letter in enumerate(text)]


def spelled(window: Window, first: int, last: int) -> str:
    return "".join(chr(number - 10) for number in window.ids[first:last])


texts = st.text(alphabet="abcdefgåäö ", min_size=1, max_size=200)
reports = st.lists(st.builds(Sentence, heading=st.sampled_from(["", "Ungdom", "Styrelsen"]), text=texts), max_size=30)


@given(reports)
def test_every_sentence_is_read_once_and_in_order(sentences: list[Sentence]) -> None:
    windows = windows_of(sentences, YEAR, by_letter)

    places = [
        (place.sentence, spelled(window, place.first, place.last)) for window in windows for place in window.places
    ]

    assert places == [(number, each.text[:LONGEST_SENTENCE]) for number, each in enumerate(sentences)]


@given(reports)
def test_a_window_stays_within_what_the_encoder_can_see(sentences: list[Sentence]) -> None:
    windows = windows_of(sentences, YEAR, by_letter)

    longest = WINDOW + LONGEST_SENTENCE + 2 * LONGEST_HEADING

    assert all(len(window.ids) <= longest for window in windows)


@given(reports)
def test_each_sentence_is_closed_by_the_piece_that_its_place_names(sentences: list[Sentence]) -> None:
    windows = windows_of(sentences, YEAR, by_letter)

    assert all(window.ids[place.last] == EOS for window in windows for place in window.places)


def test_a_window_opens_with_the_period_and_the_heading() -> None:
    window = windows_of([Sentence("Ungdom", "Vi pratar.")], YEAR, by_letter)[0]

    assert window.ids[0] == BOS
    assert spelled(window, 1, 5) == "2025"
    assert spelled(window, 6, 6 + len("# Ungdom")) == "# Ungdom"


def test_a_heading_is_told_where_it_changes_and_not_again() -> None:
    sentences = [Sentence("Ungdom", "a"), Sentence("Ungdom", "b"), Sentence("Kassan", "c")]

    window = windows_of(sentences, YEAR, by_letter)[0]

    told = "".join(chr(number - 10) if number > EOS else "|" for number in window.ids)
    assert told == "|2025|# Ungdom|a|b|# Kassan|c|"


def test_a_new_window_repeats_the_sentence_before_it_as_context() -> None:
    sentences = [Sentence("", "x" * 150), Sentence("", "y" * 150)]

    second = windows_of(sentences, YEAR, by_letter)[1]

    assert spelled(second, 6, 156) == "x" * 150
    assert [place.sentence for place in second.places] == [1]


def test_a_broken_year_is_told_by_its_months() -> None:
    told = period_words(Period(date(2024, 7, 1), date(2025, 6, 30)))

    assert told == "2024-07 2025-06"
