"""A fault in the annotated corpus is told before anything is learnt from it."""

import json
from pathlib import Path

import pytest

from models.training.corpus_check import Sizes, main, remarks_on

SMALL = Sizes(reports=2, test_reports=1, test_clauses=1)
HEAD = """=== {id}
assoc: {association}
type: idrott/handboll
period: 2025-01-01..2025-12-31
voice: formal
v: pv=D pd=M co=M ac=D ir=M tf=M re=M
note: one act
---
# Verksamhetsberättelse

"""
LEARNT = "{{pv:a,ac:a|I mars talade vi med alla lag om hur man pratar med varandra}}."
TESTED = "{{pv:a,ac:a|Två vuxna stod vid omklädningsrummen under höstens cuper}}."


def report(body: str, *, id: str = "a01", association: str = "Lagboda HK") -> str:
    return HEAD.format(id=id, association=association) + body + "\n"


def clause(**changed: object) -> dict[str, object]:
    text = "Vi samlade alla föräldrar om tonen på läktaren."
    label = {"criterion": "prevent_violations", "kind": "action", "start": 0, "end": len(text) - 1}
    plain = {"id": "x-1", "heading": "", "before": "", "text": text, "period": "2025-01-01..2025-12-31",
             "labels": [label], "org": "handboll", "pair": ""}  # fmt: skip
    return plain | changed


TEST_CLAUSE = clause(id="y-1", text="Styrelsen lät kursen falla.", labels=[])


def write(
    corpus: Path,
    *,
    learnt: str = report(LEARNT),
    tested: str = report(TESTED, id="b01", association="Ekby IF"),
    clauses: list[dict[str, object]] | None = None,
    test_clauses: list[dict[str, object]] | None = None,
) -> Path:
    for folder in (corpus, corpus / "test"):
        (folder / "src").mkdir(parents=True)
        (folder / "clauses").mkdir()
    (corpus / "src" / "a.txt").write_text(learnt, encoding="utf-8")
    (corpus / "test" / "src" / "b.txt").write_text(tested, encoding="utf-8")
    _write_lines(corpus / "clauses" / "x.jsonl", clauses or [clause()])
    _write_lines(corpus / "test" / "clauses" / "y.jsonl", test_clauses or [TEST_CLAUSE])
    return corpus


def _write_lines(path: Path, items: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items), encoding="utf-8")


def told(corpus: Path) -> list[str]:
    return [str(remark) for remark in remarks_on(corpus, SMALL)]


def test_a_sound_corpus_has_no_remarks_and_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([str(write(tmp_path))], SMALL)

    shown = capsys.readouterr().out
    assert status == 0
    assert "learnt from: 1 reports, 15 words, 2 labels" in shown
    assert shown.endswith("0 errors, 0 warnings\n")


def test_an_error_gives_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([str(write(tmp_path, learnt=report("{{pv:q|Vi talade med lagen}}.")))], SMALL)

    assert status == 1
    assert "error   a01: unknown code pv:q: Vi talade med lagen\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{{xx:a|Vi talade med lagen}}.", "unknown code xx:a: Vi talade med lagen"),
        ("{{komm|Vi talar med lagen}}.", "unknown code komm: Vi talar med lagen"),
        ("{{com=2026-02-30|Vi ska tala}}.", "no day 2026-02-30: Vi ska tala"),
        ("{{com=2025-06-01|Vi ska tala}}.", "due 2025-06-01 within the period: Vi ska tala"),
        ("{{pv:a|Vi talade }}med lagen.", "blanks at an end: 'Vi talade '"),
        ("{{pv:a|Vi}} talade. Vi log.", "stands 2 times in the report: Vi"),
        ("{{pv:a|Vi talade\nmed lagen}}.", "runs over lines: 'Vi talade\\nmed lagen'"),
        ("{{pv:a,pv:r|Vi talade}}.", "pv twice: Vi talade"),
        ("{{pv:a Vi talade}}.", "mark-up left: {{pv:a Vi talade}}."),
        ("{{pv:a|" + "Vi talade. " * 40 + "Slut}}.", "444 characters: " + ("Vi talade. " * 6)[:59] + "…"),
    ],
)
def test_a_label_that_is_written_wrong_is_told(tmp_path: Path, body: str, words: str) -> None:
    remarks = told(write(tmp_path, learnt=report(body)))

    assert remarks == [f"error   a01: {words}"]


