"""Reads reports of the dev part as typed PDF and as a scan of the same pages, and tells how far the verdicts agree.

This measures what scanning costs, not how often the reading is right: its limits were learnt from these reports.
"""

import io
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageFilter

from grantcheck.analysis.checker import Checker
from grantcheck.demo.source import Block, Heading, Items, Paragraph, Source, Table
from grantcheck.demo.typeset import write_pdf
from grantcheck.domain.document import BlockKind
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId, Occasion, RuleSet
from grantcheck.extraction import Limits, extract, render_page
from grantcheck.extraction.ocr import DPI

from .corpus import AnnotatedReport, lines
from .split import is_dev, place

REPORTS = 12
TILT, BLUR, QUALITY = 0.4, 0.6, 70
PATIENT = Limits(cpu_seconds=300, wall_seconds=300, first_seconds=120, ocr_seconds=240)


class Reading(NamedTuple):
    """The verdict of one criterion on the typed report and on its scan."""

    report: str
    criterion: CriterionId
    typed: Verdict
    scanned: Verdict


@dataclass(frozen=True, slots=True)
class Agreement:
    """The readings of all reports, typed and scanned."""

    readings: Sequence[Reading]

    def figures(self) -> dict[str, object]:
        """Return size and agreement, and each verdict that the scan changed, for JSON."""
        changed = [each for each in self.readings if each.typed is not each.scanned]
        return {
            "part": "dev",
            "reports": len({each.report for each in self.readings}),
            "dpi": DPI,
            "verdicts": len(self.readings),
            "same": len(self.readings) - len(changed),
            "changed": [f"{each.report} {each.criterion}: {each.typed} became {each.scanned}" for each in changed],
        }


def chosen_reports(reports: Sequence[AnnotatedReport], count: int = REPORTS) -> list[AnnotatedReport]:
    """Return so many reports of the dev part, those whose names come first by `place`."""
    return sorted((each for each in reports if is_dev(each.id)), key=lambda each: place(each.id))[:count]


def agreement(reports: Sequence[AnnotatedReport], checker: Checker, rule_set: RuleSet) -> Agreement:
    """Read every report both ways; each is told when it is done, as text recognition takes its time."""
    readings: list[Reading] = []
    for report in reports:
        typed = typeset(report)
        before, after = (_verdicts(content, report, checker, rule_set) for content in (typed, scan(typed)))
        own = [Reading(report.id, criterion, before[criterion], after[criterion]) for criterion in before]
        print(f"{report.id}: {sum(each.typed is each.scanned for each in own)} of {len(own)} the same", flush=True)
        readings += own
    return Agreement(readings)


def _verdicts(
    content: bytes, report: AnnotatedReport, checker: Checker, rule_set: RuleSet
) -> dict[CriterionId, Verdict]:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(content)
        document = extract(Path(file.name), PATIENT)
    checked = checker.check(document, rule_set, Occasion.APPLICATION, report.period, report.period.end)
    return {finding.criterion: finding.verdict for finding in checked.findings}


def typeset(report: AnnotatedReport) -> bytes:
    """Return the report as PDF with a text layer."""
    source = Source({"layout": "plain"}, report.text, (), tuple(_blocks(report.text)))
    return write_pdf(source, report.association)


def _blocks(text: str) -> Iterator[Block]:
    yield Heading(1, "Verksamhetsberättelse")
    for kind, own in groupby(lines(text), key=lambda line: line[0]):
        texts = tuple(text[start:end].replace("**", "") for _, start, end in own)
        match kind:
            case BlockKind.HEADING:
                yield from (Heading(2, each) for each in texts)
            case BlockKind.LIST_ITEM:
                yield Items(texts)
            case BlockKind.TABLE_ROW:
                yield _table(texts)
            case _:
                yield from (Paragraph(each) for each in texts)


def _table(rows: Sequence[str]) -> Table:
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    width = max(map(len, cells))
    return Table(tuple((*row, *[""] * (width - len(row))) for row in cells))


def scan(typed: bytes) -> bytes:
    """Return the PDF's pages as grey, slightly tilted and blurred pictures, without any text."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(typed)
        count = len(extract(Path(file.name), PATIENT).pages)
        first, *others = [_picture(render_page(Path(file.name), page, DPI, PATIENT)) for page in range(1, count + 1)]
    target = io.BytesIO()
    first.save(target, "PDF", save_all=True, append_images=others, resolution=DPI, quality=QUALITY)
    return target.getvalue()


def _picture(page: bytes) -> Image.Image:
    clean = Image.open(io.BytesIO(page)).convert("L")
    return clean.rotate(TILT, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(BLUR))
