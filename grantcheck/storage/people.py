"""Rows of people, their roles and memberships, and of failed sign-ins."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from grantcheck.domain.people import Association, AssociationId, Municipality, PersonId, Preferences, Role, User

from .rows import all_rows, maybe_row, one_row, stored_time
from .store import Store

_USER = """
SELECT person.id, email, person.name, language AS preferences__language, density AS preferences__density,
    (SELECT json_group_array(role) FROM person_role WHERE person_id = person.id) AS roles__json,
    (SELECT json_group_array(id) FROM (
        SELECT association.id FROM membership JOIN association ON association.id = association_id
        WHERE person_id = person.id ORDER BY swedish(association.name))) AS associations__json
FROM person
"""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a sign-in is compared with."""

    person: PersonId
    password_hash: str


@dataclass(frozen=True, slots=True)
class Failures:
    """How many sign-ins failed since a moment: for the account, and from the address."""

    account: int
    address: int


def find_user(store: Store, person: PersonId) -> User | None:
    """Return the person, or None where there is none or the person may not sign in any more."""
    return maybe_row(store.db, User, _USER + " WHERE person.id = :person AND active = 1", person=person)


def credentials(store: Store, email: str) -> Credentials | None:
    """Return what a sign-in with the address is compared with, None for an unknown or closed account."""
    sql = "SELECT id AS person, password_hash FROM person WHERE email = :email AND active = 1"
    return maybe_row(store.db, Credentials, sql, email=email)


def insert_person(store: Store, *, email: str, name: str, password_hash: str) -> PersonId:
    """Insert a person without roles and return the id."""
    sql = """INSERT INTO person (email, name, password_hash, created_at)
        VALUES (:email, :name, :password_hash, :now)"""
    values = {"email": email, "name": name, "password_hash": password_hash, "now": stored_time(store.now())}
    return PersonId(_inserted(store, sql, values))


def give_roles(store: Store, person: PersonId, roles: frozenset[Role]) -> None:
    """Give the roles to the person, beside those there are."""
    sql = "INSERT OR IGNORE INTO person_role (person_id, role) SELECT :person, value FROM json_each(:roles)"
    store.db.execute(sql, {"person": person, "roles": json.dumps(sorted(roles))})


def add_member(store: Store, person: PersonId, association: AssociationId) -> None:
    """Let the person act for the association."""
    sql = "INSERT OR IGNORE INTO membership (person_id, association_id) VALUES (:person, :association)"
    store.db.execute(sql, {"person": person, "association": association})


def update_preferences(store: Store, person: PersonId, preferences: Preferences) -> None:
    """Store what the person has chosen for all pages."""
    sql = "UPDATE person SET language = :language, density = :density WHERE id = :person"
    values = {"language": preferences.language, "density": preferences.density.value, "person": person}
    store.db.execute(sql, values)


def failures_since(store: Store, moment: datetime, *, email: str, address: str) -> Failures:
    """Return how many sign-ins failed since the moment."""
    sql = """SELECT count(*) FILTER (WHERE email = :email) AS account,
            count(*) FILTER (WHERE address = :address) AS address
        FROM sign_in_failure WHERE at > :moment"""
    return one_row(store.db, Failures, sql, email=email, address=address, moment=stored_time(moment))


def insert_failure(store: Store, *, email: str, address: str) -> None:
    """Note a failed sign-in."""
    sql = "INSERT INTO sign_in_failure (email, address, at) VALUES (:email, :address, :now)"
    store.db.execute(sql, {"email": email, "address": address, "now": stored_time(store.now())})


def forget_failures(store: Store, *, email: str, before: datetime) -> None:
    """Remove the account's failed sign-ins, and everybody's from before the moment."""
    sql = "DELETE FROM sign_in_failure WHERE email = :email OR at < :before"
    store.db.execute(sql, {"email": email, "before": stored_time(before)})


def insert_association(store: Store, *, name: str, kind: str, organisation_number: str | None) -> AssociationId:
    """Insert an association and return the id."""
    sql = "INSERT INTO association (name, kind, organisation_number) VALUES (:name, :kind, :number)"
    return AssociationId(_inserted(store, sql, {"name": name, "kind": kind, "number": organisation_number}))


def associations_of(store: Store, person: PersonId) -> tuple[Association, ...]:
    """Return the associations that the person may act for, in order of name."""
    sql = """SELECT association.id, name, kind, organisation_number
        FROM association JOIN membership ON association_id = association.id
        WHERE person_id = :person ORDER BY swedish(name)"""
    return all_rows(store.db, Association, sql, person=person)


def own_association(store: Store, person: PersonId, association: AssociationId) -> Association:
    """Return the association if the person may act for it. Raises NotFound."""
    sql = """SELECT association.id, name, kind, organisation_number
        FROM association JOIN membership ON association_id = association.id
        WHERE person_id = :person AND association.id = :association"""
    return one_row(store.db, Association, sql, person=person, association=association)


def insert_municipality(store: Store, municipality: Municipality) -> None:
    """Store whose installation this is."""
    sql = """INSERT INTO municipality (id, name, unit, phone, phone_hours, email)
        VALUES (1, :name, :unit, :phone, :phone_hours, :email)"""
    values = {name: getattr(municipality, name) for name in ("name", "unit", "phone", "phone_hours", "email")}
    store.db.execute(sql, values)


def municipality(store: Store) -> Municipality:
    """Return whose installation this is. Raises NotFound before it is set up."""
    return one_row(store.db, Municipality, "SELECT name, unit, phone, phone_hours, email FROM municipality")


def is_set_up(store: Store) -> bool:
    """Whether the municipality has been set up."""
    return bool(store.db.execute("SELECT EXISTS (SELECT 1 FROM municipality)").fetchone()[0])


def _inserted(store: Store, sql: str, values: Mapping[str, str | int | None]) -> int:
    """Run an insert and return the row's id."""
    number = store.db.execute(sql, dict(values)).lastrowid
    if number is None:
        raise AssertionError("an INSERT gives the id of its row")
    return number
