"""Good files damaged at random, 520 times from fixed seeds: each is read or refused by name, none breaks the reader."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grantcheck.domain.errors import UnreadableReport
from grantcheck.extraction import Limits, extract
from tests.extraction.corpus.documents import documents

from .raw import docx, odt, pdf, word_paragraph

TIMES = 130
LIMITS = Limits(ocr_seconds=0)
PARAGRAPHS = [f"Mening nummer {number} om kamratskap och trygghet." for number in range(40)]


def _set_page() -> bytes:
    return next(made.content for made in documents((1,)) if made.name.startswith("lists-reportlab"))


GOOD: dict[str, Callable[[], bytes]] = {
    "plain pdf": pdf,
    "set pdf": _set_page,
    "docx": lambda: docx("".join(map(word_paragraph, PARAGRAPHS))),
    "odt": lambda: odt("".join(f"<text:p>{text}</text:p>" for text in PARAGRAPHS)),
}


def flipped(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def hollowed(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    del content[start : start + chance.randint(1, 400)]


def doubled(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    content[start:start] = content[start : start + chance.randint(1, 400)]


def with_other_numbers(content: bytearray, chance: random.Random) -> None:
    digits = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    for place in chance.sample(digits, min(len(digits), chance.randint(1, 8))):
        content[place] = 48 + chance.randrange(10)


DAMAGES = (flipped, cut, hollowed, doubled, with_other_numbers)


def damaged(content: bytes, folder: Path) -> Iterator[Path]:
    for seed in range(TIMES):
        chance = random.Random(seed)  # noqa: S311 - no secret
        changed = bytearray(content)
        DAMAGES[seed % len(DAMAGES)](changed, chance)
        path = folder / f"{seed}.pdf"
        path.write_bytes(changed)
        yield path


def outcome(path: Path) -> str:
    try:
        extract(path, LIMITS)
    except UnreadableReport as error:
        return error.code
    return "read"


@pytest.mark.parametrize("kind", GOOD)
def test_a_damaged_file_is_read_or_refused_by_name(kind: str, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as readers:
        outcomes = list(readers.map(outcome, damaged(GOOD[kind](), tmp_path)))

    assert len(outcomes) == TIMES
    assert {"read", "file-damaged"} <= set(outcomes)
