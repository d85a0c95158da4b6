"""Page model of the officer's start page."""

from dataclasses import dataclass

from flask import url_for

from grantcheck.domain.people import User
from grantcheck.domain.queue_query import Facet, QueueQuery
from grantcheck.domain.ruleset import RuleSet
from grantcheck.storage.officer_queue import QueuePage

from ..language import t
from .queue_page import Row, rows
from .view_address import TO_REVIEW, query_string

_FIRST_ROWS = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """A number of cases that wait, and the view that shows them."""

    name: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class OfficerStart:
    """Page H1: what waits, and the first cases of the queue."""

    waiting: tuple[Waiting, ...]
    first: tuple[Row, ...]


def start_page(found: QueuePage, rule_set: RuleSet, officer: User) -> OfficerStart:
    """Return page H1."""
    counts = {(item.facet, item.value): item.count for item in found.facets}
    views = (
        ("to_review", Facet.STATUS, TO_REVIEW),
        ("completed", Facet.STATUS, ("completed",)),
        ("mine", Facet.OFFICER, (str(officer.id),)),
        ("waiting", Facet.STATUS, ("completion_requested",)),
    )
    waiting = tuple(
        Waiting(
            t(f"gc.officer.waiting.{name}"),
            sum(counts.get((facet.value, value), 0) for value in values),
            f"{url_for('officer.queue')}?{query_string(QueueQuery(chosen={facet.value: values}))}",
        )
        for name, facet, values in views
    )
    to_review = QueueQuery(chosen={Facet.STATUS.value: TO_REVIEW})
    open_rows = (row for row in rows(found, to_review, rule_set) if row.case.status.value in TO_REVIEW)
    return OfficerStart(waiting, tuple(open_rows)[:_FIRST_ROWS])
