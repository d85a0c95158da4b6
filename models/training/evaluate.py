"""Measures the checker: `python -m models.training.evaluate` prints the tables and writes models/evaluation.json.

The dev part is judged with what was learnt on its other folds; the test part, which nothing was learnt from, with what
is shipped.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from grantcheck.analysis.checker import load_checker
from grantcheck.analysis.encoder import Encoder
from grantcheck.analysis.ngrams import NgramReader
from grantcheck.domain.evidence import Verdict
from grantcheck.evaluation.scores import VerdictScore
from grantcheck.evaluation.tables import Table, table
from grantcheck.extraction.ocr import is_installed
from grantcheck.rulesets import load_rule_set
from models.training.corpus import TEST, AnnotatedReport, read_clauses, read_reports, read_samples

from .clauses import clause_table
from .evidence_scores import commitment_score, evidence_score
from .keywords import KEYWORDS
from .learn import dev_part, taught
from .ngrams import READING
from .scanned import agreement, chosen_reports
from .systems import System, by_keyword, systems
from .verdicts import Answer, Readings, answers, judged, verdict_pairs

EVALUATION = Path(__file__).parents[1] / "evaluation.json"
RULE_SET = "karlstad-2026"
WORST = 20
FEWEST_IN_GROUP = 5


def keyword_table(readings: Readings) -> Table:
    """Return what a search for the obvious words would answer: described where one stands, else missing."""
    return table(
        {
            criterion: [
                (report.verdicts[criterion], _by_keyword(readings, report, place)) for report in readings.reports
            ]
            for place, criterion in enumerate(KEYWORDS)
        }
    )


def _by_keyword(readings: Readings, report: AnnotatedReport, criterion: int) -> Verdict:
    hit = by_keyword(readings.samples[report.id])[:, criterion].any()
    return Verdict.DESCRIBED if hit else Verdict.MISSING


def group_tables(given: Sequence[Answer]) -> dict[str, Table]:
    """Return a table for each group of reports that is large enough to say something."""
    groups: dict[str, list[Answer]] = {}
    for answer in given:
        for name in _groups(answer.report):
            groups.setdefault(name, []).append(answer)
    return {name: table(verdict_pairs(own)) for name, own in sorted(groups.items()) if len(own) >= FEWEST_IN_GROUP}


def _groups(report: AnnotatedReport) -> Iterable[str]:
    words = len(report.text.split())
    yield "kind: sports" if report.type.startswith("idrott") else "kind: other"
    yield "length: under 250 words" if words < 250 else "length: 250 to 500" if words <= 500 else "length: over 500"
    if "learner" in report.voice:
        yield "voice: learners' Swedish"


def worst(given: Sequence[Answer]) -> list[str]:
    """Return errors, false passes first, then false alarms, then the rest."""
    wrong = [
        (_weight(answer.report.verdicts[criterion], verdict), f"{answer.report.id} {criterion}: "
         f"{answer.report.verdicts[criterion]} read as {verdict}")
        for answer in given
        for criterion, verdict in answer.verdicts.items()
        if verdict is not answer.report.verdicts[criterion]
    ]  # fmt: skip
    return [line for _, line in sorted(wrong)]


def _weight(label: Verdict, answer: Verdict) -> int:
    if answer is Verdict.DESCRIBED:
        return 0 if label is Verdict.MISSING else 1
    return 2 if label is Verdict.DESCRIBED and answer is Verdict.MISSING else 3


def show(title: str, scores: Mapping[str, VerdictScore]) -> None:
    """Print one table."""
    print(f"\n{title:34} {'macro-F1':>9} {'false pass':>11} {'false alarm':>12} {'right':>7}")
    for name, item in scores.items():
        print(f"{name:34} {item.macro_f1:9.3f} {item.false_pass:11.1%} {item.false_alarm:12.1%} {item.accuracy:7.3f}")


def main() -> None:
    """Measure, print and store."""
    parser = argparse.ArgumentParser(prog="python -m models.training.evaluate", description=__doc__)
    parser.add_argument("--dev-only", action="store_true", help="leave the test part closed; writes nothing")
    parser.add_argument("--encoder", type=Path, default=READING, help="the encoder that has not seen the dev part")
    parser.add_argument(
        "--scanned", action="store_true", help="only read reports typed and scanned, and store how far they agree"
    )
    options = parser.parse_args()
    if options.scanned:
        sys.exit(measured_scans())
    dev = measured_dev(systems(taught(), Encoder.load(options.encoder)))
    if options.dev_only:
        return
    test = measured_test(systems(NgramReader.load(READING / "ngrams.npz"), Encoder.load(READING)), dev)
    _store({"measured": _today(), "dev": dev.figures, "test": test})


def measured_scans() -> int:
    """Read some reports of the dev part typed and scanned, print and store; return 1 where no text is recognised."""
    if not is_installed():
        print("Scans were not measured: tesseract or its Swedish is missing.", file=sys.stderr)
        return 1
    read = agreement(chosen_reports(read_reports()), load_checker("sv_grantcheck"), load_rule_set(RULE_SET))
    print(json.dumps(figures := read.figures(), indent=1))
    _store({"scanned": {"measured": _today(), **figures}})
    return 0


def _store(figures: Mapping[str, object]) -> None:
    """Write the figures over those of the same name; the others stay."""
    kept: dict[str, object] = json.loads(EVALUATION.read_text(encoding="utf-8")) if EVALUATION.is_file() else {}
    EVALUATION.write_text(json.dumps({**kept, **figures}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _today() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d}"


class DevPart:
    """The dev part's figures and each system's readings, from which the test part's systems learn their thresholds."""

    def __init__(self) -> None:
        self.readings: dict[str, Readings] = {}
        self.figures: dict[str, object] = {}


