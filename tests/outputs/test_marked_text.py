"""Marks in the text are split where they overlap, and no letter is lost."""

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId
from grantcheck.outputs.marked_text import Segment, marked_blocks
from tests import factories

TEXT = "Alla ledare gick kursen och vi har en plan"
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)), st.sampled_from(list(CriterionId)))


def test_overlapping_evidence_is_cut_where_each_begins_and_ends() -> None:
    document = factories.document(factories.block(TEXT))
    findings = [
        factories.finding(
            CriterionId.PREVENT_VIOLATIONS, Verdict.DESCRIBED, factories.evidence(TEXT[:23], block=0, start=0)
        ),
        factories.finding(CriterionId.CONTINUITY, Verdict.UNCLEAR, factories.evidence(TEXT[12:], block=0, start=12)),
    ]

    (marked,) = marked_blocks(document, findings)

    assert marked.segments == (
        Segment("Alla ledare ", (CriterionId.PREVENT_VIOLATIONS,)),
        Segment("gick kursen", (CriterionId.PREVENT_VIOLATIONS, CriterionId.CONTINUITY)),
        Segment(" och vi har en plan", (CriterionId.CONTINUITY,)),
    )


@given(st.lists(SPANS, max_size=6))
def test_the_segments_of_a_block_are_its_whole_text(spans: list[tuple[int, int, CriterionId]]) -> None:
    findings = [
        factories.finding(
            criterion, Verdict.DESCRIBED, factories.evidence(TEXT[start : start + length], block=0, start=start)
        )
        for start, length, criterion in spans
    ]

    (marked,) = marked_blocks(factories.document(factories.block(TEXT)), findings)

    assert "".join(segment.text for segment in marked.segments) == TEXT
