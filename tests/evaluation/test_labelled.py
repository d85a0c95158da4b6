"""A municipality's own table of verdicts is read as spreadsheets save it, and its faults are told by row."""

import unicodedata
from pathlib import Path

import pytest

from grantcheck.domain.evidence import Verdict
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId
from grantcheck.evaluation.labelled import LabelledReports, WrongTable, read_labelled
from grantcheck.texts import text
from tests.factories import karlstad

VIOLATIONS, DISCRIMINATION = CriterionId.PREVENT_VIOLATIONS, CriterionId.PREVENT_DISCRIMINATION


def folder_with(folder: Path, table: str, *names: str, encoding: str = "utf-8") -> Path:
    for name in names or ("a.pdf", "b.txt"):
        (folder / name).write_text("Text.", encoding="utf-8")
    (folder / "verdicts.csv").write_bytes(table.encode(encoding))
    return folder


def read(folder: Path) -> LabelledReports:
    return read_labelled(folder, karlstad())


def told(folder: Path) -> list[str]:
    with pytest.raises(WrongTable) as wrong:
        read(folder)
    return [text(f"gc.labelled.{fault.code}", **fault.details) for fault in wrong.value.faults]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_is_read_as_any_spreadsheet_saves_it(tmp_path: Path, separator: str, encoding: str) -> None:
    table = "fil|Mot kränkningar|Mot diskriminering\r\na.pdf|Beskrivs|Saknas\r\nb.txt|Otydligt|\r\n"

    labelled = read(folder_with(tmp_path, table.replace("|", separator), encoding=encoding))

    assert [dict(report.verdicts) for report in labelled.reports] == [
        {VIOLATIONS: Verdict.DESCRIBED, DISCRIMINATION: Verdict.MISSING},
        {VIOLATIONS: Verdict.UNCLEAR},
    ]


@pytest.mark.parametrize("column", ["prevent_violations", "Mot kränkningar", "against violations", "K1", "k1"])
@pytest.mark.parametrize("word", ["described", "Beskrivs", " BESKRIVET "])
def test_criteria_and_verdicts_may_be_swedish_or_english(tmp_path: Path, column: str, word: str) -> None:
    labelled = read(folder_with(tmp_path, f"file;{column}\na.pdf;{word}\n"))

    assert labelled.reports[0].verdicts == {VIOLATIONS: Verdict.DESCRIBED}


@pytest.mark.parametrize("word", ["", "-", "–", "Gäller inte", "not applicable"])
def test_what_nobody_judged_does_not_count(tmp_path: Path, word: str) -> None:
    labelled = read(folder_with(tmp_path, f"fil;K1;K2\na.pdf;{word};saknas\n"))

    assert labelled.reports[0].verdicts == {DISCRIMINATION: Verdict.MISSING}


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2025", "2025-01-01/2025-12-31"),
        ("2024-07-01/2025-06-30", "2024-07-01/2025-06-30"),
        ("2024-07-01 – 2025-06-30", "2024-07-01/2025-06-30"),
    ],
)
def test_a_period_is_a_year_or_two_days(tmp_path: Path, written: str, period: str) -> None:
    labelled = read(folder_with(tmp_path, f"fil;period;K1\na.pdf;{written};saknas\nb.txt;;saknas\n"))

    assert [report.period for report in labelled.reports] == [Period.parse(period), None]


def test_the_ending_of_a_file_name_may_be_left_out(tmp_path: Path) -> None:
    labelled = read(folder_with(tmp_path, "fil;K1\nA;saknas\n"))

    assert labelled.reports[0].path == tmp_path / "a.pdf"


def test_letters_with_rings_and_dots_match_however_the_computer_spells_them(tmp_path: Path) -> None:
    spelt_apart = unicodedata.normalize("NFD", "Årsbok.pdf")

    labelled = read(folder_with(tmp_path, "fil;K1\nÅrsbok.pdf;saknas\n", spelt_apart))

    assert [report.path.name for report in labelled.reports] == [spelt_apart]


def test_empty_rows_are_passed_over(tmp_path: Path) -> None:
    labelled = read(folder_with(tmp_path, "fil;K1\n\n;\na.pdf;saknas\n\n"))

    assert [report.path.name for report in labelled.reports] == ["a.pdf"]


def test_columns_and_files_that_do_not_count_are_named(tmp_path: Path) -> None:
    labelled = read(folder_with(tmp_path, "fil;Kränkningar;K1\na.pdf;beskrivs;saknas\n"))

    assert labelled.ignored_columns == ("Kränkningar",)
    assert labelled.without_verdict == ("b.txt",)


def test_a_row_without_any_verdict_leaves_its_file_unread(tmp_path: Path) -> None:
    labelled = read(folder_with(tmp_path, "fil;K1\na.pdf;\nb.txt;saknas\n"))

    assert labelled.without_verdict == ("a.pdf",)


def test_all_faults_are_told_at_once_with_their_rows(tmp_path: Path) -> None:
    table = "fil;period;Mot kränkningar\na.pdf;i fjol;bra\nc.pdf;;saknas\n;;saknas\na.pdf;;saknas\n"

    assert told(folder_with(tmp_path, table)) == [
        "Rad 2: «i fjol» är ingen period. Skriv ett år, till exempel 2025, eller två datum, "
        "till exempel 2024-07-01 – 2025-06-30.",
        "Rad 2: «bra» i kolumnen «Mot kränkningar» är ingen bedömning. "
        "Skriv Beskrivs, Otydligt eller Saknas, eller lämna rutan tom.",
        "Rad 3: filen «c.pdf» finns inte i mappen.",
        "Rad 4: skriv vilken fil raden gäller.",
        "Rad 5: filen «a.pdf» står redan på rad 2.",
    ]


def test_rows_are_counted_as_the_spreadsheet_does(tmp_path: Path) -> None:
    table = 'fil;anteckning;K1\na.pdf;"två\nrader";saknas\n\nb.txt;;nja\n'

    assert told(folder_with(tmp_path, table))[0].startswith("Rad 4: «nja»")


def test_a_name_that_may_be_two_files_is_asked_for_in_full(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "fil;K1\na;saknas\n", "a.pdf", "a.txt")

    assert told(folder) == ["Rad 2: «a» kan vara flera filer: a.pdf, a.txt. Skriv hela filnamnet."]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("namn;K1", "Tabellen har ingen kolumn «fil». Kolumnerna är: namn, K1"),
        ("fil;K1;Mot kränkningar", "Kolumnen «Mot kränkningar» gäller ett kriterium som redan har en kolumn."),
        ("fil;trygghet", "Tabellen har ingen kolumn för något kriterium. Kolumnerna kan heta: Mot kränkningar, "),
    ],
)
def test_a_missing_or_doubled_column_is_told(tmp_path: Path, heading: str, words: str) -> None:
    (message,) = told(folder_with(tmp_path, f"{heading}\na.pdf;saknas\n"))

    assert message.startswith(words)


def test_an_empty_table_is_told(tmp_path: Path) -> None:
    assert told(folder_with(tmp_path, ""))[0] == "Tabellen har ingen kolumn «fil». Kolumnerna är: –"


@pytest.mark.parametrize("folder", ["tom", "finns/inte"])
def test_a_folder_without_the_table_is_told(tmp_path: Path, folder: str) -> None:
    (tmp_path / "tom").mkdir()

    (message,) = told(tmp_path / folder)

    assert message.startswith("Filen verdicts.csv finns inte i ")
