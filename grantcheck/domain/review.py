"""The officer's review (granskning): judgements beside the reading, with motivation where they differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from .errors import CriteriaNotAssessed, MotivationRequired
from .evidence import Verdict
from .people import PersonId
from .ruleset import CriterionId

AssessmentId = NewType("AssessmentId", int)
NOT_ASSESSED = AssessmentId(0)
"""What a page has seen of a criterion that nobody has assessed."""


class Judgement(StrEnum):
    """What an officer may say of one criterion."""

    DESCRIBED = "described"
    UNCLEAR = "unclear"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One judgement by one officer; a later one of the same criterion replaces it but never erases it.

    `reading` is the verdict that the officer saw beside it, None where the report could not be read.
    """

    id: AssessmentId
    criterion: CriterionId
    judgement: Judgement
    motivation: str
    reading: Verdict | None
    officer: PersonId
    officer_name: str
    at: datetime


def require_motivation(judgement: Judgement, reading: Verdict | None, motivation: str) -> None:
    """Raise MotivationRequired when it is empty though the judgement differs from the reading or says missing.

    Decision support under förvaltningslagen: reasons are written down, and what is missing is told.
    """
    if motivation.strip():
        return
    if judgement is Judgement.MISSING:
        raise MotivationRequired(because="missing")
    if reading is not None and judgement.value != reading.value:
        raise MotivationRequired(because="differs")


def require_all_assessed(asked: Iterable[CriterionId], assessed: Iterable[CriterionId]) -> None:
    """Raise CriteriaNotAssessed naming, in the order asked, the criteria without a judgement."""
    done = set(assessed)
    open_ones = [item.value for item in asked if item not in done]
    if open_ones:
        raise CriteriaNotAssessed(criteria=" ".join(open_ones))
