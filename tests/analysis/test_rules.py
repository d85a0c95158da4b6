"""Each rule of rules.toml fires on its example and keeps still on its counter-example."""

import numpy as np
import pytest
from spacy.language import Language

from grantcheck.analysis.assertion import CRITERIA, KINDS, apply_rules, reconsidered
from grantcheck.analysis.grammar import Actor, Grammar, read_grammar
from grantcheck.analysis.in_time import When, when_told
from grantcheck.analysis.language import load_language
from grantcheck.analysis.passages import Passage
from grantcheck.analysis.rules import Rule, Told, shipped_rules
from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId

YEAR = Period.of_year(2025)
RULES = shipped_rules().each


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language("sv_grantcheck")


def told(language: Language, text: str) -> Told:
    return Told(text, read_grammar(language, [text])[0], when_told(text, YEAR))


@pytest.mark.model
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example_and_not_on_its_counter_example(language: Language, rule: Rule) -> None:
    assert (rule.fires(told(language, rule.example)), rule.fires(told(language, rule.counter_example))) == (True, False)


def test_every_rule_has_its_own_name_and_never_gives_to_what_it_takes_from() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert [rule.id for rule in RULES if rule.target in rule.sources] == []


def test_a_rule_that_fires_moves_half_of_the_likelihood_of_its_kinds_under_every_criterion() -> None:
    rows = np.full((len(CRITERIA), len(KINDS)), 0.1, np.float32)
    waits = Told("Motionen bordlades.", Grammar(Actor.UNTOLD, denied=False, intended=False, past=True), When.UNTOLD)

    apply_rules([rule for rule in RULES if rule.id == "motion_waits"], waits, rows)

    assert rows[:, KINDS.index(EvidenceKind.PLAN)] == pytest.approx(0.2)
    assert rows[:, [KINDS.index(EvidenceKind.ACTION), KINDS.index(EvidenceKind.ROUTINE)]] == pytest.approx(0.05)
    assert rows.sum(axis=1) == pytest.approx(1)


def test_what_its_subject_denies_is_no_act_of_the_period() -> None:
    likelihoods = np.zeros((1, len(CRITERIA), len(KINDS)), np.float32)
    likelihoods[0, CRITERIA.index(CriterionId.TRYGG_FORENING), KINDS.index(EvidenceKind.NEGATED)] = 0.8
    likelihoods[0, CRITERIA.index(CriterionId.ACTIVE_IN_PERIOD), KINDS.index(EvidenceKind.ACTION)] = 0.7
    passage = Passage(0, 0, "Ingen i styrelsen har gått Trygg förening.", "", "")

    read = reconsidered(likelihoods, [passage], YEAR, lambda texts: [], touch=0.9)

    active = read[0, CRITERIA.index(CriterionId.ACTIVE_IN_PERIOD)]
    assert (active[KINDS.index(EvidenceKind.ACTION)], active[KINDS.index(EvidenceKind.NEGATED)]) == pytest.approx(
        (0, 0.7)
    )
