"""Reads a municipality's own labelled reports: a folder of report files with a table, as a spreadsheet saves it.

The table is `verdicts.csv`: one row for each report, a column `file`, perhaps a column `period`, and a column for each
criterion that was judged. Words and names may be Swedish or English, separators semicolons, commas or tabs.
"""

import csv
import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from grantcheck.domain.errors import InvalidPeriod
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId, RuleSet

TABLE = "verdicts.csv"
REPORT_SUFFIXES = frozenset({".pdf", ".docx", ".odt", ".txt"})
FILE_COLUMN = frozenset({"fil", "filnamn", "file", "filename"})
PERIOD_COLUMN = frozenset({"period"})
VERDICTS = {
    "beskrivs": Verdict.DESCRIBED,
    "beskrivet": Verdict.DESCRIBED,
    "described": Verdict.DESCRIBED,
    "otydligt": Verdict.UNCLEAR,
    "oklart": Verdict.UNCLEAR,
    "unclear": Verdict.UNCLEAR,
    "saknas": Verdict.MISSING,
    "saknas i texten": Verdict.MISSING,
    "missing": Verdict.MISSING,
}
NOT_JUDGED = frozenset({"", "-", "–", "gäller inte", "not applicable"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SEPARATORS = ";,\t"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the table that must be mended, worded by the text `gc.labelled.<code>` with the details."""

    code: str
    details: Mapping[str, str | int]


class WrongTable(Exception):
    """The table can't be used as it is; all its faults are told at once."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*(f"{fault.code} {dict(fault.details)}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class LabelledReport:
    """A report file with the verdicts that people gave it; `period` None means as the report itself says."""

    path: Path
    period: Period | None
    verdicts: Mapping[CriterionId, Verdict]


@dataclass(frozen=True, slots=True)
class LabelledReports:
    """All labelled reports, the columns that nothing was read from, and report files without any verdict."""

    reports: tuple[LabelledReport, ...]
    ignored_columns: tuple[str, ...]
    without_verdict: tuple[str, ...]


def read_labelled(folder: Path, rule_set: RuleSet) -> LabelledReports:
    """Read the folder's table. Raises WrongTable."""
    try:
        content = (folder / TABLE).read_bytes()
    except OSError:
        raise WrongTable(Fault("no_table", {"table": TABLE, "folder": str(folder)})) from None
    lines = _cells(content)
    columns = _Columns.of(lines[0] if lines else [], rule_set)
    table = _Table(columns, _Files(folder))
    reports = [report for number, cells in enumerate(lines[1:], 2) if (report := table.report(number, cells))]
    if table.faults:
        raise WrongTable(*table.faults)
    named = {report.path for report in reports}
    left = tuple(path.name for path in table.files.paths if path not in named)
    return LabelledReports(tuple(reports), columns.ignored, left)


def _cells(content: bytes) -> list[list[str]]:
    text = _decoded(content)
    heading = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=heading.count)
    return [[_plain(cell) for cell in row] for row in csv.reader(StringIO(text, newline=""), delimiter=separator)]


def _decoded(content: bytes) -> str:
    """Return the text as spreadsheets save it: UTF-8, UTF-16 with its mark, or the Windows code page."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where in a row the file, the period and each criterion stand."""

    file: int
    period: int | None
    criteria: Mapping[int, CriterionId]
    names: Sequence[str]
    ignored: tuple[str, ...]

    @classmethod
    def of(cls, heading: Sequence[str], rule_set: RuleSet) -> "_Columns":
        known = _criterion_names(rule_set)
        found = [(place, name.casefold()) for place, name in enumerate(heading) if name]
        files = [place for place, name in found if name in FILE_COLUMN]
        periods = [place for place, name in found if name in PERIOD_COLUMN]
        criteria = {place: known[name] for place, name in found if name in known}
        if faults := [*_column_faults(files, criteria, heading, rule_set)]:
            raise WrongTable(*faults)
        used = {*files, *periods, *criteria}
        ignored = tuple(heading[place] for place, _ in found if place not in used)
        return cls(files[0], periods[0] if periods else None, criteria, heading, ignored)


def _criterion_names(rule_set: RuleSet) -> dict[str, CriterionId]:
    """Return the criteria by all that a column may be called: id, short name in either language, K1, K2 and so on."""
    names: dict[str, CriterionId] = {}
    for number, criterion in enumerate(rule_set.criteria, 1):
        for name in (criterion.id, f"K{number}", *criterion.name.values()):
            names[name.casefold()] = criterion.id
    return names


def _column_faults(
    files: Sequence[int], criteria: Mapping[int, CriterionId], heading: Sequence[str], rule_set: RuleSet
) -> Iterator[Fault]:
    if not files:
        yield Fault("no_file_column", {"columns": ", ".join(filter(None, heading)) or "–"})
    if not criteria:
        yield Fault("no_criterion_column", {"names": ", ".join(item.name["sv"] for item in rule_set.criteria)})
    once = set[CriterionId]()
    for place, criterion in criteria.items():
        if criterion in once:
            yield Fault("column_twice", {"column": heading[place]})
        once.add(criterion)


class _Files:
    """The folder's report files by name; the ending may be left out, as some computers hide it."""

    def __init__(self, folder: Path) -> None:
        self.paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in REPORT_SUFFIXES)

    def named(self, name: str) -> Path:
        """Return the file. Raises WrongTable where none or several can be meant."""
        for own_name in (_full_name, _name_without_ending):
            paths = [path for path in self.paths if own_name(path) == name.casefold()]
            if len(paths) == 1:
                return paths[0]
            if paths:
                files = ", ".join(path.name for path in paths)
                raise WrongTable(Fault("several_files", {"file": name, "files": files}))
        raise WrongTable(Fault("unknown_file", {"file": name}))


