"""Pictures of PDF pages, by pypdfium2; only ever called in a limited child."""

import io
from typing import BinaryIO

import pypdfium2
from PIL import Image

from grantcheck.domain.errors import DamagedFile, EncryptedFile

POINTS_PER_INCH = 72
MOST_PIXELS = 40_000_000


def render(file: BinaryIO, page: int, dpi: int) -> bytes:
    """Return the page (counted from 1) as PNG. Raises DamagedFile or EncryptedFile."""
    target = io.BytesIO()
    page_image(file, page, dpi).save(target, "PNG", compress_level=3)
    return target.getvalue()


def page_image(file: BinaryIO, page: int, dpi: int) -> Image.Image:
    """Return the page as a picture, coarser than asked where the page is huge."""
    try:
        with pypdfium2.PdfDocument(file) as pdf:
            sheet = pdf[page - 1]
            width, height = sheet.get_size()
            pixels = width * height * (dpi / POINTS_PER_INCH) ** 2
            scale = dpi / POINTS_PER_INCH * min(1.0, (MOST_PIXELS / max(pixels, 1)) ** 0.5)
            image: Image.Image = sheet.render(scale=scale).to_pil()
            return image
    except pypdfium2.PdfiumError as fault:
        raise (EncryptedFile() if "password" in str(fault).lower() else DamagedFile()) from None
    except (IndexError, ValueError):
        raise DamagedFile() from None
