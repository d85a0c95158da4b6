"""The reading as plain text for a terminal: verdicts first, then each criterion with its grounds."""

import textwrap
from collections.abc import Iterator

from grantcheck.domain.analysis import Finding
from grantcheck.domain.evidence import Evidence, Verdict
from grantcheck.domain.ruleset import Criterion, Requirement
from grantcheck.texts import plural, text

from .checked_report import CheckedReport, worded, worded_notice

WIDTH = 100
SYMBOLS = {Verdict.DESCRIBED: "✓", Verdict.UNCLEAR: "~", Verdict.MISSING: "–"}


def as_text(report: CheckedReport) -> str:
    """Return the reading in Swedish, wrapped to 100 columns, ending with a line break."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: CheckedReport) -> Iterator[str]:
    yield from _head(report)
    for criterion, finding in report.findings():
        yield ""
        yield from _finding(report, criterion, finding)
    if report.analysis.commitments:
        yield ""
        yield text("gc.result.commitments")
        for item in report.analysis.commitments:
            due = f" ({text('gc.result.due', date=item.due.isoformat())})" if item.due else ""
            yield from _wrapped(f"”{item.text}” {text('gc.result.page', page=item.page)}{due}", "  • ")


def _head(report: CheckedReport) -> Iterator[str]:
    analysis, document = report.analysis, report.document
    yield report.source
    yield "=" * min(len(report.source), WIDTH)
    facts = [
        plural("gc.result.pages", len(document.pages)),
        plural("gc.result.words", document.word_count),
        text(f"gc.result.period_{analysis.period_source}", start=analysis.period.start, end=analysis.period.end),
    ]
    yield ", ".join(facts)
    yield f"{text(f'gc.flag.{analysis.flag}')}. {plural('gc.result.examples', analysis.concrete_examples)}"
    for notice in analysis.notices:
        yield from _wrapped(worded_notice(notice), "! ")


def _finding(report: CheckedReport, criterion: Criterion, finding: Finding) -> Iterator[str]:
    asked = text(f"gc.requirement.{criterion.on(report.occasion)}")
    if criterion.on(report.occasion) is Requirement.NOT_APPLICABLE:
        yield f"{criterion.name['sv']}: {asked}"
        return
    verdict = text(f"gc.verdict.{finding.verdict}")
    yield f"{SYMBOLS[finding.verdict]} {criterion.name['sv']}: {verdict} ({asked})"
    yield from _wrapped(worded(finding.why), "  ")
    for item in finding.evidence:
        yield from _evidence(item)


def _evidence(item: Evidence) -> Iterator[str]:
    place = text("gc.result.page", page=item.page)
    under = f", {text('gc.result.under', heading=item.heading)}" if item.heading else ""
    yield from _wrapped(f"{text(f'gc.kind.{item.kind}')}: ”{item.text}” {place}{under}", "  • ")


def _wrapped(paragraph: str, lead: str) -> list[str]:
    return textwrap.wrap(paragraph, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))
