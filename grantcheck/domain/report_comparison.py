"""Compares two readings of one association: which evidence was kept, changed, is new and is gone, and what repeats."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .analysis import Analysis, Finding
from .comparison import Change, Pair, aligned
from .document import Document
from .evidence import Evidence, EvidenceKind
from .ruleset import CriterionId
from .sentences import Sentence, sentences_of
from .wording import tells_of_the_period


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a comparison: what the report says, sentence by sentence, and what was found in it."""

    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, document: Document, analysis: Analysis) -> "Told":
        """Return the side that a reading gives."""
        return cls(sentences_of(document), analysis.findings)

    def place_of(self, evidence: Evidence) -> int | None:
        """Return which sentence the evidence begins in, None where it lies outside (in a heading)."""
        for place, sentence in enumerate(self.sentences):
            if sentence.block == evidence.block and 0 <= evidence.start - sentence.start < len(sentence.text):
                return place
        return None

    def sentences_with_evidence(self) -> tuple[Sentence, ...]:
        """Return each sentence that any evidence begins in, in reading order."""
        places = {self.place_of(evidence) for _, evidence in _all_evidence(self.findings)}
        return tuple(sentence for place, sentence in enumerate(self.sentences) if place in places)


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """What became of a piece of evidence. `evidence` is of the later report, where gone of the earlier one."""

    criterion: CriterionId
    change: Change
    evidence: Evidence
    place: int


@dataclass(frozen=True, slots=True)
class ReportComparison:
    """Two reports side by side: all sentences in pairs, and the evidence by criterion."""

    old: Told
    new: Told
    pairs: tuple[Pair, ...]
    evidence: tuple[EvidenceChange, ...]

    def count(self, change: Change) -> int:
        """Return how many sentences the change happened to."""
        return sum(pair.change is change for pair in self.pairs)

    def of_criterion(self, criterion: CriterionId) -> tuple[EvidenceChange, ...]:
        """Return what became of the criterion's evidence, of the later report first."""
        return tuple(item for item in self.evidence if item.criterion is criterion)

    def repeated(self) -> tuple[Sentence, ...]:
        """Return the kept sentences that should tell of this period: by their words, or as evidence of something done.

        What some criterion takes as a routine may be kept.
        """
        kinds: defaultdict[int, set[EvidenceKind]] = defaultdict(set)
        for item in self.evidence:
            if item.change is Change.KEPT:
                kinds[item.place].add(item.evidence.kind)
        kept = sorted(pair.new for pair in self.pairs if pair.change is Change.KEPT and pair.new is not None)
        return tuple(self.new.sentences[place] for place in kept if _is_of_the_period(self.new, place, kinds[place]))


def compared(old: Told, new: Told) -> ReportComparison:
    """Compare an earlier report with a later one."""
    pairs = aligned([sentence.text for sentence in old.sentences], [sentence.text for sentence in new.sentences])
    became = {pair.new: pair.change for pair in pairs if pair.new is not None}
    gone = {pair.old: pair.change for pair in pairs if pair.change is Change.GONE and pair.old is not None}
    return ReportComparison(old, new, pairs, (*_changes(new, became), *_changes(old, gone)))


def _is_of_the_period(told: Told, place: int, kinds: Container[EvidenceKind]) -> bool:
    if EvidenceKind.ROUTINE in kinds:
        return False
    return EvidenceKind.ACTION in kinds or tells_of_the_period(told.sentences[place].text)


def _changes(told: Told, changes: Mapping[int, Change]) -> Iterator[EvidenceChange]:
    for criterion, evidence in _all_evidence(told.findings):
        place = told.place_of(evidence)
        if place is not None and place in changes:
            yield EvidenceChange(criterion, changes[place], evidence, place)


def _all_evidence(findings: Sequence[Finding]) -> Iterable[tuple[CriterionId, Evidence]]:
    return ((finding.criterion, evidence) for finding in findings for evidence in finding.evidence)
