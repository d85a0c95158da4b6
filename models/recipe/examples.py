"""Turns trees and name files into spaCy's training documents."""

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from .conllu import ROOT, Tree, Word

_LONGEST_DOC = 6  # sentences: the parser must learn where one ends
_SOFT_HYPHEN = "\u00ad"


def tree_docs(vocab: Vocab, trees: Sequence[Tree], seed: int) -> Iterator[Doc]:
    """Yield the trees as documents of one to six sentences that follow each other."""
    lengths = random.Random(seed)  # noqa: S311 - no secret
    start = 0
    while start < len(trees):
        end = start + lengths.randint(1, _LONGEST_DOC)
        yield _tree_doc(vocab, trees[start:end])
        start = end


def write_docs(docs: Iterable[Doc], path: Path) -> None:
    """Write documents where spaCy's trainer reads them."""
    DocBin(
        docs=docs, attrs=["ORTH", "LEMMA", "POS", "TAG", "MORPH", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SPACY"]
    ).to_disk(path)


def _tree_doc(vocab: Vocab, trees: Sequence[Tree]) -> Doc:
    words = [word for tree in trees for word in tree]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        lemmas=[word.lemma for word in words],
        pos=[word.upos for word in words],
        tags=[word.xpos for word in words],
        morphs=[word.feats for word in words],
        heads=list(_heads(trees)),
        deps=["ROOT" if word.head == ROOT else word.label for word in words],
    )


def _heads(trees: Sequence[Tree]) -> Iterator[int]:
    offset = 0
    for tree in trees:
        yield from (_head(word, place, offset) for place, word in enumerate(tree))
        offset += len(tree)


def _head(word: Word, place: int, offset: int) -> int:
    return offset + (place if word.head == ROOT else word.head - 1)


def name_docs(vocab: Vocab, path: Path) -> Iterator[Doc]:
    """Yield the sentences of a file with a word and its label ("0" for none) a line."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.rsplit(maxsplit=1) for line in block.splitlines() if len(line.split()) > 1]
        pairs = [(word.replace(_SOFT_HYPHEN, "").strip(), label) for word, label in rows]
        pairs = [pair for pair in pairs if pair[0]]
        if pairs:
            yield Doc(vocab, words=[word for word, _ in pairs], ents=list(_marked([label for _, label in pairs])))


def _marked(labels: Sequence[str]) -> Iterator[str]:
    before = "0"
    for label in labels:
        yield "O" if label == "0" else f"{'I' if label == before else 'B'}-{label}"
        before = label
