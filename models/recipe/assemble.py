"""Puts the trained parts together: `python -m models.recipe.assemble SYNTAX NAMES TARGET VERSION`.

SYNTAX and NAMES are folders of trained pipelines; the artefact gets our sentence cutter, tokens and names of the field.
"""

import shutil
import sys
from pathlib import Path

import spacy
from spacy.language import Language

from grantcheck.analysis.swedish import FACTORIES
from grantcheck.analysis.swedish.field_names import teach_field_names
from grantcheck.analysis.swedish.tokens import teach_tokens

NAME = "grantcheck"


def assemble(syntax: Path, names: Path, version: str) -> Language:
    """Return the whole pipeline; the finder of names keeps a tok2vec of its own, so it can be left out."""
    nlp = spacy.load(syntax)
    finder = spacy.load(names)
    finder.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=finder)
    teach_field_names(nlp, after="ner")
    nlp.add_pipe(FACTORIES[0], before="parser")
    teach_tokens(nlp)
    nlp.meta.update({"name": NAME, "version": version, "license": "CC BY-SA 4.0", "description": _DESCRIPTION})
    nlp.meta["performance"] = {}
    return nlp


_DESCRIPTION = "Swedish for association reports: sentences, tags, morphology, lemmas, dependencies, names."


def ship(nlp: Language, target: Path) -> None:
    """Write the artefact in place of an older one."""
    if target.exists():
        shutil.rmtree(target)
    nlp.to_disk(target)


if __name__ == "__main__":
    _syntax, _names, _target, _version = sys.argv[1:]
    ship(assemble(Path(_syntax), Path(_names), _version), Path(_target))
