"""Rows of readings (check runs): each is kept with all versions and never rewritten."""

import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from grantcheck.domain.analysis import Analysis, Finding, ProposedCommitment
from grantcheck.domain.document import Document
from grantcheck.domain.report import ReportId, ReportState
from grantcheck.domain.ruleset import RuleSet
from grantcheck.records import from_json, to_json

from .rows import maybe_row, stored_time
from .store import Store

CheckRunId = NewType("CheckRunId", int)


@dataclass(frozen=True, slots=True)
class CheckRun:
    """One reading of a report, with the rule set as it was worded then."""

    id: CheckRunId
    at: datetime
    program: str
    document: Document
    analysis: Analysis
    rule_set: RuleSet


@dataclass(frozen=True, slots=True)
class Attempt:
    """Which reading of which report a run is, and the version of the program that made it."""

    report: ReportId
    workflow: str
    program: str


@dataclass(frozen=True, slots=True)
class _Stored:
    id: CheckRunId
    at: datetime
    program: str
    document: bytes
    analysis: bytes
    rule_set: str


def is_recorded(store: Store, workflow: str) -> bool:
    """Whether the workflow has recorded its run."""
    sql = "SELECT EXISTS (SELECT 1 FROM check_run WHERE workflow = :workflow) AS recorded"
    return bool(next(store.db.query(sql, {"workflow": workflow}))["recorded"])


def latest_run(store: Store, report: ReportId) -> CheckRun | None:
    """Return the report's latest reading, None where it has not been read."""
    sql = """SELECT check_run.id, at, program, document, analysis, content AS rule_set
        FROM check_run JOIN rule_set_version ON fingerprint = rule_set_version
        WHERE report_id = :report AND outcome = 'read' ORDER BY check_run.id DESC LIMIT 1"""
    row = maybe_row(store.db, _Stored, sql, report=report)
    if row is None:
        return None
    document = from_json(Document, zlib.decompress(row.document))
    analysis = from_json(Analysis, zlib.decompress(row.analysis))
    return CheckRun(row.id, row.at, row.program, document, analysis, from_json(RuleSet, row.rule_set))


def insert_reading(
    store: Store, attempt: Attempt, document: Document, analysis: Analysis, rule_set: RuleSet
) -> CheckRunId:
    """Insert a reading with its findings, evidence and proposed commitments."""
    sql = """INSERT INTO check_run (report_id, workflow, at, outcome, program, pipeline, pipeline_version,
            rule_set_version, flag, concrete_examples, unread_pages, document, analysis)
        VALUES (:report, :workflow, :now, 'read', :program, :pipeline, :pipeline_version, :rule_set_version, :flag,
            :concrete_examples, :unread_pages, :document, :analysis) RETURNING id"""
    values = {
        "report": attempt.report,
        "workflow": attempt.workflow,
        "now": stored_time(store.now()),
        "program": attempt.program,
        "pipeline": analysis.pipeline.name,
        "pipeline_version": analysis.pipeline.version,
        "rule_set_version": _kept_rule_set(store, rule_set),
        "flag": analysis.flag.value,
        "concrete_examples": analysis.concrete_examples,
        "unread_pages": len(document.unread_pages),
        "document": zlib.compress(to_json(document)),
        "analysis": zlib.compress(to_json(analysis)),
    }
    run = CheckRunId(next(store.db.query(sql, values))["id"])
    for finding in analysis.findings:
        _insert_finding(store, run, finding)
    _insert_commitments(store, run, analysis.commitments)
    _index_text(store, attempt.report, document)
    return run


def insert_failure(store: Store, attempt: Attempt, outcome: ReportState, error: str) -> None:
    """Insert a run that gave no reading, because the file can't be read or because the reading stopped."""
    sql = """INSERT INTO check_run (report_id, workflow, at, outcome, error, program)
        VALUES (:report, :workflow, :now, :outcome, :error, :program)"""
    values = {
        "report": attempt.report,
        "workflow": attempt.workflow,
        "now": stored_time(store.now()),
        "outcome": outcome.value,
        "error": error,
        "program": attempt.program,
    }
    store.db.execute(sql, values)


def _kept_rule_set(store: Store, rule_set: RuleSet) -> str:
    """Keep the rule set as it is worded now and return its fingerprint."""
    content = to_json(rule_set)
    fingerprint = hashlib.sha256(content).hexdigest()
    sql = """INSERT OR IGNORE INTO rule_set_version (fingerprint, ruleset, content, first_used_at)
        VALUES (:fingerprint, :ruleset, :content, :now)"""
    values = {
        "fingerprint": fingerprint,
        "ruleset": rule_set.id,
        "content": content.decode(),
        "now": stored_time(store.now()),
    }
    store.db.execute(sql, values)
    return fingerprint


def _insert_finding(store: Store, run: CheckRunId, finding: Finding) -> None:
    sql = """INSERT INTO finding (check_run_id, criterion, verdict, reason)
        VALUES (:run, :criterion, :verdict, :reason) RETURNING id"""
    values = {
        "run": run,
        "criterion": finding.criterion.value,
        "verdict": finding.verdict.value,
        "reason": finding.why.code,
    }
    number = next(store.db.query(sql, values))["id"]
    sql = """INSERT INTO evidence (finding_id, position, kind, page, text)
        VALUES (:finding, :position, :kind, :page, :text)"""
    for position, item in enumerate(finding.evidence):
        piece = {"finding": number, "position": position, "kind": item.kind.value, "page": item.page, "text": item.text}
        store.db.execute(sql, piece)


def _insert_commitments(store: Store, run: CheckRunId, commitments: Iterable[ProposedCommitment]) -> None:
    sql = """INSERT INTO proposed_commitment (check_run_id, position, text, page, due)
        VALUES (:run, :position, :text, :page, :due)"""
    for position, item in enumerate(commitments):
        due = item.due and item.due.isoformat()
        values = {"run": run, "position": position, "text": item.text, "page": item.page, "due": due}
        store.db.execute(sql, values)


def _index_text(store: Store, report: ReportId, document: Document) -> None:
    """Make the report's words searchable."""
    store.db.execute("DELETE FROM report_text WHERE rowid = :report", {"report": report})
    text = "\n".join(block.text for block in document.blocks)
    store.db.execute("INSERT INTO report_text (rowid, text) VALUES (:report, :text)", {"report": report, "text": text})
