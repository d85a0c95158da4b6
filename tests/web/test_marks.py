"""Marks: badges never cover each other, and the text with marks is the text."""

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.document import Box, PageBox
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import CriterionId
from grantcheck.storage.check_runs import CheckRun, CheckRunId
from grantcheck.web.marks import MarkedPage, marked_pages, text_blocks
from tests import factories
from tests.installation import START

TOPS = st.lists(st.floats(20, 700), min_size=1, max_size=12)


def run(*tops: float) -> CheckRun:
    pieces = [
        factories.evidence(
            boxes=(PageBox(1, Box(50, top, 370, top + 14)),), start=place, text=factories.SENTENCE[place:]
        )
        for place, top in enumerate(tops)
    ]
    finding = factories.finding(CriterionId.PREVENT_VIOLATIONS, Verdict.DESCRIBED, *pieces)
    return CheckRun(
        CheckRunId(1), START, "0.1.0", factories.document(), factories.analysis(finding), factories.karlstad()
    )


def overlapping(page: MarkedPage) -> bool:
    badges = [mark.badge for mark in page.marks]
    return any(a is not b and a.left == b.left and abs(a.top - b.top) < a.height for a in badges for b in badges)


@given(TOPS)
def test_no_badge_covers_another(tops: list[float]) -> None:
    (page,) = marked_pages(run(*tops))

    assert len(page.marks) == len(tops)
    assert not overlapping(page)


@given(TOPS)
def test_the_marked_text_is_the_text(tops: list[float]) -> None:
    reading = run(*tops)

    for shown, block in zip(text_blocks(reading), reading.document.blocks, strict=True):
        assert "".join(segment.text for segment in shown.segments) == block.text


@given(TOPS)
def test_every_quote_begins_once_in_the_text(tops: list[float]) -> None:
    begun = [
        mark.number
        for block in text_blocks(run(*tops))
        for segment in block.segments
        for mark in segment.marks
        if mark.first
    ]

    assert sorted(begun) == list(range(1, len(tops) + 1))
