"""Second thoughts by rule: who acts, whether and when it was done, and whether the criteria agree on that."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId

from .grammar import Actor, Grammar
from .in_time import placed_in_time
from .passages import Passage

Likelihoods = NDArray[np.float32]
Parse = Callable[[Sequence[str]], list[Grammar]]
CRITERIA, KINDS = tuple(CriterionId), tuple(EvidenceKind)
ACTION, ROUTINE, PLAN, NEGATED, OTHER_ACTOR, PAST, INCIDENT = (
    KINDS.index(kind)
    for kind in (
        EvidenceKind.ACTION,
        EvidenceKind.ROUTINE,
        EvidenceKind.PLAN,
        EvidenceKind.NEGATED,
        EvidenceKind.OTHER_ACTOR,
        EvidenceKind.PAST_PERIOD,
        EvidenceKind.INCIDENT,
    )
)
DONE, NOT_DONE = [ACTION, ROUTINE, INCIDENT], [PLAN, NEGATED, OTHER_ACTOR, PAST]
ACTIVE = CRITERIA.index(CriterionId.ACTIVE_IN_PERIOD)
SUBJECTS = [
    place
    for place, criterion in enumerate(CRITERIA)
    if criterion not in (CriterionId.ACTIVE_IN_PERIOD, CriterionId.CONTINUITY)
]
CLEAR = 0.3


def reconsidered(
    likelihoods: Likelihoods, passages: Sequence[Passage], period: Period, parse: Parse, touch: float
) -> Likelihoods:
    """Return passages × criteria × kinds after the rules on grammar, time and agreement.

    Only passages that touch a criterion, with a likelihood of at least `touch`, are parsed.
    """
    read = likelihoods.copy()
    touched = [int(place) for place in np.flatnonzero(likelihoods.max(axis=(1, 2), initial=0) >= touch)]
    for place, grammar in zip(touched, parse([passages[place].text for place in touched]), strict=True):
        _apply(grammar, read[place])
    return _agreeing(placed_in_time(read, passages, period))


def _apply(grammar: Grammar, rows: Likelihoods) -> None:
    """Exchange kinds that the sentence's grammar rules out: "vi ordnade" is our own act, "vi ska ordna" a plan."""
    if grammar.actor is Actor.OWN and not grammar.denied:
        _move(rows, OTHER_ACTOR, ACTION if grammar.past else ROUTINE)
    if grammar.actor is Actor.OTHER:
        _move(rows, ACTION, OTHER_ACTOR)
    if grammar.intended and not grammar.past:
        _move(rows, ACTION, PLAN)
    if grammar.denied and grammar.past:
        _move(rows, ACTION, NEGATED)


def _move(rows: Likelihoods, source: int, target: int) -> None:
    """Give one kind's likelihood to another, under every criterion."""
    rows[:, target] += rows[:, source]
    rows[:, source] = 0


def _agreeing(likelihoods: Likelihoods) -> Likelihoods:
    """Take nothing as done in the period where its own subject is read as planned, denied, another's or earlier.

    "Ingen i styrelsen har gått Trygg förening" denies the training, so it is no act of the period either.
    """
    agreeing = likelihoods.copy()
    done = likelihoods[:, SUBJECTS][:, :, DONE].max(axis=(1, 2), initial=0)
    not_done = likelihoods[:, SUBJECTS][:, :, NOT_DONE].max(axis=1)
    for place in np.flatnonzero((done < CLEAR) & (not_done.max(axis=1) >= CLEAR)):
        kind = NOT_DONE[int(not_done[place].argmax())]
        agreeing[place, ACTIVE, kind] += agreeing[place, ACTIVE, ACTION]
        agreeing[place, ACTIVE, ACTION] = 0
    return agreeing
