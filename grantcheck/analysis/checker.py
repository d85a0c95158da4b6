"""Reads a document and judges it: sentences, likelihoods, evidence, verdicts, commitments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from grantcheck.domain.analysis import Analysis, Finding, PeriodSource, PipelineVersion, ProposedCommitment, Sign
from grantcheck.domain.document import Document, Notice
from grantcheck.domain.errors import NotSwedish
from grantcheck.domain.evidence import Evidence, EvidenceKind, Reason
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import Criterion, CriterionId, Occasion, RuleSet
from grantcheck.domain.verdict import Piece, flag_of, judge
from grantcheck.resources import shipped

from .assertion import Parse, reconsidered
from .cues import cues_of
from .encoder import Encoder
from .grammar import read_grammar
from .language import load_language
from .ngrams import NgramReader
from .passages import Passage, passages_of
from .reading import Reader
from .reasons import reason_for, rival
from .reported_period import told_period
from .selection import CRITERIA, Choice, Floats, chosen, planned
from .swedish.periods import due_day
from .swedishness import is_bilingual, other_language
from .thresholds import Thresholds
from .whole_report import WholeReport

READING = "reading"
EXAMPLES = (CriterionId.PREVENT_VIOLATIONS, CriterionId.PREVENT_DISCRIMINATION)
_ORDER = {kind: place for place, kind in enumerate(EvidenceKind)}
_SIGNS = {
    "own_work": EvidenceKind.ACTION,
    "standing_routine": EvidenceKind.ROUTINE,
    "document": EvidenceKind.POLICY,
    "plan": EvidenceKind.PLAN,
    "earlier_work": EvidenceKind.PAST_PERIOD,
    "work_of_others": EvidenceKind.OTHER_ACTOR,
    "denial": EvidenceKind.NEGATED,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, what it was chosen as, and what it may be instead where that is not certain."""

    passage: Passage
    choice: Choice
    rival: EvidenceKind | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a text: evidence, and the passages that tell an intention."""

    found: tuple[Found, ...]
    plans: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Checker:
    """Made once and used for many documents; gives the same answer for the same document."""

    pipeline: PipelineVersion
    reader: Reader
    parse: Parse
    limits: Thresholds
    whole: WholeReport

    def check(
        self, document: Document, rule_set: RuleSet, occasion: Occasion, period: Period | None, today: date
    ) -> Analysis:
        """Judge the document. Without a period it is read from the text, else it is the year before today.

        Raises NotSwedish where the text is plainly in another language.
        """
        if language := other_language(document):
            raise NotSwedish(language=language)
        period, source = _period(document, period, today)
        reading = self._read(document, period)
        findings = tuple(_finding(document, item, reading.found, period) for item in rule_set.criteria)
        return Analysis(
            language="sv",
            period=period,
            period_source=source,
            pipeline=self.pipeline,
            ruleset=rule_set.id,
            occasion=occasion,
            flag=flag_of(rule_set, occasion, {item.criterion: item.verdict for item in findings}),
            concrete_examples=_concrete_examples(reading.found),
            findings=findings,
            commitments=_commitments(document, reading.plans, period),
            notices=tuple(_notices(document)),
        )

    def _read(self, document: Document, period: Period) -> Reading:
        passages = passages_of(document)
        read = self.reader.read(passages, period)
        likelihoods = reconsidered(read, passages, period, self.parse, self.limits.touch)
        choices = chosen(likelihoods, self.limits, self.whole.leanings(likelihoods))
        return Reading(
            tuple(Found(passages[choice.place], choice, _rival(likelihoods, choice)) for choice in choices),
            tuple(passages[place] for place in planned(likelihoods)),
        )


def load_checker(pipeline: str) -> Checker:
    """Return a checker over the named language pipeline and the trained readings under models/reading.

    Raises PipelineMissing when there is no pipeline of that name.
    """
    folder: Path = shipped("models", READING)
    language, limits = load_language(pipeline), Thresholds.load(folder / "thresholds.json")
    return Checker(
        PipelineVersion(pipeline, str(language.meta["version"])),
        Reader(NgramReader.load(folder / "ngrams.npz"), Encoder.load(folder), limits.touch),
        partial(read_grammar, language),
        limits,
        WholeReport.load(folder / "whole_report.npz"),
    )


def _period(document: Document, given: Period | None, today: date) -> tuple[Period, PeriodSource]:
    if given:
        return given, PeriodSource.OPTION
    if told := told_period(document, today):
        return told, PeriodSource.TEXT
    return Period.of_year(today.year - 1), PeriodSource.DEFAULT


def _rival(likelihoods: Floats, choice: Choice) -> EvidenceKind | None:
    return rival(likelihoods[choice.place, CRITERIA.index(choice.criterion)], choice)


def _finding(document: Document, criterion: Criterion, found: Sequence[Found], period: Period) -> Finding:
    own = [item for item in found if item.choice.criterion is criterion.id]
    pieces = [Piece(item.choice.kind, item.choice.sure, item.rival) for item in own]
    judgement = judge(criterion.id, pieces, document.unread_pages)
    return Finding(
        criterion=criterion.id,
        verdict=judgement.verdict,
        why=_with_pages_read(judgement.why, document),
        evidence=tuple(_evidence(document, item, period) for item in sorted(own, key=_strength)),
        signs=tuple(_signs(criterion.id, own)),
    )


def _strength(item: Found) -> tuple[bool, int, float]:
    return not item.choice.sure, _ORDER[item.choice.kind], -item.choice.likelihood


def _with_pages_read(why: Reason, document: Document) -> Reason:
    if why.code != "nothing_found":
        return why
    if (pages := len(document.pages) - len(document.unread_pages)) == 1:
        return Reason("nothing_found_on_one_page")
    return Reason(why.code, (("pages", str(pages)),))


def _evidence(document: Document, item: Found, period: Period) -> Evidence:
    passage, choice = item.passage, item.choice
    block = document.blocks[passage.block]
    return Evidence(
        text=passage.text,
        block=passage.block,
        start=passage.start,
        page=block.page_at(passage.start),
        boxes=block.boxes(passage.start, passage.start + len(passage.text)),
        heading=passage.heading,
        kind=choice.kind,
        cues=cues_of(passage.text, choice.criterion),
        why=reason_for(choice, item.rival, passage.text, period),
    )


def _signs(criterion: CriterionId, found: Sequence[Found]) -> Iterable[Sign]:
    kinds = {item.choice.kind for item in found}
    yield Sign(f"about_{criterion}", bool(kinds - {EvidenceKind.OFF_TOPIC}))
    yield from (Sign(code, kind in kinds) for code, kind in _SIGNS.items())


def _concrete_examples(found: Sequence[Found]) -> int:
    """Count the distinct sentences that tell of something done, over the first two criteria."""
    done = [item for item in found if item.choice.kind is EvidenceKind.ACTION and item.choice.sure]
    return len({(item.passage.block, item.passage.start) for item in done if item.choice.criterion in EXAMPLES})


def _commitments(document: Document, plans: Sequence[Passage], period: Period) -> tuple[ProposedCommitment, ...]:
    """Propose each sentence that tells an intention, with the day that it names."""
    return tuple(
        ProposedCommitment(plan.text, document.blocks[plan.block].page_at(plan.start), due_day(plan.text, period.end))
        for plan in plans
    )


def _notices(document: Document) -> Iterable[Notice]:
    if is_bilingual(document):
        yield Notice("bilingual")
