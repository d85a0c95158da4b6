"""Two readings of a sentence become one that lies between them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.analysis.reading import Floats, together

shares = st.floats(0.001, 0.999)


def row(share: float) -> Floats:
    return np.full((7, 10), share, np.float32)


@given(shares, shares)
def test_two_readings_together_lie_between_them(cheap: float, careful: float) -> None:
    both = together(row(cheap), row(careful))

    low, high = sorted((cheap, careful))
    assert (both >= low - 1e-4).all()
    assert (both <= high + 1e-4).all()


@given(shares, shares, shares)
def test_a_surer_careful_reading_makes_the_whole_surer(cheap: float, one: float, other: float) -> None:
    less, more = sorted((one, other))

    assert (together(row(cheap), row(less)) <= together(row(cheap), row(more)) + 1e-6).all()


def test_the_careful_reading_weighs_more_than_the_cheap_one() -> None:
    assert together(row(0.1), row(0.9))[0, 0] > 0.5
