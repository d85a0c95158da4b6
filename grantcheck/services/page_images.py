"""Page images of reports, made when first asked for and kept in a cache that is safe to remove."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from grantcheck.domain.errors import UnreadableReport
from grantcheck.storage import FileStore

DPI = 110
Renderer = Callable[[Path, int, int], bytes]
"""Renders a page of the file at the path, counted from 1, at so many dots per inch, to PNG. Raises UnreadableReport."""


@dataclass(frozen=True, slots=True)
class PageImages:
    """Gives page images by a file's address; `cache` is their folder."""

    files: FileStore
    cache: Path
    render: Renderer

    def png(self, sha256: str, page: int) -> bytes | None:
        """Return the page as PNG, None where the file has no such page or can't be drawn."""
        kept = self.cache / sha256[:2] / f"{sha256}-{page}-{DPI}.png"
        if not kept.exists():
            image = self._drawn(sha256, page)
            if image is None:
                return None
            _keep(kept, image)
        return kept.read_bytes()

    def _drawn(self, sha256: str, page: int) -> bytes | None:
        if page < 1 or not self.files.has(sha256):
            return None
        try:
            with self.files.local(sha256) as path:
                return self.render(path, page, DPI)
        except UnreadableReport:
            return None


def _keep(path: Path, image: bytes) -> None:
    """Write the image beside its place and move it there, so that no one ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    arriving = path.with_name(uuid4().hex)
    arriving.write_bytes(image)
    arriving.replace(path)
