"""Reads sentences twice: all of them cheaply, and those that may touch a criterion once more, with care."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.period import Period

from .encoder import Encoder
from .ngrams import NgramReader
from .passages import Passage

Floats = NDArray[np.float32]
ENCODER_SHARE = 0.7
SOFT = 1e-4


@dataclass(frozen=True, slots=True)
class Reader:
    """`touch`: the likelihood that the cheap reading must give under some criterion for the costly one to look."""

    cheap: NgramReader
    costly: Encoder
    touch: float

    def read(self, passages: Sequence[Passage], period: Period) -> Floats:
        """Return how likely each passage is evidence of each kind: passages × 7 criteria × 10 kinds."""
        likelihoods = self.cheap.read(passages)
        wanted = {int(place) for place in np.flatnonzero(likelihoods.max(axis=(1, 2), initial=0) >= self.touch)}
        for place, careful in self.costly.read(passages, period, wanted).items():
            likelihoods[place] = together(likelihoods[place], careful)
        return likelihoods


def together(cheap: Floats, careful: Floats) -> Floats:
    """Return the likelihoods of two readings as one: their weighted mean as log odds."""
    odds = (1 - ENCODER_SHARE) * _log_odds(cheap) + ENCODER_SHARE * _log_odds(careful)
    shares: Floats = (1 / (1 + np.exp(-odds))).astype(np.float32)
    return shares


def _log_odds(likelihoods: Floats) -> Floats:
    within = np.clip(likelihoods, SOFT, 1 - SOFT)
    odds: Floats = np.log(within / (1 - within))
    return odds