@pytest.mark.parametrize(
    ("written", "instead", "words"),
    [
        ("tf=M re=M", "tf=M", "verdicts for pv pd co ac ir tf, expected pv pd co ac ir tf re"),
        ("re=M", "re=Q", "unknown verdict Q"),
        ("2025-12-31", "2029-12-31", "odd period 2025-01-01..2029-12-31"),
        ("2025-12-31", "2025-13-31", "odd period 2025-01-01..2025-13-31"),
        ("voice: formal\n", "", "the head has no voice"),
        ("=== a01", "=== c01", "the id is not a and a number"),
        ("---\n", "", "no line --- between head and text"),
    ],
)
def test_a_head_that_is_written_wrong_is_told(tmp_path: Path, written: str, instead: str, words: str) -> None:
    remarks = told(write(tmp_path, learnt=report(LEARNT).replace(written, instead, 1)))

    assert [remark.split(": ", 1)[1] for remark in remarks] == [words]


def test_an_id_is_used_once(tmp_path: Path) -> None:
    remarks = told(write(tmp_path, learnt=report(LEARNT) + report(LEARNT)))

    assert remarks == ["error   a01: the id is used twice"]


LABEL = {"criterion": "prevent_violations", "kind": "action", "start": 0, "end": 2}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"labels": [LABEL | {"end": 900}]}, f"bad label: {LABEL | {'end': 900}}"),
        ({"labels": [LABEL | {"end": 3}]}, f"bad label: {LABEL | {'end': 3}}"),
        ({"labels": [LABEL | {"kind": "deed"}]}, f"bad label: {LABEL | {'kind': 'deed'}}"),
        ({"labels": ["action"]}, "bad label: action"),
        ({"labels": [LABEL | {"end": 5}]}, "cuts a word: 'Vi sa'"),
        ({"labels": [LABEL, LABEL | {"kind": "plan"}]}, "labels of prevent_violations overlap"),
        ({"text": " Vi.", "labels": []}, "text empty or with blanks at an end"),
        ({"period": "2025"}, "odd period 2025"),
        ({"pair": 3}, "not one object with before heading id labels org pair period text"),
    ],
)
def test_a_clause_that_is_written_wrong_is_told(tmp_path: Path, changed: dict[str, object], words: str) -> None:
    remarks = told(write(tmp_path, clauses=[clause(**changed)]))

    assert remarks == [f"error   x.jsonl:1: {words}"]


def test_a_line_that_is_no_json_is_told(tmp_path: Path) -> None:
    corpus = write(tmp_path)
    (corpus / "clauses" / "x.jsonl").write_text("{oj\n", encoding="utf-8")

    assert [remark.split(": ")[0] for remark in told(corpus)] == ["error   x.jsonl:1"]


def test_the_same_clause_twice_is_told(tmp_path: Path) -> None:
    remarks = told(write(tmp_path, clauses=[clause(), clause(id="x-2")]))

    assert remarks == ["error   x.jsonl:2: same as x.jsonl:1"]


def test_a_pair_has_two_items_that_differ(tmp_path: Path) -> None:
    other = clause(id="x-3", pair="x-p2", text="Vi samlade alla föräldrar om tonen på läktaren i år.")
    same = [clause(id="x-2", pair="x-p2", before="Så här var det."), other]

    remarks = told(write(tmp_path, clauses=[clause(pair="x-p1"), *same]))

    assert remarks == ["error   x-p1: a pair of one item", "warning x-p2: no label differs in the pair"]


def test_a_verdict_without_its_evidence_is_a_warning(tmp_path: Path) -> None:
    only_planned = report(LEARNT.replace("pv:a", "pv:pl"))

    assert told(write(tmp_path, learnt=only_planned)) == ["warning a01: prevent_violations described with plan"]


