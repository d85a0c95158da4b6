"""Measures the memory of a process of its own that loads the pipeline and parses a long report, as the checker does."""

import re
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

from grantcheck.analysis.language import load_language

_KILOBYTE = 1024


def parsing_memory(pipeline: str, sentences: Sequence[str]) -> int:
    """Return the most memory (MB, a million bytes) that a fresh process held while it loaded and parsed."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_most_held, (pipeline, sentences))


def _most_held(pipeline: str, sentences: Sequence[str]) -> int:
    language = load_language(pipeline)
    for _ in language.pipe(sentences):
        pass
    return _peak()


def _peak() -> int:
    """Return this program's own peak; `getrusage` would also count what its parent held when it was started."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = re.search(r"VmHWM:\s+(\d+)", status)
    if not kilobytes:
        raise OSError("/proc/self/status tells no peak")
    return round(int(kilobytes[1]) * _KILOBYTE / 1e6)
