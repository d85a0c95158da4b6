"""Learns how to weigh a report as a whole: one logistic regression a criterion, its bias moved by what errors cost."""

from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from grantcheck.analysis.whole_report import CRITERIA, VERDICTS, WholeReport, features_of
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId
from grantcheck.evaluation.scores import score
from models.training.corpus import AnnotatedReport
from models.training.likelihoods import Floats
from models.training.split import FOLDS, fold

STRENGTH = 0.03
FALSE_PASS_COST, FALSE_ALARM_COST = 6.0, 0.75
DESCRIBED_COSTS, MISSING_COSTS = (0.08, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0), (0.5, 0.7, 0.85, 1.0, 1.2)
Likelihoods = Mapping[str, Floats]
Weights = tuple[Floats, Floats]


def learnt(reports: Sequence[AnnotatedReport], likelihoods: Likelihoods) -> WholeReport:
    """Return the weighing that the reports teach; the biases are chosen by cross-validation inside the reports."""
    parts = [_criterion(reports, likelihoods, criterion) for criterion in CRITERIA]
    return WholeReport(np.stack([weights for weights, _ in parts]), np.stack([bias for _, bias in parts]))


def _criterion(reports: Sequence[AnnotatedReport], likelihoods: Likelihoods, criterion: CriterionId) -> Weights:
    place = CRITERIA.index(criterion)
    features = {report.id: features_of(likelihoods[report.id], place) for report in reports}
    scores = _held_out_scores(reports, features, criterion)
    move = max(_moves(), key=lambda item: _worth(reports, scores, item, criterion))
    weights, bias = _fitted(reports, features, criterion)
    return weights, bias + move


def _moves() -> list[Floats]:
    """Return what may be added to the three biases: the logarithm of each verdict's cost factor."""
    factors = (
        {Verdict.DESCRIBED: described, Verdict.UNCLEAR: 1.0, Verdict.MISSING: missing}
        for described, missing in product(DESCRIBED_COSTS, MISSING_COSTS)
    )
    return [np.log([item[verdict] for verdict in VERDICTS]).astype(np.float32) for item in factors]


def _held_out_scores(
    reports: Sequence[AnnotatedReport], features: Likelihoods, criterion: CriterionId
) -> dict[str, Floats]:
    scores: dict[str, Floats] = {}
    for number in range(FOLDS):
        own = [report for report in reports if fold(report.id) == number]
        if own:
            weights, bias = _fitted([report for report in reports if fold(report.id) != number], features, criterion)
            scores |= {report.id: features[report.id] @ weights + bias for report in own}
    return scores


def _fitted(reports: Sequence[AnnotatedReport], features: Likelihoods, criterion: CriterionId) -> Weights:
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000)
    model.fit([features[report.id] for report in reports], [_number(report, criterion) for report in reports])
    return model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)


def _number(report: AnnotatedReport, criterion: CriterionId) -> int:
    return VERDICTS.index(report.verdicts[criterion])


def _worth(
    reports: Sequence[AnnotatedReport], scores: Mapping[str, Floats], move: Floats, criterion: CriterionId
) -> float:
    figures = score(
        [(report.verdicts[criterion], VERDICTS[int((scores[report.id] + move).argmax())]) for report in reports]
    )
    return figures.macro_f1 - FALSE_PASS_COST * figures.false_pass - FALSE_ALARM_COST * figures.false_alarm


def save(whole: WholeReport, path: Path) -> None:
    """Write the weights."""
    np.savez_compressed(path, weights=whole.weights, bias=whole.bias)
