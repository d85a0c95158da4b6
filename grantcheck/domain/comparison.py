"""Lays two reports of one association side by side: what was kept, changed, is new and is gone."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from .shingles import alikeness, shingles
from .wording import masked_words, plain_words, unmasked

CHANGED_FROM = 0.35
"""How alike two sentences must be to count as one that was changed: with one word of six exchanged they still are."""


class Change(StrEnum):
    """What became of a sentence since the earlier report."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Pair:
    """Places in the earlier and the later report, counted from 0. `old` is None where new, `new` where gone."""

    change: Change
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a changed sentence; `differs` where the other sentence has not the same."""

    text: str
    differs: bool


def aligned(old: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """Pair the sentences of two reports: first those of the later one in its order, then those that are gone.

    Each sentence stands in one pair. Kept means the same words, whatever the punctuation. The order of the sentences
    does not matter: a passage that was moved is kept.
    """
    kept = _same_words(old, new)
    changed = _alike(_without(old, kept.values()), _without(new, kept))
    later = (_pair(place, kept, changed) for place in range(len(new)))
    used = {*kept.values(), *changed.values()}
    return (*later, *(Pair(Change.GONE, place, None) for place in range(len(old)) if place not in used))


def differences(old: str, new: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return both sentences in parts that say what differs, word by word."""
    before, after = old.split(), new.split()
    before_parts: list[Part] = []
    after_parts: list[Part] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        before_parts += _part(before[start:end], tag)
        after_parts += _part(after[new_start:new_end], tag)
    return tuple(before_parts), tuple(after_parts)


def _part(words: Sequence[str], tag: str) -> list[Part]:
    return [Part(" ".join(words), tag != "equal")] if words else []


def _pair(new: int, kept: Mapping[int, int], changed: Mapping[int, int]) -> Pair:
    if new in kept:
        return Pair(Change.KEPT, kept[new], new)
    if new in changed:
        return Pair(Change.CHANGED, changed[new], new)
    return Pair(Change.NEW, None, new)


def _without(sentences: Sequence[str], places: Iterable[int]) -> dict[int, str]:
    taken = set(places)
    return {place: text for place, text in enumerate(sentences) if place not in taken}


def _same_words(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the old place of each new sentence that says the same; one that stands twice is kept twice at most."""
    waiting: defaultdict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for place, text in enumerate(old):
        waiting[plain_words(text)].append(place)
    kept: dict[int, int] = {}
    for place, text in enumerate(new):
        if same := waiting[plain_words(text)]:
            kept[place] = same.popleft()
    return kept


def _alike(old: Mapping[int, str], new: Mapping[int, str]) -> dict[int, int]:
    """Return the old place of each new sentence that is a changed one; the most alike find each other first."""
    changed: dict[int, int] = {}
    used: set[int] = set()
    for _, _, _, before, after in sorted(_likely(old, new)):
        if before not in used and after not in changed:
            changed[after] = before
            used.add(before)
    return changed


_Likely = tuple[float, tuple[str, ...], tuple[str, ...], int, int]


def _likely(old: Mapping[int, str], new: Mapping[int, str]) -> Iterator[_Likely]:
    """Yield the pairs that are alike enough; their words break ties, so that the order of sentences does not."""
    before, after = _shingled(old), _shingled(new)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, pieces in before.items():
        for piece in pieces:
            holders[piece].append(place)
    for place, pieces in after.items():
        for other in Counter(holder for piece in pieces for holder in holders.get(piece, ())):
            alike = alikeness(before[other], pieces)
            if alike >= CHANGED_FROM:
                yield -alike, plain_words(old[other]), plain_words(new[place]), other, place


def _shingled(sentences: Mapping[int, str]) -> dict[int, frozenset[str]]:
    masked = {place: masked_words(text) for place, text in sentences.items()}
    return {place: shingles(words) for place, words in masked.items() if unmasked(words)}
