"""Clauses whose top word the first form chose otherwise: copulas, passives with "bli", joined and dependent verbs."""

from collections.abc import Callable
from dataclasses import replace

from .conllu import ROOT, Tree, Word
from .coordination import DECIDED
from .parts import is_passive_participle

Words = list[Word]

_ADVERBS_OF_DEGREE = frozenset("inte ej också även kanske väl nog nästan bara ännu just dock ju alltså".split())


def retop(tree: Tree) -> Tree:
    """Return the tree, tagged as today, with each clause under the word that today's scheme makes its top."""
    words = list(tree)
    for place in range(len(words)):
        _retop(words, place)
    return tuple(words)


def _retop(words: Words, place: int) -> None:
    word = words[place]
    if word.upos == "VERB" and word.label == "aux":
        _free_verb(words, place)
    elif word.upos == "VERB" and is_passive_participle(tuple(words), place):
        _lift(words, place, word.head - 1, "aux:pass")
    elif word.upos == "INTJ" and word.head == ROOT:
        _lower_answer(words, place)
    elif word.upos == "AUX" and word.label not in ("aux", "cop", "auxpass"):
        _lift_predicate(words, place)


def _lower_answer(words: Words, place: int) -> None:
    """Hang "ja" or "nej" on the sentence that follows."""
    sentence = next(
        (
            at
            for at, word in enumerate(words)
            if word.head == place + 1 and word.label == "conj" and word.upos == "VERB"
        ),
        None,
    )
    if sentence is not None:
        _lift(words, sentence, place, "discourse")


def _lift_predicate(words: Words, place: int) -> None:
    """Put the predicate of "vara" over it: "på väg" in "hon är på väg"."""
    predicate = _predicate(words, place)
    if predicate is None:
        return
    cleft = words[predicate].label == "dep"
    _lift(words, predicate, place, "cop")
    if cleft:
        _mark_cleft(words, predicate)


def _predicate(words: Words, place: int) -> int | None:
    kids = [at for at, word in enumerate(words) if word.head == place + 1 and word.upos not in ("PUNCT", "AUX")]
    wanted: tuple[Callable[[Word], bool], ...] = (
        lambda word: word.label == "dep",
        lambda word: word.label == "nmod",
        lambda word: word.label == "advmod" and word.form.lower() not in _ADVERBS_OF_DEGREE,
        lambda word: word.label == "dislocated",
    )
    for fits in wanted:
        after = [at for at in kids if fits(words[at]) and at > place] or [at for at in kids if fits(words[at])]
        if after:
            return after[-1] if words[after[-1]].label == "advmod" else after[0]
    return None


def _mark_cleft(words: Words, predicate: int) -> None:
    for at, word in enumerate(words):
        if word.head != predicate + 1:
            continue
        if word.form.lower() == "det" and word.label == "nsubj":
            words[at] = replace(word, label=DECIDED + "expl")
        if word.label == "acl:relcl":
            words[at] = replace(word, label=DECIDED + "acl:cleft")


def _lift(words: Words, lower: int, upper: int, label: str) -> None:
    """Let a word take its head's place; the head hangs on it with the label, as does all that hung on the head."""
    top = words[upper]
    for at, word in enumerate(words):
        if word.head == upper + 1 and at != lower:
            words[at] = replace(word, head=lower + 1)
    words[lower] = replace(words[lower], head=top.head, label=top.label)
    words[upper] = replace(top, head=lower + 1, label=DECIDED + label)


def _free_verb(words: Words, place: int) -> None:
    """Right a full verb that the first form took for another's auxiliary."""
    word = words[place]
    head = word.head - 1
    if head == ROOT - 1:
        return
    if place > head:
        words[place] = replace(word, label=DECIDED + _lower_clause(words[head], word))
    elif _joined(words, place, head):
        _lead(words, place, head, "conj")
    elif words[head].xpos.startswith("VB|INF") and word.form.lower().startswith("behöv"):
        _lead(words, place, head, "xcomp")
    else:
        words[place] = replace(word, label="")


def _lower_clause(head: Word, word: Word) -> str:
    if head.upos in ("NOUN", "PRON", "PROPN") and not word.xpos.startswith("VB|INF"):
        return "acl:relcl"
    return "xcomp" if word.xpos.startswith("VB|INF") else ""


def _joined(words: Words, first: int, later: int) -> bool:
    """Whether a conjunction stands between two verbs: "vårda och fostra"."""
    return words[later].upos == "VERB" and any(
        words[at].label == "cc" and words[at].head == later + 1 for at in range(first + 1, later)
    )


def _lead(words: Words, first: int, later: int, label: str) -> None:
    """Make the earlier verb the top and the later one hang on it; what both share becomes the first's."""
    top = words[later]
    for at, word in enumerate(words):
        if word.head == later + 1 and (at < first or _ends(words, at) or (label == "conj" and at > later)):
            words[at] = replace(word, head=first + 1)
        elif word.head == later + 1 and first < at < later and word.label == "aux" and word.upos == "VERB":
            words[at] = replace(word, head=first + 1, label=DECIDED + "conj")
        elif word.head == later + 1 and word.label == "cc" and first < at < later:
            words[at] = replace(word, label=DECIDED + "cc")
    words[first] = replace(words[first], head=top.head, label=top.label)
    words[later] = replace(top, head=first + 1, label=DECIDED + label)


def _ends(words: Words, place: int) -> bool:
    return place == len(words) - 1 and words[place].upos == "PUNCT"
