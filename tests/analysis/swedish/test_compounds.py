"""Compounds are split into the words that topics are told by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.analysis.swedish import compound_parts


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("likabehandlingsplan", ("lika", "behandling", "plan")),
        ("antimobbningsarbete", ("anti", "mobbning", "arbete")),
        ("trygghetsvandring", ("trygghet", "vandring")),
        ("kamratstödjare", ("kamrat", "stödjare")),
        ("värdegrundsarbete", ("värdegrund", "arbete")),
        ("handlingsplan", ("handling", "plan")),
        ("kvinnojour", ("kvinna", "jour")),
        ("ungdomsledare", ("ungdom", "ledare")),
        ("ledarutbildning", ("ledare", "utbildning")),
        ("registerutdrag", ("register", "utdrag")),
        ("belastningsregistret", ("belastning", "registret")),
        ("trygghetsplanerna", ("trygghet", "planerna")),
        ("omklädningsrum", ("omklädning", "rum")),
        ("nolltolerans", ("noll", "tolerans")),
    ],
)
def test_a_compound_gives_its_words(word: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(word) == parts


@pytest.mark.parametrize(
    "word",
    [
        "förening",
        "styrelse",
        "kränkning",
        "mobbning",
        "trygghet",
        "verksamhet",
        "medlem",
        "ledare",
        "samtal",
        "arbete",
        "kommun",
        "åtgärd",
        "tillgänglighet",
        "underlag",
        "uppgift",
        "avgift",
        "information",
        "ungdom",
        "sekreterare",
        "ordförande",
        "ekonomi",
        "material",
        "program",
        "sommar",
    ],
)
def test_a_simple_word_stays_whole(word: str) -> None:
    assert compound_parts(word) == (word,)


def test_a_hyphen_splits_and_an_open_end_loses_its_joining_s() -> None:
    assert compound_parts("barn-") == ("barn",)
    assert compound_parts("ungdoms-") == ("ungdom",)
    assert compound_parts("tjej-träning") == ("tjej", "träning")


@given(st.text(alphabet="abcdefgåäörsnt-", max_size=90))
def test_every_word_has_parts(word: str) -> None:
    assert len(compound_parts(word)) >= 1
