"""Builds the report that the browser stories hand in: two pages that say nothing about discrimination."""

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

MARKED_SENTENCE = "Den 14 mars gick alla ledare igenom kamratreglerna med spelarna."
PAGES = (
    (
        "Verksamhetsberättelse 2025",
        "Föreningen har under verksamhetsåret 2025 haft 142 medlemmar i nio lag.",
        "Trygghet i laget",
        MARKED_SENTENCE,
        "Varje torsdag har två vuxna funnits i omklädningsrummet för att ingen ska bli mobbad.",
        "Styrelsen har haft elva möten. Vid varje möte har trygghet varit en punkt.",
    ),
    (
        "Matcher och läger",
        "Herrlaget slutade på fjärde plats i sin serie.",
        "Sommarlägret samlade 64 barn under fyra dagar.",
        "Nästa år ska vi utbilda alla ledare i att stoppa mobbning.",
        "Ekonomi",
        "Årets resultat blev ett överskott på 12 400 kronor.",
    ),
)


def write_report(path: Path) -> Path:
    """Write the report and return its path."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_creation_date(datetime(2026, 11, 24, tzinfo=UTC))
    pdf.set_margin(72)
    for page in PAGES:
        pdf.add_page()
        for text in page:
            is_heading = not text.endswith(".")
            pdf.set_font("Helvetica", "B" if is_heading else "", 16 if is_heading else 11)
            pdf.multi_cell(0, 20 if is_heading else 15, text, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(8)
    pdf.output(str(path))
    return path
