"""Hyphens at line ends: joined when the typesetter put them there, kept when they are spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.extraction.typography import joined, readable

LETTERS = st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=3, max_size=12)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("verksamhets-", "berättelsen", "verksamhetsberättelsen"),
        ("trygg\u00ad", "heten", "tryggheten"),
        ("RF-", "SISU", "RF-SISU"),
        ("Sverige-", "Norge", "Sverige-Norge"),
        ("SM-", "finalen", "SM-finalen"),
        ("e-", "post", "e-post"),
    ],
)
def test_a_word_broken_at_the_line_end_is_whole(first: str, second: str, whole: str) -> None:
    assert joined(first, second) == whole


@pytest.mark.parametrize(
    ("first", "second"), [("barn-", "och"), ("sommar-", "eller"), ("2020-", "2021"), ("Bo", "Ek"), ("–", "ja")]
)
def test_words_of_their_own_stay_apart(first: str, second: str) -> None:
    assert joined(first, second) is None


@given(LETTERS, LETTERS)
def test_joining_loses_no_letter(first: str, second: str) -> None:
    whole = joined(first + "-", second)

    assert whole is None or whole.replace("-", "") == first + second


@given(st.text(max_size=60))
def test_readable_text_stays_as_it_is(text: str) -> None:
    once = readable(text)

    assert readable(once) == once


def test_decomposed_letters_are_composed() -> None:
    assert readable("fo\u0308reningsmo\u0308te pa\u030a") == "föreningsmöte på"
