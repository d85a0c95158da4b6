"""Says of the first word of a fixed expression which part of speech the whole has: "därför att" is a SCONJ."""

from dataclasses import replace

from grantcheck.analysis.swedish.lemmas.inflection import parsed

from .conllu import Tree, Word
from .features import written

_PART_OF = {"advmod": "ADV", "mark": "SCONJ", "case": "ADP", "cc": "CCONJ", "amod": "ADJ"}


def mark_fixed(tree: Tree) -> Tree:
    """Return the tree with the feature ExtPos on each word that others hang on as `fixed`."""
    firsts = {word.head for word in tree if word.label == "fixed"}
    return tuple(_marked(word) if place in firsts else word for place, word in enumerate(tree, start=1))


def _marked(word: Word) -> Word:
    part = _PART_OF.get(word.label)
    return replace(word, feats=written(parsed(word.feats) | {"ExtPos": part})) if part else word
