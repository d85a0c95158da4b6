"""The officer's judgements stand beside the reading, in the open, and never on top of a colleague's."""

import pytest

from grantcheck.domain.application import ApplicationId, ApplicationState, CaseStatus
from grantcheck.domain.errors import ColleagueSaved, CriteriaNotAssessed, MotivationRequired, NotFound, WrongState
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.people import User
from grantcheck.domain.review import NOT_ASSESSED, AssessmentId, Judgement
from grantcheck.domain.ruleset import CriterionId
from grantcheck.services import applications, review
from grantcheck.services.review import NewAssessment
from grantcheck.storage import Store
from grantcheck.storage.association_pages import reading_page
from grantcheck.storage.cases import received_case
from grantcheck.storage.review_page import review_page
from grantcheck.work.inline_queue import InlineQueue
from tests.installation import Installation, a_draft, a_member, a_round, an_officer, checking, hand_in

VIOLATIONS = CriterionId.PREVENT_VIOLATIONS


def submitted(place: Installation, store: Store, *, read: bool = True) -> tuple[ApplicationId, User]:
    """Return a submitted application, where the reading found every criterion missing, and its association's person."""
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    report = hand_in(place, store, maud, draft)
    if read:
        InlineQueue(checking(place)).enqueue(report, 1)
    applications.submit(store, maud, draft, may_represent=True)
    return draft, maud


def judged(
    judgement: Judgement = Judgement.DESCRIBED,
    motivation: str = "Det står på sidan 3.",
    *,
    criterion: CriterionId = VIOLATIONS,
    seen: AssessmentId = NOT_ASSESSED,
) -> NewAssessment:
    return NewAssessment(criterion, judgement, motivation, seen)


def assess_all(store: Store, officer: User, case: ApplicationId) -> None:
    for criterion in CriterionId:
        review.assess(store, officer, case, judged(criterion=criterion))


def test_opening_a_case_takes_it_once(place: Installation, store: Store) -> None:
    case, _ = submitted(place, store)
    hamid, eva = an_officer(store), an_officer(store, "Eva")

    review.open_case(store, hamid, case)
    review.open_case(store, eva, case)

    opened = received_case(store, case)
    assert opened.application.state is ApplicationState.IN_REVIEW
    assert opened.officer_name == "Hamid"


def test_a_colleague_may_take_the_case_over(place: Installation, store: Store) -> None:
    case, _ = submitted(place, store)
    hamid, eva = an_officer(store), an_officer(store, "Eva")
    review.open_case(store, hamid, case)

    review.take_over(store, eva, case)

    assert received_case(store, case).officer_name == "Eva"


def test_an_overruled_verdict_is_kept_beside_the_reading(place: Installation, store: Store) -> None:
    case, _ = submitted(place, store)
    hamid = an_officer(store)
    review.open_case(store, hamid, case)

    review.assess(store, hamid, case, judged())

    page = review_page(store, case)
    standing = page.assessments[VIOLATIONS]
    assert (standing.judgement, standing.motivation) == (Judgement.DESCRIBED, "Det står på sidan 3.")
    assert standing.reading is Verdict.MISSING
    assert page.run is not None
    assert page.run.analysis.findings[0].verdict is Verdict.MISSING
    assert page.events[-1].deed.details == {
        "criterion": "prevent_violations",
        "judgement": "described",
        "before": "",
        "reading": "missing",
    }


def test_overruling_without_a_motivation_stores_nothing(place: Installation, store: Store) -> None:
    case, _ = submitted(place, store)
    hamid = an_officer(store)
    review.open_case(store, hamid, case)
    events = store.db.table("audit_event").count

    with pytest.raises(MotivationRequired):
        review.assess(store, hamid, case, judged(motivation=" "))

    assert review_page(store, case).assessments == {}
    assert store.db.table("audit_event").count == events


def test_a_second_thought_replaces_the_first_but_erases_nothing(place: Installation, store: Store) -> None:
    case, _ = submitted(place, store)
    hamid = an_officer(store)
    review.open_case(store, hamid, case)
    first = review.assess(store, hamid, case, judged())

    review.assess(store, hamid, case, judged(Judgement.UNCLEAR, "Vid närmare läsning oklart.", seen=first))

    page = review_page(store, case)
    assert page.assessments[VIOLATIONS].judgement is Judgement.UNCLEAR
    assert [item.judgement for item in page.history] == [Judgement.DESCRIBED, Judgement.UNCLEAR]


def test_a_page_older_than_a_colleagues_assessment_is_told_whose_it_is(place: Installation, store: Store) -> None:
    case, _ = submitted(place, store)
    hamid, eva = an_officer(store), an_officer(store, "Eva")
    review.open_case(store, hamid, case)
    review.assess(store, eva, case, judged())

    with pytest.raises(ColleagueSaved) as conflict:
        review.assess(store, hamid, case, judged(Judgement.UNCLEAR))

    assert conflict.value.details["name"] == "Eva"
    assert review_page(store, case).assessments[VIOLATIONS].officer_name == "Eva"


def test_two_officers_may_assess_different_criteria_at_the_same_time(place: Installation, store: Store) -> None:
    case, _ = submitted(place, store)
    hamid, eva = an_officer(store), an_officer(store, "Eva")
    review.open_case(store, hamid, case)

    review.assess(store, eva, case, judged())
    review.assess(store, hamid, case, judged(criterion=CriterionId.CONTINUITY))

    assert len(review_page(store, case).assessments) == 2


def test_a_review_is_completed_when_all_is_assessed_and_can_be_opened_again(place: Installation, store: Store) -> None:
    case, _ = submitted(place, store)
    hamid = an_officer(store)
    review.open_case(store, hamid, case)
    review.assess(store, hamid, case, judged())

    with pytest.raises(CriteriaNotAssessed):
        review.complete(store, hamid, case)
    for criterion in set(CriterionId) - {VIOLATIONS}:
        review.assess(store, hamid, case, judged(criterion=criterion))
    review.complete(store, hamid, case)

    assert received_case(store, case).application.status is CaseStatus.REVIEWED
    with pytest.raises(WrongState):
        review.assess(store, hamid, case, judged())
    review.reopen(store, hamid, case)
    assert received_case(store, case).application.status is CaseStatus.IN_REVIEW


def test_the_association_sees_the_assessments_when_the_review_is_complete(place: Installation, store: Store) -> None:
    case, maud = submitted(place, store)
    hamid = an_officer(store)
    review.open_case(store, hamid, case)
    assess_all(store, hamid, case)

    assert reading_page(store, maud.id, case).assessments == {}
    review.complete(store, hamid, case)

    assert set(reading_page(store, maud.id, case).assessments) == set(CriterionId)


def test_a_report_that_nobody_could_read_is_assessed_by_the_rounds_rule_set(place: Installation, store: Store) -> None:
    case, _ = submitted(place, store, read=False)
    hamid = an_officer(store)
    review.open_case(store, hamid, case)

    review.assess(store, hamid, case, judged(motivation=""))

    assert review.asked(store, received_case(store, case)) == tuple(CriterionId)
    assert review_page(store, case).assessments[VIOLATIONS].reading is None


def test_nothing_is_assessed_before_it_is_opened_nor_opened_before_it_is_there(
    place: Installation, store: Store
) -> None:
    case, _ = submitted(place, store)
    hamid = an_officer(store)

    with pytest.raises(WrongState):
        review.assess(store, hamid, case, judged())
    with pytest.raises(NotFound):
        review.open_case(store, hamid, ApplicationId(case + 1))
