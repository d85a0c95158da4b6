"""The reading as JSON: the contract of docs/command-line.md, version 1."""

import json
from collections.abc import Iterable

from grantcheck.domain.analysis import Finding, ProposedCommitment
from grantcheck.domain.document import Notice, PageBox
from grantcheck.domain.evidence import Evidence

from .checked_report import CheckedReport, worded, worded_notice

SCHEMA = 1


def as_json(report: CheckedReport, *, indent: int | None = 1) -> str:
    """Return one JSON object; without indent it is one line."""
    return json.dumps(as_object(report), ensure_ascii=False, indent=indent)


def as_object(report: CheckedReport) -> dict[str, object]:
    """Return the contract's object; boxes are in PDF points from the page's top left, dates ISO 8601."""
    analysis = report.analysis
    return {
        "schema": SCHEMA,
        "report": _report(report),
        "pipeline": {"name": analysis.pipeline.name, "version": analysis.pipeline.version},
        "ruleset": analysis.ruleset,
        "occasion": analysis.occasion,
        "flag": analysis.flag,
        "concrete_examples": analysis.concrete_examples,
        "criteria": [_finding(finding) for _, finding in report.findings()],
        "commitments": [_commitment(item) for item in analysis.commitments],
        "warnings": [_warning(notice) for notice in analysis.notices],
    }


def _report(report: CheckedReport) -> dict[str, object]:
    document, analysis = report.document, report.analysis
    return {
        "source": report.source,
        "sha256": report.sha256,
        "media_type": document.media_type,
        "pages": len(document.pages),
        "words": document.word_count,
        "language": analysis.language,
        "ocr_pages": list(document.ocr_pages),
        "unread_pages": list(document.unread_pages),
        "period": {
            "start": analysis.period.start.isoformat(),
            "end": analysis.period.end.isoformat(),
            "source": analysis.period_source,
        },
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.criterion,
        "verdict": finding.verdict,
        "why": worded(finding.why),
        "evidence": [_evidence(item) for item in finding.evidence],
    }


def _evidence(item: Evidence) -> dict[str, object]:
    shown = {
        "text": item.text,
        "page": item.page,
        "boxes": _boxes(box for box in item.boxes if box.page == item.page),
        "heading": item.heading,
        "kind": item.kind,
        "cues": [{"start": cue.start, "end": cue.end, "role": cue.role} for cue in item.cues],
        "why": worded(item.why),
    }
    pages = sorted({box.page for box in item.boxes} - {item.page})
    if pages:
        shown["continued"] = [
            {"page": page, "boxes": _boxes(box for box in item.boxes if box.page == page)} for page in pages
        ]
    return shown


def _boxes(boxes: Iterable[PageBox]) -> list[list[float]]:
    return [[round(edge, 2) for edge in (at.box.x0, at.box.top, at.box.x1, at.box.bottom)] for at in boxes]


def _commitment(item: ProposedCommitment) -> dict[str, object]:
    return {"text": item.text, "page": item.page, "due": item.due.isoformat() if item.due else None}


def _warning(notice: Notice) -> dict[str, str]:
    return {"code": notice.code, "message": worded_notice(notice)}
