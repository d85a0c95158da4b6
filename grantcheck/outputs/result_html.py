"""The reading as one self-contained HTML page: the criteria with their grounds, then the report with marks."""

from functools import partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from grantcheck.resources import shipped
from grantcheck.texts import plural, text

from .checked_report import CheckedReport, worded, worded_notice
from .marked_text import marked_blocks


def as_html(report: CheckedReport) -> str:
    """Return the page in Swedish; it names no other file and runs no script."""
    names = {criterion.id: f"K{number}" for number, criterion in enumerate(report.rule_set.criteria, start=1)}
    page = _environment().get_template("result/report.html")
    return page.render(
        report=report,
        names=names,
        blocks=marked_blocks(report.document, report.analysis.findings),
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(shipped("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["extract"] = lambda key, table: table[key]
    environment.globals.update(
        text=text, plural=plural, worded=partial(worded, language="sv"), worded_notice=worded_notice
    )
    return environment
