"""The learning curve takes a growing part of the clause bank and tears no pair apart."""

import pytest

from grantcheck.domain.period import Period
from models.training.corpus import Sample
from models.training.split import chosen_clauses

CLAUSES = [
    Sample(f"pair-{number // 2}", "w1", "", "", f"Sats {number}.", Period.parse("2025-01-01/2025-12-31"), ())
    for number in range(80)
]


def chosen(share: float) -> list[Sample]:
    return chosen_clauses(CLAUSES, share)


@pytest.mark.parametrize(("share", "count"), [(0.0, 0), (0.25, 20), (0.5, 40), (1.0, 80)])
def test_a_share_of_the_clauses_is_chosen_by_pair(share: float, count: int) -> None:
    groups = [clause.group for clause in chosen(share)]

    assert len(groups) == count
    assert all(groups.count(group) == 2 for group in groups)


def test_a_larger_share_holds_the_smaller_one() -> None:
    quarter, half = chosen(0.25), chosen(0.5)

    assert all(clause in half for clause in quarter)
    assert chosen(0.25) == quarter
