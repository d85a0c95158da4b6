"""Trains the syntax with a small budget, for comparisons: syntax.cfg with some settings changed and fewer steps."""

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from thinc.api import Config, use_ops

from grantcheck.analysis.swedish import SENTENCES

SYNTAX = Path(__file__).with_name("syntax.cfg")
STEPS = 800  # of 3,300 in the shipped training: about 184,000 words, two readings of the text

Changes = Mapping[str, object]


def changed(config: Config, changes: Changes) -> Config:
    """Return the configuration with settings changed by their dotted path; raises KeyError for an unknown one."""
    result = deepcopy(config)
    for path, value in changes.items():
        *sections, name = path.split(".")
        section = result
        for part in sections:
            section = section[part]
        if name not in section:
            raise KeyError(path)
        section[name] = value
    return result


def small_config(train_docs: Path, dev_docs: Path, vectors: Path, changes: Changes) -> Config:
    """Return syntax.cfg for a small training with these changes."""
    budget: Changes = {
        "paths.train": str(train_docs),
        "paths.dev": str(dev_docs),
        "paths.vectors": str(vectors),
        "training.max_steps": STEPS,
        "training.eval_frequency": STEPS // 4,
        "training.optimizer.learn_rate.total_steps": STEPS,
    }
    return changed(changed(Config().from_disk(SYNTAX, interpolate=False), budget), changes)


def trained(config: Config, target: Path) -> Language:
    """Train, write to `target`, and return the pipeline with the shipped sentence cutter before its parser."""
    target.mkdir(parents=True, exist_ok=True)
    with use_ops("numpy", use_blis=False):  # the faster matrix product
        train(_initialized(config), target)
        return with_sentences(spacy.load(target / "model-last"))


def _initialized(config: Config) -> Language:
    """Initialize with the labels of the whole text; of streamed text spaCy sees only the beginning."""
    nlp = init_nlp(changed(config, {"training.max_epochs": 1}))
    nlp.config["training"]["max_epochs"] = config["training"]["max_epochs"]
    return nlp


def with_sentences(nlp: Language) -> Language:
    """Let the shipped cutter find the sentences, as in the artefact."""
    nlp.add_pipe(SENTENCES, before="parser")
    return nlp
