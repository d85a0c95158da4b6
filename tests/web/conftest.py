"""A site for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installation import Installation

from .place import Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    place = Installation.make(tmp_path)
    with place.open_store() as store:
        yield make_site(place, store)
