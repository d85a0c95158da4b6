"""Real words in real PDF files: the annotated reports of models/corpus, set by fpdf2."""

from pathlib import Path

from fpdf import FPDF

from models.training.corpus import read_reports

TYPOGRAPHY = str.maketrans("–—’‘”“…•", "--''\"\".-")
BODY_SIZE, HEADING_SIZE, LINE = 11, 15, 6.0


def write_pdfs(folder: Path, number: int) -> list[Path]:
    """Write the first `number` corpus reports as PDF files into the folder and return their paths."""
    return [_write(report.text, folder / f"{report.id}.pdf") for report in read_reports()[:number]]


def _write(text: str, target: Path) -> Path:
    page = FPDF(format="A4")
    page.set_margin(25)
    page.add_page()
    for line in text.splitlines():
        heading = line.startswith("#")
        page.set_font("Helvetica", "B" if heading else "", HEADING_SIZE if heading else BODY_SIZE)
        printable = line.lstrip("# ").translate(TYPOGRAPHY).encode("latin-1", "replace").decode("latin-1")
        page.multi_cell(0, LINE, printable or " ", new_x="LMARGIN", new_y="NEXT")
    page.output(str(target))
    return target
