"""Packs files into a ZIP that is the same every time, as DOCX and ODT are ZIP files."""

import io
import zipfile
from collections.abc import Iterable

_SAME_TIME = (2026, 1, 1, 0, 0, 0)


def pack(files: Iterable[tuple[str, bytes]], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Return a ZIP of the files (name, content) in their order; those named in `stored` are not compressed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files:
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _SAME_TIME), content, how)
    return packed.getvalue()


def repack(archive: bytes) -> bytes:
    """Return the same ZIP without the times at which its files were written."""
    with zipfile.ZipFile(io.BytesIO(archive)) as original:
        return pack((name, original.read(name)) for name in original.namelist())
