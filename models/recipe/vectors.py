"""Trains the floret vectors on raw.txt: `python -m models.recipe.vectors WORK`; the model card tells the next step."""

import argparse
from pathlib import Path

import floret  # type: ignore[import-not-found, unused-ignore]  # in requirements/train.txt only

NUMBERS = 96
_ROWS = {"bucket": 50_000, "hashCount": 2, "minn": 3, "maxn": 5}
_TRAINING = {"minCount": 5, "epoch": 5, "ws": 4, "neg": 10, "lr": 0.05, "thread": 1}


def train_vectors(work: Path, numbers: int) -> None:
    """Write vectors.floret beside raw.txt: 50,000 rows of so many numbers for words and pieces of words."""
    vectors = floret.train_unsupervised(
        str(work / "raw.txt"), model="cbow", mode="floret", dim=numbers, **_ROWS, **_TRAINING
    )
    vectors.save_floret_vectors(str(work / "vectors.floret"))


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description="Train the vectors on raw.txt.")
    parser.add_argument("work", type=Path)
    parser.add_argument("--numbers", type=int, default=NUMBERS, help="how many numbers stand for a word")
    given = parser.parse_args()
    train_vectors(given.work, given.numbers)


if __name__ == "__main__":
    main()
