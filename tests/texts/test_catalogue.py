"""Every text stands in both languages with the same blanks, and none is given twice."""

from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import grantcheck.texts
from grantcheck.texts import UnknownText, keys, plural, text

FOLDER = Path(grantcheck.texts.__file__).parent


def entries(language: str) -> list[tuple[str, str]]:
    """Return every key and wording of a language, file by file."""
    found: list[tuple[str, str]] = []
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            found += [(str(message.id), str(message.string)) for message in read_po(file) if message.id]
    return found


def blanks(wording: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


def test_swedish_and_english_have_the_same_keys() -> None:
    assert keys("sv") == keys("en")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_key_is_given_once_with_a_wording(language: str) -> None:
    given = [key for key, _ in entries(language)]

    assert sorted(given) == sorted(set(given))
    assert [key for key, wording in entries(language) if not wording.strip()] == []
    assert [key for key in given if not key.startswith("gc.")] == []


def test_both_languages_fill_the_same_blanks() -> None:
    english = dict(entries("en"))

    assert [key for key, wording in entries("sv") if blanks(wording) != blanks(english[key])] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_numbered_texts_have_a_wording_for_one_and_for_many(language: str) -> None:
    counted = {key.rsplit(".", 1)[0] for key in keys(language) if key.endswith((".one", ".many"))}

    assert {f"{key}.{form}" for key in counted for form in ("one", "many")} <= keys(language)


def test_a_number_chooses_its_wording() -> None:
    assert (plural("gc.result.pages", 1), plural("gc.result.pages", 0), plural("gc.result.pages", 7)) == (
        "1 sida",
        "0 sidor",
        "7 sidor",
    )


def test_an_unknown_text_is_a_fault_and_never_shown() -> None:
    with pytest.raises(UnknownText):
        text("gc.nonsense")
