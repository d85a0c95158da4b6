"""An application is begun once, and received once."""

import pytest

from grantcheck.domain.application import ApplicationState
from grantcheck.domain.errors import NotConfirmed, NotFound, ReportMissing, RoundClosed
from grantcheck.domain.grant_round import RoundId
from grantcheck.domain.report import workflow_id
from grantcheck.services import applications
from grantcheck.services.record_check import record_stopped
from grantcheck.storage import Store, audit
from grantcheck.storage.cases import own_case, received_case
from grantcheck.storage.check_runs import Attempt
from tests.installation import Installation, a_draft, a_member, a_round, an_association, hand_in


def test_beginning_twice_gives_the_same_draft(store: Store) -> None:
    a_round(store)
    maud = a_member(store)

    assert a_draft(store, maud) == a_draft(store, maud)
    assert store.db.table("application").count == 1


def test_nobody_begins_for_another_association(store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    other = an_association(store, "Enbergets Scoutkår")

    with pytest.raises(NotFound):
        applications.begin(store, maud, other, RoundId(1))


def test_a_closed_round_takes_no_new_application_but_shows_the_old_one(place: Installation, store: Store) -> None:
    a_round(store)
    maud, isak = a_member(store), a_member(store, "Isak", an_association(store, "Enbergets Scoutkår"))
    draft = a_draft(store, maud)

    place.later(days=30)

    assert a_draft(store, maud) == draft
    with pytest.raises(RoundClosed):
        a_draft(store, isak)


def test_submitting_gives_a_case_number_and_a_second_press_the_same(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    hand_in(place, store, maud, draft)

    first = applications.submit(store, maud, draft, may_represent=True)
    place.later(hours=1)
    second = applications.submit(store, maud, draft, may_represent=True)

    assert first == second
    assert first.application.case_number == "F-2026-1"
    assert first.application.state is ApplicationState.SUBMITTED
    submitted = [item for item in audit.events(store) if item.deed.action == "application_submitted"]
    assert len(submitted) == 1


def test_case_numbers_follow_each_other_within_the_year(place: Installation, store: Store) -> None:
    a_round(store)
    numbers = []
    for count in range(11):
        member = a_member(store, f"Maud{count}", an_association(store, f"Förening {count}"))
        draft = a_draft(store, member)
        hand_in(place, store, member, draft)
        numbers.append(applications.submit(store, member, draft, may_represent=True).application.case_number)

    assert numbers == [f"F-2026-{number}" for number in range(1, 12)]


def test_nothing_is_submitted_without_report_or_confirmation(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)

    with pytest.raises(ReportMissing):
        applications.submit(store, maud, draft, may_represent=True)
    hand_in(place, store, maud, draft)
    with pytest.raises(NotConfirmed):
        applications.submit(store, maud, draft, may_represent=False)

    assert own_case(store, maud.id, draft).application.state is ApplicationState.DRAFT


def test_a_stopped_reading_is_no_reason_not_to_submit(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    report = hand_in(place, store, maud, draft)
    record_stopped(store, Attempt(report, workflow_id(report, 1), "0.1.0"))

    assert applications.submit(store, maud, draft, may_represent=True).application.case_number


def test_officers_never_see_a_draft(place: Installation, store: Store) -> None:
    a_round(store)
    maud = a_member(store)
    draft = a_draft(store, maud)
    hand_in(place, store, maud, draft)

    with pytest.raises(NotFound):
        received_case(store, draft)

    applications.submit(store, maud, draft, may_represent=True)
    assert received_case(store, draft).association.name == "Kvistedals BK"


def test_another_associations_application_is_neither_seen_nor_submitted(place: Installation, store: Store) -> None:
    a_round(store)
    maud, isak = a_member(store), a_member(store, "Isak", an_association(store, "Enbergets Scoutkår"))
    draft = a_draft(store, maud)
    hand_in(place, store, maud, draft)

    with pytest.raises(NotFound):
        own_case(store, isak.id, draft)
    with pytest.raises(NotFound):
        applications.submit(store, isak, draft, may_represent=True)
