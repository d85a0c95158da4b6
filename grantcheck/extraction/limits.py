"""How much one file may cost before it counts as too hard to read."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one file; `max_bytes` is the file's own size, `max_unpacked_bytes` what an office file unpacks to.

    `wall_seconds` and `cpu_seconds` are for reading all pages; each page that goes through text recognition may take
    `ocr_seconds` beside that. Memory is the address space of the reading process.
    """

    max_bytes: int = 25 * MEGABYTE
    max_pages: int = 60
    max_unpacked_bytes: int = 100 * MEGABYTE
    max_characters: int = 2_000_000
    max_glyphs_per_page: int = 60_000
    max_answer_bytes: int = 64 * MEGABYTE
    memory_bytes: int = 1_000 * MEGABYTE
    cpu_seconds: int = 25
    wall_seconds: int = 28
    ocr_seconds: int = 30
    open_files: int = 64
