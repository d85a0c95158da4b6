"""Second thoughts by rule: who acts, whether and when it was done, and whether the criteria agree on that."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId

from .grammar import Grammar
from .in_time import when_told
from .passages import Passage
from .rules import Agreement, Rule, Told, shipped_rules

Likelihoods = NDArray[np.float32]
RULE_SHARE = 0.5
Parse = Callable[[Sequence[str]], list[Grammar]]
CRITERIA, KINDS = tuple(CriterionId), tuple(EvidenceKind)
ACTIVE, ACTION = CRITERIA.index(CriterionId.ACTIVE_IN_PERIOD), KINDS.index(EvidenceKind.ACTION)
SUBJECTS = [
    place
    for place, criterion in enumerate(CRITERIA)
    if criterion not in (CriterionId.ACTIVE_IN_PERIOD, CriterionId.CONTINUITY)
]


def reconsidered(
    likelihoods: Likelihoods, passages: Sequence[Passage], period: Period, parse: Parse, touch: float
) -> Likelihoods:
    """Return passages × criteria × kinds after the rules of rules.toml and their agreement.

    Only passages that touch a criterion, with a likelihood of at least `touch`, are parsed.
    """
    rules, read = shipped_rules(), likelihoods.copy()
    touched = [int(place) for place in np.flatnonzero(likelihoods.max(axis=(1, 2), initial=0) >= touch)]
    for place, grammar in zip(touched, parse([passages[place].text for place in touched]), strict=True):
        text = passages[place].text
        apply_rules(rules.each, Told(text, grammar, when_told(text, period)), read[place])
    return _agreeing(read, rules.agreement)


def apply_rules(rules: Sequence[Rule], told: Told, rows: Likelihoods) -> None:
    """Move half of the likelihoods of one sentence, criteria × kinds, as each rule that fires says.

    A reading that is certain holds out against a rule, and the two are then rivals; one that wavers gives way.
    """
    for rule in rules:
        if rule.fires(told):
            sources = [KINDS.index(kind) for kind in rule.sources]
            moved = RULE_SHARE * rows[:, sources]
            rows[:, KINDS.index(rule.target)] += moved.sum(axis=1)
            rows[:, sources] -= moved


def _agreeing(likelihoods: Likelihoods, agreement: Agreement) -> Likelihoods:
    """Take nothing as done in the period where its own subject is read as planned, denied, another's or earlier.

    "Ingen i styrelsen har gått Trygg förening" denies the training, so it is no act of the period either.
    """
    agreeing = likelihoods.copy()
    columns = [KINDS.index(kind) for kind in agreement.not_done]
    done = likelihoods[:, SUBJECTS][:, :, [KINDS.index(kind) for kind in agreement.done]].max(axis=(1, 2), initial=0)
    not_done = likelihoods[:, SUBJECTS][:, :, columns].max(axis=1)
    clear = agreement.clear
    for place in np.flatnonzero((done < clear) & (not_done.max(axis=1) >= clear)):
        kind = columns[int(not_done[place].argmax())]
        agreeing[place, ACTIVE, kind] += agreeing[place, ACTIVE, ACTION]
        agreeing[place, ACTIVE, ACTION] = 0
    return agreeing
