"""Says why a sentence was taken as it was, with the words in it that decided; the wordings stand in the catalogue."""

import numpy as np
from numpy.typing import NDArray

from grantcheck.domain.evidence import CueRole, EvidenceKind, Reason
from grantcheck.domain.period import Period

from .cues import others_named, words_of
from .in_time import times_outside, times_within
from .selection import OWN_WORK, Choice

K = EvidenceKind
KINDS = tuple(K)
LEAST_RIVAL = 0.05


def rival(row: NDArray[np.float32], choice: Choice) -> EvidenceKind | None:
    """Return the kind that an uncertain sentence of own work may be instead: off topic where no other kind is likely.

    `row`: the likelihoods of the sentence's kinds under the criterion.
    """
    if choice.sure or choice.kind is K.OFF_TOPIC:
        return None
    others = {kind: float(row[KINDS.index(kind)]) for kind in KINDS if kind not in OWN_WORK[choice.criterion]}
    likeliest = max(others, key=lambda kind: others[kind])
    return likeliest if others[likeliest] >= LEAST_RIVAL else K.OFF_TOPIC


def reason_for(choice: Choice, other: EvidenceKind | None, text: str, period: Period) -> Reason:
    """Return why the sentence was taken so: as what else it may be read, or by which of its words."""
    if other:
        return Reason(f"kind_uncertain_{other}")
    if not choice.sure:
        return Reason("kind_set_aside" if choice.kind is K.OFF_TOPIC else "kind_uncertain")
    if words := _deciding_words(choice.kind, text, period):
        return Reason(f"kind_{choice.kind}_by_words", (("words", quoted(words)),))
    return Reason(f"kind_{choice.kind}")


def quoted(words: list[str]) -> str:
    """Return the words as they stand in the text, each once and in quotation marks."""
    return ", ".join(f"”{word}”" for word in dict.fromkeys(words))


def _deciding_words(kind: EvidenceKind, text: str, period: Period) -> list[str]:
    if kind is K.ACTION:
        return times_within(text, period)
    if kind is K.PAST_PERIOD:
        return times_outside(text, period)
    if kind is K.PLAN:
        return words_of(text, CueRole.MODALITY) or times_outside(text, period)
    if kind is K.NEGATED:
        return words_of(text, CueRole.NEGATION)
    return others_named(text) if kind is K.OTHER_ACTOR else []
