"""Two readings of a sentence become one that lies between them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.analysis.encoder import of_sentence
from grantcheck.analysis.odds import Floats, together
from grantcheck.analysis.reading import ENCODER_SHARE

shares = st.floats(0.001, 0.999)


def row(share: float) -> Floats:
    return np.full((7, 10), share, np.float32)


@given(shares, shares, shares)
def test_two_readings_together_lie_between_them(cheap: float, careful: float, share: float) -> None:
    both = together(row(cheap), row(careful), share)

    low, high = sorted((cheap, careful))
    assert (both >= low - 1e-4).all()
    assert (both <= high + 1e-4).all()


@given(shares, shares, shares)
def test_a_surer_careful_reading_makes_the_whole_surer(cheap: float, one: float, other: float) -> None:
    less, more = sorted((one, other))

    surer = together(row(cheap), row(more), ENCODER_SHARE)
    assert (together(row(cheap), row(less), ENCODER_SHARE) <= surer + 1e-6).all()


def test_the_careful_reading_weighs_more_than_the_cheap_one() -> None:
    assert together(row(0.1), row(0.9), ENCODER_SHARE)[0, 0] > 0.5


def logits(pieces: int, kind: int, strength: float) -> Floats:
    """Return what the network says of pieces: nothing, but for the kind under the first criterion."""
    told = np.zeros((pieces, 7, 11), np.float32)
    told[:, :, 10] = 4
    told[:, 0, kind] = strength
    return told


def test_half_a_sentence_that_tells_lifts_a_sentence_that_says_little_as_a_whole() -> None:
    whole = logits(1, 0, 2)[0]
    telling = np.concatenate([logits(12, 0, 0), logits(4, 0, 9)])

    assert of_sentence(whole, telling)[0, 0] > of_sentence(whole, logits(16, 0, 0))[0, 0]


def test_a_sentence_without_pieces_is_read_as_a_whole() -> None:
    whole = logits(1, 0, 9)[0]

    assert of_sentence(whole, logits(0, 0, 0))[0, 0] > 0.9
