"""`grantcheck evaluate` as a municipality calls it: own reports and a table in, counts and disagreements out."""

import json
from pathlib import Path

import pytest

from grantcheck.cli import main

REPORT = """# Verksamhetsberättelse 2025 för Sjöbo Bollklubb

## Ungdom
Den 12 mars 2025 gick alla ledare utbildning om mobbning och kränkande språk. Varje termin går tränarna igenom
kamratreglerna med spelarna.
"""
SILENT = "# Verksamhetsberättelse 2025\n\n## Ekonomi\nÅrets resultat blev 14 200 kr. Kiosken såldes i maj.\n"
TABLE = "fil;Mot kränkningar;Mot diskriminering\nkiosk;Saknas;Beskrivs\ntyst.txt;Saknas;Saknas\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rapport.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "tyst.txt").write_text(SILENT, encoding="utf-8")
    (tmp_path / "kiosk.txt").write_text(SILENT.replace("maj", "juni"), encoding="utf-8")
    (tmp_path / "verdicts.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


@pytest.mark.model
def test_the_table_counts_and_the_disagreements_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["evaluate", str(folder)])

    lines = capsys.readouterr().out.splitlines()
    rows = {line[:24].strip(): line[24:].split("  ") for line in lines}
    assert status == 0
    assert lines[0] == "2 rapporter har lästs och jämförts med era bedömningar."
    assert [cell.strip() for cell in rows["Mot kränkningar"] if cell] == ["2 av 2", "0 av 2", "–", "1,00"]
    assert [cell.strip() for cell in rows["Mot diskriminering"] if cell][:3] == ["1 av 2", "0 av 1", "1 av 1"]
    assert "Läsningen och era bedömningar skiljer sig åt på 1 ställe." in lines
    assert "kiosk.txt – Mot diskriminering" in lines
    assert "  Er bedömning: Beskrivs. Läsningen: Saknas i texten." in lines


@pytest.mark.model
def test_a_disagreement_shows_the_evidence_it_stands_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "verdicts.csv").write_text("file,K1\nrapport.txt,missing\n", encoding="utf-8")

    main(["evaluate", str(folder), "--lang", "en"])

    shown = capsys.readouterr()
    assert "  Your verdict: Missing in the text. The reading: " in shown.out
    assert "”Den 12 mars 2025 gick alla ledare utbildning" in shown.out
    assert "Files without a verdict, not read: kiosk.txt, tyst.txt\n" in shown.err


@pytest.mark.model
def test_as_json_all_figures_stand_by_criterion(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["evaluate", str(folder), "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert answer["reports"] == 2
    assert answer["verdicts"]["prevent_violations"]["accuracy"] == 1
    assert answer["counts"]["all"]["false_alarm"] == {"number": 1, "of": 1}
    assert [(item["file"], item["label"], item["answer"]) for item in answer["disagreements"]] == [
        ("kiosk.txt", "described", "missing")
    ]


@pytest.mark.model
def test_a_report_that_cannot_be_read_is_told_and_not_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tom.pdf").write_bytes(b"")
    (folder / "verdicts.csv").write_text(TABLE + "tom;Saknas;Saknas\n", encoding="utf-8")

    status = main(["evaluate", str(folder), "--json"])

    shown = capsys.readouterr()
    answer = json.loads(shown.out)
    assert status == 1
    assert "tom.pdf: Filen är tom. Kontrollera att ni valt rätt fil.\n" in shown.err
    assert (answer["reports"], answer["verdicts"]["all"]["count"]) == (2, 4)
    assert [(item["file"], item["code"]) for item in answer["unread"]] == [("tom.pdf", "file-empty")]


def test_where_no_report_can_be_read_there_are_no_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tom.pdf").write_bytes(b"")
    (folder / "verdicts.csv").write_text("fil;K1\ntom;Saknas\n", encoding="utf-8")

    status = main(["evaluate", str(folder)])

    shown = capsys.readouterr()
    assert status == 2
    assert shown.out == (
        "0 rapporter har lästs och jämförts med era bedömningar. 1 rapport kunde inte läsas och räknas inte.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "table", "message"),
    [
        ([], "fil;K1\nrapport;bra\n", "grantcheck: Rad 2: «bra» i kolumnen «K1» är ingen bedömning."),
        (["--lang", "en"], "fil;K1\nborta;saknas\n", "grantcheck: Row 2: the file “borta” is not in the folder."),
        (["--ruleset", "borta"], TABLE, "grantcheck: Regelverket borta finns inte."),
        ([], "fil;K1\nrapport;\n", "grantcheck: Tabellen har inga bedömningar. Skriv minst en."),
    ],
)
def test_a_call_that_cannot_work_says_what_to_mend(
    folder: Path, arguments: list[str], table: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "verdicts.csv").write_text(table, encoding="utf-8")

    status = main(["evaluate", str(folder), *arguments])

    shown = capsys.readouterr()
    assert (status, shown.out) == (2, "")
    assert message in shown.err
