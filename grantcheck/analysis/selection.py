"""Chooses which passages are evidence of which kind, criterion by criterion, in the light of the whole report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.ruleset import CriterionId

from .thresholds import Thresholds

Floats = NDArray[np.float32]
CRITERIA, KINDS = tuple(CriterionId), tuple(EvidenceKind)
ACTIVE = CriterionId.ACTIVE_IN_PERIOD
OWN_WORK = {criterion: (EvidenceKind.ACTION, EvidenceKind.ROUTINE) for criterion in CRITERIA} | {
    ACTIVE: (EvidenceKind.ACTION, EvidenceKind.INCIDENT)
}
NOT_COUNTED = frozenset({EvidenceKind.NEGATED, EvidenceKind.OFF_TOPIC})
LEAST_SHOWN, LEAST_PLANNED, LIKELY, CERTAIN = 0.01, 0.1, 0.5, 0.85
FEWEST_WEIGHED, CLEAR_ALONE = 8, 0.6


@dataclass(frozen=True, slots=True)
class Choice:
    """The passage of that number counts under a criterion; `likelihood` is of its kind and only orders the evidence.

    Own work is `sure` where the report as a whole bears it out.
    """

    place: int
    criterion: CriterionId
    kind: EvidenceKind
    sure: bool
    likelihood: float


def chosen(likelihoods: Floats, limits: Thresholds, leanings: Mapping[CriterionId, Verdict]) -> list[Choice]:
    """Return what counts of passages × 7 criteria × 10 kinds, in reading order within each criterion."""
    settled: list[Choice] = []
    for number, criterion in enumerate(CRITERIA):
        rows = likelihoods[:, number]
        choices = list(passing(rows, criterion, limits))
        settled += (
            _by_itself(choices, criterion)
            if len(rows) < FEWEST_WEIGHED
            else _settled(choices, rows, criterion, leanings[criterion])
        )
    return settled


def planned(likelihoods: Floats) -> list[int]:
    """Return the passages that tell an intention under some criterion, whatever the report as a whole leans to."""
    plans = likelihoods[:, :, KINDS.index(EvidenceKind.PLAN)]
    told = (plans >= LEAST_PLANNED) & (plans >= likelihoods.max(axis=2))
    return [int(place) for place in np.flatnonzero(told.any(axis=1))]


def _by_itself(choices: Sequence[Choice], criterion: CriterionId) -> list[Choice]:
    """Judge a text of a few sentences by each of them.

    Own work is sure where it is clearly likelier than not; that something happened is no sure sign that it was handled.
    """
    own = OWN_WORK[criterion]
    return [replace(choice, sure=choice.kind not in own or _is_clear(choice)) for choice in choices]


def _is_clear(choice: Choice) -> bool:
    return choice.likelihood >= CLEAR_ALONE and choice.kind is not EvidenceKind.INCIDENT


def passing(rows: Floats, criterion: CriterionId, limits: Thresholds) -> Iterator[Choice]:
    """Yield the passages that reach the criterion's thresholds, each as own work or as its likeliest other kind."""
    own = [KINDS.index(kind) for kind in OWN_WORK[criterion]]
    own_work = np.minimum(rows[:, own].sum(axis=1), 1)
    others = rows.copy()
    others[:, own] = 0
    for place in range(len(rows)):
        best = int(others[place].argmax())
        if own_work[place] >= limits.strong[criterion] and own_work[place] >= others[place, best]:
            yield _own_choice(place, rows[place], criterion)
        elif others[place, best] >= limits.weak[criterion]:
            yield Choice(place, criterion, KINDS[best], True, float(others[place, best]))


def _own_choice(place: int, row: Floats, criterion: CriterionId) -> Choice:
    own = OWN_WORK[criterion]
    kind = max(own, key=lambda item: float(row[KINDS.index(item)]))
    return Choice(place, criterion, kind, True, float(min(sum(row[KINDS.index(item)] for item in own), 1.0)))


def _settled(choices: list[Choice], rows: Floats, criterion: CriterionId, leaning: Verdict) -> list[Choice]:
    """Bring the sentences into line with what the whole report leans to.

    A sentence of own work that is certain by itself always counts, but for the period, where the subject decides.
    Described: at least the best sentence of own work counts. Unclear: own work is shown but not taken as sure, and so
    is likely own work where the report leans to missing. Else what reached a threshold is set aside, to be seen.
    """
    own = OWN_WORK[criterion]
    best = _best_own_work(choices, own)
    if leaning is Verdict.DESCRIBED or (best >= CERTAIN and criterion is not ACTIVE):
        return _with_one_of(choices, rows, criterion, own)
    if leaning is Verdict.MISSING and best < LIKELY:
        return [choice if choice.kind in NOT_COUNTED else _set_aside(choice) for choice in choices]
    counted = [kind for kind in KINDS if kind not in NOT_COUNTED]
    return [replace(choice, sure=choice.kind not in own) for choice in _with_one_of(choices, rows, criterion, counted)]


def _best_own_work(choices: Sequence[Choice], own: Sequence[EvidenceKind]) -> float:
    return max((choice.likelihood for choice in choices if choice.kind in own), default=0.0)


def _set_aside(choice: Choice) -> Choice:
    return replace(choice, kind=EvidenceKind.OFF_TOPIC, sure=False)


def _with_one_of(
    choices: list[Choice], rows: Floats, criterion: CriterionId, kinds: Sequence[EvidenceKind]
) -> list[Choice]:
    """Return the choices with at least one of the kinds: where none was chosen, the likeliest of what is not denied."""
    if any(choice.kind in kinds for choice in choices):
        return choices
    columns = [KINDS.index(kind) for kind in kinds]
    open_rows = rows[:, columns].copy()
    open_rows[[choice.place for choice in choices if choice.kind is EvidenceKind.NEGATED]] = 0
    place, best = np.unravel_index(int(open_rows.argmax()), open_rows.shape)
    likelihood = float(open_rows[place, best])
    if likelihood < LEAST_SHOWN:
        return choices
    others = [choice for choice in choices if choice.place != place]
    added = Choice(int(place), criterion, kinds[int(best)], True, likelihood)
    return sorted([*others, added], key=lambda choice: choice.place)
