"""Finds the clause of a sentence that is the evidence, from the pieces that the encoder marked."""

import re

import numpy as np

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId

from .encoder import Marked

CRITERIA = tuple(CriterionId)
ON_TOPIC = [place for place, kind in enumerate(EvidenceKind) if kind is not EvidenceKind.OFF_TOPIC]
MARKED, NEARLY_ALL = 0.5, 0.75
_CUT = re.compile(r"[,;:–—]\s+|\s+(?:men|och|samt|medan)\s+|\s*\|\s*")


def clause_of(text: str, marked: Marked, criterion: CriterionId) -> tuple[int, int]:
    """Return the characters of the clause, whole words between commas or conjunctions; all of them where in doubt."""
    likely = marked.likelihoods[:, CRITERIA.index(criterion)][:, ON_TOPIC].sum(axis=1)
    chosen = [marked.offsets[int(place)] for place in np.flatnonzero(likely >= MARKED)]
    if not chosen:
        return 0, len(text)
    start, end = _whole_clauses(text, chosen[0][0], chosen[-1][1])
    return (start, end) if end - start < NEARLY_ALL * len(text) else (0, len(text))


def _whole_clauses(text: str, start: int, end: int) -> tuple[int, int]:
    cuts = list(_CUT.finditer(text))
    before = [cut.end() for cut in cuts if cut.end() <= start + 1]
    after = [_end_of(cut) for cut in cuts if cut.start() >= end - 1]
    return max(before, default=0), min(after, default=len(text))


def _end_of(cut: re.Match[str]) -> int:
    """Return where the clause before the cut ends: a comma belongs to it, a conjunction does not."""
    mark = cut[0].strip()
    return cut.start() + (len(mark) if mark in ",;" else 0)
