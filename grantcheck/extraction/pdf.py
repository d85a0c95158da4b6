"""Reads the pages of a PDF through pdfplumber: glyphs, drawn rules, and pages that are only a picture."""

import io
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import isfinite
from typing import NamedTuple

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem, LTPage
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page as PlumbedPage
from pdfplumber.pdf import PDF

from grantcheck.domain.document import Box
from grantcheck.domain.errors import DamagedFile, EncryptedFile, TooHardToRead, TooManyPages, TooMuchText

from . import clock
from .device import BoundedDevice
from .limits import Limits
from .pagetext import PageText, Rule
from .turning import turned_back
from .typography import UNREADABLE
from .words import Glyph, Style, words_of

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

FEWEST_GLYPHS = 40
"""A page with fewer glyphs than this under a large picture is a scan, perhaps with a stamp."""
PICTURE_SHARE = 0.4
MOST_UNREADABLE = 0.25
THIN = 2.5
SHORTEST_RULE = 12
MOST_RULES = 2_000
DEEPEST_FIGURE = 12
SMALLEST_SIDE = 36.0

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd\b|boldmt", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_FAMILY = re.compile(r"^[A-Z]{6}\+|[-,].*$|(?<=[a-z])(?:Bold|Italic|Regular|MT|PS).*$")


def pages_of(content: bytes, limits: Limits) -> Iterator[tuple[int, PageText]]:
    """Yield how many pages there are and the text of each, one page in memory at a time.

    Pages whose text can't be got are `unread`. Raises EncryptedFile, DamagedFile, TooManyPages, TooMuchText.
    """
    pdf = _opened(content)
    sheets = _sheets(pdf, limits)
    clock.allow(limits.seconds_for(len(sheets)))
    for number, sheet in enumerate(sheets, start=1):
        yield len(sheets), _page_text(pdf, sheet, number, limits)


def _opened(content: bytes) -> PDF:
    try:
        return pdfplumber.open(io.BytesIO(content))
    except (MemoryError, RecursionError):
        raise TooHardToRead() from None
    except Exception as fault:
        causes = (fault, *fault.args)
        if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
            raise EncryptedFile() from None
        if any(isinstance(cause, MemoryError | RecursionError) for cause in causes):
            raise TooHardToRead() from None
        raise DamagedFile() from None


def _sheets(pdf: PDF, limits: Limits) -> list[PDFPage]:
    """Return the page objects, without walking far beyond the limit."""
    try:
        told = resolve1(resolve1(pdf.doc.catalog.get("Pages", {})).get("Count"))
        sheets = list(islice(PDFPage.create_pages(pdf.doc), limits.max_pages + 1))
    except (MemoryError, RecursionError):
        raise TooHardToRead() from None
    except Exception:
        raise DamagedFile() from None
    if not sheets:
        raise DamagedFile()
    if len(sheets) > limits.max_pages:
        pages = told if isinstance(told, int) and told > limits.max_pages else len(sheets)
        raise TooManyPages(pages=pages, limit=limits.max_pages)
    return sheets


def _page_text(pdf: PDF, sheet: PDFPage, number: int, limits: Limits) -> PageText:
    try:
        shown = _shown(_layout(pdf, sheet, limits), _visible(PlumbedPage(pdf, sheet, number)))
    except (MemoryError, TooMuchText, TooHardToRead):
        raise
    except Exception as fault:
        if any(isinstance(cause, MemoryError) for cause in fault.args):
            raise TooHardToRead() from None
        return PageText(number, 595.0, 842.0, (), unread=True)
    width, height = shown.width, shown.height
    if shown.is_scan():
        return PageText(number, width, height, (), unread=True)
    turn, main, side = turned_back(shown.glyphs, width, height)
    return PageText(number, width, height, tuple(words_of(main)), tuple(shown.rules), tuple(words_of(side)), turn)


def _layout(pdf: PDF, sheet: PDFPage, limits: Limits) -> LTPage:
    """Return what pdfminer finds on the page, with pdfplumber's resources, but without its dictionaries of strings.

    Those dictionaries cost more than half of pdfplumber's time; docs/decisions/0020 tells why they are passed by.
    """
    device = BoundedDevice(pdf.rsrcmgr, limits.max_glyphs_per_page)
    PDFPageInterpreter(pdf.rsrcmgr, device).process_page(sheet)
    return device.get_result()


