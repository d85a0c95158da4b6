"""Begin an application, and submit it."""

from grantcheck.domain.application import ApplicationId, ApplicationState, moved
from grantcheck.domain.audit import Actor, Deed
from grantcheck.domain.errors import NotConfirmed, ReportMissing, RoundClosed
from grantcheck.domain.grant_round import GrantRound, RoundId
from grantcheck.domain.people import AssociationId, User
from grantcheck.storage import Store, applications, audit, people, rounds
from grantcheck.storage.cases import Case, case_in_round, own_case


def begin(store: Store, user: User, association: AssociationId, number: RoundId) -> ApplicationId:
    """Return the association's application in the round, begun now if it has none.

    Raises NotFound for another's association or an unknown round, RoundClosed when the round takes none.
    """
    people.own_association(store, user.id, association)
    grant_round = rounds.find_round(store, number)
    with store.immediate():
        begun = case_in_round(store, association, number)
        if begun:
            return begun.application.id
        _require_open(store, grant_round)
        application = applications.insert_draft(store, association, number)
        audit.log(store, Actor.of(user.id), Deed("application_begun", "application", application))
    return application


def submit(store: Store, user: User, application: ApplicationId, *, may_represent: bool) -> Case:
    """Submit the application and return it with its case number; a second press gives the same case.

    It may be submitted while its report is being read, and when the report could not be read: an officer reads it
    then, and it is never a disadvantage. Raises NotFound, ReportMissing, NotConfirmed, RoundClosed.
    """
    with store.immediate():
        case = own_case(store, user.id, application)
        if not case.application.changeable:
            return case
        _require_ready(store, case, may_represent=may_represent)
        moved(case.application.state, ApplicationState.SUBMITTED)
        applications.mark_submitted(store, application, applications.next_case_number(store, store.now().year))
        audit.log(store, Actor.of(user.id), _submitted(case))
        return own_case(store, user.id, application)


def _require_ready(store: Store, case: Case, *, may_represent: bool) -> None:
    if case.report is None:
        raise ReportMissing
    if not may_represent:
        raise NotConfirmed
    if case.application.state is ApplicationState.DRAFT:
        _require_open(store, case.round)


def _submitted(case: Case) -> Deed:
    report = case.report.id if case.report else 0
    return Deed("application_submitted", "application", case.application.id, {"report": report})


def _require_open(store: Store, grant_round: GrantRound) -> None:
    if not grant_round.takes_applications(store.now()):
        raise RoundClosed(state=grant_round.state(store.now()).value)
