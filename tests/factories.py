"""Dull, valid, fixed records for tests: name only what the test speaks about."""

from collections.abc import Sequence
from datetime import date

from grantcheck.domain.analysis import Analysis, Finding, PeriodSource, PipelineVersion, ProposedCommitment
from grantcheck.domain.document import Block, BlockKind, Box, Document, Notice, Page, PageBox, Word
from grantcheck.domain.evidence import Cue, CueRole, Evidence, EvidenceKind, Flag, Reason, Verdict
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId, Occasion, RuleSet
from grantcheck.rulesets import load_rule_set

SENTENCE = "Den 12 mars gick alla ledare igenom kamratreglerna med spelarna."
LINE_HEIGHT = 14.0
CHARACTER_WIDTH = 5.0


def karlstad() -> RuleSet:
    """Return the shipped rule set."""
    return load_rule_set("karlstad-2026")


def block(text: str, *, kind: BlockKind = BlockKind.PARAGRAPH, page: int = 1, top: float = 100.0) -> Block:
    """Return a block set on one line, each character 5 points wide."""
    words: list[Word] = []
    start = 0
    for part in text.split(" "):
        end = start + len(part)
        box = Box(50 + CHARACTER_WIDTH * start, top, 50 + CHARACTER_WIDTH * end, top + LINE_HEIGHT)
        words.append(Word(start, end, page, 0, box))
        start = end + 1
    return Block(kind, text, tuple(words), 1 if kind is BlockKind.HEADING else 0)


def document(*blocks: Block, pages: int = 1, unread: Sequence[int] = (), ocr: Sequence[int] = ()) -> Document:
    """Return an A4 PDF document; without blocks it has a heading and one sentence of evidence."""
    numbers = range(1, pages + 1)
    return Document(
        "application/pdf",
        tuple(Page(number, 595.0, 842.0, ocr=number in ocr, unread=number in unread) for number in numbers),
        blocks or (block("Ungdom", kind=BlockKind.HEADING, top=60), block(SENTENCE)),
    )


def evidence(
    text: str = SENTENCE,
    *,
    kind: EvidenceKind = EvidenceKind.ACTION,
    block: int = 1,
    start: int = 0,
    page: int = 1,
    boxes: tuple[PageBox, ...] = (PageBox(1, Box(50, 100, 370, 114)),),
    cues: tuple[Cue, ...] = (Cue(4, 11, CueRole.TIME),),
) -> Evidence:
    """Return a piece of evidence on the sentence of `document()`."""
    return Evidence(text, block, start, page, boxes, "Ungdom", kind, cues, Reason(f"kind_{kind}"))


def finding(
    criterion: CriterionId = CriterionId.PREVENT_VIOLATIONS,
    verdict: Verdict = Verdict.DESCRIBED,
    *pieces: Evidence,
    why: Reason | None = None,
) -> Finding:
    """Return a finding; its reason is the plain one of its verdict."""
    plain = {
        Verdict.DESCRIBED: Reason(f"described_{criterion}"),
        Verdict.UNCLEAR: Reason("stance"),
        Verdict.MISSING: Reason("nothing_found", (("pages", "1"),)),
    }
    return Finding(criterion, verdict, why or plain[verdict], pieces)


def analysis(
    *findings: Finding,
    flag: Flag = Flag.FLAGGED,
    commitments: tuple[ProposedCommitment, ...] = (),
    notices: tuple[Notice, ...] = (),
) -> Analysis:
    """Return a reading; criteria without a given finding are missing."""
    given = {item.criterion: item for item in findings}
    return Analysis(
        language="sv",
        period=Period.of_year(2025),
        period_source=PeriodSource.TEXT,
        pipeline=PipelineVersion("sv_grantcheck", "1.0.0"),
        ruleset="karlstad-2026",
        occasion=Occasion.APPLICATION,
        flag=flag,
        concrete_examples=1,
        findings=tuple(given.get(item, finding(item, Verdict.MISSING)) for item in CriterionId),
        commitments=commitments,
        notices=notices,
    )


A_COMMITMENT = ProposedCommitment("Senast i juni 2026 ska alla ledare vara utbildade.", 1, date(2026, 6, 30))
