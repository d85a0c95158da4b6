"""Reads sentences twice: all of them cheaply, and those that may touch a criterion once more, with care."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.period import Period

from .encoder import Encoder
from .ngrams import NgramReader
from .odds import together
from .passages import Passage

Floats = NDArray[np.float32]
ENCODER_SHARE = 0.65


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
            likelihoods[place] = together(likelihoods[place], careful, ENCODER_SHARE)
        return likelihoods
