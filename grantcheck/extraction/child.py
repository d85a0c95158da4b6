"""Runs inside the child: limits itself, reads one file or draws one page, and answers with JSON or a picture."""

import json
import resource
import sys
from pathlib import Path

from grantcheck.domain.document import Document
from grantcheck.domain.errors import NoTextFound, UnreadableReport
from grantcheck.domain.filetype import ODT, PDF, WORD, media_type
from grantcheck.records import from_json, to_json

from .limits import Limits

FIRST_BYTES = 4096
OPEN_FILES = 64


def main() -> None:
    """Read the order from the command line, work, and write the answer to stdout."""
    order, path, limits = sys.argv[1], Path(sys.argv[2]), from_json(Limits, sys.argv[3])
    _limit_itself(limits)
    if order == "read":
        _answer_reading(path, limits)
    else:
        sys.stdout.buffer.write(_page_picture(path, page=int(sys.argv[4]), dpi=int(sys.argv[5])))


def _limit_itself(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))


def _answer_reading(path: Path, limits: Limits) -> None:
    try:
        answer = b"D" + to_json(read(path, limits))
    except UnreadableReport as error:
        answer = b"E" + json.dumps({"error": type(error).__name__, "details": error.details}).encode()
    sys.stdout.buffer.write(answer)


def read(path: Path, limits: Limits) -> Document:
    """Read the file by what its bytes are. Raises UnreadableReport."""
    with path.open("rb") as file:
        kind = media_type(file.read(FIRST_BYTES))
    if kind == PDF:
        from .pdf import read_pdf

        document = read_pdf(path, limits, _tell_progress)
    elif kind == WORD:
        from .office import read_docx

        document = read_docx(path, limits)
    elif kind == ODT:
        from .office import read_odt

        document = read_odt(path, limits)
    else:
        from .plain import read_text

        document = read_text(path)
    if not document.blocks:
        raise NoTextFound(pages=len(document.pages))
    return document


def _tell_progress(page: int, total: int) -> None:
    sys.stderr.write(f"{page}/{total}\n")
    sys.stderr.flush()


def _page_picture(path: Path, *, page: int, dpi: int) -> bytes:
    from io import BytesIO

    import pypdfium2

    picture = BytesIO()
    pypdfium2.PdfDocument(path)[page - 1].render(scale=dpi / 72).to_pil().save(picture, "PNG", optimize=True)
    return picture.getvalue()


if __name__ == "__main__":
    main()
