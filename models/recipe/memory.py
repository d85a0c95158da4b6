"""Measures the memory of a process of its own that loads the pipeline and parses a long report, as the checker does."""

import resource
from collections.abc import Sequence
from multiprocessing import get_context

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
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE / 1e6)
