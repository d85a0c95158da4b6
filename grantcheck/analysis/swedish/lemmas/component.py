"""A pipeline component that gives each word its lemma from its tag and features; the artefact holds its words."""

import gzip
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.training import Example
from thinc.types import Ints2d

from .rules import Key, LemmaRules

FACTORY = "grantcheck_lemmas"
_MOST_KEPT, _NO_FEATURES = 50_000, "_"
_PARTS = ("NOUN", "VERB", "ADJ")
_KNOWN, _LISTED, _WORDS = "known.tsv.gz", "listed.tsv.gz", "words.tsv.gz"


@dataclass(frozen=True, slots=True)
class _Told:
    form: str
    upos: str
    feats: str
    xpos: str


@Language.factory(FACTORY, assigns=["token.lemma"], requires=["token.pos", "token.morph"])
class LemmaComponent:
    """Empty when made; `fill` or `from_disk` gives it its words."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.fill({}, {}, {})

    def fill(self, known: Mapping[Key, str], listed: Mapping[str, str], words: Mapping[str, Iterable[str]]) -> None:
        """Take the words that the rules look up; see `LemmaRules`."""
        self._known, self._listed = dict(known), dict(listed)
        self._words: dict[str, Set[str]] = {part: frozenset(words.get(part, ())) for part in _PARTS}
        self._rules = LemmaRules(self._known, self._listed, self._words)
        self._guessed: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set every word's lemma."""
        codes = doc.to_array(["ORTH", "POS", "MORPH", "TAG"]).reshape(len(doc), 4).tolist()
        lemmas = [self._lemma(doc.vocab.strings, *map(int, code)) for code in codes]
        return doc.from_array(["LEMMA"], cast(Ints2d, numpy.array(lemmas, dtype=numpy.uint64)))

    def _lemma(self, strings: StringStore, *codes: int) -> int:
        """Return the lemma's code; what was guessed for the same word, part of speech, features and tag is kept."""
        if codes not in self._guessed:
            if len(self._guessed) >= _MOST_KEPT:
                self._guessed.clear()
            form, upos, feats, xpos = (strings[code] for code in codes)
            self._guessed[codes] = strings.add(self._rules.guess(_Told(form, upos, feats.strip(_NO_FEATURES), xpos)))
        return self._guessed[codes]

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Write the words as packed tables."""
        path.mkdir(parents=True, exist_ok=True)
        _write(path / _KNOWN, ((*key, lemma) for key, lemma in self._known.items()))
        _write(path / _LISTED, self._listed.items())
        _write(path / _WORDS, ((part, word) for part in _PARTS for word in self._words[part]))

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> "LemmaComponent":
        """Read the words."""
        words: dict[str, list[str]] = {part: [] for part in _PARTS}
        for part, word in _read(path / _WORDS):
            words[part].append(word)
        known = {(form, upos, feats): lemma for form, upos, feats, lemma in _read(path / _KNOWN)}
        self.fill(known, dict(_read(path / _LISTED)), words)
        return self

    def score(self, examples: Iterable[Example]) -> dict[str, object]:
        """Return the share of right lemmas."""
        return Scorer.score_token_attr(examples, "lemma")

    def initialize(self, get_examples: Callable[[], object], *, nlp: Language) -> None:
        """Nothing is learnt from examples."""


def _write(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    lines = sorted("\t".join(row) for row in rows)
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), mtime=0))


def _read(path: Path) -> Iterable[list[str]]:
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    return (line.split("\t") for line in text.split("\n") if line)
