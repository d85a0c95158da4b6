"""Whatever a file holds, reading it ends soon with a document or a named error, and the next file is read."""

import time
from pathlib import Path

import pytest

from grantcheck.domain.errors import UnreadableReport
from grantcheck.extraction import Limits, extract
from grantcheck.texts import text

from . import office_kinds, pdf_kinds

KINDS = {**pdf_kinds.KINDS, **office_kinds.KINDS}
EXPECTED = {
    "encrypted with a password": "file-encrypted",
    "encrypted zip parts": "file-encrypted",
    "encrypted odt": "file-encrypted",
    "ten thousand pages": "too-many-pages",
    "sixty one pages": "too-many-pages",
    "two million glyphs": "too-much-text",
    "glyphs without number": "too-much-text",
    "a table of a million cells": "too-much-text",
    "forms that multiply": "too-much-text",
    "zip bomb as docx": "too-much-text",
    "odt bomb": "too-much-text",
    "docx with a huge part": "too-much-text",
    "docx of overlapping parts": "too-much-text",
    "docx of twenty thousand parts": "too-much-text",
    "a line of twenty million letters": "too-much-text",
    "entity bomb in docx": "file-damaged",
    "entity bomb in odt": "file-damaged",
    "outside entity in docx": "file-damaged",
    "outside entity in odt": "file-damaged",
    "header alone": "file-damaged",
    "old word file under a new name": "file-type-unknown",
    "word in rich text": "file-type-unknown",
    "web page": "file-type-unknown",
    "picture": "file-type-unknown",
    "program": "file-type-unknown",
    "noise": "file-type-unknown",
    "white space alone": "file-empty",
    "a script at opening": "read",
    "a program at opening": "read",
    "docx with macros": "read",
    "docx with names that climb": "read",
    "pdf after a kilobyte of noise": "read",
    "a million spaces in odt": "read",
}
SECONDS = 30
"""How long a file may take; the system ends the reading before."""


def told(error: UnreadableReport) -> str:
    """Return the error's code; there must be words for it."""
    assert text(f"gc.error.{error.code}", **error.details)
    return error.code


def outcome(path: Path) -> str:
    try:
        document = extract(path, Limits())
    except UnreadableReport as error:
        return told(error)
    assert document.word_count < Limits().max_characters
    return "read"


def test_there_are_more_than_sixty_kinds() -> None:
    assert len(KINDS) > 60


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_file_ends_in_time_with_a_clear_outcome(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(KINDS[kind]())

    begun = time.monotonic()
    ended = outcome(path)

    assert time.monotonic() - begun < SECONDS + 5
    assert ended == EXPECTED.get(kind, ended)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["report.pdf"]


def test_the_next_file_is_read_as_if_nothing_had_happened(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.pdf", tmp_path / "good.txt"
    bad.write_bytes(KINDS["flate bomb in a bomb"]())
    good.write_text("Alla ledare har utbildats.", encoding="utf-8")

    outcome(bad)

    assert outcome(good) == "read"
