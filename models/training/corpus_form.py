"""Finds what is wrong in the form of the annotated reports and clauses, without judging the labels."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path

from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId

from .corpus import CRITERIA, KINDS, MARK, VERDICTS, report_blocks, unmarked

HEAD = frozenset({"assoc", "type", "period", "voice", "v", "note"})
LONGEST_QUOTE = 400
SHORTEST_YEAR, LONGEST_YEAR = 300, 400
_COMMITMENT = re.compile(r"(como?)(?:=(\d{4}-\d\d-\d\d))?")
_PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong where, and the passage that shows it; `grave` remarks must be mended, the others be read."""

    place: str
    words: str
    passage: str = ""
    grave: bool = True

    def __str__(self) -> str:
        told = f"{self.words}: {self.passage}" if self.passage else self.words
        return f"{'error  ' if self.grave else 'warning'} {self.place}: {told}"

    def closed(self) -> "Remark":
        """Return the remark without the passage, for a part that its reader must not see."""
        return replace(self, passage="")


@dataclass(frozen=True, slots=True)
class WrittenClause:
    """A line of the clause bank as it is written; its labels may be anything."""

    id: str
    heading: str
    before: str
    text: str
    period: str
    labels: list[object]
    org: str
    pair: str

    @property
    def sound_labels(self) -> list[Mapping[str, int]]:
        """Return the labels that name a part of the text, a criterion and a kind."""
        return [label for label in self.labels if isinstance(label, dict) and _is_label(label, self.text)]


Fault = tuple[str, str]
"""What is wrong, in words, and the passage that shows it."""

FIELDS = frozenset(WrittenClause.__dataclass_fields__)


def report_remarks(paths: Sequence[Path]) -> Iterator[Remark]:
    """Yield what is wrong in the form of the reports in the files."""
    names = Counter[str]()
    for path in paths:
        for block in report_blocks(path):
            head, separator, body = block.partition("\n---\n")
            name, *lines = head.split("\n")
            names[name.strip()] += 1
            if not separator:
                yield Remark(name, "no line --- between head and text")
                continue
            if not re.fullmatch(re.escape(path.stem) + r"\d+", name.strip()):
                yield Remark(name, f"the id is not {path.stem} and a number")
            entries = dict(line.split(": ", 1) for line in lines if ": " in line)
            faults = [*_head_faults(entries), *_body_faults(entries, body)]
            yield from (Remark(name, words, passage) for words, passage in faults)
    yield from (Remark(name, "the id is used twice") for name, count in names.items() if count > 1)


def _head_faults(entries: Mapping[str, str]) -> Iterator[Fault]:
    yield from ((f"the head has no {name}", "") for name in sorted(HEAD - entries.keys()))
    verdicts = dict(pair.partition("=")[::2] for pair in entries.get("v", "").split())
    if verdicts.keys() != CRITERIA.keys():
        yield f"verdicts for {' '.join(verdicts)}, expected {' '.join(CRITERIA)}", ""
    yield from ((f"unknown verdict {value}", "") for value in verdicts.values() if value not in VERDICTS)
    if not is_year(entries.get("period", "")):
        yield f"odd period {entries.get('period', '')}", ""


def is_year(period: str) -> bool:
    """Whether it is two days about a year apart, written 2025-01-01..2025-12-31."""
    days = _PERIOD.fullmatch(period)
    if not days or not (_is_day(days[1]) and _is_day(days[2])):
        return False
    return SHORTEST_YEAR < (date.fromisoformat(days[2]) - date.fromisoformat(days[1])).days < LONGEST_YEAR


def _body_faults(entries: Mapping[str, str], body: str) -> Iterator[Fault]:
    text, marks = unmarked(body)
    yield from (("mark-up left", _short(rest)) for rest in re.findall(r".*(?:\{\{|\}\}).*", text))
    for mark in MARK.finditer(body):
        yield from _quote_faults(mark[2], text)
    for code, start, end in marks:
        yield from ((fault, _short(text[start:end])) for fault in _code_faults(code, entries.get("period", "")))
    twice = Counter((code.partition(":")[0], start, end) for code, start, end in marks)
    yield from ((f"{code} twice", _short(text[a:b])) for (code, a, b), count in twice.items() if count > 1)


