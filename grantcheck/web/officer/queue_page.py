"""Page model of the officer's queue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flask import url_for

from grantcheck.domain.people import User
from grantcheck.domain.queue_query import Facet, QueueOrder, QueueQuery
from grantcheck.domain.ruleset import CriterionId, RuleSet
from grantcheck.storage.officer_queue import FacetValue, QueuePage, QueueRow

from ..language import language, t
from ..reading import codes
from .view_address import FLAGS, READINGS, TO_REVIEW, ReadView, query_string, sorted_by, with_choice, without_choice

STATUS_OF_READING = {"described": "beskrivs", "unclear": "otydligt", "missing": "saknas", "unread": "olast"}
_COLUMNS = (
    (QueueOrder.ASSOCIATION, "association"),
    (QueueOrder.CASE, "case"),
    (QueueOrder.SUBMITTED, "submitted"),
    (QueueOrder.FLAG, "flag"),
    (None, "reading"),
    (QueueOrder.STATUS, "status"),
    (QueueOrder.OFFICER, "officer"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head; `address` sorts by it, `sort` is ascending, descending, none, or empty when it can't sort."""

    name: str
    address: str
    sort: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet; following `address` adds or removes it."""

    name: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class FacetList:
    """A facet with its values."""

    name: str
    choices: tuple[Choice, ...]

    @property
    def open(self) -> bool:
        """Whether something in it is chosen."""
        return any(choice.chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen filter, with the address of the view without it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class MiniTag:
    """A criterion's reading in a row; `name` is its full hidden text."""

    status: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A case with the address of its review, which carries the view along."""

    case: QueueRow
    address: str
    round_name: str
    tags: tuple[MiniTag, ...]
    to_look_at: int


@dataclass(frozen=True, slots=True)
class QueueView:
    """Page H2. `kept` are the filters that the search form carries along."""

    matching: int
    total: int
    examples_asked: int
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    views: tuple[Choice, ...]
    facets: tuple[FacetList, ...]
    chips: tuple[Chip, ...]
    kept: tuple[tuple[str, str], ...]
    pages: tuple[tuple[int, str], ...]
    here: int
    csv: str
    dropped: bool


def queue_page(view: ReadView, found: QueuePage, rule_set: RuleSet, officer: User) -> QueueView:
    """Return page H2."""
    query = view.query
    return QueueView(
        matching=found.matching,
        total=found.total,
        examples_asked=rule_set.min_examples,
        rows=tuple(rows(found, query, rule_set)),
        columns=tuple(_columns(query)),
        views=tuple(_views(query, officer)),
        facets=tuple(_facets(found.facets, query, rule_set)),
        chips=tuple(_chips(found.facets, query, rule_set)),
        kept=tuple((facet, value) for facet, values in query.chosen.items() for value in values),
        pages=tuple(_pages(found, query)),
        here=query.page,
        csv=f"{url_for('officer.export')}?{query_string(replace(query, page=1))}",
        dropped=view.dropped,
    )


def rows(found: QueuePage, query: QueueQuery, rule_set: RuleSet) -> Iterator[Row]:
    """Yield the rows of the page."""
    names = {criterion.id: criterion.name[language()] for criterion in rule_set.criteria}
    code = codes(rule_set)
    for case in found.rows:
        tags = tuple(
            _tag(code[mark.criterion], names[mark.criterion], mark.reading)
            for mark in case.marks
            if mark.criterion in code
        )
        yield Row(
            case=case,
            address=f"{url_for('officer.case', number=case.application)}?{query_string(query)}",
            round_name=case.round_name_en if language() == "en" else case.round_name_sv,
            tags=tags,
            to_look_at=_to_look_at(case, rule_set),
        )


def _to_look_at(case: QueueRow, rule_set: RuleSet) -> int:
    """Return how many required criteria made the flag: missing ones, or unclear ones where none is missing."""
    wanted = ("missing",) if case.flag == "flagged" else ("unclear", "unread")
    required = {item.id for item in rule_set.criteria if item.application == "required"}
    return sum(mark.reading in wanted and mark.criterion in required for mark in case.marks)


def _tag(code: str, name: str, reading: str) -> MiniTag:
    status = STATUS_OF_READING[reading]
    return MiniTag(status, code, f"{code} {name}: {t(f'gc.status.{status}')}")


def _address(query: QueueQuery) -> str:
    return f"{url_for('officer.queue')}?{query_string(query)}"


def _columns(query: QueueQuery) -> Iterator[Column]:
    for order, name in _COLUMNS:
        if order is None:
            yield Column(t(f"gc.queue.column.{name}"), "", "")
            continue
        sort = "none" if order is not query.order else "descending" if query.descending else "ascending"
        yield Column(t(f"gc.queue.column.{name}"), _address(sorted_by(query, order)), sort)


def _views(query: QueueQuery, officer: User) -> Iterator[Choice]:
    views: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
        ("to_review", {Facet.STATUS.value: TO_REVIEW}),
        ("mine", {Facet.OFFICER.value: (str(officer.id),)}),
        ("completed", {Facet.STATUS.value: ("completed",)}),
        ("not_flagged", {Facet.FLAG.value: ("clear",)}),
        ("all", {}),
    )
    for name, chosen in views:
        yield Choice(t(f"gc.queue.view.{name}"), 0, query.chosen == chosen, _address(QueueQuery(chosen=chosen)))


def _facets(values: Sequence[FacetValue], query: QueueQuery, rule_set: RuleSet) -> Iterator[FacetList]:
    for facet in _facet_order(rule_set):
        choices = tuple(_choice(item, query) for item in _in_order(facet, values))
        if choices:
            yield FacetList(facet_name(facet, rule_set), choices)


def _facet_order(rule_set: RuleSet) -> list[str]:
    first = [Facet.FLAG, Facet.STATUS, Facet.ROUND, Facet.OFFICER, Facet.KIND, Facet.UNREAD]
    return [*(facet.value for facet in first), *(criterion.id.value for criterion in rule_set.criteria)]


def _in_order(facet: str, values: Sequence[FacetValue]) -> list[FacetValue]:
    fixed = {Facet.FLAG.value: FLAGS}.get(facet, READINGS)
    own = [item for item in values if item.facet == facet]
    return sorted(own, key=lambda item: fixed.index(item.value) if item.value in fixed else 0)


def _choice(item: FacetValue, query: QueueQuery) -> Choice:
    chosen = item.value in query.chosen.get(item.facet, ())
    change = without_choice if chosen else with_choice
    return Choice(value_name(item), item.count, chosen, _address(change(query, item.facet, item.value)))


def _chips(values: Sequence[FacetValue], query: QueueQuery, rule_set: RuleSet) -> Iterator[Chip]:
    known = {(item.facet, item.value): item for item in values}
    for facet, chosen in query.chosen.items():
        for value in chosen:
            item = known.get((facet, value), FacetValue(facet, value, None, None, 0))
            name = f"{facet_name(facet, rule_set)}: {value_name(item)}"
            yield Chip(name, _address(without_choice(query, facet, value)))
    if query.search.strip():
        name = t("gc.queue.search_chip", search=query.search.strip())
        yield Chip(name, _address(replace(query, search="", page=1)))


def facet_name(facet: str, rule_set: RuleSet) -> str:
    """Return the facet's heading; a criterion's is its code and name."""
    for criterion in rule_set.criteria:
        if criterion.id.value == facet:
            return f"{codes(rule_set)[criterion.id]} {criterion.name[language()]}"
    return t(f"gc.queue.facet.{facet}")


def value_name(item: FacetValue) -> str:
    """Return a facet value's name: a round's or person's own, else the code's text."""
    own = item.name_en if language() == "en" else item.name_sv
    if own:
        return own
    if item.facet in tuple(CriterionId):
        return t(f"gc.status.{STATUS_OF_READING[item.value]}")
    prefix = {Facet.STATUS.value: "gc.case_status", Facet.KIND.value: "gc.association_kind"}.get(item.facet)
    if prefix:
        return t(f"{prefix}.{item.value}")
    if item.facet in (Facet.ROUND, Facet.OFFICER):
        return t("gc.queue.nobody") if item.value == "0" else item.value
    return t(f"gc.queue.{item.facet}.{item.value}")


def _pages(found: QueuePage, query: QueueQuery) -> Iterator[tuple[int, str]]:
    for number in range(1, -(-found.matching // query.page_size) + 1):
        yield number, _address(replace(query, page=number))
