"""Which reports and clauses are kept out of training, and which of their labels teach."""

import hashlib
import random
from collections.abc import Sequence

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId

from .corpus import Sample

DEV_SHARE = 0.2
FOLDS = 5
SEED = 14
WRITTEN_LATER = ("l", "m", "n")  # parts of the corpus that are kept out of training whole
_COMPLETE = ("report", "w2", "wo")  # sources whose weak kinds in the period are labelled
_DATED = frozenset({EvidenceKind.ACTION, EvidenceKind.INCIDENT, EvidenceKind.NEGATED})


def place(group: str) -> float:
    """Return a number from 0 to 1 that depends on the group's name alone."""
    return int.from_bytes(hashlib.sha256(group.encode()).digest()[:4], "big") / 2**32


def is_dev(group: str) -> bool:
    """Whether the report, clause or pair of the name is kept out of training, to choose and to develop."""
    return place(group) < DEV_SHARE or (group.startswith(WRITTEN_LATER) and group[1:].isdigit())


def fold(group: str) -> int:
    """Return the group's part, 0 to 4, of those who choose on four parts and measure on the fifth."""
    return int(place(group[::-1]) * FOLDS)


def is_known(sample: Sample, criterion: CriterionId) -> bool:
    """Whether the sample's labels of the criterion are complete (clauses lack weak kinds in the period)."""
    complete = sample.source in _COMPLETE or criterion is not CriterionId.ACTIVE_IN_PERIOD
    return complete or all(label.kind in _DATED for label in sample.labels)


def chosen_clauses(clauses: Sequence[Sample], share: float, seed: int = SEED) -> list[Sample]:
    """Return about this share of the clauses; pairs stay whole, and a larger share holds every smaller one."""
    groups = sorted({clause.group for clause in clauses})
    random.Random(seed).shuffle(groups)  # noqa: S311 - a fixed choice, no secret
    kept = frozenset(groups[: round(share * len(groups))])
    return [clause for clause in clauses if clause.group in kept]
