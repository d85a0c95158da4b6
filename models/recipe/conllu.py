"""Reads treebanks in CoNLL-U and in its older form CoNLL-X."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = 0


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a tree. `head` counts from 1, 0 is the root; an empty label or lemma is unknown."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    label: str
    space_after: bool


Tree = tuple[Word, ...]


def read_trees(path: Path) -> list[Tree]:
    """Return the trees of a file. Words that only the enhanced layer or a contraction has are left out."""
    return list(_trees(path))


def forms(tree: Tree) -> tuple[str, ...]:
    """Return the words as written."""
    return tuple(word.form for word in tree)


def _trees(path: Path) -> Iterator[Tree]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        words = [row for row in rows if row[0].isdigit()]
        if words:
            yield _spaced(words)


def _spaced(rows: list[list[str]]) -> Tree:
    has_spaces = any("SpaceAfter" in row[-1] for row in rows)
    following = [row[1] for row in rows[1:]] + [""]
    return tuple(
        _word(row, "SpaceAfter=No" not in row[-1] if has_spaces else _is_apart(row[1], after))
        for row, after in zip(rows, following, strict=True)
    )


def _is_apart(form: str, after: str) -> bool:
    """Whether a blank follows, where the treebank does not tell."""
    return form not in "([" and after not in set(".,;:!?)]…")


def _word(row: list[str], space_after: bool) -> Word:
    form, lemma, upos, xpos, feats, head, label = row[1:8]
    known_lemma = lemma if lemma != "_" or form == "_" else ""
    return Word(form, known_lemma, upos, _known(xpos), _known(feats), int(head), label, space_after)


def _known(field: str) -> str:
    return "" if field == "_" else field