def measured_dev(by_name: Mapping[str, System]) -> DevPart:
    """Judge the dev part by all systems, each with what the other folds teach."""
    part, reports = DevPart(), dev_part()
    samples = read_samples(reports)
    for name, system in by_name.items():
        readings = part.readings[name] = Readings.of(reports, samples, system(samples))
        given = list(answers(readings))
        part.figures |= _told(f"dev, {len(reports)} reports: {name}", name, given, readings)
    return part


def measured_test(by_name: Mapping[str, System], dev: DevPart) -> dict[str, object]:
    """Judge the test part by all systems, each with what the dev part teaches."""
    reports, figures = read_reports(TEST / "src"), dict[str, object]()
    samples = read_samples(reports)
    for name, system in by_name.items():
        readings = Readings.of(reports, samples, system(samples))
        given = list(judged(readings, dev.readings[name]))
        figures |= _told(f"test, {len(reports)} reports: {name}", name, given, readings)
        if name == "whole":
            figures |= _details(given)
    show("test: keyword search", keyword := keyword_table(readings))
    clauses = read_clauses(TEST / "clauses")
    return {
        "reports": len(reports),
        "clauses": len(clauses),
        "words": sum(len(report.text.split()) for report in reports),
        **figures,
        "keyword search": _rounded(keyword),
        "clause_kinds": clause_table(clauses, by_name["whole"]),
    }


def _told(title: str, name: str, given: Sequence[Answer], readings: Readings) -> dict[str, object]:
    """Print and return a system's figures."""
    verdicts, evidence, promises = (
        table(verdict_pairs(given)), evidence_score(given, readings), commitment_score(given, readings),
    )  # fmt: skip
    show(title, verdicts)
    print("evidence", json.dumps(evidence.rounded()), "commitments", json.dumps(promises.rounded()))
    return {name: {"verdicts": _rounded(verdicts), "evidence": evidence.rounded(), "commitments": promises.rounded()}}


def _details(given: Sequence[Answer]) -> dict[str, object]:
    groups, errors = group_tables(given), worst(given)[:WORST]
    for name, scores in groups.items():
        show(name, {"all": scores["all"]})
    print("\nworst", *errors, sep="\n  ")
    return {"groups": {name: _rounded({"all": scores["all"]}) for name, scores in groups.items()}, "worst": errors}


def _rounded(scores: Table) -> dict[str, dict[str, float]]:
    return {name: item.rounded() for name, item in scores.items()}


if __name__ == "__main__":
    main()
