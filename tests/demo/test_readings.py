"""The sample reports through the whole way, held against what a careful reader says of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import which

import pytest

from grantcheck.analysis import load_checker
from grantcheck.demo.reports import sample_reports
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.ruleset import Occasion
from grantcheck.extraction import Limits, extract
from tests import factories

pytestmark = pytest.mark.model

Verdicts = tuple[str, str, str]
FEWEST_RIGHT = 70


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[Verdicts]:
    """Return (criterion, careful reader's verdict, ours) for each criterion of each report."""
    return list(_verdicts(tmp_path_factory.mktemp("samples")))


def _verdicts(folder: Path) -> Iterator[Verdicts]:
    checker = load_checker("sv_grantcheck")
    for sample in sample_reports():
        path = folder / sample.filename
        path.write_bytes(sample.content)
        document = extract(path, Limits())
        analysis = checker.check(document, factories.karlstad(), Occasion.APPLICATION, None, date(2026, 11, 24))
        assert str(analysis.period) == str(sample.period)
        for finding in analysis.findings:
            yield finding.criterion, sample.expected[finding.criterion], finding.verdict


@pytest.mark.skipif(which("tesseract") is None, reason="one sample has a scanned page that needs tesseract")
def test_nearly_all_verdicts_are_those_of_a_careful_reader(verdicts: list[Verdicts]) -> None:
    right = sum(label == answer for _, label, answer in verdicts)

    assert len(verdicts) == 84
    assert right >= FEWEST_RIGHT


def test_what_a_report_is_silent_on_is_never_called_described(verdicts: list[Verdicts]) -> None:
    assert [each for each in verdicts if each[1:] == (Verdict.MISSING, Verdict.DESCRIBED)] == []
