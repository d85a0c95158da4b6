"""The sample municipality: made whole or not at all, and useful to everybody who signs in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from grantcheck.demo.municipality import PEOPLE
from grantcheck.demo.seed import make_sample_municipality
from grantcheck.domain.application import ApplicationState
from grantcheck.domain.audit import first_break
from grantcheck.domain.grant_round import RoundState
from grantcheck.domain.people import Role
from grantcheck.domain.queue_query import QueueQuery
from grantcheck.services import accounts
from grantcheck.storage import FileStore, Store, audit, people, rounds
from grantcheck.storage.association_pages import association_start
from grantcheck.storage.migrations import migrate
from grantcheck.storage.officer_queue import officer_queue
from grantcheck.storage.reports import queued_reports
from tests.installation import START


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sample")


@pytest.fixture(scope="module")
def sample(folder: Path) -> Iterator[Store]:
    migrate(folder / "grantcheck.db")
    with Store.open(folder / "grantcheck.db", FileStore.in_folder(folder / "files"), lambda: START) as store:
        make_sample_municipality(store, folder / "sample-users.json")
        yield store


def test_every_role_can_sign_in_with_the_password_that_was_kept(sample: Store, folder: Path) -> None:
    kept = json.loads((folder / "sample-users.json").read_text(encoding="utf-8"))

    roles = [
        accounts.sign_in(sample, email=user["email"], password=user["password"], address="::1").roles for user in kept
    ]

    assert roles == [frozenset({person.role}) for person in PEOPLE]
    assert set().union(*roles) == set(Role)
    assert (folder / "sample-users.json").stat().st_mode & 0o777 == 0o600


def test_twelve_reports_of_five_associations_wait_for_the_worker(sample: Store) -> None:
    assert sample.db.table("association").count == 5
    assert sample.db.table("report").count == 12
    assert len(queued_reports(sample)) == 12
    for row in sample.db.query("SELECT sha256 FROM report"):
        assert sample.files.has(row["sha256"])


def test_one_round_is_over_and_the_other_takes_applications(sample: Store) -> None:
    states = [grant_round.state(START) for grant_round in rounds.all_rounds(sample)]

    assert states == [RoundState.OPEN, RoundState.CLOSED]


def test_an_officer_finds_eight_cases_that_came_in_in_time(sample: Store) -> None:
    page = officer_queue(sample, QueueQuery())

    assert page.total == 8
    assert {row.days_late for row in page.rows} == {0}
    assert sum(row.case_number.startswith("F-2025-") for row in page.rows) == 5


def test_the_first_association_has_a_draft_to_go_on_with(sample: Store) -> None:
    (agneta,) = [row["id"] for row in sample.db.query("SELECT id FROM person WHERE name LIKE 'Agneta%'")]
    (association,) = people.associations_of(sample, agneta)

    start = association_start(sample, agneta, association.id)

    assert [case.application.state for case in start.cases] == [ApplicationState.DRAFT, ApplicationState.SUBMITTED]


def test_its_log_holds_in_the_order_of_time(sample: Store) -> None:
    events = list(audit.events(sample))

    assert first_break(events, audit.head(sample)) is None
    assert [event.at for event in events] == sorted(event.at for event in events)


def test_a_sample_that_cant_be_finished_leaves_nothing(tmp_path: Path) -> None:
    migrate(tmp_path / "grantcheck.db")
    with Store.open(tmp_path / "grantcheck.db", FileStore.in_folder(tmp_path / "files"), lambda: START) as store:
        with pytest.raises(FileNotFoundError):
            make_sample_municipality(store, tmp_path / "no such folder" / "users.json")

        assert not people.is_set_up(store)
        assert store.db.table("person").count == 0
