"""How often officers' completed reviews say the same as the reading."""

from dataclasses import dataclass
from datetime import datetime

from grantcheck.domain.ruleset import CriterionId

from .rows import all_rows, stored_time
from .store import Store

_REVIEWED = """
WITH standing AS (
    SELECT max(assessment.id) AS id
    FROM application JOIN assessment ON assessment.application_id = application.id
    WHERE reviewed_at >= :since GROUP BY application_id, criterion
)
SELECT criterion, count(*) AS reviews, sum(judgement = reading) AS same,
    sum(reading = 'described' AND judgement != 'described') AS let_through,
    sum(reading = 'missing' AND judgement = 'described') AS alarmed
FROM assessment JOIN standing USING (id)
WHERE reading IS NOT NULL AND judgement != 'not_applicable'
GROUP BY criterion
"""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of so many reviews of a criterion so many say the same as the reading; so many overrule one of its two errors."""

    criterion: CriterionId
    reviews: int
    same: int
    let_through: int
    alarmed: int


def agreements(store: Store, since: datetime) -> tuple[Agreement, ...]:
    """Return the agreement on each criterion over all reviews completed since; what was not read does not count."""
    return all_rows(store.db, Agreement, _REVIEWED, since=stored_time(since))
