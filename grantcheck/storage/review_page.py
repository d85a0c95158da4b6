"""What the officer's review page shows."""

from dataclasses import dataclass

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.audit import AuditEvent
from grantcheck.domain.review import Assessment
from grantcheck.domain.ruleset import CriterionId

from .assessments import assessment_history
from .audit import events_of
from .cases import Case, received_case
from .check_runs import CheckRun, latest_run
from .store import Store


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Page H3. `assessments` are those that stand, `history` all of them; `run` is None where there is no reading."""

    case: Case
    run: CheckRun | None
    assessments: dict[CriterionId, Assessment]
    history: tuple[Assessment, ...]
    events: tuple[AuditEvent, ...]


def review_page(store: Store, application: ApplicationId) -> ReviewPage:
    """Return page H3. Raises NotFound, also for a draft: officers never see one."""
    case = received_case(store, application)
    run = latest_run(store, case.report.id) if case.report else None
    history = assessment_history(store, application)
    standing = {item.criterion: item for item in history}
    return ReviewPage(case, run, standing, history, events_of(store, "application", application))
