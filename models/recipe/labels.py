"""Labels that the tree around a word decides: subjects of passives, infinitive clauses, comparisons."""

from collections.abc import Callable

from .conllu import ROOT, Tree
from .coordination import DECIDED

_CLAUSES = frozenset({"xcomp", "ccomp", "csubj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def decided_label(tree: Tree, place: int) -> str:
    """Return today's label where a rule decides on it, else an empty string."""
    rule = _RULES.get(tree[place].label)
    return rule(tree, place) if rule and tree[place].head != ROOT else ""


def _passive_subject(tree: Tree, place: int) -> str:
    head = tree[place].head
    passive = "Voice=Pass" in tree[head - 1].feats or "aux:pass" in _labels_below(tree, head)
    return "nsubj:pass" if passive else "nsubj"


def _clause(tree: Tree, place: int) -> str:
    """Call an infinitive or supine without its own subject an open clause."""
    open_form = tree[place].xpos.startswith(("VB|INF", "VB|SUP"))
    has_subject = any(label.startswith("nsubj") for label in _labels_below(tree, place + 1))
    return "xcomp" if open_form and not has_subject else "ccomp"


def _comparison(tree: Tree, place: int) -> str:
    compared = tree[place].upos in _NOMINAL and any(
        word.head == place + 1 and word.form.lower() == "som" and word.upos == "ADP" for word in tree
    )
    return "obl" if compared else ""


def _circumstance(tree: Tree, place: int) -> str:
    """Give what stands before a predicate noun to the clause: "i dag är hon ledare"."""
    head = tree[place].head
    return "obl" if place + 1 < head and "cop" in _labels_below(tree, head) else ""


def _preposition(tree: Tree, place: int) -> str:
    """Call a preposition before a clause a mark; one left behind by its noun ("att leva upp till") is an adverbial."""
    head = tree[place].head
    if tree[place].upos != "ADP":
        return ""
    if place + 1 > head:
        return "obl" if tree[head - 1].upos == "VERB" else ""
    subordinated = any(word.label == "mark" and word.head == head for word in tree[place + 1 :])
    return "mark" if subordinated or tree[head - 1].label in _CLAUSES else ""


def _labels_below(tree: Tree, head: int) -> set[str]:
    return {word.label.removeprefix(DECIDED) for word in tree if word.head == head}


_RULES: dict[str, Callable[[Tree, int], str]] = {
    "nsubjpass": _passive_subject,
    "ccomp": _clause,
    "advcl": _comparison,
    "nmod": _circumstance,
    "case": _preposition,
}
