"""Rows of grant rounds."""

from datetime import datetime

from grantcheck.domain.grant_round import GrantRound, RoundId

from .rows import all_rows, one_row, stored_time
from .store import Store

_ROUND = """
SELECT id, name_sv AS name__sv, name_en AS name__en, who_may_apply_sv AS who_may_apply__sv,
    who_may_apply_en AS who_may_apply__en, late_rule_sv AS late_rule__sv, late_rule_en AS late_rule__en,
    opens_at, closes_at, late_until, decision_by, period_start, period_end, ruleset, occasion, draft_days
FROM grant_round
"""


def find_round(store: Store, number: RoundId) -> GrantRound:
    """Return the round. Raises NotFound."""
    return one_row(store.db, GrantRound, _ROUND + " WHERE id = :round", round=number)


def rounds_not_over(store: Store, now: datetime) -> tuple[GrantRound, ...]:
    """Return the rounds that take applications now or will later, the one that closes first at the top."""
    sql = _ROUND + " WHERE coalesce(late_until, closes_at) >= :now ORDER BY closes_at, id"
    return all_rows(store.db, GrantRound, sql, now=stored_time(now))


def all_rounds(store: Store) -> tuple[GrantRound, ...]:
    """Return every round, the latest first."""
    return all_rows(store.db, GrantRound, _ROUND + " ORDER BY closes_at DESC, id")


def insert_round(store: Store, row: GrantRound) -> RoundId:
    """Insert the round under its id and return it."""
    sql = """INSERT INTO grant_round (id, name_sv, name_en, who_may_apply_sv, who_may_apply_en, late_rule_sv,
            late_rule_en, opens_at, closes_at, late_until, decision_by, period_start, period_end, ruleset, occasion,
            draft_days)
        VALUES (:id, :name_sv, :name_en, :who_sv, :who_en, :late_sv, :late_en, :opens_at, :closes_at, :late_until,
            :decision_by, :period_start, :period_end, :ruleset, :occasion, :draft_days)"""
    store.db.execute(
        sql,
        {
            "id": row.id,
            "name_sv": row.name["sv"],
            "name_en": row.name["en"],
            "who_sv": row.who_may_apply["sv"],
            "who_en": row.who_may_apply["en"],
            "late_sv": row.late_rule["sv"],
            "late_en": row.late_rule["en"],
            "opens_at": stored_time(row.opens_at),
            "closes_at": stored_time(row.closes_at),
            "late_until": row.late_until and stored_time(row.late_until),
            "decision_by": row.decision_by.isoformat(),
            "period_start": row.period_start.isoformat(),
            "period_end": row.period_end.isoformat(),
            "ruleset": row.ruleset,
            "occasion": row.occasion.value,
            "draft_days": row.draft_days,
        },
    )
    return row.id