def _full_name(path: Path) -> str:
    return _plain(path.name).casefold()


def _name_without_ending(path: Path) -> str:
    return _plain(path.stem).casefold()


class _Table:
    """Reads row by row and gathers what is wrong."""

    def __init__(self, columns: _Columns, files: _Files) -> None:
        self.faults: list[Fault] = []
        self.files = files
        self._columns = columns
        self._rows: dict[Path, int] = {}

    def report(self, number: int, cells: Sequence[str]) -> LabelledReport | None:
        """Return the row's report, None where it names none or has a fault."""
        if not any(cells):
            return None
        cells = [*cells, *[""] * (len(self._columns.names) - len(cells))]
        path, period = None, None
        with self._gathered(number):
            path = self._path(number, cells[self._columns.file])
        if self._columns.period is not None:
            with self._gathered(number):
                period = _period(cells[self._columns.period])
        verdicts = dict(self._verdicts(number, cells))
        return LabelledReport(path, period, verdicts) if path and verdicts else None

    def _path(self, number: int, name: str) -> Path:
        if not name:
            raise WrongTable(Fault("no_file", {}))
        path = self.files.named(name)
        first = self._rows.setdefault(path, number)
        if first != number:
            raise WrongTable(Fault("file_twice", {"file": name, "first": first}))
        return path

    def _verdicts(self, number: int, cells: Sequence[str]) -> Iterator[tuple[CriterionId, Verdict]]:
        for place, criterion in self._columns.criteria.items():
            with self._gathered(number):
                if verdict := _verdict(cells[place], self._columns.names[place]):
                    yield criterion, verdict

    @contextmanager
    def _gathered(self, number: int) -> Iterator[None]:
        """Keep the faults of the row and go on."""
        try:
            yield
        except WrongTable as wrong:
            self.faults += [Fault(fault.code, {"row": number, **fault.details}) for fault in wrong.faults]


def _verdict(word: str, column: str) -> Verdict | None:
    if word.casefold() in NOT_JUDGED:
        return None
    if word.casefold() not in VERDICTS:
        raise WrongTable(Fault("unknown_verdict", {"column": column, "word": word}))
    return VERDICTS[word.casefold()]


def _period(written: str) -> Period | None:
    """Read a year, or two days with anything between them. Raises WrongTable."""
    if not written:
        return None
    days = [f"{written}-01-01", f"{written}-12-31"] if re.fullmatch(r"\d{4}", written) else _DAY.findall(written)
    try:
        return Period.parse("/".join(days))
    except InvalidPeriod:
        raise WrongTable(Fault("unknown_period", {"period": written})) from None
