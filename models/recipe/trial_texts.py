"""Writes the texts of the trials: `python -m models.recipe.trial_texts DATA WORK`.

The streamed files hold several rounds of the text one after the other, as much as a small training reads. The text
that the base trial parsed is written once that trial was run.
"""

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from .conllu import forms, read_trees
from .examples import write_docs
from .small_training import with_sentences

ROUNDS = 2
_SILVER_SENTENCES = 20_000
_LONGEST = 60  # words
_TODAY = ("sv_pud-ud-test.conllu", "sv_swell-ud-test-corrected.conllu")

Words = tuple[str, ...]


def shuffled_rounds(docs: Sequence[Doc], order: random.Random) -> Iterator[Doc]:
    """Yield the documents several times, each time in another order."""
    for _ in range(ROUNDS):
        yield from order.sample(docs, len(docs))


def ordered(converted: Sequence[Doc], today: Sequence[Doc], order: random.Random) -> Iterator[Doc]:
    """Yield the rounds of the converted text first, then those of the text annotated as today."""
    yield from shuffled_rounds(converted, order)
    yield from shuffled_rounds(today, order)


def starts_with_any(doc: Doc, sentences: frozenset[Words]) -> bool:
    """Tell whether the document begins with one of the sentences."""
    return tuple(token.text for token in next(iter(doc.sents))) in sentences


def mixed(docs: Sequence[Doc], silver: Sequence[Doc], order: random.Random) -> Iterator[Doc]:
    """Yield rounds of the documents with half as many words of fresh silver text in each."""
    words = sum(len(doc) for doc in docs)
    left = iter(silver)
    for _ in range(ROUNDS):
        pieces = [*docs, *_up_to(left, words // 2)]
        yield from order.sample(pieces, len(pieces))


def _up_to(docs: Iterator[Doc], words: int) -> Iterator[Doc]:
    while words > 0 and (doc := next(docs, None)) is not None:
        words -= len(doc)
        yield doc


def silver_docs(nlp: Language, lines: Iterable[str], order: random.Random) -> list[Doc]:
    """Parse a sample of the raw text, one line a document."""
    fitting = [line for line in lines if 4 <= len(line.split()) <= _LONGEST]
    return list(nlp.pipe(order.sample(fitting, min(_SILVER_SENTENCES, len(fitting)))))


def write_texts(data: Path, work: Path) -> None:
    """Write the converted part, ordered.spacy and shuffled.spacy; self-training.spacy once the base trial can parse."""
    docs = list(DocBin().from_disk(work / "train.spacy").get_docs(Vocab()))
    others = frozenset(forms(tree) for name in _TODAY for tree in read_trees(data / "treebanks" / name))
    converted = [doc for doc in docs if not starts_with_any(doc, others)]
    today = [doc for doc in docs if starts_with_any(doc, others)]
    write_docs(converted, work / "converted.spacy")
    write_docs(ordered(converted, today, random.Random(0)), work / "ordered.spacy")  # noqa: S311 - no secret
    write_docs(shuffled_rounds(docs, random.Random(0)), work / "shuffled.spacy")  # noqa: S311
    teacher = work / "trials/base/model-last"
    if teacher.is_dir():
        lines = (work / "raw.txt").read_text(encoding="utf-8").splitlines()
        silver = silver_docs(with_sentences(spacy.load(teacher)), lines, random.Random(0))  # noqa: S311
        write_docs(mixed(docs, silver, random.Random(0)), work / "self-training.spacy")  # noqa: S311


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(description="Write the texts of the trials.")
    for name in ("data", "work"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    write_texts(given.data, given.work)


if __name__ == "__main__":
    main()
