"""The rules that turn evidence into a verdict; see docs/checker.md. Pure: the same evidence gives the same verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .evidence import EvidenceKind, Flag, Reason, Verdict
from .ruleset import CriterionId, Occasion, Requirement, RuleSet

K = EvidenceKind
STRONG = frozenset({K.ACTION, K.ROUTINE})
WEAK = (K.PLAN, K.PAST_PERIOD, K.OTHER_ACTOR, K.POLICY, K.INCIDENT, K.ROUTINE, K.STANCE)
SILENT_IN_PERIOD = frozenset({K.POLICY, K.STANCE})
CONTRADICTED_BY_ONE_DENIAL = frozenset({CriterionId.CONTINUITY, CriterionId.INCIDENT_ROUTINE})


@dataclass(frozen=True, slots=True)
class Piece:
    """What a verdict needs to know of a piece of evidence.

    `sure` is False where the readers of the text disagree; `rival` is then the kind that it may be instead.
    """

    kind: EvidenceKind
    sure: bool = True
    rival: EvidenceKind | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason."""

    verdict: Verdict
    why: Reason


def judge(criterion: CriterionId, pieces: Iterable[Piece], unread_pages: Sequence[int] = ()) -> Judgement:
    """Return the verdict of one criterion.

    Described needs sure work of the association's own that nothing denies. Where pages could not be read, a criterion
    that would be missing is unclear, and the pages are named.
    """
    given = list(pieces)
    counted = [piece for piece in given if piece.kind is not K.OFF_TOPIC]
    judgement = _judged(criterion, counted) if counted or not given else _missing("off_topic")
    if judgement.verdict is Verdict.MISSING and unread_pages:
        return Judgement(Verdict.UNCLEAR, Reason("unread", (("pages", ", ".join(map(str, unread_pages))),)))
    return judgement


def _judged(criterion: CriterionId, pieces: Sequence[Piece]) -> Judgement:
    proof = [piece for piece in pieces if piece.kind in _proof(criterion)]
    kinds = {piece.kind for piece in pieces}
    if any(piece.sure for piece in proof):
        if K.NEGATED in kinds and _contradicted(criterion, proof):
            return _unclear("contradiction")
        return Judgement(Verdict.DESCRIBED, Reason(f"described_{criterion}"))
    if proof:
        return _unclear(f"uncertain_{proof[0].rival}" if proof[0].rival else "uncertain")
    return _without_proof(criterion, kinds)


def _without_proof(criterion: CriterionId, kinds: set[EvidenceKind]) -> Judgement:
    if criterion is CriterionId.ACTIVE_IN_PERIOD and K.NEGATED in kinds:
        return _missing("negated")
    weak = [kind for kind in WEAK if kind in kinds and _counts(criterion, kind)]
    if K.NEGATED in kinds and set(weak) <= {K.OTHER_ACTOR}:
        return _missing("negated")
    if weak:
        return _unclear(str(weak[0]))
    return _missing("nothing_found")


def _proof(criterion: CriterionId) -> frozenset[EvidenceKind]:
    """Return the kinds that prove; a standing routine is no act within the period, a case that was handled is."""
    return frozenset({K.ACTION, K.INCIDENT}) if criterion is CriterionId.ACTIVE_IN_PERIOD else STRONG


def _counts(criterion: CriterionId, kind: EvidenceKind) -> bool:
    """Return False for a policy or a declaration where the question is what was done in the period."""
    return criterion is not CriterionId.ACTIVE_IN_PERIOD or kind not in SILENT_IN_PERIOD


def _contradicted(criterion: CriterionId, proof: Sequence[Piece]) -> bool:
    """Return whether a denial weighs more: than routines, or than a single act, but not than several acts."""
    return criterion in CONTRADICTED_BY_ONE_DENIAL or len(proof) == 1


def _unclear(code: str) -> Judgement:
    return Judgement(Verdict.UNCLEAR, Reason(code))


def _missing(code: str) -> Judgement:
    return Judgement(Verdict.MISSING, Reason(code))


def flag_of(rule_set: RuleSet, occasion: Occasion, verdicts: Mapping[CriterionId, Verdict]) -> Flag:
    """Return flagged where a required criterion is missing, else review where one is unclear, else clear."""
    required = {verdicts[item.id] for item in rule_set.criteria if item.on(occasion) is Requirement.REQUIRED}
    if Verdict.MISSING in required:
        return Flag.FLAGGED
    return Flag.REVIEW if Verdict.UNCLEAR in required else Flag.CLEAR
