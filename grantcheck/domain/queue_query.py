"""What an officer asks of the queue: search, filters, order and page, as they stand in the address."""

from dataclasses import dataclass, field
from enum import StrEnum

from .errors import SearchTooShort

SHORTEST_SEARCH = 2
PAGE_SIZES = (25, 50, 100)


class Facet(StrEnum):
    """By what the queue can be narrowed; a criterion's own facet is named by its id."""

    ROUND = "round"
    STATUS = "status"
    OFFICER = "officer"
    FLAG = "flag"
    KIND = "kind"
    UNREAD = "unread"


class QueueOrder(StrEnum):
    """By which column the queue is sorted; `flag` groups flagged, review, clear and inside each the one that waited."""

    FLAG = "flag"
    ASSOCIATION = "association"
    CASE = "case"
    SUBMITTED = "submitted"
    STATUS = "status"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """One view of the queue. Choices inside a facet widen, different facets narrow.

    `chosen` maps a facet, or a criterion's id, to the chosen values: ids of rounds and officers (0 for nobody), codes
    of statuses, flags (`none` where there is no reading) and kinds, `yes` or `no` for partly unread, and described,
    unclear, missing or unread for a criterion. `page` counts from 1. Raises SearchTooShort.
    """

    search: str = ""
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: QueueOrder = QueueOrder.FLAG
    descending: bool = False
    page: int = 1
    page_size: int = 50

    def __post_init__(self) -> None:
        if 0 < len(self.search.strip()) < SHORTEST_SEARCH:
            raise SearchTooShort(limit=SHORTEST_SEARCH)
