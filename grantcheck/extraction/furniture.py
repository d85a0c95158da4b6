"""Finds what stands on page after page and is no part of the report: running headers and footers, page numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .columns import Strip, strips
from .pagetext import PageText

OUTER_STRIPS = 4
"""How many strips at the top and at the bottom of a page may be furniture."""
MARGIN = 0.15
"""How much of a page's height at top and bottom furniture may stand in."""
SAME_PLACE = 4.0
"""How far apart, in points, the same furniture stands on different pages."""
LEAST_SHARE = 0.3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:sida|sidan|sid|s|page)?\.?\s*[-–(]*\s*(\d{1,3}|[ivxl]{1,6})\s*(?:(?:av|of|/|\()\s*\d{1,3}\)?)?\s*[-–)]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A strip near the top or bottom edge of a page; digits are masked, since page numbers and dates change."""

    page: int
    key: str
    place: float
    strip: Strip

    @property
    def text(self) -> str:
        return _text(self.strip)


def without_furniture(pages: Sequence[PageText]) -> list[PageText]:
    """Return the pages without what repeats in their margins and without page numbers."""
    edges = [edge for page in pages for edge in _edges(page)]
    dropped: dict[int, set[int]] = defaultdict(set)
    for edge in _repeated(edges, len(pages)) + _numbers(edges):
        dropped[edge.page] |= {id(word) for word in edge.strip.words}
    return [_without(page, dropped[page.number]) for page in pages]


def _without(page: PageText, dropped: set[int]) -> PageText:
    if not dropped:
        return page
    return replace(page, words=tuple(word for word in page.words if id(word) not in dropped))


def _edges(page: PageText) -> list[_Edge]:
    """Return the strips in the page's margins, outermost first; places are from the top or, negative, the bottom."""
    found = strips(page.words)
    reach = MARGIN * page.height
    top = [strip for strip in found[:OUTER_STRIPS] if strip.top < reach]
    bottom = [strip for strip in reversed(found[-OUTER_STRIPS:]) if strip.bottom > page.height - reach]
    return [_Edge(page.number, _key(strip), strip.top, strip) for strip in top] + [
        _Edge(page.number, _key(strip), strip.bottom - page.height, strip) for strip in bottom if strip not in top
    ]


def _key(strip: Strip) -> str:
    return _DIGITS.sub("#", _text(strip)).casefold()


def _text(strip: Strip) -> str:
    return " ".join(word.text for word in strip.words)


def _repeated(edges: Sequence[_Edge], pages: int) -> list[_Edge]:
    """Return the edges whose text stands at the same place on several pages: on two of two, else on three or more."""
    fewest = max(2 if pages < 4 else 3, round(LEAST_SHARE * pages))
    alike: dict[tuple[str, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        alike[edge.key, round(edge.place / (2 * SAME_PLACE))].append(edge)
        alike[edge.key, round(edge.place / (2 * SAME_PLACE) + 0.5)].append(edge)
    return [edge for some in alike.values() if len({edge.page for edge in some}) >= fewest for edge in some]


def _numbers(edges: Sequence[_Edge]) -> list[_Edge]:
    """Return the edges that are only a page number and grow with the pages, or say that they are page numbers."""
    found = []
    for edge in edges:
        if not _PAGE_NUMBER.fullmatch(edge.text):
            continue
        number = re.search(r"\d+", edge.text)
        if number is None or not edge.text.isdigit() or abs(int(number[0]) - edge.page) <= 4:
            found.append(edge)
    return found
