"""Multi-word expressions: UD v1 joined them as `mwe`, today's treebanks give each its own small tree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .conllu import ROOT, Tree, Word
from .coordination import DECIDED
from .prepositional import rebuild_prepositional

_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Shape:
    """How a phrase is built: for each word the head within the phrase and the label.

    Heads count from 0; OUT_LEFT means the head that the whole phrase has; OUT_RIGHT the word that follows, for the last
    word of "på grund av" and its like.
    """

    heads: tuple[int, ...]
    labels: tuple[str, ...]


OUT_LEFT = -1
OUT_RIGHT = -2


class Phrases:
    """The shapes of all short word sequences of the new treebanks."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        self._shapes: defaultdict[tuple[str, ...], Counter[Shape]] = defaultdict(Counter)
        for tree in trees:
            for start in range(len(tree)):
                for end in range(start + 2, min(start + _LONGEST, len(tree)) + 1):
                    self._learn(tree, start, end)

    def unfold(self, tree: Tree) -> Tree:
        """Give each `mwe` chain its shape; one never seen is built as a preposition with its noun, or is masked."""
        words = list(tree)
        for start, end in _chains(tree):
            shape = self._shape(tree, start, end)
            if shape:
                _rebuild(words, start, shape)
            else:
                rebuild_prepositional(words, start, end)
        return tuple(words)

    def _learn(self, tree: Tree, start: int, end: int) -> None:
        shape = _shape_of(tree, start, end)
        if shape:
            self._shapes[_key(tree, start, end)][shape] += 1

    def _shape(self, tree: Tree, start: int, end: int) -> Shape | None:
        known = self._shapes.get(_key(tree, start, end))
        return known.most_common(1)[0][0] if known else None


def _key(tree: Tree, start: int, end: int) -> tuple[str, ...]:
    return tuple(word.form.lower() for word in tree[start:end])


def _shape_of(tree: Tree, start: int, end: int) -> Shape | None:
    heads = tuple(_place_of_head(word, start, end) for word in tree[start:end])
    if heads.count(OUT_LEFT) != 1 and heads.count(OUT_RIGHT) != 1:
        return None
    if heads.count(OUT_LEFT) + heads.count(OUT_RIGHT) > 2:
        return None
    return Shape(heads, tuple(word.label for word in tree[start:end]))


def _place_of_head(word: Word, start: int, end: int) -> int:
    head = word.head - 1
    if start <= head < end:
        return head - start
    return OUT_RIGHT if word.head != ROOT and head >= end else OUT_LEFT


def _chains(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield start and end of each unbroken chain: a word and the following ones that hang on it as `mwe`."""
    for start, word in enumerate(tree):
        end = start + 1
        while end < len(tree) and tree[end].label == "mwe" and tree[end].head == start + 1:
            end += 1
        if end > start + 1 and word.label != "mwe":
            yield start, end


def _rebuild(words: list[Word], start: int, shape: Shape) -> None:
    first = words[start]
    tops = [place for place, head in enumerate(shape.heads) if head < 0]
    governs_right = len(tops) == 2 and first.head - 1 >= start + len(shape.heads)
    for place, (head, label) in enumerate(zip(shape.heads, shape.labels, strict=True)):
        outer = first.head if head < 0 else start + head + 1
        fitting = _fitting(words, outer, label) if head < 0 else label
        words[start + place] = replace(words[start + place], head=outer, label=DECIDED + fitting)
    if governs_right:
        _govern(words, start + tops[0], first.head - 1)


def _fitting(words: list[Word], head: int, label: str) -> str:
    """Return "nmod" below a noun, "obl" below predicates and other words, whichever the shape was learnt with."""
    if label not in ("nmod", "obl") or head == ROOT:
        return label
    predicate = any(word.head == head and word.label.removeprefix(DECIDED) == "cop" for word in words)
    return "nmod" if words[head - 1].upos in ("NOUN", "PROPN") and not predicate else "obl"


def _govern(words: list[Word], top: int, governed: int) -> None:
    """Put the noun of "på grund av regn" under "grund": the phrase's top takes the place of what it governed."""
    below = words[governed]
    words[top] = replace(words[top], head=below.head)
    words[governed] = replace(below, head=top + 1, label=DECIDED + "nmod" if below.label == "nmod" else "")
