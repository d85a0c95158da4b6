"""An installation in a temporary folder for tests: real SQLite and real files, a clock that the test sets."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

from argon2 import PasswordHasher

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.application import ApplicationId
from grantcheck.domain.document import Document
from grantcheck.domain.grant_round import GrantRound, RoundId
from grantcheck.domain.people import AssociationId, AssociationKind, Municipality, Role, User
from grantcheck.domain.report import ReportId
from grantcheck.domain.ruleset import Occasion
from grantcheck.services import accounts, applications
from grantcheck.services.submit_report import Upload, receive
from grantcheck.storage import FileStore, Store, people, rounds
from grantcheck.storage.migrations import migrate
from grantcheck.work.checking import Checking
from grantcheck.work.reading_pool import Question

from . import factories

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
FIRST_ROUND = RoundId(1)
PASSWORD = "a password for tests"
PASSWORD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
A_REPORT = "Verksamhetsberättelse\n\nDen 12 mars gick alla ledare igenom kamratreglerna.\n".encode()
THE_MUNICIPALITY = Municipality("Karlstads kommun", "Kultur och fritid", "054-000 00 00", "9–15", "stod@kommun.example")


@dataclass
class Waiting:
    """A queue that only remembers what was asked for."""

    asked: list[tuple[ReportId, int]] = field(default_factory=list)

    def enqueue(self, report: ReportId, reading: int) -> None:
        self.asked.append((report, reading))


@dataclass
class Installation:
    """The municipality of a test. Move `now` to let time pass."""

    folder: Path
    now: datetime = START
    queue: Waiting = field(default_factory=Waiting)

    @classmethod
    def make(cls, folder: Path) -> "Installation":
        made = cls(folder)
        migrate(made.database)
        with made.open_store() as store:
            people.insert_municipality(store, THE_MUNICIPALITY)
        return made

    @property
    def database(self) -> Path:
        return self.folder / "grantcheck.db"

    def open_store(self) -> Store:
        return Store.open(self.database, FileStore.in_folder(self.folder / "files"), lambda: self.now)

    def later(self, **time: int) -> None:
        self.now += timedelta(**time)


def grant_round(number: int = 1, **changes: object) -> GrantRound:
    """Return a round that closes in a week, with late applications taken for two more days."""
    fields: dict[str, object] = {
        "id": RoundId(number),
        "name": {"sv": f"Verksamhetsstöd {number}", "en": f"Activity grant {number}"},
        "who_may_apply": {"sv": "Alla föreningar", "en": "All associations"},
        "late_rule": {"sv": "Tio procent mindre.", "en": "Ten per cent less."},
        "opens_at": START - timedelta(days=30),
        "closes_at": START + timedelta(days=7),
        "late_until": START + timedelta(days=9),
        "decision_by": date(2027, 2, 1),
        "period_start": date(2025, 1, 1),
        "period_end": date(2025, 12, 31),
        "ruleset": "karlstad-2026",
        "occasion": Occasion.APPLICATION,
        "draft_days": 30,
    }
    return GrantRound(**{**fields, **changes})  # type: ignore[arg-type]


def a_round(store: Store, number: int = 1, **changes: object) -> RoundId:
    return rounds.insert_round(store, grant_round(number, **changes))


def an_association(
    store: Store, name: str = "Kvistedals BK", kind: AssociationKind = AssociationKind.SPORT, number: str | None = None
) -> AssociationId:
    return people.insert_association(store, name=name, kind=kind.value, organisation_number=number)


def a_person(store: Store, name: str, role: Role, *associations: AssociationId) -> User:
    person = accounts.add_person(
        store,
        email=f"{name.lower()}@forening.example",
        name=name,
        password_hash=PASSWORD_HASH,
        roles=frozenset({role}),
        associations=associations,
    )
    user = people.find_user(store, person)
    assert user is not None
    return user


def a_member(store: Store, name: str = "Maud", association: AssociationId | None = None) -> User:
    return a_person(store, name, Role.ASSOCIATION, association or an_association(store))


def an_officer(store: Store, name: str = "Hamid") -> User:
    return a_person(store, name, Role.OFFICER)


def a_draft(store: Store, user: User, number: RoundId = FIRST_ROUND) -> ApplicationId:
    return applications.begin(store, user, user.associations[0], number)


def upload(content: bytes = A_REPORT, filename: str = "berättelse.txt") -> Upload:
    return Upload(BytesIO(content), filename)


def hand_in(
    place: Installation, store: Store, user: User, application: ApplicationId, content: bytes = A_REPORT
) -> ReportId:
    return receive(store, place.queue, user, application, upload(content), max_megabytes=25)


def read_whole(path: Path, page_read: Callable[[int, int], None]) -> Document:
    """Read a file as a document of one paragraph: stands in for extraction, which these tests do not speak about."""
    page_read(1, 1)
    return factories.document(factories.block(path.read_text(encoding="utf-8")))


def find_nothing(question: Question) -> Analysis:
    """Find nothing: stands in for the checker, which these tests do not speak about."""
    return factories.analysis()


def checking(
    place: Installation,
    extract: Callable[[Path, Callable[[int, int], None]], Document] = read_whole,
    answer: Callable[[Question], Analysis] = find_nothing,
) -> Checking:
    return Checking(place.open_store, extract, answer, "0.1.0")
