"""Two ways to put print on pages, fpdf2 and reportlab, behind one small interface."""

import io
from pathlib import Path
from typing import Protocol

import reportlab
from fpdf import FPDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

A4 = (595.28, 841.89)
VERA = {"regular": "Vera.ttf", "bold": "VeraBd.ttf", "italic": "VeraIt.ttf"}
HELVETICA = {"regular": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique"}
STYLES = {"regular": "", "bold": "B", "italic": "I"}


class Sheets(Protocol):
    """Pages to print on; points from the top left, `y` is the baseline."""

    def new_page(self, *, rotate: int = 0) -> None: ...
    def text(self, x: float, y: float, text: str, face: str, size: float, spacing: float = 0) -> None: ...
    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None: ...
    def width(self, text: str, face: str, size: float) -> float: ...
    def turned(self, x: float, y: float, text: str, face: str, size: float) -> None: ...
    def saved(self) -> bytes: ...


class ReportlabSheets:
    """Pages by reportlab, in its embedded TrueType font, which is written as subsets."""

    def __init__(self) -> None:
        folder = Path(reportlab.__file__).parent / "fonts"
        for face, file in VERA.items():
            pdfmetrics.registerFont(TTFont(f"Vera-{face}", str(folder / file)))
        self._target = io.BytesIO()
        self._canvas = Canvas(self._target, pagesize=A4, invariant=1)
        self._begun = False

    def new_page(self, *, rotate: int = 0) -> None:
        if self._begun:
            self._canvas.showPage()
        self._begun = True
        self._canvas.setPageRotation(rotate)

    def text(self, x: float, y: float, text: str, face: str, size: float, spacing: float = 0) -> None:
        self._canvas.setFont(f"Vera-{face}", size)
        self._canvas.drawString(x, A4[1] - y, text, charSpace=spacing)

    def turned(self, x: float, y: float, text: str, face: str, size: float) -> None:
        self._canvas.saveState()
        self._canvas.translate(x, A4[1] - y)
        self._canvas.rotate(90)
        self._canvas.setFont(f"Vera-{face}", size)
        self._canvas.drawString(0, 0, text)
        self._canvas.restoreState()

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)

    def width(self, text: str, face: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(text, f"Vera-{face}", size))

    def saved(self) -> bytes:
        self._canvas.save()
        return self._target.getvalue()


class FpdfSheets:
    """Pages by fpdf2, in Helvetica, which is not embedded and encoded in one byte a character."""

    def __init__(self) -> None:
        self._pdf = FPDF(unit="pt", format="A4")
        self._pdf.set_auto_page_break(False)

    def new_page(self, *, rotate: int = 0) -> None:
        self._pdf.add_page()
        if rotate:
            self._pdf.pages[self._pdf.page].set_dimensions(*A4)

    def text(self, x: float, y: float, text: str, face: str, size: float, spacing: float = 0) -> None:
        self._pdf.set_font("Helvetica", STYLES[face], size)
        self._pdf.set_char_spacing(spacing)
        self._pdf.text(x, y, text)
        self._pdf.set_char_spacing(0)

    def turned(self, x: float, y: float, text: str, face: str, size: float) -> None:
        with self._pdf.rotation(90, x, y):
            self.text(x, y, text, face, size)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._pdf.line(x0, y0, x1, y1)

    def width(self, text: str, face: str, size: float) -> float:
        self._pdf.set_font("Helvetica", STYLES[face], size)
        return float(self._pdf.get_string_width(text))

    def saved(self) -> bytes:
        return bytes(self._pdf.output())
