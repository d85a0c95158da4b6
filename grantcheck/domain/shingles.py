"""How alike two sentences are: by the pairs of neighbouring words that they share."""

from collections.abc import Sequence
from itertools import pairwise

_BEGIN, _END = "^", "$"


def shingles(words: Sequence[str]) -> frozenset[str]:
    """Return each pair of neighbouring words, with the sentence's beginning and end as words."""
    return frozenset(f"{first} {second}" for first, second in pairwise((_BEGIN, *words, _END)))


def alikeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of pairs that stand in both, of all that stand in either: 1 for the same, 0 for nothing."""
    return len(one & other) / len(one | other)
