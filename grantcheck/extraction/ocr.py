"""Text recognition for pages that are pictures, by the tesseract command with Swedish, where it is installed."""

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from PIL import Image

from . import clock, picture
from .limits import Limits
from .pagetext import PageText
from .skew import skew_of
from .typography import readable
from .words import PlacedWord, Style

DPI = 200
POINTS_PER_INCH = 72
LEAST_CONFIDENCE = 30.0
LEAST_SURE_PAGE = 55.0
FEWEST_WORDS = 3
MOST_PICTURE_BYTES = 60_000_000
STYLE = Style("", bold=False, italic=False)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Reads pages of one file by their pictures; a page that stays unreadable is given back as it came."""

    content: bytes
    limits: Limits

    def read(self, page: PageText) -> PageText:
        """Return the page with recognised words, or unchanged where nothing could be recognised."""
        if not self.limits.ocr_seconds or not is_installed():
            return page
        with clock.standing_still(2 * self.limits.ocr_seconds):
            image = self._picture(page.number)
            words = recognised(image, self.limits, page.width / image.width) if image else []
        if len(words) < FEWEST_WORDS:
            return page
        return replace(page, words=tuple(words), ocr=True, unread=False)

    def _picture(self, number: int) -> Image.Image | None:
        """Return the page's picture in grey, drawn by a process of its own, for a page may break the drawing."""
        content = in_own_process(lambda: _drawn(self.content, number))
        if not content:
            return None
        with Image.open(io.BytesIO(content)) as image:
            return image.convert("L")


def _drawn(content: bytes, number: int) -> bytes:
    target = io.BytesIO()
    picture.page_image(io.BytesIO(content), number, DPI).convert("L").save(target, "PNG", compress_level=1)
    return target.getvalue()


@cache
def is_installed() -> bool:
    """Whether the tesseract command and its Swedish are there."""
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)  # noqa: S607
    return "swe" in listed.stdout.split()


def recognised(image: Image.Image, limits: Limits, scale: float) -> list[PlacedWord]:
    """Return the words of the picture, in points at `scale` points a pixel; none where the reading is unsure."""
    angle = skew_of(image)
    straight = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255) if angle else image
    target = io.BytesIO()
    straight.save(target, "PNG", dpi=(DPI, DPI), compress_level=1)
    found = [_placed(row, scale) for row in _rows(_tesseract(target.getvalue(), limits))]
    sure = sum(row.confidence * len(row.word.text) for row in found) / max(sum(len(row.word.text) for row in found), 1)
    return _on_common_lines(found) if sure > LEAST_SURE_PAGE else []


@dataclass(frozen=True, slots=True)
class _Recognised:
    line: tuple[str, ...]
    confidence: float
    word: PlacedWord


def _tesseract(content: bytes, limits: Limits) -> str:
    try:
        done = subprocess.run(
            ["tesseract", "stdin", "stdout", "-l", "swe", "--psm", "3", "tsv"],  # noqa: S607
            input=content,
            capture_output=True,
            timeout=limits.ocr_seconds,
            check=False,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _rows(table: str) -> Iterator[dict[str, str]]:
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") == "5" and (row.get("text") or "").strip() and float(row["conf"]) >= LEAST_CONFIDENCE:
            yield row


def _placed(row: dict[str, str], scale: float) -> _Recognised:
    x0, top = float(row["left"]) * scale, float(row["top"]) * scale
    x1, bottom = x0 + float(row["width"]) * scale, top + float(row["height"]) * scale
    word = PlacedWord(readable(row["text"]).strip(), x0, x1, top, bottom, bottom, bottom - top, STYLE)
    return _Recognised((row["block_num"], row["par_num"], row["line_num"]), float(row["conf"]), word)


def _on_common_lines(found: list[_Recognised]) -> list[PlacedWord]:
    """Give the words of a line one baseline and size, since recognised boxes follow the letters' shapes."""
    words: list[PlacedWord] = []
    for _, some in groupby(found, key=lambda item: item.line):
        line = [item.word for item in some]
        top, bottom = min(word.top for word in line), max(word.bottom for word in line)
        size = round(max(bottom - top, 1.0))
        words += [
            replace(word, top=top, bottom=bottom, baseline=bottom - 0.2 * size, size=size) for word in line if word.text
        ]
    return words


def in_own_process(act: Callable[[], bytes]) -> bytes:
    """Return what the act gives when done in a forked process, or nothing when that process fails or is killed."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with os.fdopen(theirs, "wb") as channel:
                channel.write(act())
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as channel:
        result = channel.read(MOST_PICTURE_BYTES)
    _, status = os.waitpid(child, 0)
    return result if status == 0 else b""
