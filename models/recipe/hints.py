"""Uses what a later release tells of the same sentences: heads and relations of nouns with prepositions, conjuncts.

Its sentence numbers follow the first form's order but fall behind, so each number is found by its prepositions.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .conllu import ROOT, Tree, Word

_RELATIONS = frozenset({"nmod", "obl", "obl:agent", "conj"})
_REACH = 6  # words before a noun among which its preposition must stand
_AHEAD = 12  # sentences that tell which offset holds
_FITTING = 0.8


@dataclass(frozen=True, slots=True)
class Hint:
    """A word's head, relation and the preposition or conjunction before it; words count from 1."""

    word: int
    head: int
    relation: str
    link: str


Hints = Mapping[int, Sequence[Hint]]


def read_hints(path: Path, part: str) -> Hints:
    """Return the hints of "train" or "dev" by sentence number; rows of words that are only understood are left out."""
    found: defaultdict[int, list[Hint]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, word, *relations = line.split("\t")
        if f"-{part}-" in sentence and word.isdigit() and len(relations) == 1:
            found[int(sentence.rsplit("-", 1)[1])] += _hints(int(word), relations[0])
    return found


def _hints(word: int, relations: str) -> Iterator[Hint]:
    """Yield the word's own relation: that of a conjunct where it is one, else that with a preposition."""
    parts = [relation.split(":") for relation in relations.split("|")]
    known = [
        Hint(word, int(head), ":".join(middle), link.split("_")[0])
        for head, *middle, link in parts
        if head.isdigit() and ":".join(middle) in _RELATIONS
    ]
    yield from ([hint for hint in known if hint.relation == "conj"] or known)[:1]


def aligned(trees: Sequence[Tree], hints: Hints) -> list[Sequence[Hint]]:
    """Return each tree's hints, none where they do not fit its words."""
    behind, result = 0, []
    for number, tree in enumerate(trees, start=1):
        offsets = [behind, behind + 1, behind - 1, behind + 2]
        behind = max(offsets, key=lambda offset: _agreement(trees, hints, number, offset))
        own = hints.get(number - behind, ())
        result.append(own if _fits(tree, own) else ())
    return result


def _agreement(trees: Sequence[Tree], hints: Hints, number: int, offset: int) -> int:
    """Return how many hints match over the next sentences under an offset."""
    coming = range(number, min(number + _AHEAD, len(trees) + 1))
    return sum(_matches(trees[at - 1], hint) for at in coming for hint in hints.get(at - offset, ()))


def _fits(tree: Tree, hints: Sequence[Hint]) -> bool:
    return bool(hints) and sum(_matches(tree, hint) for hint in hints) >= _FITTING * len(hints)


def _matches(tree: Tree, hint: Hint) -> bool:
    before = tree[max(0, hint.word - 1 - _REACH) : hint.word - 1]
    return max(hint.word, hint.head) <= len(tree) and any(word.form.lower() == hint.link for word in before)


def with_hints(tree: Tree, hints: Sequence[Hint]) -> Tree:
    """Return the tree with the hinted heads and relations, where the word before agrees and no circle arises."""
    words = list(tree)
    for hint in hints:
        word = words[hint.word - 1]
        if _matches(tree, hint) and word.head != ROOT and not _below(words, hint.head, hint.word):
            words[hint.word - 1] = replace(word, head=hint.head, label=hint.relation)
    return tuple(words)


def _below(words: Sequence[Word], at: int, top: int) -> bool:
    """Whether the word at one place hangs, near or far, on the word at another."""
    while at not in (ROOT, top):
        at = words[at - 1].head
    return at == top
