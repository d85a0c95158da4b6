"""Marks the words that tell what a sentence is: its subject matter, denial, modality, time and actor."""

import re

from grantcheck.domain.evidence import Cue, CueRole
from grantcheck.domain.ruleset import CriterionId

from .words import cue_words, topic_words

OTHERS = "other_actor"
_WORDS = {name: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for name, words in cue_words().items()}
_TOPICS = {
    criterion: re.compile(rf"\w*(?:{'|'.join(parts)})\w*", re.IGNORECASE) for criterion, parts in topic_words().items()
}


def cues_of(text: str, criterion: CriterionId) -> tuple[Cue, ...]:
    """Return the cue words of the text in order; the first role keeps a word that several could claim."""
    found = [*_topic_cues(text, criterion), *_role_cues(text)]
    kept: list[Cue] = []
    for cue in found:
        if all(cue.end <= other.start or other.end <= cue.start for other in kept):
            kept.append(cue)
    return tuple(sorted(kept, key=lambda cue: cue.start))


def words_of(text: str, role: CueRole) -> list[str]:
    """Return the words of the text that have the role."""
    return [item[0] for item in _WORDS[role].finditer(text)]


def others_named(text: str) -> list[str]:
    """Return the words of the text that name somebody other than the association."""
    return [item[0] for item in _WORDS[OTHERS].finditer(text)]


def _topic_cues(text: str, criterion: CriterionId) -> list[Cue]:
    """Mark each topic word whole, so that compounds are shown as the report has them."""
    return [Cue(item.start(), item.end(), CueRole.TOPIC) for item in _TOPICS[criterion].finditer(text)]


def _role_cues(text: str) -> list[Cue]:
    return [
        Cue(item.start(), item.end(), CueRole.ACTOR if name == OTHERS else CueRole(name))
        for name, pattern in _WORDS.items()
        for item in pattern.finditer(text)
    ]
