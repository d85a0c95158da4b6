"""Measures the syntax by cross-validation: `python -m models.recipe.folds DATA WORK VECTORS [FOLD…]`.

Each fold keeps a third of the three treebanks out and trains on the converted text and the other two thirds, with the
small budget of the trials; writes folds.json.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypedDict

from spacy.language import Language
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from .conllu import Tree, read_trees
from .evaluate import Figures, on_gold_tokens
from .examples import tree_docs, write_docs
from .harmony import harmonised
from .prepare import SEED
from .small_training import STEPS, small_config, trained
from .trials import FIGURES, measured_once

RESULT = Path(__file__).with_name("folds.json")
MEASURES = ("pos_acc", "morph_acc", "dep_uas", "dep_las", "sents_f")
FOLDS = 3
TREEBANKS: Mapping[str, str] = {
    "talbanken_dev": "sv_talbanken-ud-dev.conllu",
    "pud": "sv_pud-ud-test.conllu",
    "swell_corrected": "sv_swell-ud-test-corrected.conllu",
    "swell_as_written": "sv_swell-ud-test.conllu",
}
TITLES: Mapping[str, str] = {
    "talbanken_dev": "Talbanken-dev",
    "pud": "PUD",
    "swell_corrected": "SweLL, corrected",
    "swell_as_written": "SweLL, as written",
}
_TAUGHT = ("talbanken_dev", "pud", "swell_corrected")


class Measured(TypedDict):
    """What folds.json holds."""

    steps: int
    folds: int
    folds_run: list[int]
    treebanks: dict[str, Figures]


def kept_out(trees: Sequence[Tree], fold: int) -> list[Tree]:
    """Return the part of the treebank that a fold measures on: a third in one piece."""
    return list(trees[len(trees) * fold // FOLDS : len(trees) * (fold + 1) // FOLDS])


def taught(trees: Sequence[Tree], fold: int) -> list[Tree]:
    """Return the rest, which a fold trains on."""
    return [*trees[: len(trees) * fold // FOLDS], *trees[len(trees) * (fold + 1) // FOLDS :]]


def run(fold: int, data: Path, work: Path, vectors: Path, target: Path) -> dict[str, Figures]:
    """Train without one third of each treebank and measure on it, as published, with gold tokens."""
    target.mkdir(parents=True, exist_ok=True)
    trees = {name: read_trees(data / "treebanks" / file) for name, file in TREEBANKS.items()}
    _write_training(trees, fold, work / "converted.spacy", target / "train.spacy")
    nlp = trained(small_config(target / "train.spacy", work / "dev.spacy", vectors, {}), target)
    return {name: _figures(nlp, name, kept_out(part, fold)) for name, part in trees.items()}


def _write_training(trees: Mapping[str, Sequence[Tree]], fold: int, converted: Path, target: Path) -> None:
    vocab = Vocab()
    docs = list(DocBin().from_disk(converted).get_docs(vocab))
    for name in _TAUGHT:
        docs += tree_docs(vocab, taught(_as_taught(name, trees[name]), fold), SEED)
    write_docs(docs, target)


def _as_taught(name: str, trees: Sequence[Tree]) -> list[Tree]:
    return list(trees) if name == "talbanken_dev" else [harmonised(tree) for tree in trees]


def _figures(nlp: Language, name: str, trees: Sequence[Tree]) -> Figures:
    published, own = (list(tree_docs(nlp.vocab, form, SEED)) for form in (trees, _as_taught(name, trees)))
    scores = on_gold_tokens(nlp, published)
    figures = {measure: scores[measure] for measure in MEASURES}
    return {"words": sum(map(len, published)), **figures, "morph_as_taught": on_gold_tokens(nlp, own)["morph_acc"]}


def averaged(folds: Sequence[Mapping[str, Figures]]) -> dict[str, Figures]:
    """Return each treebank's figures over all folds, each fold weighted by its words."""
    return {name: _mean([fold[name] for fold in folds]) for name in TREEBANKS}


def _mean(folds: Sequence[Figures]) -> Figures:
    words = sum(fold["words"] for fold in folds)
    shares = {
        name: round(sum(fold[name] * fold["words"] for fold in folds) / words, 4)
        for name in (*MEASURES, "morph_as_taught")
    }
    return {"words": words, **shares}


def gathered(folds: Path) -> Measured:
    """Return the mean of the folds that were run."""
    found = {fold: folds / str(fold) / FIGURES for fold in range(FOLDS)}
    done = [fold for fold, file in found.items() if file.is_file()]
    figures = [json.loads(found[fold].read_text(encoding="utf-8")) for fold in done]
    return {"steps": STEPS, "folds": FOLDS, "folds_run": done, "treebanks": averaged(figures)}


def card_rows(treebanks: Mapping[str, Figures]) -> list[str]:
    """Return the rows of the model card's table."""
    measures = ("pos_acc", "morph_acc", "morph_as_taught", "dep_uas", "dep_las", "sents_f")
    return [
        f"| {TITLES[name]} | {own['words']:,} | " + " | ".join(f"{own[measure]:.3f}"[1:] for measure in measures) + " |"
        for name, own in treebanks.items()
    ]


def main() -> None:
    """Run the folds that have no figures in WORK yet, then write and print the mean of those that have."""
    parser = argparse.ArgumentParser(description="Measure the syntax by cross-validation.")
    for name in ("data", "work", "vectors"):
        parser.add_argument(name, type=Path)
    parser.add_argument("folds", nargs="*", type=int, default=list(range(FOLDS)))
    given = parser.parse_args()
    for fold in given.folds:
        target = given.work / f"folds/{fold}"
        measured_once(target / FIGURES, partial(run, fold, given.data, given.work, given.vectors, target))
    result = gathered(given.work / "folds")
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print("\n".join(card_rows(result["treebanks"])))


if __name__ == "__main__":
    main()
