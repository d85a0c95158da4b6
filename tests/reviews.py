"""Reviews in a test's installation, from the handed-in report to the completed review."""

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.application import ApplicationId
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.people import User
from grantcheck.domain.review import NOT_ASSESSED, Judgement
from grantcheck.domain.ruleset import CriterionId
from grantcheck.services import applications, review
from grantcheck.services.review import NewAssessment
from grantcheck.storage import Store
from grantcheck.storage.assessments import assessments
from grantcheck.work.inline_queue import InlineQueue
from tests import factories
from tests.installation import Installation, a_draft, a_member, an_association, checking, hand_in

VIOLATIONS = CriterionId.PREVENT_VIOLATIONS


def under_review(
    place: Installation, store: Store, officer: User, number: int = 1, *, reading: Verdict | None = Verdict.MISSING
) -> ApplicationId:
    """Return an opened case whose report was read with the verdict on violations; None where nobody read it."""
    member = a_member(store, f"Maud{number}", an_association(store, f"Förening {number}"))
    case = a_draft(store, member)
    report = hand_in(place, store, member, case)
    if reading:
        InlineQueue(checking(place, answer=lambda _: _found(reading))).enqueue(report, 1)
    applications.submit(store, member, case, may_represent=True)
    review.open_case(store, officer, case)
    return case


def _found(verdict: Verdict) -> Analysis:
    return factories.analysis(factories.finding(VIOLATIONS, verdict))


def assess(
    store: Store, officer: User, case: ApplicationId, judgement: Judgement, criterion: CriterionId = VIOLATIONS
) -> None:
    standing = assessments(store, case).get(criterion)
    seen = standing.id if standing else NOT_ASSESSED
    review.assess(store, officer, case, NewAssessment(criterion, judgement, "Enligt sidan 3.", seen))


def finish(store: Store, officer: User, case: ApplicationId, judgement: Judgement) -> None:
    """Judge violations, and everything else as the reading did, and complete."""
    for criterion in CriterionId:
        assess(store, officer, case, judgement if criterion is VIOLATIONS else Judgement.MISSING, criterion)
    review.complete(store, officer, case)
