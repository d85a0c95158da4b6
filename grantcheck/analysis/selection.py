"""Chooses from the likelihoods which passages are evidence of which kind, criterion by criterion."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId

from .thresholds import Thresholds

CRITERIA, KINDS = tuple(CriterionId), tuple(EvidenceKind)
ACTIVE = CriterionId.ACTIVE_IN_PERIOD
OWN_WORK = {criterion: (EvidenceKind.ACTION, EvidenceKind.ROUTINE) for criterion in CRITERIA} | {
    ACTIVE: (EvidenceKind.ACTION, EvidenceKind.INCIDENT)
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The passage of that number counts under a criterion; `likelihood` is of its kind and only orders the evidence."""

    place: int
    criterion: CriterionId
    kind: EvidenceKind
    sure: bool
    likelihood: float


def chosen(
    likelihoods: NDArray[np.float32], limits: Thresholds, criteria: Sequence[CriterionId] = CRITERIA
) -> list[Choice]:
    """Return what counts of passages × 7 criteria × 10 kinds, in reading order."""
    lowest = np.array([min(limits.weak[item], limits.strong[item] / 2) for item in criteria])
    numbers = [CRITERIA.index(item) for item in criteria]
    possible = np.argwhere(likelihoods[:, numbers].max(axis=2) >= lowest)
    return [
        choice
        for place, number in possible
        for choice in _choice(int(place), criteria[number], likelihoods[place, numbers[number]], limits)
    ]


def _choice(place: int, criterion: CriterionId, row: NDArray[np.float32], limits: Thresholds) -> Iterator[Choice]:
    own = [KINDS.index(kind) for kind in OWN_WORK[criterion]]
    own_work = float(min(row[own].sum(), 1.0))
    others = row.copy()
    others[own] = 0
    best = int(others.argmax())
    if own_work >= limits.strong[criterion] and own_work >= others[best]:
        kind = KINDS[max(own, key=lambda number: float(row[number]))]
        yield Choice(place, criterion, kind, own_work >= limits.sure[criterion], own_work)
    elif others[best] >= limits.weak[criterion]:
        yield Choice(place, criterion, KINDS[best], True, float(others[best]))
