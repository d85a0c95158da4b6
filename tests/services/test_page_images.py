"""Page images are drawn when first asked for, once, and a page that can't be drawn is no fault."""

from io import BytesIO
from pathlib import Path

import pytest

from grantcheck.domain.errors import TooHardToRead
from grantcheck.services.page_images import PageImages
from grantcheck.storage import FileStore

PNG = b"\x89PNG a page"


class Renderer:
    """Draws pages 1 to 3 and counts what it was asked for."""

    def __init__(self) -> None:
        self.drawn: list[int] = []

    def __call__(self, path: Path, page: int, dpi: int) -> bytes:
        assert path.read_bytes() == b"a report"
        self.drawn.append(page)
        if page > 3:
            raise TooHardToRead
        return PNG + bytes([page])


@pytest.fixture
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def images(tmp_path: Path, renderer: Renderer) -> PageImages:
    return PageImages(FileStore.in_folder(tmp_path / "files"), tmp_path / "page-images", renderer)


def test_a_page_is_drawn_once(images: PageImages, renderer: Renderer) -> None:
    report = images.files.put(BytesIO(b"a report"), 1).sha256

    shown = [images.png(report, page) for page in (1, 2, 1)]

    assert shown == [PNG + b"\x01", PNG + b"\x02", PNG + b"\x01"]
    assert renderer.drawn == [1, 2]


def test_the_cache_can_be_removed(images: PageImages, renderer: Renderer) -> None:
    report = images.files.put(BytesIO(b"a report"), 1).sha256
    images.png(report, 1)
    for path in images.cache.rglob("*.png"):
        path.unlink()

    assert images.png(report, 1) == PNG + b"\x01"
    assert renderer.drawn == [1, 1]


@pytest.mark.parametrize("page", [0, -1, 4])
def test_a_page_that_cant_be_drawn_is_none_and_leaves_nothing(images: PageImages, page: int) -> None:
    report = images.files.put(BytesIO(b"a report"), 1).sha256

    assert images.png(report, page) is None
    assert list(images.cache.rglob("*.png")) == []


def test_a_file_that_is_gone_has_no_pages(images: PageImages) -> None:
    assert images.png("0" * 64, 1) is None
