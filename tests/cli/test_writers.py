"""Results go to one stream, or to one file per report that is named after it."""

import json
from io import StringIO
from pathlib import Path

from grantcheck.cli.writers import FolderWriter, StreamWriter
from grantcheck.outputs.checked_report import CheckedReport
from tests import factories


def a_report(source: str = "rapport.pdf") -> CheckedReport:
    return CheckedReport(source, "0" * 64, factories.document(), factories.analysis(), factories.karlstad())


def test_one_file_as_json_is_exactly_one_object() -> None:
    stream = StringIO()
    writer = StreamWriter(stream, "json", several=False)

    writer.write(a_report())
    writer.close()

    assert json.loads(stream.getvalue())["report"]["source"] == "rapport.pdf"


def test_several_files_as_json_are_one_array_in_order() -> None:
    stream = StringIO()
    writer = StreamWriter(stream, "json", several=True)

    for name in ("b.pdf", "a.pdf"):
        writer.write(a_report(name))
    writer.close()

    assert [item["report"]["source"] for item in json.loads(stream.getvalue())] == ["b.pdf", "a.pdf"]


def test_no_file_read_of_several_is_an_empty_array() -> None:
    stream = StringIO()

    StreamWriter(stream, "json", several=True).close()

    assert json.loads(stream.getvalue()) == []


def test_jsonl_is_one_object_a_line() -> None:
    stream = StringIO()
    writer = StreamWriter(stream, "jsonl", several=True)

    for name in ("a.pdf", "b.pdf"):
        writer.write(a_report(name))
    writer.close()

    assert [json.loads(line)["report"]["source"] for line in stream.getvalue().splitlines()] == ["a.pdf", "b.pdf"]


def test_result_files_are_named_after_the_input_and_never_overwrite_each_other(tmp_path: Path) -> None:
    writer = FolderWriter(tmp_path, "json")

    writer.write(a_report("2024/rapport.pdf"))
    writer.write(a_report("2025/rapport.pdf"))
    writer.close()

    sources = {
        path.name: json.loads(path.read_text(encoding="utf-8"))["report"]["source"] for path in tmp_path.iterdir()
    }
    assert sources == {"rapport.pdf.json": "2024/rapport.pdf", "rapport.pdf-2.json": "2025/rapport.pdf"}
