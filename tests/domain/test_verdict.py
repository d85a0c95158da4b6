"""The rules from evidence to verdict, one sentence of docs/checker.md at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.evidence import EvidenceKind as K
from grantcheck.domain.evidence import Flag, Verdict
from grantcheck.domain.ruleset import CriterionId as C
from grantcheck.domain.ruleset import Occasion
from grantcheck.domain.verdict import Piece, flag_of, judge
from tests.factories import karlstad

PIECES = st.lists(st.builds(Piece, st.sampled_from(K), st.booleans()), max_size=6)


def verdict(criterion: C, *kinds: K, unread: tuple[int, ...] = ()) -> Verdict:
    return judge(criterion, [Piece(kind) for kind in kinds], unread).verdict


@pytest.mark.parametrize("criterion", [item for item in C if item is not C.ACTIVE_IN_PERIOD])
@pytest.mark.parametrize("kind", [K.ACTION, K.ROUTINE])
def test_an_act_or_a_routine_of_its_own_is_described(criterion: C, kind: K) -> None:
    assert verdict(criterion, kind) is Verdict.DESCRIBED


@pytest.mark.parametrize("kind", [K.POLICY, K.STANCE, K.PLAN, K.OTHER_ACTOR, K.PAST_PERIOD, K.INCIDENT])
def test_weak_evidence_alone_is_unclear_for_that_reason(kind: K) -> None:
    judgement = judge(C.PREVENT_VIOLATIONS, [Piece(kind)])

    assert (judgement.verdict, judgement.why.code) == (Verdict.UNCLEAR, str(kind))


@pytest.mark.parametrize("kinds", [(), (K.OFF_TOPIC,), (K.NEGATED,), (K.NEGATED, K.OFF_TOPIC)])
def test_nothing_or_only_a_denial_is_missing(kinds: tuple[K, ...]) -> None:
    assert verdict(C.PREVENT_DISCRIMINATION, *kinds) is Verdict.MISSING


@pytest.mark.parametrize("kinds", [(K.POLICY,), (K.STANCE,), (K.NEGATED, K.PAST_PERIOD)])
def test_no_act_in_the_period_is_seen_in_values_papers_or_what_was_said_undone(kinds: tuple[K, ...]) -> None:
    assert verdict(C.ACTIVE_IN_PERIOD, *kinds) is Verdict.MISSING


def test_a_standing_routine_alone_leaves_the_period_unclear() -> None:
    assert verdict(C.ACTIVE_IN_PERIOD, K.ROUTINE) is Verdict.UNCLEAR


def test_a_handled_case_is_an_act_in_the_period_but_no_standing_routine() -> None:
    assert verdict(C.ACTIVE_IN_PERIOD, K.INCIDENT) is Verdict.DESCRIBED
    assert verdict(C.INCIDENT_ROUTINE, K.INCIDENT) is Verdict.UNCLEAR


def test_a_routine_that_is_denied_elsewhere_contradicts_itself() -> None:
    judgement = judge(C.CONTINUITY, [Piece(K.ROUTINE), Piece(K.NEGATED)])

    assert (judgement.verdict, judgement.why.code) == (Verdict.UNCLEAR, "contradiction")


def test_what_the_readers_disagree_on_is_unclear_and_says_so() -> None:
    judgement = judge(C.PREVENT_VIOLATIONS, [Piece(K.ACTION, sure=False)])

    assert (judgement.verdict, judgement.why.code) == (Verdict.UNCLEAR, "uncertain")


@pytest.mark.parametrize("rival", [K.PLAN, K.OTHER_ACTOR, K.OFF_TOPIC])
def test_the_reason_names_the_other_way_to_read_what_is_uncertain(rival: K) -> None:
    judgement = judge(C.PREVENT_VIOLATIONS, [Piece(K.ACTION, sure=False, rival=rival)])

    assert (judgement.verdict, judgement.why.code) == (Verdict.UNCLEAR, f"uncertain_{rival}")


def test_words_of_another_matter_are_missing_and_the_reason_says_that_they_were_seen() -> None:
    judgement = judge(C.PREVENT_VIOLATIONS, [Piece(K.OFF_TOPIC)])

    assert (judgement.verdict, judgement.why.code) == (Verdict.MISSING, "off_topic")


@given(st.sampled_from(C), PIECES)
def test_an_unread_page_is_never_missing(criterion: C, pieces: list[Piece]) -> None:
    judgement = judge(criterion, pieces, [3, 5])

    assert judgement.verdict is not Verdict.MISSING
    assert judgement.why.code != "unread" or dict(judgement.why.details)["pages"] == "3, 5"


@given(st.sampled_from(C), PIECES)
def test_without_sure_own_work_nothing_is_described(criterion: C, pieces: list[Piece]) -> None:
    own_work = {K.ACTION, K.ROUTINE, K.INCIDENT}
    unproven = [piece for piece in pieces if not (piece.sure and piece.kind in own_work)]

    assert judge(criterion, unproven).verdict is not Verdict.DESCRIBED


@given(st.sampled_from(C), PIECES)
def test_off_topic_sentences_change_nothing(criterion: C, pieces: list[Piece]) -> None:
    assert judge(criterion, [*pieces, Piece(K.OFF_TOPIC)]).verdict is judge(criterion, pieces).verdict


@pytest.mark.parametrize(
    ("answer", "flag"),
    [(Verdict.MISSING, Flag.FLAGGED), (Verdict.UNCLEAR, Flag.REVIEW), (Verdict.DESCRIBED, Flag.CLEAR)],
)
def test_the_flag_follows_the_worst_required_criterion(answer: Verdict, flag: Flag) -> None:
    verdicts = dict.fromkeys(C, Verdict.DESCRIBED) | {C.PREVENT_DISCRIMINATION: answer}

    assert flag_of(karlstad(), Occasion.FOLLOW_UP, verdicts) is flag


def test_an_advisory_criterion_never_flags() -> None:
    verdicts = dict.fromkeys(C, Verdict.DESCRIBED) | {C.RECORD_EXTRACT: Verdict.MISSING}

    assert flag_of(karlstad(), Occasion.APPLICATION, verdicts) is Flag.CLEAR
