"""What pdfminer draws a page on: keeps glyphs, pictures and straight rules, and stops at a page made to hurt."""

import re
from collections.abc import Sequence
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager
from pdfminer.utils import Matrix, PathSegment, Rect

from grantcheck.domain.errors import TooHardToRead, TooMuchText

MOST_FIGURES = 3_000
MOST_PATHS = 4_000
_STRAIGHT = re.compile(r"(?:mlh?|mlllh?|mllllh?)+")
LONGEST_PATH = 400


class BoundedDevice(PDFPageAggregator):
    """Collects one page. Raises TooMuchText or TooHardToRead beyond its bounds; curves are of no use and left out."""

    def __init__(self, manager: PDFResourceManager, most_glyphs: int) -> None:
        super().__init__(manager, laparams=None)
        self._glyphs_left = most_glyphs
        self._figures_left = MOST_FIGURES
        self._paths_left = MOST_PATHS

    def render_char(self, *arguments: Any) -> float:
        """Keep a glyph."""
        self._glyphs_left -= 1
        if self._glyphs_left < 0:
            raise TooMuchText()
        return super().render_char(*arguments)

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        """Begin a form or picture."""
        self._figures_left -= 1
        if self._figures_left < 0:
            raise TooHardToRead()
        super().begin_figure(name, bbox, matrix)

    def paint_path(
        self, gstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        """Keep a path of straight lines; drawings of thousands of paths are pictures and hold no rules."""
        self._paths_left -= 1
        if self._paths_left < 0 or len(path) > LONGEST_PATH:
            return
        if _STRAIGHT.fullmatch("".join(segment[0] for segment in path)):
            super().paint_path(gstate, stroke, fill, evenodd, path)
