"""Who may sign in, and how often one may try."""

import pytest

from grantcheck.domain.errors import SignInRefused, TooManySignIns
from grantcheck.domain.people import Density, Preferences, Role
from grantcheck.services import accounts
from grantcheck.storage import Store, audit, people
from tests.installation import PASSWORD, Installation, a_member, a_person, an_association


def sign_in(store: Store, password: str = PASSWORD, email: str = "maud@forening.example", address: str = "::1") -> int:
    return accounts.sign_in(store, email=email, password=password, address=address).id


def test_the_right_password_signs_in_whatever_the_case_of_the_address(store: Store) -> None:
    maud = a_member(store)

    assert sign_in(store, email="Maud@Forening.Example") == maud.id
    assert [event.deed.action for event in audit.events_of(store, "person", maud.id)] == ["person_added", "signed_in"]


@pytest.mark.parametrize("email", ["maud@forening.example", "nobody@forening.example"])
def test_a_wrong_password_and_an_unknown_address_are_refused_alike(store: Store, email: str) -> None:
    a_member(store)

    with pytest.raises(SignInRefused) as refusal:
        sign_in(store, "wrong", email)
    assert refusal.value.details == {}


def test_a_closed_account_cant_sign_in_and_its_session_ends(store: Store) -> None:
    maud = a_member(store)
    store.db.execute("UPDATE person SET active = 0")

    with pytest.raises(SignInRefused):
        sign_in(store)
    assert accounts.find_user(store, maud.id) is None


def test_after_five_failures_even_the_right_password_has_to_wait(place: Installation, store: Store) -> None:
    a_member(store)
    for _ in range(accounts.FAILURES_PER_ACCOUNT):
        with pytest.raises(SignInRefused):
            sign_in(store, "wrong")

    with pytest.raises(TooManySignIns):
        sign_in(store)

    place.later(minutes=16)
    assert sign_in(store)


def test_an_address_that_tries_many_accounts_has_to_wait(store: Store) -> None:
    a_member(store)
    for number in range(accounts.FAILURES_PER_ADDRESS - 1):
        people.insert_failure(store, email=f"person{number}@forening.example", address="::1")
    with pytest.raises(SignInRefused):
        sign_in(store, "wrong", "nobody@forening.example")

    with pytest.raises(TooManySignIns):
        sign_in(store)
    assert sign_in(store, address="192.0.2.1")


def test_signing_in_forgets_the_accounts_failures(store: Store) -> None:
    a_member(store)
    for _ in range(3):
        for _ in range(accounts.FAILURES_PER_ACCOUNT - 1):
            with pytest.raises(SignInRefused):
                sign_in(store, "wrong")
        assert sign_in(store)


def test_a_person_may_hold_several_roles_and_act_for_several_associations(store: Store) -> None:
    choir, chess = an_association(store, "Ängskören"), an_association(store, "Bro Schack")
    maud = a_person(store, "Maud", Role.ASSOCIATION, choir, chess)

    people.give_roles(store, maud.id, frozenset({Role.OFFICER, Role.ASSOCIATION}))

    again = accounts.find_user(store, maud.id)
    assert again is not None
    assert again.roles == {Role.ASSOCIATION, Role.OFFICER}
    assert again.associations == (chess, choir)


def test_choices_are_kept(store: Store) -> None:
    maud = a_member(store)

    accounts.choose(store, maud, Preferences("en", Density.COMPACT))

    again = accounts.find_user(store, maud.id)
    assert again is not None
    assert again.preferences == Preferences("en", Density.COMPACT)


def test_passwords_are_kept_as_argon2id() -> None:
    assert accounts.hash_password("hemligt").startswith("$argon2id$")
