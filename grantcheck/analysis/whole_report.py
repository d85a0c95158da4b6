"""Weighs a report as a whole: what its best sentences together say of each criterion."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.ruleset import CriterionId

Floats = NDArray[np.float32]
CRITERIA, KINDS, VERDICTS = tuple(CriterionId), tuple(EvidenceKind), tuple(Verdict)
OWN_WORK = [KINDS.index(EvidenceKind.ACTION), KINDS.index(EvidenceKind.ROUTINE)]
COUNTED = [place for place, kind in enumerate(KINDS) if kind is not EvidenceKind.OFF_TOPIC]
BEST_OF_OWN, BEST_OF_ALL = 3, 2
SOFT = 0.01
NEARLY_ONE = 0.99


def features_of(likelihoods: Floats, criterion: int) -> Floats:
    """Return what a report's passages × criteria × kinds say of one criterion, as 23 numbers.

    The three best sentences of own work, the best of each kind, the two best of any kind, the best own work under every
    criterion (all as log odds), and how likely any sentence is own work at all.
    """
    rows = likelihoods[:, criterion]
    own, counted = rows[:, OWN_WORK].sum(axis=1), rows[:, COUNTED].sum(axis=1)
    elsewhere = likelihoods[:, :, OWN_WORK].sum(axis=2).max(axis=0, initial=0)
    odds = [_best(own, BEST_OF_OWN), rows.max(axis=0, initial=0), _best(counted, BEST_OF_ALL), elsewhere]
    any_own = 1 - np.prod(1 - np.minimum(own, NEARLY_ONE))
    return np.concatenate([*map(_log_odds, odds), [any_own]]).astype(np.float32)


def _best(values: Floats, number: int) -> Floats:
    best = np.sort(values)[::-1][:number]
    return np.pad(best, (0, number - len(best)))


def _log_odds(values: Floats) -> Floats:
    shares = np.minimum(values, 1)
    odds: Floats = np.log((shares + SOFT) / (1 + SOFT - shares))
    return odds


@dataclass(frozen=True, slots=True)
class WholeReport:
    """Weights of 7 criteria × 23 features × 3 verdicts; the cost of each error is part of the bias."""

    weights: Floats
    bias: Floats

    @classmethod
    def load(cls, path: Path) -> "WholeReport":
        """Read the weights."""
        with np.load(path, allow_pickle=False) as stored:
            return cls(stored["weights"], stored["bias"])

    def leanings(self, likelihoods: Floats) -> dict[CriterionId, Verdict]:
        """Return which verdict the report as a whole leans to, criterion by criterion."""
        return {criterion: self._leaning(likelihoods, place) for place, criterion in enumerate(CRITERIA)}

    def _leaning(self, likelihoods: Floats, criterion: int) -> Verdict:
        scores = features_of(likelihoods, criterion) @ self.weights[criterion] + self.bias[criterion]
        return VERDICTS[int(scores.argmax())]
