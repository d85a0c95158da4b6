"""Lets the network first guess the letters of words in raw text: `python -m models.recipe.pretraining WORK VECTORS`.

Reads raw.txt of WORK and writes pretrained.bin, with which the trial of that name begins.
"""

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from spacy.training.pretrain import pretrain
from thinc.api import Config, use_ops

from .small_training import small_config

PRETRAINED = "pretrained.bin"
SETTINGS = Path(__file__).with_suffix(".cfg")
_EVERY = 10  # of the lines of raw text: about 600,000 words
_SHORTEST = 5  # words


def some_of(raw: Path) -> Iterator[str]:
    """Yield every tenth line of the raw text that holds a few words, as JSON."""
    with raw.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % _EVERY == 0 and len(line.split()) >= _SHORTEST:
                yield json.dumps({"text": line.strip()}, ensure_ascii=False)


def pretraining_config(texts: Path, vectors: Path) -> Config:
    """Return syntax.cfg with the settings for guessing letters."""
    config = _with_settings(small_config(texts, texts, vectors, {}))
    config["corpora"]["pretrain"]["path"] = str(texts)
    return config


def beginning_with(config: Config, weights: Path) -> Config:
    """Return the configuration of a training that begins with these weights; spaCy asks how they were made."""
    begun = _with_settings(config)
    begun["paths"]["init_tok2vec"] = str(weights)
    return begun


def _with_settings(config: Config) -> Config:
    return config.merge(Config().from_disk(SETTINGS, interpolate=False))


def main() -> None:
    """Choose texts, train on them once and keep the weights."""
    parser = argparse.ArgumentParser(description="Train the network on raw text first.")
    for name in ("work", "vectors"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    texts, target = given.work / "pretraining.jsonl", given.work / "pretraining"
    texts.write_text("\n".join(some_of(given.work / "raw.txt")), encoding="utf-8")
    target.mkdir(exist_ok=True)
    with use_ops("numpy", use_blis=False):
        pretrain(pretraining_config(texts, given.vectors), target)
    shutil.copy(target / "model-last.bin", given.work / PRETRAINED)


if __name__ == "__main__":
    main()
