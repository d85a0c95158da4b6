"""The obvious cases of each kind of evidence: 143 invented sentences, each read alone in a report about 2025.

What the association did or does gives evidence of its own work; nothing else makes any criterion described.
"""

from datetime import date
from pathlib import Path

import pytest

from grantcheck.analysis import Checker, load_checker
from grantcheck.domain.analysis import Analysis
from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import Occasion
from tests import factories

pytestmark = pytest.mark.model

OWN_WORK = {EvidenceKind.ACTION, EvidenceKind.ROUTINE}
CASES = [
    (EvidenceKind(kind), sentence)
    for kind, _, sentence in (
        line.partition("\t")
        for line in Path(__file__).with_name("obvious_cases.tsv").read_text(encoding="utf-8").splitlines()
    )
]
NOT_YET_RIGHT = {
    "Sexistiska meddelanden skickades i en av våra kanaler i februari.",
    "Tidigare styrelse begärde in registerutdrag från alla instruktörer.",
    "Trygghet är en stående punkt på styrelsens månadsmöten.",
}


@pytest.fixture(scope="module")
def checker() -> Checker:
    return load_checker("sv_grantcheck")


def reading(checker: Checker, sentence: str) -> Analysis:
    document = factories.document(factories.block(sentence))
    period = Period.of_year(2025)
    return checker.check(document, factories.karlstad(), Occasion.APPLICATION, period, date(2026, 3, 1))


def is_right(kind: EvidenceKind, analysis: Analysis) -> bool:
    if kind in OWN_WORK:
        return any(item.kind in OWN_WORK for finding in analysis.findings for item in finding.evidence)
    return all(finding.verdict is not Verdict.DESCRIBED for finding in analysis.findings)


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in CASES}))
def test_the_obvious_cases_of_the_kind_come_out_right(checker: Checker, kind: EvidenceKind) -> None:
    wrong = {sentence for own, sentence in CASES if own is kind and not is_right(own, reading(checker, sentence))}

    assert wrong <= NOT_YET_RIGHT


def test_what_is_noted_as_not_yet_right_is_still_wrong(checker: Checker) -> None:
    right = {
        sentence for kind, sentence in CASES if sentence in NOT_YET_RIGHT and is_right(kind, reading(checker, sentence))
    }

    assert right == set()
