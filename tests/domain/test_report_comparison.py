"""The evidence of two readings side by side, and the sentences that should tell of this period but are last year's."""

import pytest

from grantcheck.domain.comparison import Change
from grantcheck.domain.evidence import Evidence, EvidenceKind, Verdict
from grantcheck.domain.report_comparison import Told, compared
from grantcheck.domain.ruleset import CriterionId
from grantcheck.domain.wording import tells_of_the_period
from tests import factories

DONE = "Sju ungdomar fick låna skridskor av laget."
ROUTINE = "Ledarna går igenom kamratreglerna med spelarna."
OTHER = "Bussen gick sönder utanför Hällmo."
FIRST = CriterionId.PREVENT_VIOLATIONS


def told(*sentences: str, **evidence: dict[int, EvidenceKind]) -> Told:
    """Return a side with a sentence per block; evidence by criterion: the kind of each sentence's place."""
    findings = (
        factories.finding(CriterionId(criterion), Verdict.DESCRIBED, *(piece(sentences, *item) for item in at.items()))
        for criterion, at in evidence.items()
    )
    document = factories.document(*(factories.block(sentence) for sentence in sentences))
    return Told.of(document, factories.analysis(*findings))


def piece(sentences: tuple[str, ...], place: int, kind: EvidenceKind) -> Evidence:
    return factories.evidence(sentences[place], kind=kind, block=place, cues=())


def repeated(old: Told, new: Told) -> list[str]:
    return [sentence.text for sentence in compared(old, new).repeated()]


def test_evidence_is_kept_new_or_gone_with_its_sentence() -> None:
    old = told(DONE, OTHER, prevent_violations={0: EvidenceKind.ACTION, 1: EvidenceKind.INCIDENT})
    new = told(ROUTINE, DONE, prevent_violations={0: EvidenceKind.ROUTINE, 1: EvidenceKind.ACTION})

    found = compared(old, new).of_criterion(FIRST)

    assert [(item.change, item.evidence.text) for item in found] == [
        (Change.NEW, ROUTINE),
        (Change.KEPT, DONE),
        (Change.GONE, OTHER),
    ]


def test_evidence_belongs_to_the_sentence_it_begins_in() -> None:
    side = Told.of(factories.document(factories.block(f"{OTHER} {DONE}")), factories.analysis())

    assert side.place_of(factories.evidence("låna skridskor", block=0, start=len(OTHER) + 20)) == 1
    assert side.place_of(factories.evidence("Ungdom", block=4)) is None


def test_something_done_that_stands_word_for_word_in_the_earlier_report_is_pointed_out() -> None:
    side = told(OTHER, DONE, prevent_violations={1: EvidenceKind.ACTION})

    assert repeated(side, side) == [DONE]


def test_a_routine_may_be_kept_though_another_criterion_takes_it_as_done() -> None:
    side = told(ROUTINE, prevent_violations={0: EvidenceKind.ACTION}, continuity={0: EvidenceKind.ROUTINE})

    assert repeated(side, side) == []


@pytest.mark.parametrize(
    ("sentence", "of_the_period"),
    [
        ("Under året har sju personer sjungit till halverad avgift.", True),
        ("Årsmötet hölls den 12 februari.", True),
        ("I höstas byggde vi en ramp.", True),
        ("Styrelsen har varit Bo Dal och Alva Berg.", False),
        ("Planen antogs 2019.", False),
        ("Den 1 maj varje år går vi igenom reglerna.", False),
    ],
)
def test_a_sentence_that_names_the_period_should_not_be_last_years(sentence: str, of_the_period: bool) -> None:
    assert tells_of_the_period(sentence) is of_the_period
    assert repeated(told(sentence), told(sentence)) == [sentence] * of_the_period
    assert repeated(told(OTHER), told(sentence)) == []
