"""Gives words of Talbanken's first form the features of today's scheme: learnt from examples, settled by rules."""

from collections.abc import Iterable
from dataclasses import replace

from grantcheck.analysis.swedish.lemmas.deponents import DEPONENT_FORMS
from grantcheck.analysis.swedish.lemmas.inflection import Features, parsed

from .conllu import Tree, Word
from .lookup import Lookup
from .participles import Verbs

_BETWEEN = frozenset({"ADJ", "ADV", "NUM", "PART"})
_QUOTES = frozenset("'\"”“’,")
_WEAK = ("UTR/NEU|PLU|IND/DEF", "UTR/NEU|SIN|DEF")
_RELATIVE = frozenset({"som", "vilken", "vilket", "vilka", "vars", "vilkas"})


class FeatureTable:
    """Features by form, SUC tag and part of speech, and by SUC tag alone for forms never seen."""

    def __init__(self, verbs: Verbs) -> None:
        self._known: Lookup[str] = Lookup()
        self._verbs = verbs

    def learn(self, words: Iterable[Word]) -> None:
        """Count the features of words that have a SUC tag."""
        for word in words:
            if word.xpos:
                self._known.learn(_keys(word), word.feats)

    def fill(self, tree: Tree) -> Tree:
        """Return the tree, whose parts of speech are today's, with today's features."""
        return tuple(replace(word, feats=self._feats(tree, place)) for place, word in enumerate(tree))

    def _feats(self, tree: Tree, place: int) -> str:
        word = tree[place]
        seen = self._known.answer(_keys(word)[:1])
        learnt, _ = seen or self._known.answer(_keys(word)) or (word.feats, 0.0)
        features = parsed(learnt)
        if not seen:
            self._guess(features, word)
        settle(features, tree, place)
        return written(features)

    def _guess(self, features: Features, word: Word) -> None:
        """Mend what the SUC tag alone tells wrongly about a form that was never seen."""
        if word.upos == "ADJ" and word.xpos.startswith("PC"):
            _mark_participle(features, word, verbal=self._verbs.has_participle(word.form))
        if word.upos == "ADJ" and "SIN|IND" in word.xpos and _both_genders(word):
            features.pop("Gender", None)


def settle(features: Features, tree: Tree, place: int) -> None:
    """Apply the rules that hold for every word of today's Talbanken, seen or not."""
    word = tree[place]
    settle_word(features, word)
    if word.upos == "ADJ" and "Definite" in features and any(part in word.xpos for part in _WEAK):
        _settle_weak(features, definite=is_definite(tree, place))


def settle_word(features: Features, word: Word) -> None:
    """Apply the rules that need no tree: numerals, deponents, relatives, "många"."""
    form = word.form.lower()
    if word.upos == "NUM" and "Foreign" not in features:
        features["NumType"] = "Card"
    if word.upos == "ADJ" and form == "många":
        features.pop("Number", None)
    if word.upos == "VERB" and form in DEPONENT_FORMS:
        features.pop("Voice", None)
    if features.get("PronType") == "Int,Rel":
        _decide_relative(features, word)


def written(features: Features) -> str:
    """Return the mapping in CoNLL-U's order."""
    return "|".join(f"{name}={features[name]}" for name in sorted(features, key=str.lower))


def is_definite(tree: Tree, place: int) -> bool:
    """Whether the noun phrase around a weak adjective is definite: "de gamla husen", "hennes nya", "hela landet"."""
    noun = _noun_after(tree, place)
    if noun and "|DEF|" in noun.xpos:
        return True
    opener = _opener_before(tree, place)
    if opener and _opens_definite(opener):
        return True
    plural = bool(noun and "|PLU|" in noun.xpos)
    return "SIN|DEF" in tree[place].xpos and not plural


def _noun_after(tree: Tree, place: int) -> Word | None:
    for word in tree[place + 1 :]:
        if word.upos in ("NOUN", "PROPN"):
            return word
        if word.upos not in _BETWEEN and word.form not in _QUOTES and word.upos != "CCONJ":
            return None
    return None


def _opener_before(tree: Tree, place: int) -> Word | None:
    for at in range(place - 1, -1, -1):
        word = tree[at]
        joins = word.upos == "CCONJ" and at > 0 and tree[at - 1].upos == "ADJ"
        if word.upos not in _BETWEEN and word.form not in _QUOTES and not joins:
            return word
    return None


def _opens_definite(word: Word) -> bool:
    if word.xpos.startswith("DT"):
        return "|DEF" in word.xpos
    return word.xpos.startswith(("PS", "HS")) or word.xpos.endswith("|GEN")


def _settle_weak(features: Features, definite: bool) -> None:
    features.pop("Number", None)
    features["Definite"] = "Def" if definite else "Ind"
    if not definite:
        features["Number"] = "Plur"


def _mark_participle(features: Features, word: Word, verbal: bool) -> None:
    features.pop("Tense", None)
    features.pop("VerbForm", None)
    if verbal:
        features["Tense"] = "Pres" if word.xpos.startswith("PC|PRS") else "Past"
        features["VerbForm"] = "Part"


def _both_genders(word: Word) -> bool:
    """Whether the strong form is the same for both genders: "kort", "gift", "utsatt"."""
    form = word.form.lower()
    return "|UTR|" in word.xpos and form.endswith("t")


def _decide_relative(features: Features, word: Word) -> None:
    if word.upos in ("ADV", "SCONJ"):
        del features["PronType"]
    else:
        relative = word.upos == "PRON" and word.form.lower() in _RELATIVE
        features["PronType"] = "Rel" if relative else "Int"


def _keys(word: Word) -> list[tuple[str, ...]]:
    return [(word.form.lower(), word.xpos, word.upos), (word.xpos, word.upos), (word.xpos,)]
