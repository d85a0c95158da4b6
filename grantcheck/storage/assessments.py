"""Rows of officers' assessments: a later one of the same criterion stands, the earlier ones stay."""

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.people import PersonId
from grantcheck.domain.review import Assessment, AssessmentId, Judgement
from grantcheck.domain.ruleset import CriterionId

from .check_runs import CheckRunId
from .rows import all_rows, stored_time
from .store import Store

_ASSESSMENT = """
SELECT assessment.id, criterion, judgement, motivation, reading, officer_id AS officer, person.name AS officer_name, at
FROM assessment JOIN person ON person.id = officer_id
WHERE application_id = :application
"""


def assessments(store: Store, application: ApplicationId) -> dict[CriterionId, Assessment]:
    """Return the assessment that stands for each assessed criterion."""
    return {item.criterion: item for item in assessment_history(store, application)}


def assessment_history(store: Store, application: ApplicationId) -> tuple[Assessment, ...]:
    """Return every assessment of the case, the first one first."""
    return all_rows(store.db, Assessment, _ASSESSMENT + " ORDER BY assessment.id", application=application)


def insert_assessment(
    store: Store,
    application: ApplicationId,
    criterion: CriterionId,
    *,
    judgement: Judgement,
    motivation: str,
    run: CheckRunId | None,
    reading: Verdict | None,
    officer: PersonId,
) -> AssessmentId:
    """Insert an assessment that stands from now on, and return its id."""
    sql = """INSERT INTO assessment (application_id, criterion, judgement, motivation, check_run_id, reading,
            officer_id, at)
        VALUES (:application, :criterion, :judgement, :motivation, :run, :reading, :officer, :now) RETURNING id"""
    values = {
        "application": application,
        "criterion": criterion.value,
        "judgement": judgement.value,
        "motivation": motivation,
        "run": run,
        "reading": reading and reading.value,
        "officer": officer,
        "now": stored_time(store.now()),
    }
    return AssessmentId(next(store.db.query(sql, values))["id"])
