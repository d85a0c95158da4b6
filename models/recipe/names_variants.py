"""Other names in the same sentences, for the finder of names to learn from.

Half of the persons and places are drawn from lists, all other names from the training sentences themselves.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Doc
from spacy.vocab import Vocab

_REPLACED, _FROM_LISTS, _SILENT_KEPT = 0.7, 0.5, 0.3
_SWEDES, _LAST_NAMES = 0.6, 0.7
_PLACES = (0.5, 0.25, 0.25)  # towns, countries, great cities
_BOUNDLESS = ("ORG", "MISC")  # may be replaced by a name of another length

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """First and last names of one country."""

    first: tuple[str, ...]
    last: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameLists:
    """People of Sweden and of other countries, Swedish towns, countries as Swedish names them, and great cities."""

    swedes: People
    foreigners: tuple[People, ...]
    towns: tuple[str, ...]
    countries: tuple[str, ...]
    cities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that follow each other and are one name of the given kind, or no name ("")."""

    kind: str
    words: Words


Sentence = tuple[Piece, ...]


def sentence_of(doc: Doc) -> Sentence:
    """Return the pieces of an annotated document."""
    runs = groupby(doc, key=lambda token: token.ent_type_)
    return tuple(Piece(kind, tuple(token.text for token in run)) for kind, run in runs)


def doc_of(vocab: Vocab, sentence: Sentence) -> Doc:
    """Return the document of the pieces."""
    words = [word for piece in sentence for word in piece.words]
    return Doc(vocab, words=words, ents=[mark for piece in sentence for mark in _marks(piece)])


def _marks(piece: Piece) -> list[str]:
    if not piece.kind:
        return ["O"] * len(piece.words)
    return [f"B-{piece.kind}"] + [f"I-{piece.kind}"] * (len(piece.words) - 1)


def teaches(sentence: Sentence) -> bool:
    """Whether names stand in the sentence, or capitals after its first words that could be mistaken for names."""
    words = [word for piece in sentence for word in piece.words]
    return any(piece.kind for piece in sentence) or any(word[0].isupper() for word in words[2:])


class Drawer:
    """Draws other names."""

    def __init__(self, sentences: Iterable[Sentence], lists: NameLists, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._lists = lists
        self._seen: dict[str, list[Words]] = defaultdict(list)
        for piece in (piece for sentence in sentences for piece in sentence if piece.kind):
            self._seen[piece.kind].append(piece.words)
        seen = {words[-1] for kind in self._seen.values() for words in kind}
        self._whole = seen.union(lists.swedes.first, lists.swedes.last, lists.towns)

    def variant(self, sentence: Sentence) -> Sentence:
        """Return the sentence with most of its names replaced; a genitive stays one."""
        return tuple(self._other(piece) if piece.kind and self._happens(_REPLACED) else piece for piece in sentence)

    def keeps_silent(self) -> bool:
        """Whether to keep a sentence that teaches little."""
        return self._happens(_SILENT_KEPT)

    def _other(self, piece: Piece) -> Piece:
        words = self._drawn(piece)
        genitive = piece.kind not in _BOUNDLESS and piece.words[-1].removesuffix("s") in self._whole
        if genitive and piece.words[-1].endswith("s") and not words[-1].endswith("s"):
            words = (*words[:-1], f"{words[-1]}s")
        return Piece(piece.kind, words)

    def _drawn(self, piece: Piece) -> Words:
        if self._happens(_FROM_LISTS):
            if piece.kind == "PER":
                return self._person(alone=len(piece.words) == 1)
            if piece.kind == "LOC" and len(piece.words) == 1:
                return self._place()
        found = self._chance.choice(self._seen[piece.kind])
        return found if piece.kind in _BOUNDLESS or len(found) == len(piece.words) else piece.words

    def _person(self, *, alone: bool) -> Words:
        swedish = self._happens(_SWEDES)
        people = self._lists.swedes if swedish else self._chance.choice(self._lists.foreigners)
        first, last = self._chance.choice(people.first), self._chance.choice(people.last)
        if not alone:
            return tuple(f"{first} {last}".split())
        return tuple((last if self._happens(_LAST_NAMES) else first).split())

    def _place(self) -> Words:
        places = (self._lists.towns, self._lists.countries, self._lists.cities)
        (kind,) = self._chance.choices(places, _PLACES)
        return tuple(self._chance.choice(kind).split())

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share


def with_variants(sentences: Sequence[Sentence], lists: NameLists, seed: int) -> Iterator[Sentence]:
    """Yield the sentences to learn from, and a variant of each that has names."""
    drawer = Drawer(sentences, lists, seed)
    for sentence in sentences:
        if teaches(sentence) or drawer.keeps_silent():
            yield sentence
        if any(piece.kind for piece in sentence):
            yield drawer.variant(sentence)
