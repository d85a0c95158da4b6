"""Reads the pages of a PDF through pdfplumber: glyphs, drawn rules, and pages that are only a picture."""

import io
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem, LTPage
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page as PlumbedPage
from pdfplumber.pdf import PDF

from grantcheck.domain.errors import DamagedFile, EncryptedFile, TooHardToRead, TooManyPages, TooMuchText

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

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd\b|boldmt", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_FAMILY = re.compile(r"^[A-Z]{6}\+|[-,].*$|(?<=[a-z])(?:Bold|Italic|Regular|MT|PS).*$")


def pages_of(content: bytes, limits: Limits) -> Iterator[tuple[int, PageText]]:
    """Yield how many pages there are and the text of each, one page in memory at a time.

    Pages whose text can't be got are `unread`. Raises EncryptedFile, DamagedFile, TooManyPages, TooMuchText.
    """
    pdf = _opened(content)
    sheets = _sheets(pdf, limits)
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
        page = PlumbedPage(pdf, sheet, number)
        shown = _shown(page.layout, limits)
        width, height = float(page.width), float(page.height)
    except (MemoryError, TooMuchText):
        raise
    except Exception as fault:
        if any(isinstance(cause, MemoryError) for cause in fault.args):
            raise TooHardToRead() from None
        return PageText(number, 595.0, 842.0, (), unread=True)
    if shown.is_scan():
        return PageText(number, width, height, (), unread=True)
    turn, main, side = turned_back(shown.glyphs, width, height)
    return PageText(number, width, height, tuple(words_of(main)), tuple(shown.rules), tuple(words_of(side)), turn)


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


def _shown(layout: LTPage, limits: Limits) -> _Shown:
    shown = _Shown(layout.width, layout.height, {}, [])
    total = 0
    for item in _items(layout, 0):
        if isinstance(item, LTChar):
            total += 1
            if total > limits.max_glyphs_per_page:
                raise TooMuchText()
            _add_glyph(shown, item)
        elif isinstance(item, LTCurve):
            _add_rule(shown, item)
        elif isinstance(item, LTImage):
            shown.pictured += max(0.0, min(item.x1, shown.width) - max(item.x0, 0)) * max(
                0.0, min(item.y1, shown.height) - max(item.y0, 0)
            )
    return shown


def _items(container: Iterable[LTItem], depth: int) -> Iterator[LTItem]:
    """Yield what the page shows, also inside figures."""
    for item in container:
        if not isinstance(item, LTContainer):
            yield item
        elif depth < DEEPEST_FIGURE:
            yield from _items(item, depth + 1)


def _add_glyph(shown: _Shown, char: LTChar) -> None:
    a, b, c, d, _, f = char.matrix
    x0, y0, x1, y1 = char.bbox
    if x1 < 0 or x0 > shown.width or y1 < 0 or y0 > shown.height:
        return
    text = char.get_text()
    if text.startswith("(cid:"):
        shown.unreadable += 1
        text = UNREADABLE
    height = shown.height
    glyph = Glyph(text, x0, x1, height - y1, height - y0, height - f, char.size, _style(str(char.fontname)))
    shown.glyphs.setdefault(_direction(a, b, c, d), []).append(glyph)


def _direction(a: float, b: float, c: float, d: float) -> int:
    """Return the reading direction in degrees, counter-clockwise from the right."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 180
    return 90 if b > 0 else 270


@cache
def _style(fontname: str) -> Style:
    return Style(_FAMILY.sub("", fontname), bool(_BOLD.search(fontname)), bool(_ITALIC.search(fontname)))


def _add_rule(shown: _Shown, curve: LTCurve) -> None:
    width, height = curve.x1 - curve.x0, curve.y1 - curve.y0
    if max(width, height) < SHORTEST_RULE or len(shown.rules) >= MOST_RULES:
        return
    top, bottom = shown.height - curve.y1, shown.height - curve.y0
    if min(width, height) <= THIN:
        shown.rules.append(Rule(curve.x0, top, curve.x1, bottom))
    elif len(curve.pts) in (4, 5) and getattr(curve, "stroke", False):
        x0, x1 = curve.x0, curve.x1
        shown.rules += [
            Rule(x0, top, x1, top),
            Rule(x0, bottom, x1, bottom),
            Rule(x0, top, x0, bottom),
            Rule(x1, top, x1, bottom),
        ]
