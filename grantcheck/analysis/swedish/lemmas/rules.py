"""Gives an inflected Swedish word its lemma: known words first, else by undoing the inflection."""

from collections.abc import Mapping, Set
from typing import Protocol

from .inflection import candidates, parsed, participles
from .irregular import IRREGULAR, todays

INFLECTED = frozenset({"NOUN", "ADJ", "VERB"})
_SHORTEST_TAIL = 3
_WORDS_AS_WRITTEN = frozenset({"NUM", "PUNCT", "SYM", "X"})

Key = tuple[str, str, str]  # form, part of speech, features


class Inflected(Protocol):
    """A word with its part of speech, its features as "A=b|C=d" and its SUC tag."""

    @property
    def form(self) -> str:
        """The word as written."""

    @property
    def upos(self) -> str:
        """The universal part of speech."""

    @property
    def feats(self) -> str:
        """The features in CoNLL-U's form."""

    @property
    def xpos(self) -> str:
        """The SUC tag."""


class LemmaRules:
    """What is known: lemmas by key, as written and in small letters; a table of forms; lemmas by part of speech."""

    def __init__(self, known: Mapping[Key, str], listed: Mapping[str, str], words: Mapping[str, Set[str]]) -> None:
        self._known = known
        self._listed = listed
        self._words = words

    def lemma(self, word: Inflected) -> str:
        """Return the lemma, empty where it is in doubt."""
        known = self._known.get(key_of(word)) or self._known.get((word.form.lower(), word.upos, word.feats))
        if known:
            return known
        if word.upos in _WORDS_AS_WRITTEN or parsed(word.feats).get("Foreign"):
            return word.form
        if word.upos == "PROPN":
            return _name(word)
        if word.xpos.endswith(("|AN", "|SMS")):
            return ""
        return todays(self._inflected(word)) if word.upos in INFLECTED else self._other(word)

    def guess(self, word: Inflected) -> str:
        """Return the lemma, in doubt the likeliest that the form allows."""
        lemma = self.lemma(word)
        if lemma or word.upos not in INFLECTED:
            return lemma or word.form
        return next(iter(_possible(small(word.form), word)), word.form)

    def _other(self, word: Inflected) -> str:
        form = small(word.form)
        if word.upos != "ADV" or word.xpos.startswith(("HA", "PL")):
            return form
        if form in IRREGULAR:
            return IRREGULAR[form]
        bases = candidates(form, "ADJ", parsed(word.feats))
        return next((base for base in bases if base in self._words["ADJ"]), form)

    def _inflected(self, word: Inflected) -> str:
        form = small(word.form)
        bare = form.removesuffix("s") if "Case=Gen" in word.feats else form
        if word.upos in ("ADJ", "NOUN") and bare in IRREGULAR:
            return IRREGULAR[bare]
        possible = _possible(form, word)
        if len(possible) == 1:
            return possible[0]
        return self._of_table(form, word) or self._compound(form, word) or self._likeliest(possible, word.upos)

    def _of_table(self, form: str, word: Inflected) -> str:
        """Return the table's lemma where the form, so inflected, may have it or it is a strong verb's."""
        listed = self._listed.get(form, "")
        possible = listed in _possible(form, word)
        return listed if possible or (word.upos == "VERB" and listed in self._words["VERB"]) else ""

    def _compound(self, form: str, word: Inflected) -> str:
        """Return the lemma by that of the longest known last part: "fråntagits" by "tagits"."""
        for start in range(1, len(form) - _SHORTEST_TAIL):
            tail = form[start:]
            lemma = self._known.get((tail, word.upos, word.feats)) or self._of_table(tail, word)
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


def key_of(word: Inflected) -> Key:
    """Return the key under which the word's lemma is known."""
    return word.form, word.upos, word.feats


def small(form: str) -> str:
    """Return the form in small letters where only its first is a capital: "Barnen", but not "LO-distriktet"."""
    return form.lower() if form[1:].islower() or len(form) == 1 else form


def _possible(form: str, word: Inflected) -> list[str]:
    if word.xpos.startswith("PC|PRF"):
        return participles(form.removesuffix("s") if word.xpos.endswith("GEN") else form)
    return candidates(form, word.upos, parsed(word.feats))


def _name(word: Inflected) -> str:
    return word.form.removesuffix("s").removesuffix(":") if word.xpos.endswith("GEN") else word.form
