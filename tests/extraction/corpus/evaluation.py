"""Measures how well a reading agrees with the truth of the corpus: `python -m tests.extraction.corpus.evaluation`.

Beside ours stand bare `extract_text()` of pdfplumber and the text of pypdfium2 on the same files.
"""

import argparse
import io
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from statistics import mean

import pdfplumber
import pypdfium2

from grantcheck.domain.document import Block, BlockKind
from grantcheck.extraction.limits import Limits
from grantcheck.extraction.reading import read

from .documents import Made, documents
from .setting import Truth

BEGINNING = 80
SHORTEST = 12


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1; headings and hyphens are nan-free: 1 where there are none."""

    likeness: float
    order: float
    headings: float
    hyphens: float
    paragraphs: float


def score(made: Made, blocks: Sequence[Block]) -> Score:
    """Compare a document's blocks with its truth."""
    text = " ".join(block.text for block in blocks)
    return Score(
        likeness(text, made.truth),
        order(text, made.truth),
        _headings(blocks, made.truth),
        _share([word in text for word in made.broken_words]),
        _share([_plain(part.text) in {_plain(block.text) for block in blocks} for part in made.truth]),
    )


def likeness(text: str, truth: Sequence[Truth]) -> float:
    """Return how many characters agree, word by word, of both together."""
    right, ours = [word for part in truth for word in _plain(part.text).split()], _plain(text).split()
    same = SequenceMatcher(None, right, ours, autojunk=False).get_matching_blocks()
    agreeing = sum(len(word) for match in same for word in right[match.a : match.a + match.size])
    return 2 * agreeing / max(sum(map(len, right)) + sum(map(len, ours)), 1)


def order(text: str, truth: Sequence[Truth]) -> float:
    """Return the share of blocks whose beginning is found after the beginning of the block before."""
    plain, place, found = _plain(text), -1, []
    for part in truth:
        if len(part.text) > SHORTEST:
            after = plain.find(_plain(part.text)[:BEGINNING], place + 1)
            found.append(after >= 0)
            place = max(place, after)
    return _share(found)


def _headings(blocks: Sequence[Block], truth: Sequence[Truth]) -> float:
    right = {_plain(part.text) for part in truth if part.kind is BlockKind.HEADING}
    ours = {_plain(block.text) for block in blocks if block.kind is BlockKind.HEADING}
    return 2 * len(right & ours) / (len(right) + len(ours)) if right or ours else 1.0


def _share(answers: Sequence[bool]) -> float:
    return mean(answers) if answers else 1.0


def _plain(text: str) -> str:
    """Return the text without the commas that part cells and with single spaces."""
    return " ".join(text.replace(",", " ").split())


def ours(content: bytes) -> list[Block]:
    """Return our reading."""
    return list(read(content, Limits(), lambda page, pages: None).blocks)


def _extract_text(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def _pdfium_text(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return "\n".join(pdf[number].get_textpage().get_text_range() for number in range(len(pdf)))


PLAIN_WAYS: dict[str, Callable[[bytes], str]] = {"extract_text": _extract_text, "pypdfium2": _pdfium_text}


def evaluate() -> dict[str, dict[str, float]]:
    """Return the mean scores of each layout and, under "all", of all documents."""
    found: dict[str, list[dict[str, float]]] = defaultdict(list)
    for made in documents():
        scored = score(made, ours(made.content))
        row = {name: getattr(scored, name) for name in Score.__slots__}
        for way, text_of in PLAIN_WAYS.items():
            text = text_of(made.content)
            row |= {f"likeness, {way}": likeness(text, made.truth), f"order, {way}": order(text, made.truth)}
        found[made.name.split("-")[0]].append(row)
        found["all"].append(row)
    return {name: {key: mean(row[key] for row in rows) for key in rows[0]} for name, rows in found.items()}


def main() -> None:
    """Print the table and, if asked, write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    table = evaluate()
    columns = list(table["all"])
    sys.stdout.write(f"{'layout':24}" + "".join(f"{name:>23}" for name in columns) + "\n")
    for layout, row in table.items():
        sys.stdout.write(f"{layout:24}" + "".join(f"{row[name]:23.3f}" for name in columns) + "\n")
    if options.json:
        options.json.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
