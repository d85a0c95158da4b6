"""The officer's review: open a case, assess each criterion, complete."""

from dataclasses import dataclass

from grantcheck.domain.application import Application, ApplicationId, ApplicationState, moved
from grantcheck.domain.audit import Actor, Deed
from grantcheck.domain.errors import ColleagueSaved, NotFound, WrongState
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.people import User
from grantcheck.domain.review import (
    NOT_ASSESSED,
    Assessment,
    AssessmentId,
    Judgement,
    require_all_assessed,
    require_motivation,
)
from grantcheck.domain.ruleset import CriterionId, RuleSet
from grantcheck.rulesets import load_rule_set
from grantcheck.storage import Store, applications, audit
from grantcheck.storage.assessments import assessments, insert_assessment
from grantcheck.storage.cases import Case, received_case
from grantcheck.storage.check_runs import CheckRun, latest_run


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """What an officer says of one criterion; `seen` is the assessment that the page showed, NOT_ASSESSED for none."""

    criterion: CriterionId
    judgement: Judgement
    motivation: str
    seen: AssessmentId


def open_case(store: Store, user: User, application: ApplicationId) -> None:
    """Open a submitted case: it is in review from now on, and the officer's if nobody's. Raises NotFound."""
    with store.immediate():
        case = received_case(store, application).application
        if case.state is not ApplicationState.SUBMITTED:
            return
        moved(case.state, ApplicationState.IN_REVIEW)
        applications.mark_opened(store, application, user.id)
        audit.log(store, Actor.of(user.id), Deed("case_opened", "application", application))


def take_over(store: Store, user: User, application: ApplicationId) -> None:
    """Take the case, from a colleague if one has it. Raises NotFound."""
    with store.immediate():
        case = received_case(store, application).application
        if case.officer == user.id:
            return
        applications.mark_taken(store, application, user.id)
        audit.log(
            store, Actor.of(user.id), Deed("case_taken", "application", application, {"before": case.officer or 0})
        )


def assess(store: Store, user: User, application: ApplicationId, new: NewAssessment) -> AssessmentId:
    """Keep the officer's judgement of one criterion beside the reading, and return its id.

    Raises NotFound, WrongState outside a review, ColleagueSaved when someone saved after the page was made, and
    MotivationRequired.
    """
    with store.immediate():
        case = received_case(store, application)
        _require_open_review(case.application)
        standing = assessments(store, application).get(new.criterion)
        _require_seen(standing, new.seen)
        run = _run(store, case)
        reading = _verdict(run, new.criterion)
        require_motivation(new.judgement, reading, new.motivation)
        made = insert_assessment(
            store,
            application,
            new.criterion,
            judgement=new.judgement,
            motivation=new.motivation.strip(),
            run=run.id if run else None,
            reading=reading,
            officer=user.id,
        )
        audit.log(store, Actor.of(user.id), _assessed(application, new, standing, reading))
    return made


def complete(store: Store, user: User, application: ApplicationId) -> None:
    """Complete the review once every criterion is assessed. Raises NotFound, WrongState, CriteriaNotAssessed."""
    with store.immediate():
        case = received_case(store, application)
        if case.application.reviewed_at:
            return
        _require_open_review(case.application)
        require_all_assessed(asked(store, case), assessments(store, application))
        applications.mark_reviewed(store, application, store.now())
        audit.log(store, Actor.of(user.id), Deed("review_completed", "application", application))


def reopen(store: Store, user: User, application: ApplicationId) -> None:
    """Open a completed review again, so that it can be corrected. Raises NotFound, WrongState."""
    with store.immediate():
        case = received_case(store, application).application
        if case.state is not ApplicationState.IN_REVIEW:
            raise WrongState(state=case.state.value, wanted=ApplicationState.IN_REVIEW.value)
        applications.mark_reviewed(store, application, None)
        audit.log(store, Actor.of(user.id), Deed("review_reopened", "application", application))


def asked(store: Store, case: Case) -> tuple[CriterionId, ...]:
    """Return the criteria to be assessed: those of the reading's rule set, or of the round's where it was not read."""
    return tuple(item.id for item in rule_set_of(case, _run(store, case)).criteria)


def rule_set_of(case: Case, run: CheckRun | None) -> RuleSet:
    """Return the rule set as it was worded at the reading, or the round's where there is no reading."""
    return run.rule_set if run else load_rule_set(case.round.ruleset)


def _require_open_review(application: Application) -> None:
    if application.state is not ApplicationState.IN_REVIEW or application.reviewed_at:
        raise WrongState(state=application.status.value, wanted=ApplicationState.IN_REVIEW.value)


def _require_seen(standing: Assessment | None, seen: AssessmentId) -> None:
    if standing and standing.id != seen:
        raise ColleagueSaved(name=standing.officer_name, at=standing.at.isoformat())
    if standing is None and seen != NOT_ASSESSED:
        raise NotFound


def _run(store: Store, case: Case) -> CheckRun | None:
    return latest_run(store, case.report.id) if case.report else None


def _verdict(run: CheckRun | None, criterion: CriterionId) -> Verdict | None:
    findings = run.analysis.findings if run else ()
    return next((item.verdict for item in findings if item.criterion is criterion), None)


def _assessed(
    application: ApplicationId, new: NewAssessment, standing: Assessment | None, reading: Verdict | None
) -> Deed:
    return Deed(
        "criterion_assessed",
        "application",
        application,
        {
            "criterion": new.criterion.value,
            "judgement": new.judgement.value,
            "before": standing.judgement.value if standing else "",
            "reading": reading.value if reading else "",
        },
    )
