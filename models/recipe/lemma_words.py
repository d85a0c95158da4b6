"""Writes what the pipeline knows of lemmas, for the lemma component of the artefact."""

import re
from pathlib import Path

import spacy

from grantcheck.analysis.swedish.lemmas.component import LemmaComponent

from .lemmas import Lemmas

_WORD = re.compile(r"[^\W\d_][\w-]*")


def write_lemma_words(lemmas: Lemmas, raw: Path, folder: Path) -> None:
    """Write the folder; of the large table only the forms that stand in the raw text are kept."""
    with raw.open(encoding="utf-8") as text:
        forms = {word.lower() for line in text for word in _WORD.findall(line)}
    component = LemmaComponent(spacy.blank("sv"), "lemmas")
    component.fill(*lemmas.knowledge(forms))
    component.to_disk(folder)