def _visible(page: PlumbedPage) -> Box:
    """Return the part of the sheet that is shown, from the sheet's top left: its crop box, which pictures show too."""
    left, top, right, bottom = map(float, page.mediabox)
    x0, y0, x1, y1 = map(float, page.cropbox)
    if x1 - x0 < SMALLEST_SIDE or y1 - y0 < SMALLEST_SIDE:
        return Box(0, 0, right - left, bottom - top)
    return Box(max(x0 - left, 0), max(y0 - top, 0), min(x1, right) - left, min(y1, bottom) - top)


@dataclass(slots=True)
class _Shown:
    """What was found on one page: glyphs by the direction they are read in (0, 90, 180, 270 degrees)."""

    width: float
    height: float
    glyphs: dict[int, list[Glyph]]
    rules: list[Rule]
    pictured: float = 0.0
    unreadable: int = 0

    def is_scan(self) -> bool:
        """Whether the page must be read from its picture: hardly any text under it, or signs without meaning."""
        number = sum(map(len, self.glyphs.values()))
        if number and self.unreadable > MOST_UNREADABLE * number:
            return True
        return number < FEWEST_GLYPHS and self.pictured > PICTURE_SHARE * self.width * self.height


def _shown(layout: LTPage, visible: Box) -> _Shown:
    shown = _Shown(visible.x1 - visible.x0, visible.bottom - visible.top, {}, [])
    place = _Place(visible.x0, layout.height - visible.top)
    for item in _items(layout, 0):
        if isinstance(item, LTChar):
            _add_glyph(shown, item, place)
        elif isinstance(item, LTCurve):
            _add_rule(shown, item, place)
        elif isinstance(item, LTImage):
            shown.pictured += _overlap(item.x0 - place.left, item.x1 - place.left, shown.width) * _overlap(
                place.up - item.y1, place.up - item.y0, shown.height
            )
    return shown


class _Place(NamedTuple):
    """Where the visible part begins: its left edge, and its upper edge counted upwards."""

    left: float
    up: float


def _overlap(start: float, end: float, length: float) -> float:
    return max(0.0, min(end, length) - max(start, 0.0))


def _items(container: Iterable[LTItem], depth: int) -> Iterator[LTItem]:
    """Yield what the page shows, also inside figures."""
    for item in container:
        if not isinstance(item, LTContainer):
            yield item
        elif depth < DEEPEST_FIGURE:
            yield from _items(item, depth + 1)


def _add_glyph(shown: _Shown, char: LTChar, place: _Place) -> None:
    a, b, c, d, _, f = char.matrix
    x0, y0, x1, y1 = char.bbox
    x0, x1, top, bottom = x0 - place.left, x1 - place.left, place.up - y1, place.up - y0
    if x1 < 0 or x0 > shown.width or bottom < 0 or top > shown.height or not isfinite(x0 + x1 + top + bottom):
        return
    text = char._text
    if text.startswith("(cid:"):
        shown.unreadable += 1
        text = UNREADABLE
    glyph = Glyph(text, x0, x1, top, bottom, place.up - f, char.size, _style(str(char.fontname)))
    shown.glyphs.setdefault(_direction(a, b, c, d), []).append(glyph)


def _direction(a: float, b: float, c: float, d: float) -> int:
    """Return the reading direction in degrees, counter-clockwise from the right."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 180
    return 90 if b > 0 else 270


@cache
def _style(fontname: str) -> Style:
    return Style(_FAMILY.sub("", fontname), bool(_BOLD.search(fontname)), bool(_ITALIC.search(fontname)))


def _add_rule(shown: _Shown, curve: LTCurve, place: _Place) -> None:
    width, height = curve.x1 - curve.x0, curve.y1 - curve.y0
    if max(width, height) < SHORTEST_RULE or len(shown.rules) >= MOST_RULES:
        return
    x0, x1, top, bottom = curve.x0 - place.left, curve.x1 - place.left, place.up - curve.y1, place.up - curve.y0
    if min(width, height) <= THIN:
        shown.rules.append(Rule(x0, top, x1, bottom))
    elif len(curve.pts) in (4, 5) and curve.stroke:
        shown.rules += [
            Rule(x0, top, x1, top),
            Rule(x0, bottom, x1, bottom),
            Rule(x0, top, x0, bottom),
            Rule(x1, top, x1, bottom),
        ]
