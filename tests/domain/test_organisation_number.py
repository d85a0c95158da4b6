"""An organisationsnummer has ten digits with a check digit, and is no personal number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.errors import InvalidOrganisationNumber
from grantcheck.domain.organisation_number import organisation_number


@pytest.mark.parametrize("text", ["899900-0014", "8999000014", "16899900-0014", "168999000014", " 899900-0014 "])
def test_all_ways_to_write_it_give_one_form(text: str) -> None:
    assert organisation_number(text) == "899900-0014"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "899900-0015",
        "89990-0014",
        "899900-00140",
        "121212-1212",
        "191212121212",
        "8999--000014",
        "٨٩٩٩٠٠٠٠١٤",
    ],
)
def test_what_is_no_organisation_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidOrganisationNumber):
        organisation_number(text)


@given(st.sampled_from(["899900-0014", "899900-0022", "899900-0030"]), st.integers(0, 9), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(number: str, place: int, digit: str) -> None:
    digits = list(number.replace("-", ""))
    wrong = [*digits[:place], digit, *digits[place + 1 :]]
    if wrong == digits:
        return

    with pytest.raises(InvalidOrganisationNumber):
        organisation_number("".join(wrong))
