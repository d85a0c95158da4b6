"""The text under a sentence's boxes is the sentence: on every page, in every column, for every sentence."""

import io
import random
import re
from typing import NamedTuple

import pdfplumber
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from grantcheck.domain.document import Block, BlockKind, PageBox

from .corpus.documents import LAYOUTS, Layout
from .corpus.evaluation import ours
from .corpus.sheets import FpdfSheets, ReportlabSheets

SENTENCE = re.compile(r"[^.!?]+[.!?]?")
BREAKS = re.compile(r"[\s-]")
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


class Sign(NamedTuple):
    """A sign of the page with its middle."""

    text: str
    x: float
    y: float


def signs(content: bytes) -> dict[int, list[Sign]]:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return {
            page.page_number: [
                Sign(char["text"], (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
                for char in page.chars
            ]
            for page in pdf.pages
        }


def under(pages: dict[int, list[Sign]], boxes: tuple[PageBox, ...]) -> str:
    """Return the signs whose middle lies in the boxes, box by box, from left to right."""
    text = ""
    for page, box in ((part.page, part.box) for part in boxes):
        inside = [sign for sign in pages[page] if box.top < sign.y < box.bottom and box.x0 <= sign.x <= box.x1]
        text += "".join(sign.text for sign in sorted(inside, key=lambda sign: sign.x))
    return BREAKS.sub("", text)


def sentences(block: Block) -> list[tuple[int, int]]:
    if block.kind is BlockKind.CONTENTS:
        return [(0, len(block.text))]
    return [found.span() for found in SENTENCE.finditer(block.text) if found[0].strip()]


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout.__name__ != "turned_page"])
@given(seed=st.integers(0, 10_000), reportlab=st.booleans())
@settings(max_examples=3, phases=NO_SHRINKING)
def test_the_text_under_the_boxes_is_the_sentence(layout: Layout, seed: int, reportlab: bool) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    content = layout((ReportlabSheets if reportlab else FpdfSheets)(), chance).sheets.saved()
    pages = signs(content)

    for block in ours(content):
        if block.kind is BlockKind.TABLE_ROW:
            continue
        for start, end in sentences(block):
            assert under(pages, block.boxes(start, end)) == BREAKS.sub("", block.text[start:end])
