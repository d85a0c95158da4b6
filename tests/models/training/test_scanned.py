"""A report of the corpus is set as PDF and made a scan of, and the verdicts of both are held together."""

from pathlib import Path

from grantcheck.domain.evidence import Verdict
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId
from grantcheck.extraction import Limits, extract
from models.training.corpus import AnnotatedReport, read_reports
from models.training.scanned import Agreement, Reading, chosen_reports, scan, typeset
from models.training.split import is_dev

REPORT = AnnotatedReport(
    "a01", "Lagboda HK", "idrott/handboll", "formal", "", Period.parse("2025-01-01/2025-12-31"),
    "# Lagboda\n\nVi talade med **alla** lag.\n- Kiosk\n- Cup\n\n| Vad | När |\n|---|---|\n| Möte | mars | extra |\n",
    {}, (), (),
)  # fmt: skip


def words(folder: Path, content: bytes, limits: Limits) -> str:
    path = folder / "report.pdf"
    path.write_bytes(content)
    return " ".join(block.text for block in extract(path, limits).blocks)


def test_the_typed_report_says_what_was_written(tmp_path: Path) -> None:
    said = words(tmp_path, typeset(REPORT), Limits())

    assert "Vi talade med alla lag." in said
    assert all(word in said for word in ("Lagboda", "Kiosk", "Cup", "Möte", "mars", "extra"))


def test_a_scan_is_a_picture_without_text() -> None:
    content = scan(typeset(REPORT))

    assert content.startswith(b"%PDF")
    assert b"/Image" in content
    assert b"/Font" not in content


def test_the_reports_are_chosen_from_the_dev_part_the_same_way_every_time() -> None:
    reports = read_reports()

    chosen = chosen_reports(reports, 12)

    assert len(chosen) == 12
    assert all(is_dev(report.id) for report in chosen)
    assert chosen_reports(reports[::-1], 12) == chosen


def test_verdicts_that_the_scan_changed_are_named() -> None:
    kept = Reading("a01", CriterionId.CONTINUITY, Verdict.MISSING, Verdict.MISSING)
    changed = Reading("a01", CriterionId.RECORD_EXTRACT, Verdict.DESCRIBED, Verdict.UNCLEAR)

    figures = Agreement([kept, changed]).figures()

    assert (figures["reports"], figures["verdicts"], figures["same"]) == (1, 2, 1)
    assert figures["changed"] == ["a01 record_extract: described became unclear"]