@pytest.mark.parametrize(
    ("verdict", "code", "sound"),
    [("U", "pv:pl", True), ("U", "pv:x", False), ("U", "pv:a", False), ("M", "pv:n", True), ("M", "pv:s", False)],
)
def test_unclear_needs_weak_evidence_and_missing_none(tmp_path: Path, verdict: str, code: str, sound: bool) -> None:
    labelled = report(LEARNT.replace("pv:a", code)).replace("pv=D", f"pv={verdict}")

    assert (told(write(tmp_path, learnt=labelled)) == []) is sound


def test_evidence_told_again_with_other_names_and_numbers_leaks(tmp_path: Path) -> None:
    first = "{{pv:a,ac:a|Den 3 mars talade Berit med alla lag om hur man pratar med varandra}}."
    again = "{{pv:a,ac:a|Den 14 mars talade Yusuf med alla lag om hur man pratar med varandra}}."

    remarks = told(write(tmp_path, learnt=report(first), tested=report(again, id="b01", association="Ekby IF")))

    assert remarks == ["error   b01: active_in_period, prevent_violations nearly as in a01"]


def test_two_boards_that_are_told_alike_are_only_a_warning(tmp_path: Path) -> None:
    boards = [f" Styrelsen har bestått av {name}." for name in ("Ylva Ek, Bo Rask och Li Ask", "Abdi Ali och Siv Ål")]

    remarks = told(
        write(
            tmp_path,
            learnt=report(LEARNT + boards[0]),
            tested=report(TESTED + boards[1], id="b01", association="Ekby IF"),
        )
    )

    assert [remark.split(":")[0] for remark in remarks] == ["warning b01"]


def test_a_clause_of_the_test_part_that_is_learnt_from_leaks(tmp_path: Path) -> None:
    remarks = told(write(tmp_path, test_clauses=[clause(id="y-1", period="2024-07-01..2025-06-30")]))

    assert remarks == ["error   y-1: prevent_violations nearly as in x-1"]


def test_a_pair_is_not_torn_apart_by_the_parts(tmp_path: Path) -> None:
    parts = ["ett", "två"]
    items = [[clause(id=f"{part}-{n}", pair="x-p1", text=f"{part} {n}.", labels=[]) for n in (1, 2)] for part in parts]

    remarks = told(write(tmp_path, clauses=items[0], test_clauses=items[1]))

    assert "error   x-p1: stands in both parts" in remarks


def test_an_association_is_in_one_part_only(tmp_path: Path) -> None:
    remarks = told(write(tmp_path, tested=report(TESTED, id="b01", association="Lagboda HK")))

    assert remarks == ["error   b01: its association is that of a01 too"]


def test_a_fault_of_the_test_part_is_told_without_its_text(tmp_path: Path) -> None:
    tested = report("{{pv:q|Två vuxna stod vid omklädningsrummen}}.", id="b01", association="Ekby IF")
    wrong = clause(id="y-1", labels=[LABEL | {"end": 5}])

    remarks = told(write(tmp_path, tested=tested, test_clauses=[wrong]))

    assert remarks == ["error   b01: unknown code pv:q", "error   y.jsonl:1: cuts a word"]


def test_half_of_the_positives_avoid_the_obvious_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Vi talade om mobbning med alla lag i mars."
    obvious = [clause(id=f"x-{n}", text=f"{text} {n}", labels=[LABEL]) for n in range(7)]

    remarks = told(write(tmp_path, clauses=obvious))

    assert "  positives that avoid the obvious words: 22% of 9\n" in capsys.readouterr().out
    assert remarks == ["error   corpus: 36% of the positives avoid the obvious words, half are wanted"]


def test_a_corpus_that_is_too_small_is_told(tmp_path: Path) -> None:
    remarks = remarks_on(write(tmp_path), Sizes(reports=400, test_reports=1, test_clauses=1))

    assert [remark.words for remark in remarks] == ["2 reports, at least 400 are wanted"]


def test_the_corpus_as_it_is_shipped_has_no_errors() -> None:
    assert main([]) == 0
