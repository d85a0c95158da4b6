"""Evidence (belägg) and verdicts (bedömning), in the words of the rules."""

from dataclasses import dataclass
from enum import StrEnum

from .document import PageBox


class EvidenceKind(StrEnum):
    """What a sentence says of the association's own work; see docs/checker.md."""

    ACTION = "action"
    ROUTINE = "routine"
    POLICY = "policy"
    STANCE = "stance"
    PLAN = "plan"
    NEGATED = "negated"
    OTHER_ACTOR = "other_actor"
    PAST_PERIOD = "past_period"
    INCIDENT = "incident"
    OFF_TOPIC = "off_topic"


class Verdict(StrEnum):
    """What the text says of one criterion."""

    DESCRIBED = "described"
    UNCLEAR = "unclear"
    MISSING = "missing"


class Flag(StrEnum):
    """Whether a required criterion is missing (flagged), else unclear (review), else neither (clear)."""

    FLAGGED = "flagged"
    REVIEW = "review"
    CLEAR = "clear"


class CueRole(StrEnum):
    """What a cue word tells of its sentence."""

    TOPIC = "topic"
    NEGATION = "negation"
    MODALITY = "modality"
    TIME = "time"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Cue:
    """Characters `start` to `end` of the evidence text and what they tell."""

    start: int
    end: int
    role: CueRole


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a code of the texts (`gc.reason.<code>`) and what fills its blanks; worded only where it is shown."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence or clause that touches a criterion, word for word as it stands in the document.

    It is `document.blocks[block].text[start:start + len(text)]`; `page` counts from 1, `heading` is the nearest one
    above. Several pieces of evidence may share words: one sentence can answer several criteria.
    """

    text: str
    block: int
    start: int
    page: int
    boxes: tuple[PageBox, ...]
    heading: str
    kind: EvidenceKind
    cues: tuple[Cue, ...]
    why: Reason
