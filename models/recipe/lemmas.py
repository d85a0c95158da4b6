"""Gives the converted trees the lemmas that Talbanken's first form lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .conllu import Tree, Word
from .lookup import Lookup

_WRITTEN_AS_IS = frozenset({"NUM", "PUNCT", "SYM"})


class Lemmas:
    """What annotated trees tell of lemmas, and a table of noun forms for the rest; a doubtful lemma stays unknown."""

    def __init__(self, trees: Iterable[Tree], table: Mapping[str, str]) -> None:
        self._known: Lookup[str] = Lookup()
        self._table = table
        for word in (word for tree in trees for word in tree if word.lemma):
            self._known.learn(_keys(word), word.lemma)

    def fill(self, tree: Tree) -> Tree:
        """Return the tree with each lemma that can be told."""
        return tuple(replace(word, lemma=self._lemma(word)) for word in tree)

    def _lemma(self, word: Word) -> str:
        known = self._known.answer(_keys(word))
        if known:
            return known[0]
        if word.upos in _WRITTEN_AS_IS:
            return word.form
        form = word.form.lower()
        changed = self._table.get(form, form)
        return changed if word.upos == "NOUN" and changed != form else ""


def _keys(word: Word) -> list[tuple[str, ...]]:
    return [(word.form, word.upos, word.feats), (word.form.lower(), word.upos)]
