"""Joins likelihoods of different readings as log odds, so that a reading that is certain weighs more."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
SOFT = 1e-4


def together(one: Floats, other: Floats, share: float) -> Floats:
    """Return the likelihoods of two readings as one: their mean as log odds, with the share of the other."""
    odds = (1 - share) * _log_odds(one) + share * _log_odds(other)
    joined: Floats = (1 / (1 + np.exp(-odds))).astype(np.float32)
    return joined


def _log_odds(likelihoods: Floats) -> Floats:
    within = np.clip(likelihoods, SOFT, 1 - SOFT)
    odds: Floats = np.log(within / (1 - within))
    return odds
