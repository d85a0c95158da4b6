"""Reads the annotated reports and the clause bank of models/corpus as sentences with labels."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict

from grantcheck.domain.document import BlockKind
from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId
from grantcheck.domain.sentences import sentence_spans

CORPUS = Path(__file__).parents[1] / "corpus"
TEST = CORPUS / "test"
CRITERIA = {
    "pv": CriterionId.PREVENT_VIOLATIONS,
    "pd": CriterionId.PREVENT_DISCRIMINATION,
    "co": CriterionId.CONTINUITY,
    "ac": CriterionId.ACTIVE_IN_PERIOD,
    "ir": CriterionId.INCIDENT_ROUTINE,
    "tf": CriterionId.TRYGG_FORENING,
    "re": CriterionId.RECORD_EXTRACT,
}
KINDS = {
    "a": EvidenceKind.ACTION,
    "r": EvidenceKind.ROUTINE,
    "p": EvidenceKind.POLICY,
    "s": EvidenceKind.STANCE,
    "pl": EvidenceKind.PLAN,
    "n": EvidenceKind.NEGATED,
    "o": EvidenceKind.OTHER_ACTOR,
    "pp": EvidenceKind.PAST_PERIOD,
    "i": EvidenceKind.INCIDENT,
    "x": EvidenceKind.OFF_TOPIC,
}
VERDICTS = {"D": Verdict.DESCRIBED, "U": Verdict.UNCLEAR, "M": Verdict.MISSING}
MARK = re.compile(r"\{\{([^|{}]+)\|([^{}]*?)\}\}", re.S)
_HEADING = re.compile(r"(#+)\s+(.*)")
_ITEM = re.compile(r"\s*(?:[-*•–]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class Label:
    """Characters `start` to `end` are evidence of the kind for the criterion."""

    criterion: CriterionId
    kind: EvidenceKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Promise:
    """A labelled commitment; `prevention` where it is on the criteria."""

    text: str
    due: date | None
    prevention: bool


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """A report with the labels that readers gave it; labels count characters of `text`."""

    id: str
    association: str
    type: str
    voice: str
    note: str
    period: Period
    text: str
    verdicts: dict[CriterionId, Verdict]
    labels: tuple[Label, ...]
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence in its context, with labels on its characters; samples of one `group` stay in one part of a split."""

    group: str
    source: str
    heading: str
    before: str
    text: str
    period: Period
    labels: tuple[Label, ...]


def read_reports(folder: Path = CORPUS / "src") -> list[AnnotatedReport]:
    """Return all annotated reports, in the order of their files."""
    return [_report(block) for path in sorted(folder.glob("*.txt")) for block in report_blocks(path)]


def report_blocks(path: Path) -> list[str]:
    """Return each report of the file as it is written, with its head."""
    return [block for block in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8")) if block.strip()]


def _report(block: str) -> AnnotatedReport:
    head, body = block.split("\n---\n", 1)
    name, *lines = head.split("\n")
    entries = dict(line.split(": ", 1) for line in lines if ": " in line)
    text, marks = unmarked(body.replace("\u00ad", "").strip() + "\n")
    return AnnotatedReport(
        id=name.strip(),
        association=entries["assoc"],
        type=entries["type"],
        voice=entries.get("voice", ""),
        note=entries["note"],
        period=Period.parse(entries["period"].replace("..", "/")),
        text=text,
        verdicts={CRITERIA[code]: VERDICTS[v] for code, v in (pair.split("=") for pair in entries["v"].split())},
        labels=tuple(_labels(marks)),
        promises=tuple(_promises(text, marks)),
    )


def unmarked(body: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return the text without mark-up, and each code with the characters that it marks."""
    parts: list[str] = []
    marks: list[tuple[str, int, int]] = []
    length = position = 0
    for mark in MARK.finditer(body):
        parts += [body[position : mark.start()], mark[2]]
        start = length + mark.start() - position
        length, position = start + len(mark[2]), mark.end()
        marks += [(code.strip(), start, length) for code in mark[1].split(",")]
    return "".join([*parts, body[position:]]), marks


def _labels(marks: list[tuple[str, int, int]]) -> Iterator[Label]:
    for code, start, end in marks:
        if ":" in code:
            criterion, kind = code.split(":")
            yield Label(CRITERIA[criterion], KINDS[kind], start, end)


def _promises(text: str, marks: list[tuple[str, int, int]]) -> Iterator[Promise]:
    for code, start, end in marks:
        if code.startswith("com"):
            name, _, due = code.partition("=")
            yield Promise(text[start:end], date.fromisoformat(due) if due else None, name == "com")


def read_clauses(folder: Path = CORPUS / "clauses") -> list[Sample]:
    """Return the clause bank; items of one pair share their group."""
    return [
        _clause(json.loads(line))
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


class _WrittenLabel(TypedDict):
    criterion: str
    kind: str
    start: int
    end: int


class _WrittenClause(TypedDict):
    id: str
    heading: str
    before: str
    text: str
    period: str
    labels: list[_WrittenLabel]
    pair: str


def _clause(item: _WrittenClause) -> Sample:
    labels = tuple(
        Label(CriterionId(label["criterion"]), EvidenceKind(label["kind"]), label["start"], label["end"])
        for label in item["labels"]
    )
    return Sample(
        group=item["pair"] or item["id"],
        source=item["id"].rsplit("-", 1)[0],
        heading=item["heading"],
        before=item["before"],
        text=item["text"],
        period=Period.parse(item["period"].replace("..", "/")),
        labels=labels,
    )


def read_samples(reports: list[AnnotatedReport]) -> list[Sample]:
    """Return every sentence of the reports in its context."""
    return [sample for report in reports for sample in report_samples(report)]


def report_samples(report: AnnotatedReport) -> Iterator[Sample]:
    """Yield the report's sentences; headings give context only."""
    heading = before = ""
    for kind, start, end in lines(report.text):
        if kind is BlockKind.HEADING:
            heading, before = report.text[start:end], ""
            continue
        for first, last in sentence_spans(report.text[start:end]):
            text = report.text[start + first : start + last]
            yield Sample(
                report.id, "report", heading, before, text, report.period,
                tuple(_within(report.labels, start + first, start + last)),
            )  # fmt: skip
            before = text


def _within(labels: tuple[Label, ...], start: int, end: int) -> Iterator[Label]:
    for label in labels:
        first, last = max(label.start, start), min(label.end, end)
        if last - first >= min(3, label.end - label.start):
            yield Label(label.criterion, label.kind, first - start, last - start)


def lines(text: str) -> Iterator[tuple[BlockKind, int, int]]:
    """Yield the kind of each line of a report in Markdown, with the characters that are its text."""
    start = 0
    for line in text.split("\n"):
        content = line.strip()
        if heading := _HEADING.match(line):
            yield BlockKind.HEADING, start + heading.start(2), start + len(line.rstrip())
        elif content.startswith("|") and content.strip("|-: "):
            yield BlockKind.TABLE_ROW, start + line.index("|"), start + len(line.rstrip())
        elif content and content.strip("|-: "):
            item = _ITEM.match(line)
            first = item.end() if item and item.end() < len(line) else len(line) - len(line.lstrip())
            yield (BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH), start + first, start + len(line.rstrip())
        start += len(line) + 1
