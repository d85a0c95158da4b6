"""The checker reads the written cases at least as well as the kept rates say; see `cases.py` and `rates.py`."""

import sys

import pytest

from .rates import kept_rates, known_wrong, rates_of, table, worse, wrong_ids
from .readings import Outcome, outcomes

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def found() -> list[Outcome]:
    return outcomes()


def test_nothing_is_read_worse_than_the_kept_rates(found: list[Outcome], capsys: pytest.CaptureFixture[str]) -> None:
    rates, kept = rates_of(found), kept_rates()

    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(table(found)) + "\n")

    assert worse(rates, kept) == []
    assert rates.right.keys() == kept.right.keys()


def test_what_is_known_to_be_wrong_is_still_wrong(found: list[Outcome]) -> None:
    assert known_wrong() - wrong_ids(found) == set()
