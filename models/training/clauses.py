"""Scores single clauses: which criteria they are evidence of, and of which kind."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId
from grantcheck.evaluation.scores import f1, share

from .corpus import Sample
from .likelihoods import Floats
from .split import is_known
from .systems import System

CRITERIA, KINDS = tuple(CriterionId), tuple(EvidenceKind)
LEAST = 0.3


def clause_table(clauses: Sequence[Sample], system: System) -> dict[str, float]:
    """Return recall and precision of (clause, criterion), off-topic left out, and F1 of each kind that both name."""
    rows = _read(clauses, system)
    labels = {
        (place, label.criterion): label.kind
        for place, clause in enumerate(clauses)
        for label in clause.labels
        if label.kind is not EvidenceKind.OFF_TOPIC
    }
    found = {
        (place, criterion): kind
        for place, clause in enumerate(clauses)
        for number, criterion in enumerate(CRITERIA)
        if is_known(clause, criterion) and (kind := _kind(rows[place, number])) is not None
    }
    labels = {key: kind for key, kind in labels.items() if is_known(clauses[key[0]], key[1])}
    both = [(labels[key], found[key]) for key in labels.keys() & found.keys()]
    kinds = {str(kind): round(f1(both, kind), 4) for kind in KINDS if any(label is kind for label, _ in both)}
    figures = {
        "recall": round(share([key in found for key in labels]), 4),
        "precision": round(share([key in labels for key in found]), 4),
        "kinds_macro_f1": round(float(np.mean(list(kinds.values()))), 4),
        **kinds,
    }
    print("\nclauses", figures)
    return figures


def _kind(row: Floats) -> EvidenceKind | None:
    best = KINDS[int(row.argmax())]
    return best if row.max() >= LEAST and best is not EvidenceKind.OFF_TOPIC else None


def _read(clauses: Sequence[Sample], system: System) -> Floats:
    """Read each clause with the sentence before it as context."""
    samples: list[Sample] = []
    places = []
    for number, clause in enumerate(clauses):
        own = replace(clause, group=f"{clause.group}#{number}")
        if clause.before:
            samples.append(replace(own, text=clause.before, before="", labels=()))
        places.append(len(samples))
        samples.append(own)
    return system(samples)[places]
