"""The queue's list as CSV: the rows and columns of the view, on all its pages."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from flask import Response, request

from grantcheck.domain.people import Role
from grantcheck.domain.queue_query import PAGE_SIZES, QueueQuery
from grantcheck.domain.ruleset import RuleSet
from grantcheck.rulesets import load_rule_set
from grantcheck.storage.officer_queue import officer_queue

from ..access import allowed
from ..dates import table_day
from ..language import t
from ..request import settings, store
from .blueprint import blueprint
from .queue_page import Row, rows
from .view_address import read_view

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = ("association", "case", "round", "submitted", "flag")
_LAST_COLUMNS = ("status", "officer")


@blueprint.get("/ko.csv")
@allowed(Role.OFFICER)
def export() -> Response:
    """Send the view as CSV with semicolons and a byte order mark, as Swedish spreadsheets read it."""
    query = read_view(request.args).query
    rule_set = load_rule_set(settings().ruleset)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(_head(rule_set))
    for row in _all_rows(query, rule_set):
        writer.writerow([harmless(cell) for cell in _cells(row)])
    headers = {"Content-Disposition": "attachment; filename=arenden.csv"}
    return Response("\ufeff" + file.getvalue(), mimetype="text/csv", headers=headers)


def harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _all_rows(query: QueueQuery, rule_set: RuleSet) -> Iterator[Row]:
    shown = replace(query, page=1, page_size=PAGE_SIZES[-1])
    while (found := officer_queue(store(), shown)).rows:
        yield from rows(found, shown, rule_set)
        shown = replace(shown, page=shown.page + 1)


def _head(rule_set: RuleSet) -> list[str]:
    criteria = [f"K{place}" for place, _ in enumerate(rule_set.criteria, start=1)]
    names = [t(f"gc.queue.column.{name}") for name in (*_COLUMNS, "", *_LAST_COLUMNS) if name]
    return [*names[: len(_COLUMNS)], *criteria, *names[len(_COLUMNS) :]]


def _cells(row: Row) -> list[str]:
    case = row.case
    return [
        case.association,
        case.case_number,
        row.round_name,
        table_day(case.submitted_at),
        t(f"gc.queue.flag.{case.flag.value if case.flag else 'none'}"),
        *(t(f"gc.status.{tag.status}") for tag in row.tags),
        t(f"gc.case_status.{case.status.value}"),
        case.officer or "",
    ]
