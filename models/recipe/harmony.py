"""Brings the features of the other treebanks to the way of today's Talbanken, where they differ for the same words."""

from dataclasses import replace

from grantcheck.analysis.swedish.lemmas.inflection import Features, parsed

from .conllu import Tree
from .features import settle_word, written

_NEGATIONS = frozenset({"inte", "ej", "icke", "aldrig"})
_FEWER_MORE = frozenset({"flera", "fler", "färre"})


def harmonised(tree: Tree) -> Tree:
    """Return the tree with Talbanken's features; heads, labels and parts of speech stay."""
    words = []
    for word in tree:
        features = parsed(word.feats)
        settle_word(features, word)
        _settle_differences(features, word.form.lower(), word.upos)
        words.append(replace(word, feats=written(features)))
    return tuple(words)


def _settle_differences(features: Features, form: str, upos: str) -> None:
    if form in _NEGATIONS and upos in ("PART", "ADV"):
        features["Polarity"] = "Neg"
    if form in _FEWER_MORE and upos == "ADJ":
        features["Degree"] = "Cmp"
    if form == "man" and upos == "PRON":
        features["PronType"] = "Ind"
    if upos == "VERB" and features.get("VerbForm") == "Part":
        features.pop("Degree", None)
        if features.get("Number") == "Plur":
            features.pop("Definite", None)
