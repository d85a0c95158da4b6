"""The sandbox from outside: a document or a named error, page by page, whatever becomes of the children."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from grantcheck.domain.errors import (
    DamagedFile,
    EmptyFile,
    FileNotFound,
    FileTooLarge,
    NoTextFound,
    TooManyPages,
    UnreadableReport,
)
from grantcheck.extraction import Limits, extract, render_page, sandbox
from tests.hostile import pdf_kinds, raw

SENTENCE = "Alla ledare har utbildats under våren och tre möten har hållits."


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    def written(content: bytes) -> Path:
        path = tmp_path / "report"
        path.write_bytes(content)
        return path

    return written


def test_a_pdf_becomes_a_document_with_boxes(write: Callable[[bytes], Path]) -> None:
    document = extract(write(raw.pdf()))

    (block,) = document.blocks
    (place,) = block.boxes(0, len(block.text))
    assert block.text == SENTENCE
    assert (place.page, place.box.x0) == (1, 72)
    assert 130 < place.box.top < 142 < place.box.bottom < 150


def test_progress_is_told_page_by_page(write: Callable[[bytes], Path]) -> None:
    told: list[tuple[int, int]] = []

    extract(write(pdf_kinds.pages(3)), Limits(), lambda page, pages: told.append((page, pages)))

    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("content", "limits", "error"),
    [
        (b"", Limits(), EmptyFile),
        (b"a" * 2_000_000, Limits(max_bytes=1_000_000), FileTooLarge),
        (pdf_kinds.pages(4), Limits(max_pages=3), TooManyPages),
        (raw.pdf({5: raw.stream(b"")}), Limits(), NoTextFound),
        (b"%PDF-1.7\n", Limits(), DamagedFile),
    ],
)
def test_a_file_that_cannot_be_read_has_a_named_error(
    write: Callable[[bytes], Path], content: bytes, limits: Limits, error: type[UnreadableReport]
) -> None:
    with pytest.raises(error):
        extract(write(content), limits)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFound):
        extract(tmp_path / "none.pdf")


def test_a_crop_box_moves_the_boxes_as_it_moves_the_picture(write: Callable[[bytes], Path]) -> None:
    cropped = pdf_kinds.with_page(b"/MediaBox[0 0 595 842]/CropBox[50 100 595 800]")

    document = extract(write(cropped))

    (place,) = document.blocks[0].boxes(0, 4)
    assert (document.pages[0].width, document.pages[0].height) == (545, 700)
    assert place.box.x0 == 22
    assert 88 < place.box.top < 100


def test_a_page_is_drawn_as_png(write: Callable[[bytes], Path]) -> None:
    with Image.open(BytesIO(render_page(write(raw.pdf()), 1, 72))) as image:
        assert (image.format, image.size) == ("PNG", (595, 842))


def test_a_page_that_is_not_there_is_a_named_error(write: Callable[[bytes], Path]) -> None:
    with pytest.raises(DamagedFile):
        render_page(write(raw.pdf()), 2, 72)


@pytest.mark.crash
def test_a_killed_server_is_replaced(write: Callable[[bytes], Path]) -> None:
    path = write(raw.pdf())
    extract(path)
    os.kill(sandbox._servers[0].process.pid, signal.SIGKILL)
    sandbox._servers[0].process.wait()

    assert extract(path).word_count == 11


def test_importing_the_package_loads_no_reading_library() -> None:
    script = (
        "import sys, grantcheck.extraction; print(sorted({'pdfplumber', 'docx', 'lxml', 'PIL'} & set(sys.modules)))"
    )

    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert shown.stdout.strip() == "[]"
