"""Turns samples into rows of piece numbers with their targets."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId
from models.training.corpus import Sample

CRITERIA, KINDS = tuple(CriterionId), tuple(EvidenceKind)
BOS, EOS = 0, 2
HEADING_PIECES, BEFORE_PIECES, TEXT_PIECES = 20, 48, 180
ACTIVE = CRITERIA.index(CriterionId.ACTIVE_IN_PERIOD)
DATED = frozenset({EvidenceKind.ACTION, EvidenceKind.INCIDENT, EvidenceKind.NEGATED})
COMPLETE = ("report", "w2")


@dataclass(frozen=True, slots=True)
class Row:
    """`kinds`: 7 × 10 of 0 and 1; `spans`: pieces × 7, the kind's number + 1 or 0; `known`: which criteria count."""

    ids: list[int]
    first: int
    kinds: NDArray[np.float32]
    spans: NDArray[np.int64]
    known: NDArray[np.float32]


def period_words(period: Period) -> str:
    """Return the period as the encoder is told it: «2025» or «2024-07 2025-06»."""
    if period.is_calendar_year:
        return str(period.start.year)
    return f"{period.start:%Y-%m} {period.end:%Y-%m}"


def row_of(sample: Sample, tokenizer: Tokenizer) -> Row:
    """Return the row of a sample: period, heading and sentence before, each ended, then the sentence."""
    ids = [BOS]
    for text, most in ((period_words(sample.period), 12), (sample.heading, HEADING_PIECES)):
        ids += [*tokenizer.encode(text, add_special_tokens=False).ids[:most], EOS]
    ids += [*tokenizer.encode(sample.before, add_special_tokens=False).ids[-BEFORE_PIECES:], EOS]
    own = tokenizer.encode(sample.text, add_special_tokens=False)
    offsets = own.offsets[:TEXT_PIECES]
    first = len(ids)
    ids += [*own.ids[:TEXT_PIECES], EOS]
    kinds, spans = _targets(sample, offsets)
    return Row(ids, first, kinds, spans, _known(sample))


def _targets(sample: Sample, offsets: list[tuple[int, int]]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    kinds = np.zeros((len(CRITERIA), len(KINDS)), np.float32)
    spans = np.zeros((len(offsets), len(CRITERIA)), np.int64)
    for label in sample.labels:
        criterion, kind = CRITERIA.index(label.criterion), KINDS.index(label.kind)
        kinds[criterion, kind] = 1
        for place, (start, end) in enumerate(offsets):
            if start < label.end and label.start < end:
                spans[place, criterion] = kind + 1
    return kinds, spans


def _known(sample: Sample) -> NDArray[np.float32]:
    """Where the clause bank leaves the weak kinds of `active_in_period` out, nothing is learnt of that criterion."""
    known = np.ones(len(CRITERIA), np.float32)
    if sample.source not in COMPLETE and any(label.kind not in DATED for label in sample.labels):
        known[ACTIVE] = 0
    return known
