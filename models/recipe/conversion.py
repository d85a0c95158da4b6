"""Brings Talbanken's train part from its first UD form (2015) to the scheme of today's treebanks.

Learns from sentences that stand in both forms in the dev part; never from the test part.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .clauses import retop
from .conllu import ROOT, Tree, Word
from .coordination import DECIDED, hang_punctuation, join_parts, part_clauses
from .features import FeatureTable
from .fixed import mark_fixed
from .labels import decided_label
from .lookup import Lookup
from .participles import Verbs
from .parts import decided_upos
from .phrases import Phrases

_SUREST = 0.6  # a label whose share under its key is below this is masked


@dataclass(frozen=True, slots=True)
class Agreement:
    """Shares of words whose part of speech, features, head, and head with label agree."""

    upos: float
    feats: float
    heads: float
    labelled: float
    masked: float


class Converter:
    """Holds what was learnt from the pairs of old and new trees, and from further new trees."""

    def __init__(self, pairs: Sequence[tuple[Tree, Tree]], new: Iterable[Tree], verbs: Verbs) -> None:
        new = list(new)
        self._upos: Lookup[str] = Lookup()
        self._feats = FeatureTable(verbs)
        self._labels: Lookup[str] = Lookup()
        self._phrases = Phrases([*(after for _, after in pairs), *new])
        for before, after in pairs:
            self._learn_pair(before, after)
        for tree in new:
            self._feats.learn(tree)

    def convert(self, tree: Tree) -> Tree:
        """Return the tree in today's scheme; unsure labels are empty."""
        joined = part_clauses(join_parts(retop(self._tagged(with_dots(tree)))))
        moved = hang_punctuation(self._phrases.unfold(joined))
        return mark_fixed(tuple(self._labelled(moved, place) for place in range(len(moved))))

    def _learn_pair(self, before: Tree, after: Tree) -> None:
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            self._upos.learn(_upos_keys(old), new.upos)
            self._feats.learn([replace(old, upos=new.upos, feats=new.feats)])
            tagged = tuple(replace(word, upos=current.upos) for word, current in zip(before, after, strict=True))
            if old.head == new.head and old.label != "mwe":
                self._labels.learn(_label_keys(tagged, place), new.label)

    def _tagged(self, tree: Tree) -> Tree:
        return self._feats.fill(tuple(replace(word, upos=self._part(tree, at)) for at, word in enumerate(tree)))

    def _part(self, tree: Tree, place: int) -> str:
        learnt, _ = self._upos.answer(_upos_keys(tree[place])) or (tree[place].upos, 0.0)
        return decided_upos(tree, place) or ("PRON" if learnt == "DT" else learnt)

    def _labelled(self, tree: Tree, place: int) -> Word:
        word = tree[place]
        if word.label in ("mwe", "dep", ""):
            return replace(word, label="")
        if word.label.startswith(DECIDED):
            return replace(word, label=word.label.removeprefix(DECIDED))
        decided = decided_label(tree, place)
        if decided:
            return replace(word, label=decided)
        label, share = self._labels.answer(_label_keys(tree, place)) or ("", 0.0)
        return replace(word, label=label if share >= _SUREST else "")


def with_dots(tree: Tree) -> Tree:
    """Return the tree with abbreviations in one written form: the first form's "t_ex" is "t.ex."."""
    return tuple(
        replace(word, form=word.form.replace("_", ".") + ".") if "_" in word.form and word.xpos == "AB|AN" else word
        for word in tree
    )


def _upos_keys(word: Word) -> list[tuple[str, ...]]:
    form = word.form.lower()
    return [(form, word.xpos, word.upos, word.label), (form, word.xpos, word.upos), (word.xpos, word.upos)]


def _label_keys(tree: Tree, place: int) -> list[tuple[str, ...]]:
    word = tree[place]
    head = tree[word.head - 1].upos if word.head != ROOT else "ROOT"
    label = word.label
    return [(label, word.form.lower(), word.upos, head), (label, word.upos, head), (label, word.upos), (label,)]


def agreement(converted: Iterable[Tree], today: Iterable[Tree]) -> Agreement:
    """Compare converted trees with today's; masked labels count as errors of `labelled` and are counted apart."""
    pairs = [pair for ours, theirs in zip(converted, today, strict=True) for pair in zip(ours, theirs, strict=True)]
    share = 1 / len(pairs)
    return Agreement(
        upos=share * sum(ours.upos == theirs.upos for ours, theirs in pairs),
        feats=share * sum(ours.feats == theirs.feats for ours, theirs in pairs),
        heads=share * sum(ours.head == theirs.head for ours, theirs in pairs),
        labelled=share * sum((ours.head, ours.label) == (theirs.head, theirs.label) for ours, theirs in pairs),
        masked=share * sum(not ours.label for ours, _ in pairs),
    )


def cross_validated(pairs: Sequence[tuple[Tree, Tree]], new: Sequence[Tree], verbs: Verbs, folds: int = 5) -> Agreement:
    """Measure the conversion on pairs that it has not learnt from."""
    converted, today = [], []
    for fold in range(folds):
        converter = Converter([pair for at, pair in enumerate(pairs) if at % folds != fold], new, verbs)
        converted += [converter.convert(before) for before, _ in pairs[fold::folds]]
        today += [after for _, after in pairs[fold::folds]]
    return agreement(converted, today)
