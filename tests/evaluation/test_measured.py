"""The shipped figures are read as the evaluation wrote them."""

from datetime import date
from pathlib import Path

from grantcheck.evaluation.measured import ScanAgreement, read_measured
from grantcheck.resources import shipped

from .sample_figures import figures, write_figures


def test_the_figures_of_the_test_part_are_read(tmp_path: Path) -> None:
    measured = read_measured(write_figures(tmp_path))

    assert measured is not None
    assert (measured.day, measured.reports, measured.clauses) == (date(2026, 11, 20), 42, 620)
    assert measured.whole.accuracy == 0.957
    assert measured.criteria["continuity"].count == 42
    assert measured.keyword_search["all"].false_pass == 0.4
    assert measured.groups["kind: sports"].count == 140
    assert (measured.found, measured.true) == (0.94, 0.91)


def test_scans_that_were_tried_are_read(tmp_path: Path) -> None:
    untried = {name: value for name, value in figures().items() if name != "scanned"}

    tried, before = (read_measured(write_figures(tmp_path, content)) for content in (figures(), untried))

    assert tried is not None
    assert tried.scans == ScanAgreement(reports=12, verdicts=84, same=80)
    assert before is not None
    assert before.scans is None


def test_without_a_file_nothing_was_measured(tmp_path: Path) -> None:
    assert read_measured(tmp_path / "evaluation.json") is None


def test_figures_of_the_dev_part_alone_are_not_told(tmp_path: Path) -> None:
    assert read_measured(write_figures(tmp_path, figures() | {"test": {}})) is None


def test_the_shipped_figures_can_be_read() -> None:
    path = shipped("models", "evaluation.json")

    assert path.is_file()
    read_measured(path)
