"""A view of the queue as the query string of an address: read, written, and with single choices changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from grantcheck.domain.application import CaseStatus
from grantcheck.domain.evidence import Flag
from grantcheck.domain.people import AssociationKind
from grantcheck.domain.queue_query import PAGE_SIZES, Facet, QueueOrder, QueueQuery
from grantcheck.domain.ruleset import CriterionId

READINGS = ("missing", "unread", "unclear", "described")
FLAGS = (*(flag.value for flag in Flag), "none")
TO_REVIEW = (CaseStatus.SUBMITTED.value, CaseStatus.COMPLETED.value, CaseStatus.IN_REVIEW.value)
_SEARCH, _ORDER, _DOWN, _PAGE, _SIZE, _ALL = "sok", "sortera", "fallande", "sida", "antal", "alla"
_OWN = frozenset({_SEARCH, _ORDER, _DOWN, _PAGE, _SIZE, _ALL})
_CODES: Mapping[str, tuple[str, ...]] = {
    Facet.STATUS.value: tuple(status.value for status in CaseStatus),
    Facet.FLAG.value: FLAGS,
    Facet.KIND.value: tuple(kind.value for kind in AssociationKind),
    Facet.UNREAD.value: ("yes", "no"),
    **{criterion.value: READINGS for criterion in CriterionId},
}
_NUMBERED = frozenset({Facet.ROUND.value, Facet.OFFICER.value})


@dataclass(frozen=True, slots=True)
class ReadView:
    """The query of an address; `dropped` tells that a filter in it is not known any more."""

    query: QueueQuery
    dropped: bool


def read_view(values: MultiDict[str, str]) -> ReadView:
    """Read the query string. Raises SearchTooShort; unknown filters are left out."""
    given = [(name, value) for name, value in values.items(multi=True) if name not in _OWN]
    known = [(name, value) for name, value in given if _is_known(name, value)]
    chosen: dict[str, tuple[str, ...]] = {}
    for name, value in dict.fromkeys(known):
        chosen[name] = (*chosen.get(name, ()), value)
    query = QueueQuery(
        search=values.get(_SEARCH, ""),
        chosen=chosen,
        order=_order(values.get(_ORDER, "")),
        descending=_DOWN in values,
        page=max(1, values.get(_PAGE, 1, type=int)),
        page_size=_size(values.get(_SIZE, 0, type=int)),
    )
    return ReadView(query, dropped=len(known) < len(given))


def query_string(query: QueueQuery) -> str:
    """Return the view's query string; the view of all cases says so, since an address without any has a default."""
    pairs = [(name, value) for name, values in query.chosen.items() for value in values]
    if query.search.strip():
        pairs.insert(0, (_SEARCH, query.search.strip()))
    plain = QueueQuery()
    if query.order is not plain.order:
        pairs.append((_ORDER, query.order.value))
    if query.descending:
        pairs.append((_DOWN, "1"))
    if query.page_size != plain.page_size:
        pairs.append((_SIZE, str(query.page_size)))
    if query.page > 1:
        pairs.append((_PAGE, str(query.page)))
    return urlencode(pairs or [(_ALL, "1")])


def with_choice(query: QueueQuery, facet: str, value: str) -> QueueQuery:
    """Return the view with the choice added, at its first page."""
    chosen = dict(query.chosen)
    chosen[facet] = (*(item for item in chosen.get(facet, ()) if item != value), value)
    return replace(query, chosen=chosen, page=1)


def without_choice(query: QueueQuery, facet: str, value: str) -> QueueQuery:
    """Return the view with just this choice removed, at its first page."""
    left = tuple(item for item in query.chosen.get(facet, ()) if item != value)
    chosen = {name: values for name, values in query.chosen.items() if name != facet}
    return replace(query, chosen={**chosen, facet: left} if left else chosen, page=1)


def sorted_by(query: QueueQuery, order: QueueOrder) -> QueueQuery:
    """Return the view sorted by the column; by the same column again, the other way round."""
    return replace(query, order=order, descending=query.order is order and not query.descending, page=1)


def _is_known(facet: str, value: str) -> bool:
    if facet in _NUMBERED:
        return value.isdecimal()
    return value in _CODES.get(facet, ())


def _order(value: str) -> QueueOrder:
    return QueueOrder(value) if value in tuple(QueueOrder) else QueueOrder.FLAG


def _size(value: int) -> int:
    return value if value in PAGE_SIZES else QueueQuery().page_size
