"""Trains the floret vectors on raw.txt: `python -m models.recipe.vectors WORK`; the model card tells the next step."""

import sys
from pathlib import Path

import floret  # type: ignore[import-not-found, unused-ignore]  # in requirements/train.txt only

_SIZE = {"dim": 96, "bucket": 50_000, "hashCount": 2, "minn": 3, "maxn": 5}
_TRAINING = {"minCount": 5, "epoch": 5, "ws": 4, "neg": 10, "lr": 0.05, "thread": 1}


def train_vectors(work: Path) -> None:
    """Write vectors.floret beside raw.txt: 50,000 rows of 96 numbers for words and pieces of words."""
    vectors = floret.train_unsupervised(str(work / "raw.txt"), model="cbow", mode="floret", **_SIZE, **_TRAINING)
    vectors.save_floret_vectors(str(work / "vectors.floret"))


if __name__ == "__main__":
    train_vectors(Path(sys.argv[1]))
