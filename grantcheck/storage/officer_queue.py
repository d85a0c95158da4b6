"""The officer's queue: one SQL read gives the rows of a page, how many there are, and every facet with its counts."""

import json
import re
from dataclasses import dataclass
from datetime import datetime

from grantcheck.domain.application import ApplicationId, CaseStatus
from grantcheck.domain.evidence import Flag
from grantcheck.domain.people import AssociationKind
from grantcheck.domain.queue_query import QueueQuery
from grantcheck.domain.report import ReportState
from grantcheck.domain.ruleset import CriterionId
from grantcheck.records import from_json

from .queue_sql import NEIGHBOURS, QUEUE
from .rows import Value, one_row
from .store import Store

UNREAD = "unread"
"""A criterion's mark where pages could not be read and nothing was found."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One criterion of a row: described, unclear, missing or unread."""

    criterion: CriterionId
    reading: str


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One case in the queue. `flag` is None where there is no reading; `report_state` None where there is no report."""

    application: ApplicationId
    association: str
    kind: AssociationKind
    case_number: str
    round_name_sv: str
    round_name_en: str
    submitted_at: datetime
    days_late: int
    status: CaseStatus
    officer: str | None
    report_state: ReportState | None
    flag: Flag | None
    concrete_examples: int | None
    unread_pages: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that a facet can take, named where it is a round or a person, and how many rows choosing it gives."""

    facet: str
    value: str
    name_sv: str | None
    name_en: str | None
    count: int


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue. `matching` of all `total` received cases fit the query."""

    rows: tuple[QueueRow, ...]
    facets: tuple[FacetValue, ...]
    matching: int
    total: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The cases before and after one in the same view, and its place among `matching`; place 0 when it is not in it."""

    previous: ApplicationId | None
    next: ApplicationId | None
    place: int
    matching: int


def officer_queue(store: Store, query: QueueQuery) -> QueuePage:
    """Return a page of the queue, flagged first unless the query says otherwise."""
    row = next(store.db.query(QUEUE, _values(query)))
    return from_json(QueuePage, row["page"])


def neighbours(store: Store, query: QueueQuery, application: ApplicationId) -> Neighbours:
    """Return where the case stands in the view."""
    return one_row(store.db, Neighbours, NEIGHBOURS, **_values(query), application=application)


def _values(query: QueueQuery) -> dict[str, Value]:
    search = query.search.strip().replace("\x00", "")
    return {
        "search": search.casefold(),
        "words": _words(search),
        "chosen": json.dumps(query.chosen),
        "sort": query.order.value,
        "descending": int(query.descending),
        "size": query.page_size,
        "skip": (max(1, query.page) - 1) * query.page_size,
    }


def _words(search: str) -> str:
    """Return the search as a full-text query: each word quoted, taken as the beginning of a word in the report."""
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", search))
