"""Pages that are pictures are read by text recognition where it is installed, and are named as unread where not."""

import io
import random

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab import __file__ as reportlab_file

from grantcheck.domain.document import Document
from grantcheck.domain.errors import NoTextFound
from grantcheck.extraction import ocr
from grantcheck.extraction.limits import Limits
from grantcheck.extraction.reading import read
from grantcheck.extraction.skew import skew_of

from .corpus.prose import SENTENCES

needs_tesseract = pytest.mark.skipif(not ocr.is_installed(), reason="tesseract with Swedish is not installed here")
PIXELS = (1654, 2339)
"""A4 at 200 dots an inch."""


def scan(*, degrees: float = 0, noise: int = 0) -> Image.Image:
    """Return a printed page as a scanner sees it."""
    image = Image.new("L", PIXELS, 255)
    font = ImageFont.truetype(reportlab_file.replace("__init__.py", "fonts/Vera.ttf"), 30)
    draw = ImageDraw.Draw(image)
    for number, sentence in enumerate(SENTENCES):
        draw.text((150, 200 + 90 * number), sentence, 0, font)
    image = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    chance = random.Random(1)  # noqa: S311 - no secret
    for _ in range(noise):
        image.putpixel((chance.randrange(PIXELS[0]), chance.randrange(PIXELS[1])), chance.randrange(256))
    return image


def as_pdf(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PDF", resolution=200)
    return target.getvalue()


def reading(content: bytes, limits: Limits | None = None) -> Document:
    return read(content, limits or Limits(), lambda page, pages: None)


def accuracy(document: Document) -> float:
    found = " ".join(block.text for block in document.blocks).split()
    right = " ".join(SENTENCES).split()
    return sum(word in found for word in right) / len(right)


@needs_tesseract
@pytest.mark.parametrize(("degrees", "noise", "least"), [(0, 0, 0.97), (2, 20_000, 0.92)])
def test_a_scan_is_read_and_marked_as_such(degrees: float, noise: int, least: float) -> None:
    document = reading(as_pdf(scan(degrees=degrees, noise=noise)))

    assert accuracy(document) >= least
    assert document.ocr_pages == (1,)
    assert [notice.code for notice in document.notices] == ["ocr-pages"]


def test_a_scan_without_recognition_has_no_text() -> None:
    with pytest.raises(NoTextFound):
        reading(as_pdf(scan()), Limits(ocr_seconds=0))


@pytest.mark.parametrize("degrees", [-2.0, 0.0, 1.3])
def test_the_skew_of_a_scan_is_measured(degrees: float) -> None:
    assert skew_of(scan(degrees=degrees)) == pytest.approx(-degrees, abs=0.25)
