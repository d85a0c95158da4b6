"""Chooses from which likelihood a sentence counts as evidence, for the best F1 of evidence sentences."""

from collections.abc import Sequence
from itertools import product

from grantcheck.analysis.selection import CRITERIA, OWN_WORK, passing
from grantcheck.analysis.thresholds import Thresholds
from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId
from models.training.corpus import Sample
from models.training.likelihoods import Floats

TOUCH = 0.03
STRONG = (0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
WEAK = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4)
Report = tuple[Sequence[Sample], Floats]


def chosen_limits(reports: Sequence[Report]) -> Thresholds:
    """Return the thresholds that find the reports' evidence best, criterion by criterion."""
    best = {criterion: _best(reports, criterion) for criterion in CRITERIA}
    return Thresholds(
        {criterion: strong for criterion, (strong, _) in best.items()},
        {criterion: weak for criterion, (_, weak) in best.items()},
        TOUCH,
    )


def _best(reports: Sequence[Report], criterion: CriterionId) -> tuple[float, float]:
    return max(product(STRONG, WEAK), key=lambda limits: _f1(reports, criterion, *limits))


def _f1(reports: Sequence[Report], criterion: CriterionId, strong: float, weak: float) -> float:
    limits = Thresholds({criterion: strong}, {criterion: weak}, TOUCH)
    right = wrong = missed = 0
    for samples, likelihoods in reports:
        told = _labelled(samples, criterion)
        found = {
            choice.place: choice.kind in OWN_WORK[criterion]
            for choice in passing(likelihoods[:, CRITERIA.index(criterion)], criterion, limits)
            if choice.kind is not EvidenceKind.OFF_TOPIC
        }
        agreed = sum(found.get(place) == own for place, own in told.items())
        right, wrong, missed = right + agreed, wrong + len(found) - agreed, missed + len(told) - agreed
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def _labelled(samples: Sequence[Sample], criterion: CriterionId) -> dict[int, bool]:
    """Return which sentences are labelled evidence, and whether of the association's own work."""
    return {
        place: label.kind in OWN_WORK[criterion]
        for place, sample in enumerate(samples)
        for label in sample.labels
        if label.criterion is criterion and label.kind is not EvidenceKind.OFF_TOPIC
    }
