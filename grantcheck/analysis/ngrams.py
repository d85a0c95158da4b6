"""The cheap reading: a linear model on character n-grams that says which criteria every sentence touches, and how."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId

from .passages import Passage

Floats = NDArray[np.float32]
BUCKETS = 1 << 17
SIZES = (3, 4, 5)
FIELDS = ((1.0, 0x9E3779B1), (0.45, 0x85EBCA6B), (0.35, 0xC2B2AE35))
CRITERIA, KINDS = tuple(CriterionId), tuple(EvidenceKind)
NONE, STRONG, WEAK, REFUSED = range(4)
GROUP_OF = {kind: WEAK for kind in KINDS} | {
    EvidenceKind.ACTION: STRONG,
    EvidenceKind.ROUTINE: STRONG,
    EvidenceKind.NEGATED: REFUSED,
    EvidenceKind.OFF_TOPIC: REFUSED,
}
_MULTIPLIER = np.uint32(0x01000193)


@dataclass(frozen=True, slots=True)
class Features:
    """Sparse rows: `values[starts[i]:starts[i + 1]]` of row i stand in the `buckets` beside them."""

    buckets: NDArray[np.int64]
    values: Floats
    starts: NDArray[np.int64]


def buckets_of(text: str, salt: int) -> NDArray[np.int64]:
    """Return the distinct buckets of all character n-grams of the text, in lower case and with blanks at its ends."""
    codes = np.frombuffer(f" {' '.join(text.lower().split())} ".encode("utf-32-le"), np.uint32)
    found = [_hashed(codes, size, salt) for size in SIZES if len(codes) >= size]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)


def _hashed(codes: NDArray[np.uint32], size: int, salt: int) -> NDArray[np.int64]:
    windows = np.full(len(codes) - size + 1, (salt + size) & 0xFFFFFFFF, np.uint32)
    for place in range(size):
        windows = (windows ^ codes[place : len(codes) - size + 1 + place]) * _MULTIPLIER
    windows ^= windows >> np.uint32(15)
    return (windows % np.uint32(BUCKETS)).astype(np.int64)


def features_of(rows: Sequence[tuple[str, str, str]], rarity: Floats) -> Features:
    """Return the features of (sentence, heading, sentence before); each field has length 1 times its weight."""
    buckets: list[NDArray[np.int64]] = []
    values: list[Floats] = []
    lengths = [0]
    for row in rows:
        parts = [buckets_of(text, salt) for text, (_, salt) in zip(row, FIELDS, strict=True)]
        buckets += parts
        values += [_weighted(rarity[part], weight) for part, (weight, _) in zip(parts, FIELDS, strict=True)]
        lengths.append(sum(map(len, parts)))
    if not buckets:
        return Features(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(1, np.int64))
    return Features(np.concatenate(buckets), np.concatenate(values), np.cumsum(lengths))


def _weighted(values: Floats, weight: float) -> Floats:
    length = float(np.sqrt((values * values).sum())) or 1.0
    return (values * (weight / length)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class NgramReader:
    """Weights of 7 criteria × 4 groups (none, strong, weak, refused) and of the ten kinds, over all buckets."""

    weights: Floats
    bias: Floats
    rarity: Floats

    @classmethod
    def load(cls, path: Path) -> "NgramReader":
        """Read the weights, which are stored as bytes with one scale for each output."""
        with np.load(path, allow_pickle=False) as stored:
            return cls(
                stored["weights"].astype(np.float32) * stored["scale"].astype(np.float32),
                stored["bias"].astype(np.float32),
                stored["rarity"].astype(np.float32),
            )

    def read(self, passages: Sequence[Passage]) -> Floats:
        """Return how likely each passage is evidence of each kind: passages × 7 criteria × 10 kinds."""
        features = features_of([(item.text, item.heading, item.before) for item in passages], self.rarity)
        return likelihoods(self._scores(features))

    def _scores(self, features: Features) -> Floats:
        products = self.weights[features.buckets] * features.values[:, None]
        rows = len(features.starts) - 1
        scores = np.zeros((rows, self.weights.shape[1]), np.float32)
        owner = np.repeat(np.arange(rows), np.diff(features.starts))
        np.add.at(scores, owner, products)
        return np.asarray(scores + self.bias, np.float32)


def likelihoods(scores: Floats) -> Floats:
    """Share each criterion's group among the group's kinds, as the kinds' own scores have it."""
    groups = _softmax(scores[:, :28].reshape(-1, len(CRITERIA), 4))
    kinds = np.exp(scores[:, 28:] - scores[:, 28:].max(axis=1, keepdims=True))
    result = np.zeros((len(scores), len(CRITERIA), len(KINDS)), np.float32)
    for group in (STRONG, WEAK, REFUSED):
        members = [place for place, kind in enumerate(KINDS) if GROUP_OF[kind] == group]
        share = kinds[:, members] / np.maximum(kinds[:, members].sum(axis=1, keepdims=True), 1e-9)
        result[:, :, members] = groups[:, :, group, None] * share[:, None, :]
    return result


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = (raised / raised.sum(axis=-1, keepdims=True)).astype(np.float32)
    return shares
