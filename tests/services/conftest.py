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
