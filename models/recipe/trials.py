"""Compares ways to train the syntax on the dev part: `python -m models.recipe.trials DATA WORK VECTORS NAME…`.

Each trial changes one thing of syntax.cfg or of its text, with the same small budget; writes trials.json. WORK is
what `prepare` and `trial_texts` wrote.
"""

import argparse
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypedDict

from spacy.language import Language
from spacy.tokens import Doc

from .conllu import read_trees
from .evaluate import Figures, megabytes, on_gold_tokens
from .examples import tree_docs
from .pretraining import PRETRAINED, beginning_with
from .small_training import STEPS, Changes, small_config, trained

FIGURES = "figures.json"
RESULT = Path(__file__).with_name("trials.json")
MEASURES = ("pos_acc", "morph_acc", "tag_acc", "dep_uas", "dep_las")
_WIDE = (
    "components.tok2vec.model.embed.width",
    "components.tok2vec.model.encode.width",
    *(f"components.{part}.model.tok2vec.width" for part in ("tagger", "morphologizer", "parser")),
)
_STREAMED: Changes = {"training.max_epochs": -1}  # read once, in the order of the file


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to train: what is changed in syntax.cfg; text, first weights and vectors are files of WORK."""

    title: str
    changes: Changes = field(default_factory=dict)
    text: str = "train.spacy"
    weights: str = ""
    vectors: str = ""


class Measured(TypedDict):
    """What trials.json holds."""

    steps: int
    measured_on: str
    trials: dict[str, Figures]


TRIALS: Mapping[str, Trial] = {
    "base": Trial("the recipe as shipped"),
    "seed": Trial("the same with another seed", {"training.seed": 1, "system.seed": 1}),
    "no_vectors": Trial(
        "without floret vectors",
        {"initialize.vectors": None, "components.tok2vec.model.embed.include_static_vectors": False},
    ),
    "small_vectors": Trial("vectors of 48 numbers instead of 96", vectors="vectors-48"),
    "narrow": Trial("96 wide instead of 128", dict.fromkeys(_WIDE, 96)),
    "deep": Trial("6 layers instead of 4", {"components.tok2vec.model.encode.depth": 6}),
    "own_network": Trial(
        "the parser with a network of its own",
        {"components.parser.model.tok2vec": "${components.tok2vec.model}"},
    ),
    "pretrained": Trial("the network first guesses letters of raw text", weights=PRETRAINED),
    "last_weights": Trial("weights without running averages", {"training.optimizer.use_averages": False}),
    "ordered": Trial("converted text first, today's annotation last", _STREAMED, "ordered.spacy"),
    "shuffled": Trial("as streamed text, shuffled", _STREAMED, "shuffled.spacy"),
    "self_training": Trial("a third of the text parsed by the base trial", _STREAMED, "self-training.spacy"),
}


def run(trial: Trial, data: Path, work: Path, vectors: Path, target: Path) -> Figures:
    """Train and measure one trial: shares right on Talbanken-dev, size in MB, CPU seconds for the dev part."""
    own_vectors = work / trial.vectors if trial.vectors else vectors
    config = small_config(work / trial.text, work / "dev.spacy", own_vectors, trial.changes)
    if trial.weights:
        config = beginning_with(config, work / trial.weights)
    nlp = trained(config, target)
    docs = list(tree_docs(nlp.vocab, read_trees(data / "treebanks/sv_talbanken-ud-dev.conllu"), seed=0))
    return _measured(nlp, docs, target / "model-last")


def _measured(nlp: Language, docs: Sequence[Doc], folder: Path) -> Figures:
    started = time.process_time()
    scores = on_gold_tokens(nlp, docs)
    seconds = time.process_time() - started
    figures = {name: scores[name] for name in MEASURES}
    return {**figures, "megabytes": round(megabytes(folder), 1), "cpu_seconds": round(seconds, 2)}


def gathered(trials: Path) -> Measured:
    """Return the figures of all trials that were run, in the order of the table."""
    found = {name: trials / name / FIGURES for name in TRIALS}
    figures = {name: json.loads(path.read_text(encoding="utf-8")) for name, path in found.items() if path.is_file()}
    return {"steps": STEPS, "measured_on": "Talbanken-dev, gold tokens", "trials": figures}


def card_rows(figures: Mapping[str, Figures]) -> list[str]:
    """Return the rows of the model card's table."""
    return [
        f"| {TRIALS[name].title} | "
        + " | ".join(f"{own[measure]:.4f}"[1:] for measure in MEASURES)
        + f" | {own['megabytes']:.1f} |"
        for name, own in figures.items()
    ]


def measured_once(file: Path, measure: Callable[[], object]) -> None:
    """Measure and write the figures, unless they are there."""
    if not file.is_file():
        figures = measure()
        file.write_text(json.dumps(figures), encoding="utf-8")


def main() -> None:
    """Run the named trials that have no figures in WORK yet, then write and print what is known of all."""
    parser = argparse.ArgumentParser(description="Compare ways to train the syntax.")
    for name in ("data", "work", "vectors"):
        parser.add_argument(name, type=Path)
    parser.add_argument("names", nargs="+", choices=TRIALS)
    given = parser.parse_args()
    for name in given.names:
        target = given.work / "trials" / name
        measured_once(target / FIGURES, partial(run, TRIALS[name], given.data, given.work, given.vectors, target))
    result = gathered(given.work / "trials")
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print("\n".join(card_rows(result["trials"])))


if __name__ == "__main__":
    main()
