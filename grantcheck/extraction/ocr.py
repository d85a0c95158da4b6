"""Recognises the text of a page's picture through Debian's tesseract command, in Swedish, where it is installed."""

import os
import shutil
import subprocess
from csv import QUOTE_NONE, DictReader
from io import BytesIO
from pathlib import Path

from grantcheck.domain.document import Box

from .layout import Char

DPI = 200
SURE_ENOUGH = 40.0
SECONDS_A_PAGE = 60


def recognise(path: Path, page: int, width: float, height: float) -> list[Char]:
    """Return the page's words as characters in PDF points; empty where nothing can be recognised."""
    command = shutil.which("tesseract")
    if command is None:
        return []
    picture = _picture(path, page)
    run = subprocess.run(  # noqa: S603 - the command is the installed tesseract, its input a picture of ours
        [command, "stdin", "stdout", "-l", "swe", "--psm", "3", "--dpi", str(DPI), "tsv"],
        input=picture,
        capture_output=True,
        timeout=SECONDS_A_PAGE,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=False,
    )
    if run.returncode != 0:
        return []
    table = DictReader(run.stdout.decode("utf-8", "replace").splitlines(), delimiter="\t", quoting=QUOTE_NONE)
    words = [row for row in table if (row.get("text") or "").strip() and float(row["conf"]) >= SURE_ENOUGH]
    return [char for row in words for char in _chars(row)]


def _picture(path: Path, page: int) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    picture = BytesIO()
    document[page - 1].render(scale=DPI / 72, grayscale=True).to_pil().save(picture, "PNG")
    document.close()
    return picture.getvalue()


def _chars(row: dict[str, str]) -> list[Char]:
    """Spread a recognised word's letters evenly over its box."""
    points = 72 / DPI
    left, top, width, height = (float(row[name]) * points for name in ("left", "top", "width", "height"))
    step = width / len(row["text"])
    return [
        Char(letter, Box(left + step * place, top, left + step * (place + 1), top + height), height, bold=False)
        for place, letter in enumerate(row["text"])
    ]
