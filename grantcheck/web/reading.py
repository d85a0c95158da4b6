"""Page models of a reading, the same for the association and the officer: criteria with quotes, grounds and signs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from grantcheck.domain.analysis import Analysis, Finding, ProposedCommitment, Sign
from grantcheck.domain.document import Document
from grantcheck.domain.evidence import Evidence, EvidenceKind, Verdict
from grantcheck.domain.ruleset import Criterion, CriterionId, Requirement, RuleSet
from grantcheck.outputs.checked_report import worded, worded_notice
from grantcheck.storage.check_runs import CheckRun

from .language import language

COULD_NOT_BE_READ = "unread"
GROUPS = ("supports", "unclear", "against", "aside")
_GROUP_OF_KIND = {
    EvidenceKind.ACTION: "supports",
    EvidenceKind.ROUTINE: "supports",
    EvidenceKind.NEGATED: "against",
    EvidenceKind.INCIDENT: "aside",
    EvidenceKind.OFF_TOPIC: "aside",
}
_STATUS_OF_VERDICT = {Verdict.DESCRIBED: "beskrivs", Verdict.UNCLEAR: "otydligt", Verdict.MISSING: "saknas"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quote; cue words are shown in bold."""

    text: str
    cue: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence: `number` is its mark's, counted over the whole reading."""

    number: int
    pieces: tuple[Piece, ...]
    kind: EvidenceKind
    group: str
    page: int
    heading: str
    placed: bool
    because: str


@dataclass(frozen=True, slots=True)
class CriterionReading:
    """One criterion as read. `code` is K1.., `status` one of the five that ui.md fixes."""

    id: CriterionId
    code: str
    name: str
    question: str
    required: bool
    status: str
    verdict: Verdict
    because: str
    quotes: tuple[Quote, ...]
    signs: tuple[Sign, ...]

    def grouped(self) -> Iterator[tuple[str, tuple[Quote, ...]]]:
        """Yield the groups that have quotes, in their fixed order."""
        in_order = sorted(self.quotes, key=lambda quote: GROUPS.index(quote.group))
        for group, quotes in groupby(in_order, key=lambda quote: quote.group):
            yield group, tuple(quotes)


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A whole reading as shown."""

    run: CheckRun
    criteria: tuple[CriterionReading, ...]
    examples: int
    examples_asked: int
    commitments: tuple[ProposedCommitment, ...]
    notices: tuple[str, ...]
    has_page_images: bool

    def count(self, *statuses: str) -> int:
        """Return how many criteria have any of the statuses."""
        return sum(item.status in statuses for item in self.criteria)


def reading_page(run: CheckRun) -> ReadingPage:
    """Return the page model of a reading."""
    analysis = run.analysis
    return ReadingPage(
        run=run,
        criteria=tuple(_criteria(run.rule_set, analysis)),
        examples=analysis.concrete_examples,
        examples_asked=run.rule_set.min_examples,
        commitments=analysis.commitments,
        notices=tuple(worded_notice(notice, language()) for notice in analysis.notices),
        has_page_images=has_page_images(run.document),
    )


def has_page_images(document: Document) -> bool:
    """Whether the document's pages can be shown as pictures; office and text files have none."""
    return document.media_type == "application/pdf"


def numbered(findings: Sequence[Finding]) -> Iterator[tuple[int, CriterionId, Evidence]]:
    """Yield all evidence with its number over the whole reading."""
    pairs = ((finding.criterion, evidence) for finding in findings for evidence in finding.evidence)
    for number, (criterion, evidence) in enumerate(pairs, start=1):
        yield number, criterion, evidence


def codes(rule_set: RuleSet) -> dict[CriterionId, str]:
    """Return K1, K2 … for the criteria in the rule set's order."""
    return {criterion.id: f"K{place}" for place, criterion in enumerate(rule_set.criteria, start=1)}


def _criteria(rule_set: RuleSet, analysis: Analysis) -> Iterator[CriterionReading]:
    findings = {finding.criterion: finding for finding in analysis.findings}
    quotes: dict[CriterionId, list[Quote]] = {criterion: [] for criterion in findings}
    for number, criterion_id, evidence in numbered(analysis.findings):
        quotes[criterion_id].append(_quote(number, evidence))
    for criterion in rule_set.criteria:
        if criterion.id in findings:
            requirement = criterion.on(analysis.occasion)
            yield _criterion(criterion, requirement, rule_set, findings[criterion.id], tuple(quotes[criterion.id]))


def _criterion(
    criterion: Criterion, requirement: Requirement, rule_set: RuleSet, finding: Finding, quotes: tuple[Quote, ...]
) -> CriterionReading:
    return CriterionReading(
        id=criterion.id,
        code=codes(rule_set)[criterion.id],
        name=criterion.name[language()],
        question=criterion.question[language()],
        required=requirement is Requirement.REQUIRED,
        status="galler-inte" if requirement is Requirement.NOT_APPLICABLE else status(finding),
        verdict=finding.verdict,
        because=worded(finding.why, language()),
        quotes=quotes,
        signs=finding.signs,
    )


def group_of(kind: EvidenceKind) -> str:
    """Return the group that evidence of the kind is shown in."""
    return _GROUP_OF_KIND.get(kind, "unclear")


def status(finding: Finding) -> str:
    """Return the reading status of ui.md: pages that could not be read make their own."""
    if finding.verdict is Verdict.UNCLEAR and finding.why.code == COULD_NOT_BE_READ:
        return "olast"
    return _STATUS_OF_VERDICT[finding.verdict]


def _quote(number: int, evidence: Evidence) -> Quote:
    return Quote(
        number=number,
        pieces=tuple(_pieces(evidence)),
        kind=evidence.kind,
        group=group_of(evidence.kind),
        page=evidence.page,
        heading=evidence.heading,
        placed=bool(evidence.boxes),
        because=worded(evidence.why, language()),
    )


def _pieces(evidence: Evidence) -> Iterator[Piece]:
    """Cut the quote where cues begin and end; cues may overlap."""
    is_cue = [False] * len(evidence.text)
    for cue in evidence.cues:
        is_cue[cue.start : cue.end] = [True] * (cue.end - cue.start)
    for cue_word, letters in groupby(zip(evidence.text, is_cue, strict=False), key=lambda pair: pair[1]):
        yield Piece("".join(letter for letter, _ in letters), cue_word)
