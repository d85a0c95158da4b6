"""`grantcheck check` as its users call it: real files in, the contract of docs/command-line.md out."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from grantcheck.cli import main

REPORT = """# Verksamhetsberättelse 2025 för Sjöbo Bollklubb

## Ungdom
Den 12 mars 2025 gick alla ledare utbildning om mobbning och kränkande språk. Varje termin går tränarna igenom
kamratreglerna med spelarna.

## Ekonomi
Årets resultat blev 14 200 kr.
"""
SILENT = "# Verksamhetsberättelse 2025\n\n## Ekonomi\nÅrets resultat blev 14 200 kr. Kiosken såldes i maj.\n"

pytestmark = pytest.mark.model


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "rapport.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    path = tmp_path / "tyst.txt"
    path.write_text(SILENT, encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "tom.pdf"
    path.write_bytes(b"")
    return path


def test_one_file_as_json_is_one_object_by_the_contract(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", str(report), "--format", "json"])

    result = json.loads(capsys.readouterr().out)
    assert status == 0
    assert list(result) == [
        "schema", "report", "pipeline", "ruleset", "occasion", "flag", "concrete_examples", "criteria",
        "commitments", "warnings",
    ]  # fmt: skip
    assert result["report"]["period"] == {"start": "2025-01-01", "end": "2025-12-31", "source": "text"}
    verdicts = {item["id"]: item["verdict"] for item in result["criteria"]}
    assert verdicts["prevent_violations"] == "described"
    assert verdicts["prevent_discrimination"] == "missing"
    assert result["flag"] == "flagged"


def test_every_piece_of_evidence_stands_word_for_word_in_the_report(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(report), "--format", "json"])

    words = " ".join(REPORT.split())
    found = [item for criterion in json.loads(capsys.readouterr().out)["criteria"] for item in criterion["evidence"]]
    assert found
    assert [item["text"] for item in found if item["text"] not in words] == []
    assert [
        item for item in found for cue in item["cues"] if not 0 <= cue["start"] < cue["end"] <= len(item["text"])
    ] == []


def test_the_same_file_gives_the_same_answer_twice(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(report), "--format", "json"])
    first = capsys.readouterr().out

    main(["check", str(report), "--format", "json"])

    assert capsys.readouterr().out == first


def test_the_only_file_that_cannot_be_read_gives_status_2_and_one_line(
    empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["check", str(empty)])

    shown = capsys.readouterr()
    assert (status, shown.out) == (2, "")
    assert shown.err == f"{empty}: Filen är tom. Kontrollera att ni valt rätt fil.\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_rest_of_several_files_is_still_read_in_order(
    report: Path, empty: Path, silent: Path, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["check", str(silent), str(empty), str(report), "--format", "jsonl", "--jobs", jobs])

    shown = capsys.readouterr()
    sources = [json.loads(line)["report"]["source"] for line in shown.out.splitlines()]
    assert (status, sources) == (1, [str(silent), str(report)])
    assert "Filen är tom" in shown.err


def test_with_a_folder_each_report_has_its_result_file(report: Path, silent: Path, tmp_path: Path) -> None:
    status = main(["check", str(report), str(silent), "--output", str(tmp_path / "results")])

    written = sorted(path.name for path in (tmp_path / "results").iterdir())
    assert (status, written) == (0, ["rapport.txt.json", "tyst.txt.json"])


def test_the_given_period_and_occasion_are_used(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(report), "--format", "json", "--occasion", "follow_up", "--period", "2024-07-01/2025-06-30"])

    result = json.loads(capsys.readouterr().out)
    assert result["occasion"] == "follow_up"
    assert result["report"]["period"] == {"start": "2024-07-01", "end": "2025-06-30", "source": "option"}


def test_text_names_each_criterion_with_its_verdict_and_quotes(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(report), "--format", "text"])

    shown = capsys.readouterr().out
    assert "✓ Mot kränkningar: Beskrivs (ska beskrivas)" in shown
    assert "– Mot diskriminering: Saknas i texten (ska beskrivas)" in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_html_is_one_page_that_names_no_other_file_and_marks_the_evidence(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(report), "--format", "html"])

    page = capsys.readouterr().out
    assert re.findall(r"(?:src|href)=|@import|url\(", page) == []
    assert "<script" not in page
    assert re.search(r"<mark>.*gick alla ledare utbildning om mobbning", page)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--ruleset", "nowhere"], "Regelverket nowhere finns inte"),
        (["--period", "2025"], "Perioden 2025 går inte att använda"),
    ],
)
def test_a_wrong_call_gives_status_2_and_says_what_is_wrong(
    report: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["check", str(report), *arguments])

    shown = capsys.readouterr()
    assert (status, shown.out) == (2, "")
    assert message in shown.err
    assert shown.err.count("\n") == 1


def test_help_loads_neither_language_nor_pdf_nor_database() -> None:
    heavy = "{'spacy', 'pdfplumber', 'sqlite_utils', 'dbos', 'flask', 'numpy'}"
    program = (
        "import sys\nfrom grantcheck.cli import main\n"
        "try:\n    main(['check', '--help'])\nexcept SystemExit:\n    pass\n"
        f"sys.stderr.write(' '.join(sorted({heavy} & set(sys.modules))))"
    )

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert (run.stderr, "--ruleset ID" in run.stdout) == ("", True)