def _quote_faults(quote: str, text: str) -> Iterator[Fault]:
    if not quote.strip() or quote != quote.strip():
        yield "blanks at an end", repr(_short(quote))
    elif "\n" in quote:
        yield "runs over lines", repr(_short(quote))
    elif text.count(quote) != 1:
        yield f"stands {text.count(quote)} times in the report", _short(quote)
    if len(quote) > LONGEST_QUOTE:
        yield f"{len(quote)} characters", _short(quote)


def _code_faults(code: str, period: str) -> Iterator[str]:
    criterion, separator, kind = code.partition(":")
    if separator and (criterion not in CRITERIA or kind not in KINDS):
        yield f"unknown code {code}"
    if separator or code == "trap":
        return
    promise = _COMMITMENT.fullmatch(code)
    if not promise:
        yield f"unknown code {code}"
    elif promise[2] and not _is_day(promise[2]):
        yield f"no day {promise[2]}"
    elif promise[1] == "com" and promise[2] and is_year(period) and promise[2] <= period.split("..")[1]:
        yield f"due {promise[2]} within the period"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def clause_remarks(paths: Sequence[Path]) -> Iterator[Remark]:
    """Yield what is wrong in the form of the clauses in the files."""
    pairs: dict[str, list[WrittenClause]] = {}
    seen: dict[str, str] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            place = f"{path.name}:{number}"
            clause = _clause(line)
            if clause is None:
                yield Remark(place, f"not one object with {' '.join(sorted(FIELDS))}")
                continue
            if clause.pair:
                pairs.setdefault(clause.pair, []).append(clause)
            yield from (Remark(place, words, passage) for words, passage in _clause_faults(clause))
            yield from _repeats(clause, place, seen)
    yield from _pair_remarks(pairs)


def _clause(line: str) -> WrittenClause | None:
    try:
        item = json.loads(line)
    except json.JSONDecodeError:
        return None
    if not isinstance(item, dict) or item.keys() != FIELDS or not isinstance(item["labels"], list):
        return None
    return WrittenClause(**item) if all(isinstance(item[name], str) for name in FIELDS - {"labels"}) else None


def _repeats(clause: WrittenClause, place: str, seen: dict[str, str]) -> Iterator[Remark]:
    """Yield a remark where the id, or the text in its context, was seen before; remember both."""
    context = "\n".join((clause.heading, clause.before, clause.text, clause.period))
    for what in (clause.id, context):
        if what in seen:
            yield Remark(place, f"same as {seen[what]}")
        seen.setdefault(what, place)


def _clause_faults(clause: WrittenClause) -> Iterator[Fault]:
    text, sound = clause.text, clause.sound_labels
    if not text.strip() or text != text.strip():
        yield "text empty or with blanks at an end", ""
    if not is_year(clause.period):
        yield f"odd period {clause.period}", ""
    yield from (("bad label", str(label)) for label in clause.labels if label not in sound)
    yield from (("cuts a word", repr(text[label["start"] : label["end"]])) for label in sound if _cuts(text, label))
    for one, other in combinations(sound, 2):
        if one["criterion"] == other["criterion"] and one["start"] < other["end"] and other["start"] < one["end"]:
            yield f"labels of {one['criterion']} overlap", ""


def _is_label(label: Mapping[object, object], text: str) -> bool:
    if label.keys() != {"criterion", "kind", "start", "end"}:
        return False
    if label["criterion"] not in set(CriterionId) or label["kind"] not in set(EvidenceKind):
        return False
    start, end = label["start"], label["end"]
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        return False
    return text[start:end] == text[start:end].strip()


def _cuts(text: str, label: Mapping[str, int]) -> bool:
    edges = [text[place - 1 : place + 1] for place in (label["start"], label["end"]) if 0 < place < len(text)]
    return any(edge.isalnum() for edge in edges)


def _pair_remarks(pairs: Mapping[str, Sequence[WrittenClause]]) -> Iterator[Remark]:
    for name, clauses in pairs.items():
        if len(clauses) == 1:
            yield Remark(name, "a pair of one item")
        elif len({_signature(clause) for clause in clauses}) == 1:
            yield Remark(name, "no label differs in the pair", grave=False)


def _signature(clause: WrittenClause) -> str:
    """Return what the labels say in the order of the text."""
    ordered = sorted(clause.sound_labels, key=lambda label: (label["start"], label["criterion"]))
    return " ".join(f"{label['criterion']}:{label['kind']}" for label in ordered)


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else quote[:59] + "…"
