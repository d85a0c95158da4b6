"""The sample municipality is invented, complete and open to apply in."""

from datetime import UTC, date, datetime

import pytest

from grantcheck.demo.municipality import ASSOCIATIONS, PEOPLE, THE_MUNICIPALITY, rounds
from grantcheck.domain.grant_round import RoundState
from grantcheck.domain.organisation_number import organisation_number
from grantcheck.domain.people import Role

NUMBERS = [item.organisation_number for item in ASSOCIATIONS.values() if item.organisation_number]
NOT_IN_USE = "8999"


@pytest.mark.parametrize("number", NUMBERS)
def test_an_organisation_number_is_right_in_form_and_from_a_series_not_in_use(number: str) -> None:
    assert organisation_number(number) == number
    assert number.startswith(NOT_IN_USE)


def test_one_small_association_has_no_organisation_number() -> None:
    assert len(NUMBERS) == len(ASSOCIATIONS) - 1


def test_every_address_is_in_a_domain_that_cannot_exist() -> None:
    addresses = [THE_MUNICIPALITY.email, *(person.email for person in PEOPLE)]

    assert [address for address in addresses if not address.endswith(".example")] == []


def test_there_is_one_person_per_role_and_one_of_a_second_association() -> None:
    roles = [person.role for person in PEOPLE]
    acted_for = {person.association for person in PEOPLE if person.role is Role.ASSOCIATION}

    assert set(roles) == set(Role)
    assert len(roles) == len(Role) + 1
    assert len(acted_for) == 2
    assert acted_for <= set(ASSOCIATIONS)


def test_the_round_on_2025_closes_on_the_first_of_december_2026() -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    sample = rounds(now.date())

    assert sample["2025"].closes_at == datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC)
    assert sample["2025"].state(now) is RoundState.OPEN
    assert sample["2024"].state(now) is RoundState.CLOSED


@pytest.mark.parametrize("today", [date(2026, 11, 30), date(2026, 12, 2), date(2028, 2, 29)])
def test_a_sample_made_later_has_an_open_and_a_closed_round_as_well(today: date) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    sample = rounds(today)

    assert sample["2025"].state(now) is RoundState.OPEN
    assert sample["2024"].state(now) is RoundState.CLOSED
