"""The ways to train that are compared with each other, and what the model card tells of them."""

import json
import random
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Config

from models.recipe import folds, trials
from models.recipe.small_training import SYNTAX, changed, small_config
from models.recipe.trial_texts import mixed, ordered

CARD = Path(trials.__file__).parents[1] / "MODEL_CARD.md"
SOMEWHERE = Path("somewhere")
ORDER = random.Random(0)  # noqa: S311 - no secret


@pytest.mark.parametrize("name", trials.TRIALS)
def test_each_trial_is_a_valid_configuration(name: str) -> None:
    config = small_config(SOMEWHERE, SOMEWHERE, SOMEWHERE, trials.TRIALS[name].changes)

    nlp = spacy.util.load_model_from_config(config, auto_fill=True)

    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "parser"]


def test_a_setting_that_is_not_there_can_not_be_changed() -> None:
    config = Config().from_disk(SYNTAX, interpolate=False)

    with pytest.raises(KeyError):
        changed(config, {"training.speed": 1})


def test_a_change_leaves_the_shipped_configuration_as_it_was() -> None:
    config = Config().from_disk(SYNTAX, interpolate=False)

    changed(config, {"training.seed": 7})

    assert config["training"]["seed"] == 0


def test_in_ordered_text_the_converted_part_comes_first() -> None:
    old, new = _docs("gammal", 3), _docs("ny", 2)

    words = [doc[0].text for doc in ordered(old, new, ORDER)]

    assert words == sorted(words)
    assert words.count("gammal") / words.count("ny") == 3 / 2


def test_a_third_of_mixed_text_is_parsed_by_machine() -> None:
    gold, silver = _docs("sann", 8), _docs("silver", 100)

    words = [doc[0].text for doc in mixed(gold, silver, ORDER)]

    assert words.count("silver") * 2 == words.count("sann")


def test_the_folds_keep_each_sentence_out_once() -> None:
    trees = [() for _ in range(10)]

    sizes = [(len(folds.kept_out(trees, fold)), len(folds.taught(trees, fold))) for fold in range(folds.FOLDS)]

    assert sum(out for out, _ in sizes) == len(trees)
    assert all(out + rest == len(trees) for out, rest in sizes)


def test_the_card_tells_the_trials_that_were_measured() -> None:
    figures = json.loads(trials.RESULT.read_text(encoding="utf-8"))["trials"]

    rows = trials.card_rows(figures)

    assert rows
    assert set(rows) <= set(_card_lines())


def test_the_card_tells_the_treebanks_that_were_measured() -> None:
    figures = json.loads(folds.RESULT.read_text(encoding="utf-8"))["treebanks"]

    rows = folds.card_rows(figures)

    assert len(rows) == len(folds.TREEBANKS)
    assert set(rows) <= set(_card_lines())


def _docs(word: str, count: int) -> list[Doc]:
    return [Doc(Vocab(), words=[word]) for _ in range(count)]


def _card_lines() -> list[str]:
    return CARD.read_text(encoding="utf-8").splitlines()
