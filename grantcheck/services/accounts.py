"""Sign-in with e-mail address and password, and what a person has chosen."""

from datetime import timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from grantcheck.domain.audit import OPERATOR, Actor, Deed
from grantcheck.domain.errors import SignInRefused, TooManySignIns
from grantcheck.domain.people import AssociationId, PersonId, Preferences, Role, User
from grantcheck.storage import Store, audit, people
from grantcheck.storage.people import Credentials

FAILURES_PER_ACCOUNT = 5
FAILURES_PER_ADDRESS = 30
WINDOW = timedelta(minutes=15)


def sign_in(store: Store, *, email: str, password: str, address: str) -> User:
    """Return the person with the e-mail address and password. `address` is the network address of the browser.

    Raises SignInRefused, which never tells whether the account exists, and TooManySignIns after too many failures.
    """
    _refuse_too_many(store, email, address)
    known = people.credentials(store, email)
    if not _is_right(known, password) or known is None:
        people.insert_failure(store, email=email, address=address)
        raise SignInRefused
    with store.immediate():
        people.forget_failures(store, email=email, before=store.now() - WINDOW)
        audit.log(store, Actor.of(known.person), Deed("signed_in", "person", known.person))
    user = people.find_user(store, known.person)
    if user is None:
        raise SignInRefused
    return user


def find_user(store: Store, person: PersonId) -> User | None:
    """Return the person of a session, None when the account is gone or closed."""
    return people.find_user(store, person)


def choose(store: Store, user: User, preferences: Preferences) -> None:
    """Keep what the person has chosen for all pages."""
    people.update_preferences(store, user.id, preferences)


def add_person(
    store: Store,
    *,
    email: str,
    name: str,
    password_hash: str,
    roles: frozenset[Role],
    associations: tuple[AssociationId, ...] = (),
) -> PersonId:
    """Add a person who may sign in, and return the id."""
    with store.immediate():
        person = people.insert_person(store, email=email, name=name, password_hash=password_hash)
        people.give_roles(store, person, roles)
        for association in associations:
            people.add_member(store, person, association)
        audit.log(store, OPERATOR, Deed("person_added", "person", person, {"roles": " ".join(sorted(roles))}))
    return person


def hash_password(password: str) -> str:
    """Return the Argon2id hash that is stored instead of the password."""
    return _hasher().hash(password)


def _refuse_too_many(store: Store, email: str, address: str) -> None:
    failures = people.failures_since(store, store.now() - WINDOW, email=email, address=address)
    if failures.account >= FAILURES_PER_ACCOUNT or failures.address >= FAILURES_PER_ADDRESS:
        raise TooManySignIns(minutes=int(WINDOW.total_seconds() // 60))


def _is_right(known: Credentials | None, password: str) -> bool:
    """Compare with a hash even when the account is unknown, so that the time it takes does not tell."""
    try:
        _hasher().verify(known.password_hash if known else _nobodys_hash(), password)
    except VerifyMismatchError:
        return False
    return True


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobodys_hash() -> str:
    return hash_password("the password of nobody")
