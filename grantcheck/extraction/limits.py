"""How much one file may cost before it counts as too hard to read."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, pages and seconds for one file; `max_unpacked_bytes` is what an office file may unpack to."""

    max_bytes: int = 25 * MEGABYTE
    max_pages: int = 60
    max_unpacked_bytes: int = 200 * MEGABYTE
    max_answer_bytes: int = 100 * MEGABYTE
    memory_bytes: int = 1_000 * MEGABYTE
    cpu_seconds: int = 25
    wall_seconds: int = 120
