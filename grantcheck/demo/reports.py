"""The twelve sample reports as real files, each with the verdicts of a careful reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from grantcheck.domain.period import Period

from .municipality import ASSOCIATIONS
from .open_document import write_odt
from .plain_text import write_txt
from .source import Mark, Source, read_source
from .typeset import write_pdf
from .word import write_docx

_SOURCES = Path(__file__).with_name("reports")


@dataclass(frozen=True, slots=True)
class SampleReport:
    """One report as an association would upload it.

    `content` is the file; `text` is what was written, without layout; `marks` are the clauses that a careful reader
    takes as evidence; `expected` gives that reader's verdict (described, unclear, missing) by criterion id; `shows`
    says in English what the report is there to show.
    """

    association_key: str
    round_key: str
    filename: str
    content: bytes
    period: Period
    expected: Mapping[str, str]
    text: str
    marks: tuple[Mark, ...]
    shows: str


def sample_reports() -> tuple[SampleReport, ...]:
    """Make all sample reports, in the order they were handed in; a later one of the same round replaces the earlier."""
    return tuple(_report(read_source(path.read_text(encoding="utf-8"))) for path in sorted(_SOURCES.glob("[0-9]*.md")))


def _report(source: Source) -> SampleReport:
    about = source.about
    return SampleReport(
        association_key=about["association"],
        round_key=about["round"],
        filename=about["file"],
        content=_file(source),
        period=Period.parse(about["period"]),
        expected=_verdicts(about["verdicts"]),
        text=source.text,
        marks=source.marks,
        shows=about["shows"],
    )


def _verdicts(written: str) -> dict[str, str]:
    pairs = (entry.split("=") for entry in written.split())
    return {criterion: verdict for criterion, verdict in pairs}


def _file(source: Source) -> bytes:
    match PurePath(source.about["file"]).suffix:
        case ".pdf":
            return write_pdf(source, ASSOCIATIONS[source.about["association"]].name)
        case ".docx":
            return write_docx(source)
        case ".odt":
            return write_odt(source)
        case ".txt":
            return write_txt(source)
        case other:
            raise ValueError(f"no writer for {other}")
