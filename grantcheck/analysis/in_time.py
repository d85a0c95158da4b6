"""Corrects what was read by when it happened: an act before the period is past, an act in it is not."""

import re
from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.period import Period

from .passages import Passage
from .swedish.periods import time_expressions
from .swedish.time_expression import Bound

KINDS = tuple(EvidenceKind)
ACTION, PAST = KINDS.index(EvidenceKind.ACTION), KINDS.index(EvidenceKind.PAST_PERIOD)
PLAN = KINDS.index(EvidenceKind.PLAN)
TOUCHED = 0.05
_INTENDED = re.compile(
    r"\b(?:ska|skall|skulle|kommer|vill|bör|borde|avser|tänker|hoppas|ämnar|önskar|siktar|plan\w*|uppdrag\w*|mål\w*"
    r"|förhoppning\w*|ambition\w*|beslut\w*)\b",
    re.IGNORECASE,
)


class When(StrEnum):
    """Where the times that a sentence names lie; a sentence that names none, or both, stays as it was read."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"
    UNTOLD = "untold"


def placed_in_time(
    likelihoods: NDArray[np.float32], passages: Sequence[Passage], period: Period
) -> NDArray[np.float32]:
    """Return passages × criteria × kinds with acts and earlier acts exchanged where the sentence's own time says so.

    "I mars 2024 gick alla kursen" is no act of 2025; "den 12 mars 2025" is no earlier year, and no plan either unless
    a word of intention says so.
    """
    placed = likelihoods.copy()
    touched = likelihoods[:, :, [ACTION, PAST]].max(axis=(1, 2)) > TOUCHED
    for place in map(int, np.flatnonzero(touched)):
        when = when_told(passages[place].text, period)
        if when is When.BEFORE:
            _move(placed[place], ACTION, PAST)
        elif when is When.WITHIN:
            _move(placed[place], PAST, ACTION)
            if not _INTENDED.search(passages[place].text):
                _move(placed[place], PLAN, ACTION)
        elif when is When.AFTER:
            _move(placed[place], ACTION, PLAN)
    return placed


def when_told(text: str, period: Period) -> When:
    """Return where the times that the text names lie, seen from the period; what lasts since a time is left out."""
    told = [each.period for each in time_expressions(text, period) if each.bound is not Bound.SINCE]
    before = [time for time in told if time.end < period.start]
    within = [time for time in told if period.start <= time.start <= period.end]
    after = [time for time in told if time.start > period.end]
    answers = [when for when, times in ((When.BEFORE, before), (When.WITHIN, within), (When.AFTER, after)) if times]
    return answers[0] if len(answers) == 1 else When.UNTOLD


def _move(rows: NDArray[np.float32], source: int, target: int) -> None:
    rows[:, target] += rows[:, source]
    rows[:, source] = 0
