"""The report's text cut where marks begin and end, so that overlapping marks are split and never nested."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from grantcheck.domain.analysis import Finding
from grantcheck.domain.document import Block, Document
from grantcheck.domain.evidence import Evidence
from grantcheck.domain.ruleset import CriterionId


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a block's text and the criteria that have evidence there, in the rule set's order; often none."""

    text: str
    criteria: tuple[CriterionId, ...]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block with its text in segments; joined they are the block's whole text. `page` is where it begins."""

    block: Block
    page: int
    segments: tuple[Segment, ...]


def marked_blocks(document: Document, findings: Sequence[Finding]) -> tuple[MarkedBlock, ...]:
    """Return all blocks of the document with the evidence of the findings marked."""
    marks: Mapping[int, list[tuple[Evidence, CriterionId]]] = defaultdict(list)
    for finding in findings:
        for evidence in finding.evidence:
            marks[evidence.block].append((evidence, finding.criterion))
    return tuple(
        MarkedBlock(block, block.page_at(0), tuple(_segments(block.text, marks.get(number, ()))))
        for number, block in enumerate(document.blocks)
    )


def _segments(text: str, marks: Iterable[tuple[Evidence, CriterionId]]) -> Iterable[Segment]:
    spans = [(evidence.start, evidence.start + len(evidence.text), criterion) for evidence, criterion in marks]
    borders = sorted({0, len(text), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    for start, end in pairwise(borders):
        covering = (criterion for first, last, criterion in spans if first <= start and end <= last)
        yield Segment(text[start:end], tuple(dict.fromkeys(covering)))
