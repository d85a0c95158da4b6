"""Which reports and clauses are kept out of training, for development figures."""

import hashlib

from grantcheck.domain.evidence import EvidenceKind

DEV_SHARE = 0.2
FOLDS = 5
DATED = frozenset({EvidenceKind.ACTION, EvidenceKind.INCIDENT, EvidenceKind.NEGATED})


def place(group: str) -> float:
    """Return a number from 0 to 1 that depends on the group's name alone."""
    return int.from_bytes(hashlib.sha256(group.encode()).digest()[:4], "big") / 2**32


def is_dev(group: str) -> bool:
    """Whether the report, clause or pair of the name is kept out of the encoder's training."""
    return place(group) < DEV_SHARE


def fold(group: str) -> int:
    """Return the cross-validation fold, 0 to 4; fold 0 is the dev part."""
    return min(int(place(group) * FOLDS), FOLDS - 1)
