"""The officer's queue: flagged first, every view an address, every count what choosing it gives."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grantcheck.domain.application import ApplicationId, CaseStatus
from grantcheck.domain.errors import SearchTooShort
from grantcheck.domain.evidence import Flag, Verdict
from grantcheck.domain.people import AssociationKind
from grantcheck.domain.queue_query import QueueOrder, QueueQuery
from grantcheck.domain.ruleset import CriterionId
from grantcheck.services import applications, review
from grantcheck.storage import Store
from grantcheck.storage.cases import received_case
from grantcheck.storage.officer_queue import Neighbours, QueuePage, neighbours, officer_queue
from grantcheck.work.inline_queue import InlineQueue
from tests import factories
from tests.installation import Installation, a_draft, a_member, a_round, an_association, an_officer, checking, hand_in


@dataclass(frozen=True)
class Sample:
    """One case to put in the queue; no flag means that its report has not been read."""

    name: str
    flag: Flag | None = Flag.CLEAR
    kind: AssociationKind = AssociationKind.SPORT
    text: str = "Alla ledare gick igenom kamratreglerna."
    verdict: Verdict = Verdict.DESCRIBED
    number: str | None = None


def add(place: Installation, store: Store, sample: Sample) -> ApplicationId:
    """Submit an application with the sample's reading, an hour after the one before."""
    place.later(hours=1)
    member = a_member(
        store, f"Person{place.now.timestamp()}", an_association(store, sample.name, sample.kind, sample.number)
    )
    draft = a_draft(store, member)
    report = hand_in(place, store, member, draft, sample.text.encode())
    if sample.flag:
        found = factories.analysis(factories.finding(CriterionId.PREVENT_VIOLATIONS, sample.verdict), flag=sample.flag)
        InlineQueue(checking(place, answer=lambda question: found)).enqueue(report, 1)
    return applications.submit(store, member, draft, may_represent=True).application.id


def add_all(place: Installation, store: Store, samples: Sequence[Sample]) -> list[ApplicationId]:
    a_round(store)
    return [add(place, store, sample) for sample in samples]


def names(page: QueuePage) -> list[str]:
    return [row.association for row in page.rows]


MIXED = (
    Sample("Åkersberga BK", Flag.CLEAR, number="899900-0014"),
    Sample("Bro Schack", Flag.FLAGGED, AssociationKind.OTHER, verdict=Verdict.MISSING),
    Sample("Ängskören", Flag.REVIEW, AssociationKind.CULTURE, "Vi sjöng på Fröken Åströms vägnar.", Verdict.UNCLEAR),
    Sample("Älvens Scoutkår", None, AssociationKind.OUTDOOR),
    Sample("Östra Seniorer", Flag.FLAGGED, AssociationKind.SENIORS),
)


def test_flagged_come_first_then_what_is_unclear_or_unread_then_the_rest(place: Installation, store: Store) -> None:
    add_all(place, store, MIXED)

    page = officer_queue(store, QueueQuery())

    assert names(page) == ["Bro Schack", "Östra Seniorer", "Ängskören", "Älvens Scoutkår", "Åkersberga BK"]
    assert (page.matching, page.total) == (5, 5)
    assert page.rows[3].flag is None


def test_a_row_tells_all_that_the_list_shows(place: Installation, store: Store) -> None:
    add_all(place, store, MIXED[:1])

    row = officer_queue(store, QueueQuery()).rows[0]

    assert (row.case_number, row.status, row.officer, row.days_late) == ("F-2026-1", CaseStatus.SUBMITTED, None, 0)
    assert (row.kind, row.flag, row.concrete_examples) == (AssociationKind.SPORT, Flag.CLEAR, 1)
    assert [mark.criterion for mark in row.marks] == list(CriterionId)
    assert [mark.reading for mark in row.marks] == ["described", *["missing"] * 6]


def test_drafts_are_neither_listed_nor_counted(place: Installation, store: Store) -> None:
    a_round(store)
    member = a_member(store)
    hand_in(place, store, member, a_draft(store, member))

    page = officer_queue(store, QueueQuery())

    assert (page.rows, page.facets, page.total) == ((), (), 0)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"flag": ("flagged",)}, ["Bro Schack", "Östra Seniorer"]),
        ({"flag": ("flagged", "review")}, ["Bro Schack", "Östra Seniorer", "Ängskören"]),
        ({"flag": ("none",)}, ["Älvens Scoutkår"]),
        ({"flag": ("flagged",), "kind": ("other",)}, ["Bro Schack"]),
        ({"prevent_violations": ("unclear",)}, ["Ängskören"]),
        ({"prevent_violations": ("missing",), "continuity": ("missing",)}, ["Bro Schack"]),
        ({"officer": ("0",), "flag": ("clear",)}, ["Åkersberga BK"]),
        ({"status": ("decided",)}, []),
        ({"unread": ("yes",)}, []),
        ({"no such facet": ("x",)}, []),
    ],
)
def test_choices_widen_inside_a_facet_and_narrow_between_facets(
    place: Installation, store: Store, chosen: dict[str, tuple[str, ...]], expected: list[str]
) -> None:
    add_all(place, store, MIXED)

    page = officer_queue(store, QueueQuery(chosen=chosen))

    assert names(page) == expected
    assert page.matching == len(expected)


