"""Puts the trained parts together: `python -m models.recipe.assemble SYNTAX NAMES LEMMAS TARGET VERSION`.

SYNTAX and NAMES are folders of trained pipelines, LEMMAS the words of the lemma component; the artefact gets our
sentence cutter, tokens and names of the field.
"""

import shutil
import sys
from pathlib import Path

import spacy
from spacy.language import Language

from grantcheck.analysis.swedish import LEMMAS, SENTENCES
from grantcheck.analysis.swedish.field_names import teach_field_names
from grantcheck.analysis.swedish.lemmas.component import LemmaComponent
from grantcheck.analysis.swedish.tokens import teach_tokens

NAME = "grantcheck"


def assemble(syntax: Path, names: Path, lemmas: Path, version: str) -> Language:
    """Return the whole pipeline; the finder of names keeps a tok2vec of its own, so it can be left out."""
    nlp = spacy.load(syntax)
    nlp.add_pipe(SENTENCES, before="parser")
    _add_lemmas(nlp, lemmas)
    finder = spacy.load(names)
    finder.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=finder)
    teach_field_names(nlp, after="ner")
    teach_tokens(nlp)
    nlp.meta.update({"name": NAME, "version": version, "license": "CC BY-SA 4.0", "description": _DESCRIPTION})
    nlp.meta["performance"] = {}
    return nlp


def _add_lemmas(nlp: Language, words: Path) -> None:
    component = nlp.add_pipe(LEMMAS, after="morphologizer")
    if isinstance(component, LemmaComponent):
        component.from_disk(words)


_DESCRIPTION = "Swedish for association reports: sentences, tags, morphology, lemmas, dependencies, names."


def ship(nlp: Language, target: Path) -> None:
    """Write the artefact in place of an older one."""
    if target.exists():
        shutil.rmtree(target)
    nlp.to_disk(target)


if __name__ == "__main__":
    _syntax, _names, _lemmas, _target, _version = sys.argv[1:]
    ship(assemble(Path(_syntax), Path(_names), Path(_lemmas), _version), Path(_target))
