"""Gives the windows of reports and clauses their targets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from grantcheck.analysis.windows import Cut, Place, Window, windows_of
from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId
from models.training.corpus import Sample
from models.training.split import is_known

CRITERIA, KINDS = tuple(CriterionId), tuple(EvidenceKind)
NONE = len(KINDS)


@dataclass(frozen=True, slots=True)
class Row:
    """A window with targets; NONE is the last of the eleven classes.

    `kinds`: sentences × 7 × 11, shares that sum to 1; `spans`: pieces × 7, a class for each piece, -1 where it does not
    count; `known`: sentences × 7, 0 where the labels are not complete.
    """

    window: Window
    kinds: NDArray[np.float32]
    spans: NDArray[np.int64]
    known: NDArray[np.float32]

    @property
    def silent(self) -> bool:
        """Whether no sentence of the window is labelled."""
        return bool((self.kinds[:, :, NONE] == 1).all())


def rows_of(samples: Sequence[Sample], cut: Cut) -> Iterator[Row]:
    """Yield the windows of each report, whose samples follow each other, and of each clause."""
    for source, own in groupby(samples, key=lambda sample: sample.group if sample.source == "report" else id(sample)):
        sentences = list(own)
        before = "" if isinstance(source, str) else sentences[0].before
        for window in windows_of(sentences, sentences[0].period, cut, before):
            yield _row(window, [sentences[place.sentence] for place in window.places])


def _row(window: Window, sentences: Sequence[Sample]) -> Row:
    spans = np.full((len(window.ids), len(CRITERIA)), -1, np.int64)
    for place, sentence in zip(window.places, sentences, strict=True):
        _mark(spans, place, sentence)
    kinds, known = (np.stack([make(sentence) for sentence in sentences]) for make in (_kinds, _known))
    return Row(window, kinds, spans, known)


def _mark(spans: NDArray[np.int64], place: Place, sentence: Sample) -> None:
    spans[place.first : place.last] = np.where(_known(sentence) > 0, NONE, -1)
    for label in sentence.labels:
        criterion = CRITERIA.index(label.criterion)
        for piece, (start, end) in enumerate(place.offsets, place.first):
            if start < label.end and label.start < end:
                spans[piece, criterion] = KINDS.index(label.kind)


def _kinds(sentence: Sample) -> NDArray[np.float32]:
    kinds = np.zeros((len(CRITERIA), len(KINDS) + 1), np.float32)
    for label in sentence.labels:
        kinds[CRITERIA.index(label.criterion), KINDS.index(label.kind)] = 1
    kinds[:, NONE] = kinds.sum(axis=1) == 0
    shares: NDArray[np.float32] = kinds / kinds.sum(axis=1, keepdims=True)
    return shares


def _known(sentence: Sample) -> NDArray[np.float32]:
    """Return 0 for the criteria whose labels are not complete, so that nothing is learnt of them."""
    return np.array([is_known(sentence, criterion) for criterion in CRITERIA], np.float32)
