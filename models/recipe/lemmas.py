"""Gives the converted trees the lemmas that Talbanken's first form lacks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .conllu import Tree, Word
from .features import parsed
from .inflection import candidates, participles
from .irregular import IRREGULAR, todays
from .lookup import Lookup
from .participles import verbs_of

_INFLECTED = frozenset({"NOUN", "ADJ", "VERB"})
_SHORTEST_TAIL = 3
_LONGEST_OWN = 5
_WORDS_AS_WRITTEN = frozenset({"NUM", "PUNCT", "SYM", "X"})


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

    def _is_news(self, word: Word) -> bool:
        return not _named_after_itself(word) and self._known.answer([_keys(word)[1]]) is None

    def _learn(self, word: Word) -> None:
        self._words[word.upos].add(word.lemma)
        self._known.learn(_keys(word), todays(word.lemma) if word.upos in _INFLECTED else word.lemma)

    def fill(self, tree: Tree) -> Tree:
        """Return the tree with each lemma that can be told; a doubtful one stays empty."""
        return tuple(replace(word, lemma=self.lemma(word)) for word in tree)

    def harmonised(self, tree: Tree) -> Tree:
        """Return a tree of another treebank with the lemmas that Talbanken would give."""
        return tuple(replace(word, lemma=self._harmonised(word)) for word in tree)

    def _harmonised(self, word: Word) -> str:
        if _named_after_itself(word):
            return self.lemma(word)
        return todays(word.lemma) if word.upos in _INFLECTED else word.lemma

    def lemma(self, word: Word) -> str:
        """Return the lemma of a word whose part of speech and features are today's, empty where it is in doubt."""
        known = self._known.answer(_keys(word))
        if known:
            return known[0]
        if word.upos in _WORDS_AS_WRITTEN or parsed(word.feats).get("Foreign"):
            return word.form
        if word.upos == "PROPN":
            return _name(word)
        if word.xpos.endswith(("|AN", "|SMS")):
            return ""
        return todays(self._inflected(word)) if word.upos in _INFLECTED else self._other(word)

    def _other(self, word: Word) -> str:
        form = small(word.form)
        if word.upos != "ADV" or word.xpos.startswith(("HA", "PL")):
            return form
        if form in IRREGULAR:
            return IRREGULAR[form]
        bases = candidates(form, "ADJ", parsed(word.feats))
        return next((base for base in bases if base in self._words["ADJ"]), form)

    def _inflected(self, word: Word) -> str:
        form = small(word.form)
        bare = form.removesuffix("s") if "Case=Gen" in word.feats else form
        if word.upos in ("ADJ", "NOUN") and bare in IRREGULAR:
            return IRREGULAR[bare]
        possible = _possible(form, word)
        if len(possible) == 1:
            return possible[0]
        return self._listed(form, word) or self._compound(form, word) or self._likeliest(possible, word.upos)

    def _listed(self, form: str, word: Word) -> str:
        """Return the table's lemma where the form, so inflected, may have it or it is a strong verb's."""
        listed = self._table.get(form, "")
        possible = listed in _possible(form, word)
        return listed if possible or (word.upos == "VERB" and listed in self._words["VERB"]) else ""

    def _compound(self, form: str, word: Word) -> str:
        """Return the lemma by that of the longest known last part: "fråntagits" by "tagits"."""
        for start in range(1, len(form) - _SHORTEST_TAIL):
            tail = form[start:]
            known = self._known.answer([(tail, word.upos, word.feats)])
            lemma = known[0] if known else self._listed(tail, word)
            if lemma:
                return form[:start] + lemma
        return ""

    def _likeliest(self, possible: list[str], upos: str) -> str:
        best = max(possible, key=lambda lemma: self._tail(lemma, upos), default="")
        return best if best and self._tail(best, upos) else ""

    def _tail(self, lemma: str, upos: str) -> int:
        """Return how many letters at the end of the lemma are a known word."""
        starts = range(len(lemma) - _SHORTEST_TAIL + 1)
        return next((len(lemma) - start for start in starts if lemma[start:] in self._words[upos]), 0)


def small(form: str) -> str:
    """Return the form in small letters where only its first is a capital: "Barnen", but not "LO-distriktet"."""
    return form.lower() if form[1:].islower() or len(form) == 1 else form


def _possible(form: str, word: Word) -> list[str]:
    if word.xpos.startswith("PC|PRF"):
        return participles(form.removesuffix("s") if word.xpos.endswith("GEN") else form)
    return candidates(form, word.upos, parsed(word.feats))


def _named_after_itself(word: Word) -> bool:
    """Whether an adverb in -t is its own lemma ("snabbt"), where Talbanken has the adjective's ("snabb")."""
    return word.upos == "ADV" and len(word.lemma) > _LONGEST_OWN and word.lemma.endswith("t")


def _name(word: Word) -> str:
    return word.form.removesuffix("s").removesuffix(":") if word.xpos.endswith("GEN") else word.form


def _with_lemma(trees: Iterable[Tree]) -> list[Word]:
    return [word for tree in trees for word in tree if word.lemma]


def _keys(word: Word) -> list[tuple[str, ...]]:
    return [(word.form, word.upos, word.feats), (word.form.lower(), word.upos, word.feats)]
