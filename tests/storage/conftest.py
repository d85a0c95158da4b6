"""A fresh installation for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grantcheck.storage import Store
from tests.installation import Installation


@pytest.fixture
def place(tmp_path: Path) -> Installation:
    return Installation.make(tmp_path)


@pytest.fixture
def store(place: Installation) -> Iterator[Store]:
    with place.open_store() as opened:
        yield opened


@pytest.fixture(scope="module")
def full_queue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Installation, Store]]:
    """Return a queue with one case of each sort, for tests that only read."""
    from .test_officer_queue import MIXED, add_all

    place = Installation.make(tmp_path_factory.mktemp("queue"))
    with place.open_store() as opened:
        add_all(place, opened, MIXED)
        yield place, opened
