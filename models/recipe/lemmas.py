"""Gives the converted trees the lemmas that Talbanken's first form lacks, and the pipeline what it knows of lemmas."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, cast

from grantcheck.analysis.swedish.lemmas.irregular import todays
from grantcheck.analysis.swedish.lemmas.rules import INFLECTED, Key, LemmaRules, key_of

from .conllu import Tree, Word
from .lookup import Lookup
from .participles import verbs_of

_LONGEST_OWN = 5


class Knowledge(NamedTuple):
    """What the rules look up: lemmas by key, a table of forms, and lemmas by part of speech."""

    known: dict[Key, str]
    listed: dict[str, str]
    words: dict[str, set[str]]


class Lemmas:
    """What annotated trees tell of lemmas; for the rest the form's possible lemmas, checked against known words."""

    def __init__(self, own: Iterable[Tree], others: Iterable[Tree], table: Mapping[str, str]) -> None:
        self._known: Lookup[str] = Lookup()
        self._table = table
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        self._words["VERB"] |= verbs_of(table)
        self._words["NOUN"] |= set(table.values()) - self._words["VERB"]
        self._words["ADJ"] |= self._words["NOUN"]
        for word in _with_lemma(own):
            self._learn(word)
        for word in [word for word in _with_lemma(others) if self._is_news(word)]:
            self._learn(word)
        self._rules = LemmaRules(*self.knowledge())

    def knowledge(self, forms: Iterable[str] | None = None) -> Knowledge:
        """Return what the rules look up; of the table only the given forms, where forms are given."""
        exact, small = (cast("dict[Key, str]", self._known.answers(place)) for place in (0, 1))
        chosen = self._table if forms is None else {form: self._table[form] for form in forms if form in self._table}
        listed = {form: lemma for form, lemma in chosen.items() if form != lemma}
        return Knowledge({**small, **exact}, listed, dict(self._words))

    def _is_news(self, word: Word) -> bool:
        return not _named_after_itself(word) and self._known.answer([_small_key(word)]) is None

    def _learn(self, word: Word) -> None:
        self._words[word.upos].add(word.lemma)
        lemma = todays(word.lemma) if word.upos in INFLECTED else word.lemma
        self._known.learn([key_of(word), _small_key(word)], lemma)

    def fill(self, tree: Tree) -> Tree:
        """Return the tree with each lemma that can be told; a doubtful one stays empty."""
        return tuple(replace(word, lemma=self.lemma(word)) for word in tree)

    def harmonised(self, tree: Tree) -> Tree:
        """Return a tree of another treebank with the lemmas that Talbanken would give."""
        return tuple(replace(word, lemma=self._harmonised(word)) for word in tree)

    def _harmonised(self, word: Word) -> str:
        if _named_after_itself(word):
            return self.lemma(word)
        return todays(word.lemma) if word.upos in INFLECTED else word.lemma

    def lemma(self, word: Word) -> str:
        """Return the lemma of a word whose part of speech and features are today's, empty where it is in doubt."""
        return self._rules.lemma(word)


def _named_after_itself(word: Word) -> bool:
    """Whether an adverb in -t is its own lemma ("snabbt"), where Talbanken has the adjective's ("snabb")."""
    return word.upos == "ADV" and len(word.lemma) > _LONGEST_OWN and word.lemma.endswith("t")


def _with_lemma(trees: Iterable[Tree]) -> list[Word]:
    return [word for tree in trees for word in tree if word.lemma]


def _small_key(word: Word) -> Key:
    return word.form.lower(), word.upos, word.feats