FACETS = st.dictionaries(
    st.sampled_from(["flag", "kind", "status", "prevent_violations", "continuity"]),
    st.lists(
        st.sampled_from(["flagged", "review", "clear", "sport", "culture", "submitted", "missing", "unclear"]),
        min_size=1,
        max_size=3,
        unique=True,
    ).map(tuple),
    max_size=3,
)


@settings(max_examples=40)
@given(chosen=FACETS)
def test_a_facets_count_is_what_choosing_it_alone_gives(
    full_queue: tuple[Installation, Store], chosen: dict[str, tuple[str, ...]]
) -> None:
    _, store = full_queue

    page = officer_queue(store, QueueQuery(chosen=chosen))

    for value in page.facets:
        alone = QueueQuery(chosen={**chosen, value.facet: (value.value,)})
        assert officer_queue(store, alone).matching == value.count, value


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("ängsk", ["Ängskören"]),
        ("ÄNGSK", ["Ängskören"]),
        ("angsk", []),
        ("F-2026-2", ["Bro Schack"]),
        ("899900-0014", ["Åkersberga BK"]),
        ("8999000014", ["Åkersberga BK"]),
        ("åström", ["Ängskören"]),
        ("sjöng åströms", ["Ängskören"]),
        ('sjöng" OR (', []),
        ("100 %", []),
        ("''", []),
    ],
)
def test_search_finds_name_number_case_and_words_of_the_report(
    place: Installation, store: Store, search: str, expected: list[str]
) -> None:
    add_all(place, store, MIXED)

    assert names(officer_queue(store, QueueQuery(search=search))) == expected


@given(st.text(min_size=2, max_size=12))
def test_whatever_is_searched_for_is_no_error(full_queue: tuple[Installation, Store], search: str) -> None:
    _, store = full_queue
    if 0 < len(search.strip()) < 2:
        return

    assert officer_queue(store, QueueQuery(search=search)).total == len(MIXED)


def test_one_letter_is_too_short_a_search() -> None:
    with pytest.raises(SearchTooShort):
        QueueQuery(search=" å ")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (QueueOrder.ASSOCIATION, ["Bro Schack", "Åkersberga BK", "Älvens Scoutkår", "Ängskören", "Östra Seniorer"]),
        (QueueOrder.CASE, ["Åkersberga BK", "Bro Schack", "Ängskören", "Älvens Scoutkår", "Östra Seniorer"]),
        (QueueOrder.SUBMITTED, ["Åkersberga BK", "Bro Schack", "Ängskören", "Älvens Scoutkår", "Östra Seniorer"]),
    ],
)
def test_each_column_sorts_both_ways(place: Installation, store: Store, order: QueueOrder, expected: list[str]) -> None:
    add_all(place, store, MIXED)

    assert names(officer_queue(store, QueueQuery(order=order))) == expected
    assert names(officer_queue(store, QueueQuery(order=order, descending=True))) == expected[::-1]


def test_pages_follow_each_other_without_a_gap(place: Installation, store: Store) -> None:
    add_all(place, store, [*MIXED, *(Sample(f"Förening {number:02}") for number in range(24))])

    pages = [officer_queue(store, QueueQuery(page=number, page_size=25)) for number in (1, 2, 3)]

    assert [len(page.rows) for page in pages] == [25, 4, 0]
    listed = [row.application for page in pages for row in page.rows]
    assert len(set(listed)) == len(listed) == pages[0].matching == 29


def test_next_and_previous_stay_inside_the_view(place: Installation, store: Store) -> None:
    cases = add_all(place, store, MIXED)
    flagged = QueueQuery(chosen={"flag": ("flagged",)})

    assert neighbours(store, flagged, cases[1]) == Neighbours(None, cases[4], 1, 2)
    assert neighbours(store, flagged, cases[4]) == Neighbours(cases[1], None, 2, 2)
    assert neighbours(store, flagged, cases[0]) == Neighbours(None, None, 0, 2)


def test_the_status_is_the_same_in_the_list_and_in_the_case(place: Installation, store: Store) -> None:
    cases = add_all(place, store, MIXED[:3])
    hamid = an_officer(store)
    for case in cases[:2]:
        review.open_case(store, hamid, case)
    store.db.execute("UPDATE application SET reviewed_at = opened_at WHERE id = :id", {"id": cases[1]})
    store.db.execute("UPDATE application SET times_submitted = 2 WHERE id = :id", {"id": cases[2]})

    listed = {row.application: row.status for row in officer_queue(store, QueueQuery()).rows}

    assert listed == {case: received_case(store, case).application.status for case in cases}
    assert set(listed.values()) == {CaseStatus.IN_REVIEW, CaseStatus.REVIEWED, CaseStatus.COMPLETED}


def test_the_list_counts_late_days_as_the_round_does(place: Installation, store: Store) -> None:
    a_round(store)
    for hours in (7 * 24 - 1, 12, 24):
        place.later(hours=hours)
        add(place, store, Sample(f"Förening {hours}"))

    for row in officer_queue(store, QueueQuery()).rows:
        case = received_case(store, row.application)
        assert case.application.submitted_at is not None
        assert row.days_late == case.round.days_late(case.application.submitted_at)


def test_the_queue_costs_one_read_however_long_it_is(place: Installation, store: Store) -> None:
    add_all(place, store, MIXED)
    asked: list[str] = []

    with store.db.tracer(lambda sql, parameters: asked.append(sql)):
        page = officer_queue(store, QueueQuery())

    assert len(page.rows) == len(MIXED)
    assert len(asked) == 1
