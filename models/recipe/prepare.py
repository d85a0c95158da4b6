"""Makes the training files: `python -m models.recipe.prepare DATA CORPUS WORK`.

DATA holds treebanks/, ner/ and raw/; CORPUS the annotated reports; WORK gets raw.txt and the `.spacy` files.
"""

import argparse
import gzip
import json
import random
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

import spacy
from spacy.vocab import Vocab

from .conllu import Tree, forms, read_trees
from .conversion import Converter, cross_validated
from .examples import name_docs, tree_docs, write_docs
from .harmony import harmonised
from .hints import aligned, read_hints, with_hints
from .lemma_words import write_lemma_words
from .lemmas import Lemmas
from .participles import Verbs
from .raw_text import write_raw_text

SEED = 0
_NAMES_KEPT_OUT = 10  # every tenth sentence


def prepare(data: Path, corpus: Path, work: Path) -> None:
    """Write all files that training reads; prints how well the conversion does on pairs that it has not seen."""
    vocab = spacy.blank("sv").vocab
    trees = data / "treebanks"
    dev = read_trees(trees / "sv_talbanken-ud-dev.conllu")
    news = _harmonised(trees / "sv_pud-ud-test.conllu")
    learners = _harmonised(trees / "sv_swell-ud-test-corrected.conllu")
    others, table = [*news, *learners], _lemma_table()
    verbs = Verbs(table)
    pairs = paired(read_trees(trees / "sv_talbanken-v1-dev.conll"), dev)
    print(json.dumps(asdict(cross_validated(pairs, others, verbs)), indent=1))
    converter, lemmas = Converter(pairs, [*dev, *others], verbs), Lemmas(dev, others, table)
    old = read_trees(trees / "sv_talbanken-v1-train.conll")
    hints = aligned(old, read_hints(trees / "sv_talbanken-v2-enhanced.txt", "train"))
    converted = [lemmas.fill(with_hints(converter.convert(tree), own)) for tree, own in zip(old, hints, strict=True)]
    news, learners = [[lemmas.harmonised(tree) for tree in part] for part in (news, learners)]
    _write(vocab, [converted, news, learners], work / "train.spacy")
    _write(vocab, [converted, news, learners, dev], work / "train-all.spacy")
    _write(vocab, [dev], work / "dev.spacy")
    _write_names(vocab, data / "ner/webbnyheter2012-train.txt", work)
    write_raw_text(data, corpus, work / "raw.txt", SEED)
    write_lemma_words(lemmas, work / "raw.txt", work / "lemmas")


def _harmonised(path: Path) -> list[Tree]:
    return [harmonised(tree) for tree in read_trees(path)]


def paired(old: Sequence[Tree], new: Sequence[Tree]) -> list[tuple[Tree, Tree]]:
    """Return the sentences that stand word for word in both forms."""
    today = {forms(tree): tree for tree in new}
    return [(tree, today[forms(tree)]) for tree in old if forms(tree) in today]


def _write(vocab: Vocab, parts: Sequence[Sequence[Tree]], path: Path) -> None:
    docs = [doc for part in parts for doc in tree_docs(vocab, part, SEED)]
    random.Random(SEED).shuffle(docs)  # noqa: S311 - no secret
    write_docs(docs, path)


def _write_names(vocab: Vocab, source: Path, work: Path) -> None:
    docs = list(name_docs(vocab, source))
    write_docs(docs[::_NAMES_KEPT_OUT], work / "names-dev.spacy")
    write_docs((doc for at, doc in enumerate(docs) if at % _NAMES_KEPT_OUT), work / "names-train.spacy")


def _lemma_table() -> dict[str, str]:
    """Return spaCy's table of Swedish forms and lemmas, from the package spacy-lookups-data."""
    packed = files("spacy_lookups_data").joinpath("data/sv_lemma_lookup.json.gz").read_bytes()
    return dict(json.loads(gzip.decompress(packed)))


def main() -> None:
    """Read the arguments and prepare."""
    parser = argparse.ArgumentParser(description="Make the training files of the Swedish pipeline.")
    for name in ("data", "corpus", "work"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    prepare(given.data, given.corpus, given.work)


if __name__ == "__main__":
    main()
