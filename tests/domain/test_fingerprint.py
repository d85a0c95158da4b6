"""Nearly the same sentence has nearly the same fingerprint, whoever wrote it and when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.fingerprint import Fingerprint, fingerprint
from grantcheck.domain.shared_text import is_stock
from grantcheck.domain.wording import masked_words, plain_words

TOLD = "I Kvistedals BK har alla 14 ledare gått utbildningen om bemötande den 12 mars 2025 och pratat med Bo Dal."


def made(text: str) -> Fingerprint:
    found = fingerprint(text)
    assert found, text
    return found


@pytest.mark.parametrize(
    "other",
    [
        "I Älvkören har alla 9 ledare gått utbildningen om bemötande den 3 november och pratat med Eva Åkesdotter.",
        "I Tallens IF har alla tre ledare gått utbildningen om bemötande den 1/2 och pratat med Åsa!",
    ],
)
def test_names_numbers_and_dates_make_no_difference(other: str) -> None:
    assert fingerprint(other) == fingerprint(TOLD)


@pytest.mark.parametrize(
    "other",
    [
        "I vår klubb ska ingen bli utfryst, retad eller slagen, varken på planen eller i kiosken.",
        "I vår förening ska ingen bli utfryst, retad eller slagen, varken på planen eller i omklädningsrummet.",
    ],
)
def test_a_sentence_with_a_word_changed_is_near_and_found(other: str) -> None:
    first = made("I vår förening ska ingen bli utfryst, retad eller slagen, varken på planen eller i kiosken.")

    assert first.is_near(made(other).sketch)
    assert set(first.bands) & set(made(other).bands)


def test_another_sentence_on_the_same_matter_is_not_near() -> None:
    first = made("Alla ledare har gått utbildningen om bemötande och nolltolerans mot mobbning.")
    other = made("Styrelsen har antagit en plan mot mobbning som alla ledare ska följa.")

    assert not first.is_near(other.sketch)
    assert not set(first.bands) & set(other.bands)


@pytest.mark.parametrize(
    "short",
    [
        "Årsmötet hölls den 12 mars i klubbstugan.",
        "Ordförande har varit Alva Berg, kassör Bo Dal och sekreterare Eva Ek.",
        "Styrelsen har bestått av Alva Berg, ordförande, Bo Dal, kassör, Eva Ek, sekreterare, och Jo Ny, ledamot.",
        "Vi är 63 medlemmar, varav 24 juniorer.",
    ],
)
def test_a_sentence_with_few_words_beside_names_and_numbers_has_no_fingerprint(short: str) -> None:
    assert fingerprint(short) is None


@given(st.text())
def test_any_text_can_be_taken(text: str) -> None:
    found = fingerprint(text)

    assert found is None or found.is_near(found.sketch)
    assert len(masked_words(text)) <= len(plain_words(text))


def test_a_fingerprint_is_the_same_in_every_version_as_it_is_stored() -> None:
    found = made("Alla ledare har gått utbildningen om bemötande.")

    assert found.bands == (137987594772757, 204340293658530, 28236501059502, 131609658112633)
    assert found.sketch.hex() == "a6a6e1f2a5ecc58e889e345341e68552"


@given(st.integers(0, 100_000), st.integers(1, 20_000))
def test_what_one_association_in_ten_has_is_no_template(associations: int, holders: int) -> None:
    stock = is_stock(holders, associations)

    assert not (stock and holders <= 10)
    assert stock or holders <= 50
    assert is_stock(holders + 1, associations) or not stock
