"""Trains the cheap reading on corpus and clause bank: `python -m models.training.ngrams` writes ngrams.npz."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from grantcheck.analysis.ngrams import (
    BUCKETS,
    CRITERIA,
    FIELDS,
    GROUP_OF,
    KINDS,
    NONE,
    Floats,
    NgramReader,
    buckets_of,
    features_of,
)
from grantcheck.domain.ruleset import CriterionId
from models.training.corpus import Sample, read_clauses, read_reports, read_samples
from models.training.split import is_known

READING = Path(__file__).parents[1] / "reading"
STRENGTH, SCALE = 30.0, 127


def trained(samples: Sequence[Sample]) -> NgramReader:
    """Return the reader that the samples teach."""
    rarity = _rarity(samples)
    rows = features_of([(item.text, item.heading, item.before) for item in samples], rarity)
    matrix = csr_matrix((rows.values, rows.buckets, rows.starts), shape=(len(samples), BUCKETS))
    parts = [_criterion_weights(matrix, samples, criterion) for criterion in CRITERIA]
    parts.append(_kind_weights(matrix, samples))
    return NgramReader(
        np.concatenate([weights for weights, _ in parts], axis=1),
        np.concatenate([bias for _, bias in parts]),
        rarity,
    )


def _rarity(samples: Sequence[Sample]) -> Floats:
    counts = np.zeros(BUCKETS, np.float32)
    for sample in samples:
        for text, (_, salt) in zip((sample.text, sample.heading, sample.before), FIELDS, strict=True):
            counts[buckets_of(text, salt)] += 1
    return (np.log((1 + len(samples)) / (1 + counts)) + 1).astype(np.float32)


def _criterion_weights(matrix: csr_matrix, samples: Sequence[Sample], criterion: CriterionId) -> tuple[Floats, Floats]:
    known = [row for row, sample in enumerate(samples) if is_known(sample, criterion)]
    return _fitted(matrix[known], [_group(samples[row], criterion) for row in known], 4)


def _group(sample: Sample, criterion: CriterionId) -> int:
    groups = [GROUP_OF[label.kind] for label in sample.labels if label.criterion is criterion]
    return min(groups, default=NONE)


def _kind_weights(matrix: csr_matrix, samples: Sequence[Sample]) -> tuple[Floats, Floats]:
    rows = [row for row, sample in enumerate(samples) if sample.labels]
    return _fitted(matrix[rows], [KINDS.index(samples[row].labels[0].kind) for row in rows], len(KINDS))


def _fitted(matrix: csr_matrix, answers: Iterable[int], classes: int) -> tuple[Floats, Floats]:
    model = LogisticRegression(C=STRENGTH, max_iter=200, tol=1e-3).fit(matrix, list(answers))
    weights = np.zeros((BUCKETS, classes), np.float32)
    bias = np.full(classes, -20.0, np.float32)
    weights[:, model.classes_] = model.coef_.T
    bias[model.classes_] = model.intercept_
    return weights, bias


def save(reader: NgramReader, path: Path) -> None:
    """Write the weights as bytes with one scale for each output."""
    scale = np.maximum(np.abs(reader.weights).max(axis=0), 1e-9) / SCALE
    weights = np.round(reader.weights / scale).astype(np.int8)
    np.savez_compressed(
        path, weights=weights, scale=scale, bias=reader.bias, rarity=reader.rarity.astype(np.float16)
    )  # fmt: skip


if __name__ == "__main__":
    READING.mkdir(exist_ok=True)
    save(trained(read_samples(read_reports()) + read_clauses()), READING / "ngrams.npz")
