"""What the association's pages show, each read in one or two queries."""

from dataclasses import dataclass

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.grant_round import GrantRound, RoundId
from grantcheck.domain.people import Association, AssociationId, PersonId
from grantcheck.domain.review import Assessment
from grantcheck.domain.ruleset import CriterionId

from .assessments import assessments
from .cases import Case, case_in_round, cases_of, own_case
from .check_runs import CheckRun, latest_run
from .people import own_association
from .rounds import find_round, rounds_not_over
from .store import Store


@dataclass(frozen=True, slots=True)
class AssociationStart:
    """Page F1. `open_rounds` take applications now and have none yet; `next_round` is the next to open."""

    association: Association
    cases: tuple[Case, ...]
    open_rounds: tuple[GrantRound, ...]
    next_round: GrantRound | None


@dataclass(frozen=True, slots=True)
class RoundPage:
    """Page F2. `case` is the association's own, None before it has begun."""

    association: Association
    round: GrantRound
    case: Case | None


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Pages F5 and F6: `run` is None until the report has been read; the case has the progress and the error.

    `assessments` are those of a completed review, otherwise empty: the association does not see unfinished ones.
    """

    case: Case
    run: CheckRun | None
    assessments: dict[CriterionId, Assessment]


def association_start(store: Store, person: PersonId, association: AssociationId) -> AssociationStart:
    """Return page F1. Raises NotFound for an association that the person may not act for."""
    own = own_association(store, person, association)
    now = store.now()
    cases = cases_of(store, association)
    begun = {case.round.id for case in cases}
    coming = rounds_not_over(store, now)
    later = sorted((item for item in coming if item.opens_at > now), key=lambda item: item.opens_at)
    open_rounds = tuple(item for item in coming if item.takes_applications(now) and item.id not in begun)
    return AssociationStart(own, cases, open_rounds, next(iter(later), None))


def round_page(store: Store, person: PersonId, association: AssociationId, number: RoundId) -> RoundPage:
    """Return page F2. Raises NotFound."""
    own = own_association(store, person, association)
    return RoundPage(own, find_round(store, number), case_in_round(store, association, number))


def reading_page(store: Store, person: PersonId, application: ApplicationId) -> ReadingPage:
    """Return pages F5 and F6. Raises NotFound."""
    case = own_case(store, person, application)
    run = latest_run(store, case.report.id) if case.report else None
    done = case.application.reviewed_at is not None
    return ReadingPage(case, run, assessments(store, application) if done else {})
