"""Evidence is the clause that tells it, not the whole sentence around it."""

import numpy as np
import pytest

from grantcheck.analysis.clause import clause_of
from grantcheck.analysis.encoder import Marked
from grantcheck.domain.ruleset import CriterionId

EXTRACT = CriterionId.RECORD_EXTRACT


def marked(text: str, clause: str) -> Marked:
    """Mark the words of the clause as routines for every criterion."""
    offsets = []
    start = 0
    for word in text.split(" "):
        offsets.append((start, start + len(word)))
        start += len(word) + 1
    first = text.index(clause)
    likelihoods = np.zeros((len(offsets), 7, 10), np.float32)
    for place, (begin, end) in enumerate(offsets):
        likelihoods[place, :, 1] = 0.9 if first <= begin and end <= first + len(clause) + 1 else 0.0
    return Marked(tuple(offsets), likelihoods)


@pytest.mark.parametrize(
    ("text", "core", "clause"),
    [
        (
            "Alla tränare har visat utdrag, hallen har målats om och serien vanns för tredje året i rad.",
            "tränare har visat utdrag",
            "Alla tränare har visat utdrag,",
        ),
        (
            "Serien vanns för tredje året i rad, kassan är god, alla ledare har visat utdrag.",
            "ledare har visat",
            "alla ledare har visat utdrag.",
        ),
        (
            "Vi köpte nya bollar till alla lag och tränarna har visat utdrag men hallen är sliten.",
            "har visat",
            "tränarna har visat utdrag",
        ),
    ],
)
def test_the_clause_goes_from_comma_or_conjunction_to_the_next(text: str, core: str, clause: str) -> None:
    start, end = clause_of(text, marked(text, core), EXTRACT)

    assert text[start:end] == clause


def test_a_sentence_that_is_marked_nearly_throughout_stays_whole() -> None:
    text = "Alla tränare har visat utdrag för kassören."

    assert clause_of(text, marked(text, text), EXTRACT) == (0, len(text))


def test_a_sentence_without_marks_stays_whole() -> None:
    text = "Alla tränare har visat utdrag, hallen har målats om."
    nothing = Marked(((0, 4),), np.zeros((1, 7, 10), np.float32))

    assert clause_of(text, nothing, EXTRACT) == (0, len(text))
