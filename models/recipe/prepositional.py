"""Builds prepositional expressions that the first form joined and today's trees do not show: "i samband med mötet"."""

from dataclasses import replace

from .conllu import ROOT, Word
from .coordination import DECIDED

_LABEL_BY_PART = {"ADJ": "amod", "DET": "det", "NUM": "nummod", "PRON": "nmod:poss", "ADV": "advmod", "ADP": "case"}
_MARKS = ("SCONJ", "PART")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})


def rebuild_prepositional(words: list[Word], start: int, end: int) -> None:
    """Give the chain of words from start to end its tree where it is a preposition with a noun, else leave it."""
    first = words[start]
    if first.upos != "ADP" or first.head == ROOT or start < first.head - 1 < end:
        return
    if words[end - 1].upos in _MARKS and all(word.upos in ("ADP", *_MARKS) for word in words[start:end]):
        for at in range(start, end):
            words[at] = replace(words[at], head=first.head, label=DECIDED + "mark")
    elif words[end - 1].upos == "ADP" and end - start > 2 and words[end - 2].upos == "NOUN":
        _govern_next(words, start, end)
    elif words[end - 1].upos in _NOMINAL:
        above = words[first.head - 1].upos
        _hang_below(words, start, end - 1)
        label = "nmod" if above in _NOUNS else "obl"
        words[end - 1] = replace(words[end - 1], head=first.head, label=DECIDED + label)


def _govern_next(words: list[Word], start: int, end: int) -> None:
    """Put "mötet" of "i samband med mötet" under "samband"."""
    governed, noun = words[start].head - 1, end - 2
    below = words[governed]
    if governed < end:
        return
    clause = below.upos == "VERB"
    if not clause and below.upos not in _NOUNS:
        return
    _hang_below(words, start, noun)
    above = words[below.head - 1].upos if below.head != ROOT else ""
    label = "nmod" if above in _NOUNS else "obl"
    words[noun] = replace(words[noun], head=below.head, label=DECIDED + label)
    words[end - 1] = replace(words[end - 1], head=governed + 1, label=DECIDED + ("mark" if clause else "case"))
    words[governed] = replace(below, head=noun + 1, label=DECIDED + ("acl" if clause else "nmod"))


def _hang_below(words: list[Word], start: int, noun: int) -> None:
    for at in range(start, noun):
        label = _LABEL_BY_PART.get(words[at].upos, "nmod:poss")
        words[at] = replace(words[at], head=noun + 1, label=DECIDED + label)
