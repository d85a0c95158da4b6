"""Why a sentence was taken as it was, in words that name what decided."""

import numpy as np
import pytest

from grantcheck.analysis.reasons import KINDS, reason_for, rival
from grantcheck.analysis.selection import OWN_WORK, Choice
from grantcheck.domain.evidence import EvidenceKind as K
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId as C
from grantcheck.domain.verdict import Piece, judge
from grantcheck.texts import keys, text

YEAR = Period.of_year(2025)
UNCERTAIN = Choice(0, C.PREVENT_VIOLATIONS, K.ACTION, sure=False, likelihood=0.6)


def why(kind: K, sentence: str) -> str:
    reason = reason_for(Choice(0, C.PREVENT_VIOLATIONS, kind, sure=True, likelihood=0.9), None, sentence, YEAR)
    return text(f"gc.reason.{reason.code}", "sv", **dict(reason.details))


@pytest.mark.parametrize(
    ("kind", "sentence", "words"),
    [
        (K.ACTION, "Den 12 mars gick alla ledare kursen.", "”Den 12 mars”"),
        (K.PLAN, "Till hösten ska vi skriva regler.", "”ska”"),
        (K.PLAN, "Kurs för alla ledare i mars 2026.", "”i mars 2026”"),
        (K.NEGATED, "Utdrag har inte begärts in, och ingen har frågat.", "”inte”, ”ingen”"),
        (K.OTHER_ACTOR, "Kommunen kräver en plan av varje förening.", "”Kommunen”"),
        (K.PAST_PERIOD, "2022 gick alla ledare kursen.", "”2022”"),
    ],
)
def test_the_reason_names_the_words_that_decided(kind: K, sentence: str, words: str) -> None:
    assert words in why(kind, sentence)


@pytest.mark.parametrize("kind", K)
def test_a_reason_without_such_words_names_none(kind: K) -> None:
    assert "”" not in why(kind, "Regler på väggen.")


def test_what_is_uncertain_names_the_likeliest_other_way_to_read_it() -> None:
    row = np.zeros(len(KINDS), np.float32)
    row[[KINDS.index(K.ACTION), KINDS.index(K.ROUTINE), KINDS.index(K.PLAN)]] = 0.6, 0.5, 0.3

    other = rival(row, UNCERTAIN)

    assert other is K.PLAN
    assert reason_for(UNCERTAIN, other, "Kurs för ledarna.", YEAR).code == "kind_uncertain_plan"


def test_where_no_other_kind_is_likely_it_may_be_another_subject() -> None:
    assert rival(np.zeros(len(KINDS), np.float32), UNCERTAIN) is K.OFF_TOPIC


def test_what_the_rest_of_the_report_does_not_bear_out_says_that_it_was_not_counted() -> None:
    set_aside = Choice(0, C.CONTINUITY, K.OFF_TOPIC, sure=False, likelihood=0.6)

    reason = reason_for(set_aside, rival(np.ones(len(KINDS), np.float32), set_aside), "Möte varje månad.", YEAR)

    assert text(f"gc.reason.{reason.code}", "sv").startswith("Räknades inte.")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_reason_has_its_wording(language: str) -> None:
    rivals = {kind for criterion in C for kind in K if kind not in OWN_WORK[criterion]}
    verdicts = {judge(criterion, [Piece(kind)]).why.code for criterion in C for kind in K}
    doubts = {judge(C.CONTINUITY, [Piece(K.ACTION, sure=False, rival=kind)]).why.code for kind in rivals}
    codes = verdicts | doubts | {f"kind_{kind}" for kind in K} | {f"kind_uncertain_{kind}" for kind in rivals}

    assert {f"gc.reason.{code}" for code in codes} <= keys(language)
