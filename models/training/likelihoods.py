"""Likelihoods of every sentence of the annotated reports, from readers that never saw the report in training."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.training.corpus import Sample, read_clauses, read_reports, read_samples
from models.training.ngrams import trained
from models.training.split import FOLDS, fold

Floats = NDArray[np.float32]


def cross_validated(samples: Sequence[Sample], more: Sequence[Sample], store: Path | None = None) -> Floats:
    """Return the n-gram likelihoods of `samples`, each read by the fold that did not learn it; `more` only teaches."""
    if store and store.exists():
        return np.asarray(np.load(store), np.float32)
    result = np.zeros((len(samples), 7, 10), np.float32)
    for number in range(FOLDS):
        reader = trained([item for item in [*samples, *more] if fold(item.group) != number])
        own = [place for place, item in enumerate(samples) if fold(item.group) == number]
        result[own] = reader.read([samples[place] for place in own])
    if store:
        np.save(store, result)
    return result


def report_likelihoods(store: Path | None = None) -> tuple[list[Sample], Floats]:
    """Return the sentences of all reports with their cross-validated likelihoods."""
    samples = read_samples(read_reports())
    return samples, cross_validated(samples, read_clauses(), store)
