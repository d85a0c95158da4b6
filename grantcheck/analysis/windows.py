"""Cuts a report into windows that the encoder reads at once: sentences in order, with the heading above them.

A window opens with the report's period; what stood just before it is repeated as context and not read again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from grantcheck.domain.period import Period

BOS, PAD, EOS = 0, 1, 2
WINDOW, LONGEST_SENTENCE, LONGEST_HEADING = 224, 160, 24

Pieces = Sequence[tuple[int, int, int]]  # number, first and last character
Cut = Callable[[str], Pieces]


class Told(Protocol):
    """A sentence and the heading that it stands under."""

    @property
    def heading(self) -> str:
        """The heading, empty where there is none."""

    @property
    def text(self) -> str:
        """The sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence lies in its window: `sentence` is its number in the report, pieces from `first` to `last`.

    The piece at `last` ends the sentence; `offsets` are the characters of each piece before it.
    """

    sentence: int
    first: int
    last: int
    offsets: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Window:
    """Numbers of the pieces, and the sentences that are to be read in it."""

    ids: list[int]
    places: list[Place] = field(default_factory=list)


def period_words(period: Period) -> str:
    """Return the period as the encoder is told it: «2025» or «2024-07 2025-06»."""
    if period.is_calendar_year:
        return str(period.start.year)
    return f"{period.start:%Y-%m} {period.end:%Y-%m}"


def windows_of(sentences: Sequence[Told], period: Period, cut: Cut, before: str = "") -> list[Window]:
    """Return the windows of a report; `before` stands before the first sentence and is context only."""
    return list(_windows(sentences, _ended(cut(period_words(period))), cut, before))


def _windows(sentences: Sequence[Told], opening: list[int], cut: Cut, before: str) -> Iterator[Window]:
    window: Window | None = None
    heading = ""
    context = _ended(cut(before)[-LONGEST_HEADING * 2 :]) if before else []
    for number, sentence in enumerate(sentences):
        pieces = cut(sentence.text)[:LONGEST_SENTENCE]
        if window and len(window.ids) + len(pieces) + LONGEST_HEADING > WINDOW:
            yield window
            window = None
        if window is None:
            window = Window([BOS, *opening, *_heading(sentence.heading, cut), *context])
        elif sentence.heading != heading:
            window.ids += _heading(sentence.heading, cut)
        heading = sentence.heading
        context = _add(window, number, pieces)
    if window:
        yield window


def _heading(text: str, cut: Cut) -> list[int]:
    return _ended(cut(f"# {text}")[:LONGEST_HEADING]) if text else []


def _add(window: Window, number: int, pieces: Pieces) -> list[int]:
    first = len(window.ids)
    ids = _ended(pieces)
    window.ids += ids
    window.places.append(Place(number, first, len(window.ids) - 1, tuple((start, end) for _, start, end in pieces)))
    return ids


def _ended(pieces: Iterable[tuple[int, int, int]]) -> list[int]:
    return [*(number for number, _, _ in pieces), EOS]
