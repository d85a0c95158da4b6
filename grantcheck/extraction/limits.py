"""How much one file may cost before it counts as too hard to read."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one file; `max_bytes` is the file's own size, `max_unpacked_bytes` what an office file unpacks to.

    Reading may take `first_seconds`, and `page_seconds` more for each page, but no more than `wall_seconds` in all.
    Beside that each page that is a picture may take `ocr_seconds`; 0 leaves such pages unread. Memory is address space.
    """

    max_bytes: int = 25 * MEGABYTE
    max_pages: int = 60
    max_unpacked_bytes: int = 100 * MEGABYTE
    max_xml_bytes: int = 16 * MEGABYTE
    max_characters: int = 2_000_000
    max_glyphs_per_page: int = 60_000
    max_answer_bytes: int = 64 * MEGABYTE
    memory_bytes: int = 1_000 * MEGABYTE
    cpu_seconds: int = 25
    wall_seconds: int = 28
    first_seconds: int = 10
    page_seconds: float = 0.5
    ocr_seconds: int = 30
    open_files: int = 64

    def seconds_for(self, pages: int) -> float:
        """Return how long the reading of so many pages may take."""
        return min(self.wall_seconds, self.first_seconds + self.page_seconds * pages)
