"""Scores evidence: sentences found, kinds named, commitments with their days, examples counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from grantcheck.analysis.checker import EXAMPLES
from grantcheck.analysis.selection import planned
from grantcheck.analysis.swedish.periods import due_day
from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId
from grantcheck.evaluation.scores import Figures, f1, share
from models.training.corpus import Label, Promise, Sample

from .verdicts import Answer, Readings

Kinds = dict[tuple[str, int, CriterionId], EvidenceKind]


@dataclass(frozen=True, slots=True)
class EvidenceScore(Figures):
    """Sentences named as evidence of a criterion, off-topic ones left out, and their kinds where both name them.

    `examples` is the share of reports whose number of concrete examples is right.
    """

    recall: float
    precision: float
    kinds_macro_f1: float
    negated_f1: float
    plan_f1: float
    examples: float


@dataclass(frozen=True, slots=True)
class CommitmentScore(Figures):
    """Commitments on the criteria: found or not, and with the right day where one is told."""

    recall: float
    precision: float
    f1: float
    due_right: float


def evidence_score(given: Sequence[Answer], readings: Readings) -> EvidenceScore:
    """Score the evidence that the answers chose."""
    labels, found = _labelled(given, readings), _found(given)
    both = [(labels[key], found[key]) for key in labels.keys() & found.keys()]
    kinds = sorted({label for label, _ in both})
    return EvidenceScore(
        recall=share([key in found for key in labels]),
        precision=share([key in labels for key in found]),
        kinds_macro_f1=float(np.mean([f1(both, kind) for kind in kinds])) if kinds else 0.0,
        negated_f1=f1(both, EvidenceKind.NEGATED),
        plan_f1=f1(both, EvidenceKind.PLAN),
        examples=_examples_right(given, labels, found),
    )


def _labelled(given: Sequence[Answer], readings: Readings) -> Kinds:
    return _on_topic(
        ((answer.report.id, place, label.criterion), label.kind)
        for answer in given
        for place, sample in enumerate(readings.samples[answer.report.id])
        for label in sample.labels
    )


def _found(given: Sequence[Answer]) -> Kinds:
    return _on_topic(
        ((answer.report.id, choice.place, choice.criterion), choice.kind)
        for answer in given
        for choice in answer.choices
    )


def _on_topic(kinds: Iterable[tuple[tuple[str, int, CriterionId], EvidenceKind]]) -> Kinds:
    return {key: kind for key, kind in kinds if kind is not EvidenceKind.OFF_TOPIC}


def _examples_right(given: Sequence[Answer], labels: Kinds, found: Kinds) -> float:
    return share([_examples(labels, each.report.id) == _examples(found, each.report.id) for each in given])


def _examples(kinds: Mapping[tuple[str, int, CriterionId], EvidenceKind], report: str) -> int:
    done = EvidenceKind.ACTION
    return len({at for (name, at, what), kind in kinds.items() if name == report and kind is done and what in EXAMPLES})


def commitment_score(given: Sequence[Answer], readings: Readings) -> CommitmentScore:
    """Score the sentences proposed as commitments against the labelled plans and promises on the criteria."""
    right = proposed = told = 0
    days: list[bool] = []
    for answer in given:
        samples = readings.samples[answer.report.id]
        plans = set(planned(readings.likelihoods[answer.report.id]))
        labelled = {place for place, sample in enumerate(samples) if any(map(_is_plan, sample.labels))}
        right, proposed, told = right + len(plans & labelled), proposed + len(plans), told + len(labelled)
        days += [
            due_day(samples[place].text, samples[place].period.end) == promise.due
            for place, promise in _promised(samples, answer, plans)
        ]
    return CommitmentScore(
        recall=right / told if told else 1.0,
        precision=right / proposed if proposed else 1.0,
        f1=2 * right / (told + proposed) if told + proposed else 1.0,
        due_right=share(days),
    )


def _is_plan(label: Label) -> bool:
    return label.kind is EvidenceKind.PLAN


def _promised(samples: Sequence[Sample], answer: Answer, plans: set[int]) -> list[tuple[int, Promise]]:
    return [
        (place, promise)
        for place in sorted(plans)
        for promise in answer.report.promises
        if promise.prevention and promise.text in samples[place].text
    ]
