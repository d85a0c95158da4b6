"""Reads a case whole: application, association, round, current report and progress, as one side may see it."""

from dataclasses import dataclass

from grantcheck.domain.application import Application, ApplicationId
from grantcheck.domain.grant_round import GrantRound, RoundId
from grantcheck.domain.people import Association, AssociationId, PersonId
from grantcheck.domain.report import Progress, Report

from .rows import all_rows, maybe_row, one_row
from .store import Store

_CASE = """
SELECT application.id AS application__id, application.association_id AS application__association,
    application.round_id AS application__round, application.state AS application__state,
    application.created_at AS application__created_at, application.submitted_at AS application__submitted_at,
    application.times_submitted AS application__times_submitted, application.case_number AS application__case_number,
    application.refused AS application__refused,
    application.officer_id AS application__officer, application.opened_at AS application__opened_at,
    application.reviewed_at AS application__reviewed_at,
    association.id AS association__id, association.name AS association__name, association.kind AS association__kind,
    association.organisation_number AS association__organisation_number,
    grant_round.id AS round__id, name_sv AS round__name__sv, name_en AS round__name__en,
    who_may_apply_sv AS round__who_may_apply__sv, who_may_apply_en AS round__who_may_apply__en,
    late_rule_sv AS round__late_rule__sv, late_rule_en AS round__late_rule__en, opens_at AS round__opens_at,
    closes_at AS round__closes_at, late_until AS round__late_until, decision_by AS round__decision_by,
    period_start AS round__period_start, period_end AS round__period_end, ruleset AS round__ruleset,
    occasion AS round__occasion, draft_days AS round__draft_days,
    report.id AS report__id, report.application_id AS report__application, report.sha256 AS report__sha256,
    report.filename AS report__filename, report.media_type AS report__media_type, report.size AS report__size,
    report.uploaded_at AS report__uploaded_at, report.state AS report__state, report.reading AS report__reading,
    report.error AS report__error, report.error_details AS report__error_details__json,
    reading_progress.step AS progress__step, reading_progress.pages_read AS progress__pages_read,
    reading_progress.pages AS progress__pages, officer.name AS officer_name
FROM application
JOIN association ON association.id = application.association_id
JOIN grant_round ON grant_round.id = application.round_id
LEFT JOIN report ON report.application_id = application.id AND report.current = 1
LEFT JOIN reading_progress ON reading_progress.report_id = report.id
LEFT JOIN person AS officer ON officer.id = application.officer_id
"""
_MEMBER = """
JOIN membership ON membership.association_id = application.association_id AND membership.person_id = :person
"""


@dataclass(frozen=True, slots=True)
class Case:
    """All that the pages of one application stand on. `progress` is that of the current report's latest reading."""

    application: Application
    association: Association
    round: GrantRound
    report: Report | None
    progress: Progress | None
    officer_name: str | None


def own_case(store: Store, person: PersonId, application: ApplicationId) -> Case:
    """Return the case if it belongs to an association that the person may act for. Raises NotFound."""
    sql = _CASE + _MEMBER + " WHERE application.id = :application"
    return one_row(store.db, Case, sql, application=application, person=person)


def received_case(store: Store, application: ApplicationId) -> Case:
    """Return the case if it has been received; officers never see a draft. Raises NotFound."""
    sql = _CASE + " WHERE application.id = :application AND application.submitted_at IS NOT NULL"
    return one_row(store.db, Case, sql, application=application)


def case_in_round(store: Store, association: AssociationId, number: RoundId) -> Case | None:
    """Return the association's case in the round, None where it has not begun one."""
    sql = _CASE + " WHERE application.association_id = :association AND application.round_id = :round"
    return maybe_row(store.db, Case, sql, association=association, round=number)


def cases_of(store: Store, association: AssociationId) -> tuple[Case, ...]:
    """Return the association's cases, the latest round first."""
    sql = _CASE + " WHERE application.association_id = :association ORDER BY grant_round.closes_at DESC, application.id"
    return all_rows(store.db, Case, sql, association=association)


def earlier_cases(store: Store, case: Case) -> tuple[Case, ...]:
    """Return the association's cases on earlier periods with a report that was submitted and read, the latest first."""
    sql = f"""{_CASE} WHERE application.association_id = :association AND grant_round.period_start < :start
        AND application.submitted_at IS NOT NULL AND report.state = 'read'
        ORDER BY grant_round.period_start DESC, grant_round.closes_at DESC"""
    start = case.round.period_start.isoformat()
    return all_rows(store.db, Case, sql, association=case.association.id, start=start)


def case_of_report(store: Store, report: int) -> Case | None:
    """Return the case whose current report it is, None where the report was removed or replaced."""
    return maybe_row(store.db, Case, _CASE + " WHERE report.id = :report", report=report)
