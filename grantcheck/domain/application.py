"""An application (ansökan): one association in one round, and the states it may pass through."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from .errors import WrongState
from .grant_round import RoundId
from .people import AssociationId, PersonId

ApplicationId = NewType("ApplicationId", int)


class ApplicationState(StrEnum):
    """The states of product.md: nothing is received before `submitted`."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    COMPLETION_REQUESTED = "completion_requested"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"


_S = ApplicationState
_MAY_BECOME: Mapping[ApplicationState, frozenset[ApplicationState]] = {
    _S.DRAFT: frozenset({_S.SUBMITTED}),
    _S.SUBMITTED: frozenset({_S.IN_REVIEW, _S.WITHDRAWN}),
    _S.IN_REVIEW: frozenset({_S.COMPLETION_REQUESTED, _S.DECIDED, _S.WITHDRAWN}),
    _S.COMPLETION_REQUESTED: frozenset({_S.SUBMITTED, _S.IN_REVIEW, _S.WITHDRAWN}),
    _S.DECIDED: frozenset({_S.ARCHIVED}),
    _S.WITHDRAWN: frozenset({_S.ARCHIVED}),
    _S.ARCHIVED: frozenset(),
}
CHANGEABLE = frozenset({_S.DRAFT, _S.COMPLETION_REQUESTED})
"""States in which the association may change what it hands in."""


class CaseStatus(StrEnum):
    """What officers read of a case (`gc.case_status.<status>`) and associations (`gc.application_status.<status>`)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    COMPLETED = "completed"
    IN_REVIEW = "in_review"
    REVIEWED = "reviewed"
    COMPLETION_REQUESTED = "completion_requested"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Application:
    """One association in one round. `times_submitted` is 0 for a draft; the case number comes with the first time.

    `officer` is the one who has taken the case; `reviewed_at` is when every criterion had been assessed. Times are UTC.
    `refused` is the code of `gc.error.<code>` when the last report that came in was refused after it had been opened.
    """

    id: ApplicationId
    association: AssociationId
    round: RoundId
    state: ApplicationState
    created_at: datetime
    submitted_at: datetime | None
    times_submitted: int
    case_number: str | None
    refused: str | None
    officer: PersonId | None
    opened_at: datetime | None
    reviewed_at: datetime | None

    @property
    def changeable(self) -> bool:
        """Whether the association may change what it hands in."""
        return self.state in CHANGEABLE

    @property
    def status(self) -> CaseStatus:
        """The state with its visible sub-states: answered completion, and reviewed but not yet decided."""
        if self.state is ApplicationState.SUBMITTED and self.times_submitted > 1:
            return CaseStatus.COMPLETED
        if self.state is ApplicationState.IN_REVIEW and self.reviewed_at:
            return CaseStatus.REVIEWED
        return CaseStatus(self.state.value)


def moved(state: ApplicationState, to: ApplicationState) -> ApplicationState:
    """Return the new state. Raises WrongState when the one may not become the other."""
    if to not in _MAY_BECOME[state]:
        raise WrongState(state=state.value, wanted=to.value)
    return to
