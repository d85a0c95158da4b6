"""An officer may overrule the reading, but must say why; and a missing is always explained."""

import pytest

from grantcheck.domain.errors import CriteriaNotAssessed, MotivationRequired
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.review import Judgement, require_all_assessed, require_motivation
from grantcheck.domain.ruleset import CriterionId

J, V = Judgement, Verdict


@pytest.mark.parametrize(
    ("judgement", "reading", "because"),
    [
        (J.DESCRIBED, V.DESCRIBED, None),
        (J.UNCLEAR, V.UNCLEAR, None),
        (J.DESCRIBED, V.MISSING, "differs"),
        (J.UNCLEAR, V.DESCRIBED, "differs"),
        (J.NOT_APPLICABLE, V.MISSING, "differs"),
        (J.MISSING, V.MISSING, "missing"),
        (J.MISSING, V.DESCRIBED, "missing"),
        (J.DESCRIBED, None, None),
        (J.MISSING, None, "missing"),
    ],
)
def test_a_motivation_is_asked_for_where_the_officer_differs_or_says_missing(
    judgement: Judgement, reading: Verdict | None, because: str | None
) -> None:
    require_motivation(judgement, reading, "Sidan 3 visar det.")
    if because is None:
        require_motivation(judgement, reading, "")
        return

    with pytest.raises(MotivationRequired) as refusal:
        require_motivation(judgement, reading, "  \n")
    assert refusal.value.details == {"because": because}


def test_a_review_is_complete_when_every_criterion_is_assessed() -> None:
    require_all_assessed(CriterionId, reversed(list(CriterionId)))


def test_the_criteria_without_a_judgement_are_named_in_their_order() -> None:
    assessed = set(CriterionId) - {CriterionId.RECORD_EXTRACT, CriterionId.CONTINUITY}

    with pytest.raises(CriteriaNotAssessed) as refusal:
        require_all_assessed(CriterionId, assessed)

    assert refusal.value.details == {"criteria": "continuity record_extract"}
