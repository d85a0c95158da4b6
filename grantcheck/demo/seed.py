"""Makes the sample municipality through the same services that people use."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.audit import OPERATOR, Deed
from grantcheck.domain.grant_round import GrantRound
from grantcheck.domain.people import AssociationId, Role, User
from grantcheck.domain.report import ReportId
from grantcheck.services import accounts, applications
from grantcheck.services.submit_report import Upload, receive
from grantcheck.storage import Store, audit, people
from grantcheck.storage import rounds as stored_rounds

from .municipality import ASSOCIATIONS, DRAFTS, PEOPLE, THE_MUNICIPALITY, rounds
from .reports import SampleReport, sample_reports
from .sample_users import SampleUser, keep_users, new_password

_BEFORE_CLOSING = timedelta(days=35)
_MAX_MEGABYTES = 25


@dataclass(frozen=True, slots=True)
class _LeftToTheWorker:
    """The queue of the seed: the worker finds what waits when it starts."""

    def enqueue(self, report: ReportId, reading: int) -> None:
        """Leave the report where it is."""


def make_sample_municipality(store: Store, users_file: Path) -> tuple[SampleUser, ...]:
    """Make everything in one unit of work and return the sign-ins."""
    sign_ins = tuple(SampleUser(person.role.value, person.email, new_password()) for person in PEOPLE)
    hashes = [accounts.hash_password(user.password) for user in sign_ins]
    writers_hash = accounts.hash_password(new_password())
    reports = sample_reports()
    with store.immediate():
        _make(store, hashes, writers_hash, reports)
        keep_users(users_file, sign_ins)
    return sign_ins


def _make(store: Store, hashes: Iterable[str], writers_hash: str, reports: Sequence[SampleReport]) -> None:
    grant_rounds = rounds(store.now().date())
    start = _at(store, min(item.opens_at for item in grant_rounds.values()) - timedelta(days=30))
    people.insert_municipality(start, THE_MUNICIPALITY)
    audit.log(start, OPERATOR, Deed("municipality_set_up", "municipality", 1))
    associations = {key: _add_association(start, key) for key in ASSOCIATIONS}
    for row in grant_rounds.values():
        stored_rounds.insert_round(start, row)
        audit.log(start, OPERATOR, Deed("round_added", "grant_round", row.id))
    _add_people(start, hashes, associations)
    writers = {key: _writer(start, key, associations[key], writers_hash) for key in ASSOCIATIONS}
    for key, grant_round in grant_rounds.items():
        drafts = {association for association, round_key in DRAFTS if round_key == key}
        _fill_round(store, grant_round, [report for report in reports if report.round_key == key], writers, drafts)


def _fill_round(
    store: Store,
    grant_round: GrantRound,
    reports: Iterable[SampleReport],
    writers: Mapping[str, User],
    drafts: set[str],
) -> None:
    """Hand in the round's reports in its own time, an hour apart; a day later submit what is not to stay a draft."""
    begun: dict[str, ApplicationId] = {}
    first = grant_round.closes_at - _BEFORE_CLOSING
    for hour, report in enumerate(reports):
        then = _at(store, first + timedelta(hours=hour))
        begun[report.association_key] = _hand_in(then, writers[report.association_key], grant_round, report)
    for hour, (association, application) in enumerate(begun.items()):
        then = _at(store, first + timedelta(days=1, hours=hour))
        if association not in drafts:
            applications.submit(then, writers[association], application, may_represent=True)


def _hand_in(store: Store, writer: User, grant_round: GrantRound, report: SampleReport) -> ApplicationId:
    application = applications.begin(store, writer, writer.associations[0], grant_round.id)
    upload = Upload(BytesIO(report.content), report.filename)
    receive(store, _LeftToTheWorker(), writer, application, upload, max_megabytes=_MAX_MEGABYTES)
    return application


def _add_association(store: Store, key: str) -> AssociationId:
    sample = ASSOCIATIONS[key]
    association = people.insert_association(
        store, name=sample.name, kind=sample.kind.value, organisation_number=sample.organisation_number
    )
    audit.log(store, OPERATOR, Deed("association_added", "association", association))
    return association


def _add_people(store: Store, hashes: Iterable[str], associations: Mapping[str, AssociationId]) -> None:
    for person, password_hash in zip(PEOPLE, hashes, strict=True):
        accounts.add_person(
            store,
            email=person.email,
            name=person.name,
            password_hash=password_hash,
            roles=frozenset({person.role}),
            associations=(associations[person.association],) if person.association else (),
        )


def _writer(store: Store, key: str, association: AssociationId, password_hash: str) -> User:
    """Return a person of the association who wrote its sample reports; nobody knows the password."""
    person = accounts.add_person(
        store,
        email=f"sekreterare@{key}.example",
        name=f"Sekreteraren i {ASSOCIATIONS[key].name}",
        password_hash=password_hash,
        roles=frozenset({Role.ASSOCIATION}),
        associations=(association,),
    )
    user = people.find_user(store, person)
    if user is None:
        raise AssertionError("a person who was just added is found")
    return user


def _at(store: Store, moment: datetime) -> Store:
    """Return the same store at another moment."""
    return replace(store, clock=lambda: moment)
