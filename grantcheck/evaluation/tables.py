"""Scores the verdicts of many reports: one row for each criterion, and one for all of them together."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId

from .scores import VerdictScore, score

Pairs = Sequence[tuple[Verdict, Verdict]]
Table = dict[str, VerdictScore]
ALL = "all"


def table(pairs: Mapping[CriterionId, Pairs]) -> Table:
    """Return the score of each criterion's (label, answer) and `all`: the mean macro-F1, the errors of all verdicts."""
    scores = {str(criterion): score(own) for criterion, own in pairs.items()}
    whole = score([pair for own in pairs.values() for pair in own])
    mean = fmean(item.macro_f1 for item in scores.values()) if scores else 1.0
    return scores | {ALL: VerdictScore(whole.count, whole.accuracy, mean, whole.false_pass, whole.false_alarm)}
