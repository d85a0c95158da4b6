"""Writes of applications."""

from datetime import datetime

from grantcheck.domain.application import ApplicationId, ApplicationState
from grantcheck.domain.grant_round import RoundId
from grantcheck.domain.people import AssociationId, PersonId

from .rows import stored_time
from .store import Store


def insert_draft(store: Store, association: AssociationId, number: RoundId) -> ApplicationId:
    """Insert a draft and return its id."""
    sql = """INSERT INTO application (association_id, round_id, created_at)
        VALUES (:association, :round, :now) RETURNING id"""
    values = {"association": association, "round": number, "now": stored_time(store.now())}
    return ApplicationId(next(store.db.query(sql, values))["id"])


def mark_submitted(store: Store, application: ApplicationId, case_number: str) -> None:
    """Note that the application came in; the case number and the first time stay when it comes in again."""
    sql = """UPDATE application SET state = 'submitted', times_submitted = times_submitted + 1,
            submitted_at = coalesce(submitted_at, :now), case_number = coalesce(case_number, :case_number),
            reviewed_at = NULL
        WHERE id = :application"""
    values = {"application": application, "case_number": case_number, "now": stored_time(store.now())}
    store.db.execute(sql, values)


def next_case_number(store: Store, year: int) -> str:
    """Return the next free case number of the year, `F-2026-118`."""
    sql = """SELECT coalesce(max(CAST(substr(case_number, 8) AS INTEGER)), 0) + 1 AS next
        FROM application WHERE case_number GLOB :year"""
    return f"F-{year}-{next(store.db.query(sql, {'year': f'F-{year}-*'}))['next']}"


def mark_opened(store: Store, application: ApplicationId, officer: PersonId) -> None:
    """Note that an officer has opened the case, and takes it if nobody has."""
    sql = """UPDATE application SET state = :state, officer_id = coalesce(officer_id, :officer), opened_at = :now
        WHERE id = :application"""
    state = ApplicationState.IN_REVIEW.value
    values = {"application": application, "officer": officer, "state": state, "now": stored_time(store.now())}
    store.db.execute(sql, values)


def mark_taken(store: Store, application: ApplicationId, officer: PersonId) -> None:
    """Note which officer has the case."""
    sql = "UPDATE application SET officer_id = :officer WHERE id = :application"
    store.db.execute(sql, {"application": application, "officer": officer})


def mark_reviewed(store: Store, application: ApplicationId, at: datetime | None) -> None:
    """Note when every criterion had been assessed; None opens the review again."""
    sql = "UPDATE application SET reviewed_at = :at WHERE id = :application"
    store.db.execute(sql, {"application": application, "at": at and stored_time(at)})


def mark_refused(store: Store, application: ApplicationId, error: str | None) -> None:
    """Note why the last report was refused; None forgets it."""
    sql = "UPDATE application SET refused = :error WHERE id = :application"
    store.db.execute(sql, {"application": application, "error": error})
