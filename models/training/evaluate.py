"""Measures the checker on the annotated reports, cross-validated by report: `python -m models.training.evaluate`.

Prints the figures beside plain keyword search and writes models/evaluation.json; with `--write` also what the checker
learns.
"""

import argparse
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np

from grantcheck.analysis.assertion import reconsidered
from grantcheck.analysis.grammar import read_grammar
from grantcheck.analysis.language import load_language
from grantcheck.analysis.passages import Passage
from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.ruleset import CriterionId
from models.training.baseline import baseline_pairs
from models.training.corpus import AnnotatedReport, Sample, read_reports
from models.training.likelihoods import Floats, report_likelihoods
from models.training.ngrams import READING
from grantcheck.evaluation.scores import VerdictScore, f1, score, share
from models.training.thresholds import TOUCH
from models.training.verdicts import Answer, Pairs, Readings, answers, fitted, verdict_pairs
from models.training.whole_report import save

EVALUATION = Path(__file__).parents[1] / "evaluation.json"
KEYWORDS = {
    CriterionId.PREVENT_VIOLATIONS: r"mobb|kränk|trakasser|övergrepp|värdegrund|trygg",
    CriterionId.PREVENT_DISCRIMINATION: r"diskriminer|likabehandl|jämställ|mångfald|inkluder|lika villkor",
    CriterionId.CONTINUITY: r"kontinuerlig|löpande|regelbund|årlig|varje",
    CriterionId.ACTIVE_IN_PERIOD: r"under året|genomfört|har haft|utbildning",
    CriterionId.INCIDENT_ROUTINE: r"handlingsplan|krisplan|anmäl|kontaktperson|rutin",
    CriterionId.TRYGG_FORENING: r"trygg förening",
    CriterionId.RECORD_EXTRACT: r"registerutdrag|belastningsregist",
}


@dataclass(frozen=True, slots=True)
class EvidenceScore:
    """Sentences named as evidence of a criterion, off-topic ones left out, and their kinds where both name them."""

    recall: float
    precision: float
    kinds_macro_f1: float


def keyword_pairs(reports: Sequence[AnnotatedReport]) -> dict[CriterionId, Pairs]:
    """Return what a search for the obvious words would answer: described where one stands, else missing."""
    return {
        criterion: [(report.verdicts[criterion], _by_keyword(report.text, pattern)) for report in reports]
        for criterion, pattern in KEYWORDS.items()
    }


def _by_keyword(text: str, pattern: str) -> Verdict:
    return Verdict.DESCRIBED if re.search(pattern, text, re.IGNORECASE) else Verdict.MISSING


def asserted(samples: Sequence[Sample], likelihoods: Floats) -> Floats:
    """Return the likelihoods corrected by each report's own period, as the checker does it."""
    parse = partial(read_grammar, load_language("sv_grantcheck"))
    placed = likelihoods.copy()
    for period in {sample.period for sample in samples}:
        own = [place for place, sample in enumerate(samples) if sample.period == period]
        passages = [_passage(samples[place]) for place in own]
        placed[own] = reconsidered(likelihoods[own], passages, period, parse, TOUCH)
    return placed


def _passage(sample: Sample) -> Passage:
    return Passage(0, 0, sample.text, sample.heading, sample.before)


def evidence_score(given: Sequence[Answer], readings: Readings) -> EvidenceScore:
    """Score the evidence that the answers chose."""
    labels = _on_topic(
        {
            (answer.report.id, place, label.criterion): label.kind
            for answer in given
            for place, sample in enumerate(readings.samples[answer.report.id])
            for label in sample.labels
        }
    )
    found = _on_topic(
        {
            (answer.report.id, choice.place, choice.criterion): choice.kind
            for answer in given
            for choice in answer.choices
        }
    )
    both = [(labels[key], found[key]) for key in labels.keys() & found.keys()]
    kinds = {label for label, _ in both}
    return EvidenceScore(
        recall=share([key in found for key in labels]),
        precision=share([key in labels for key in found]),
        kinds_macro_f1=float(np.mean([f1(both, kind) for kind in kinds])) if kinds else 0.0,
    )


_Place = tuple[str, int, CriterionId]
_Kinds = dict[_Place, EvidenceKind]


def _on_topic(kinds: _Kinds) -> _Kinds:
    return {key: kind for key, kind in kinds.items() if kind is not EvidenceKind.OFF_TOPIC}


def table(pairs: Mapping[CriterionId, Pairs]) -> dict[str, VerdictScore]:
    """Return the score of each criterion and `all`: the mean macro-F1 and the errors over all verdicts."""
    scores = {str(criterion): score(own) for criterion, own in pairs.items()}
    whole = score([pair for own in pairs.values() for pair in own])
    mean = float(np.mean([item.macro_f1 for item in scores.values()]))
    scores["all"] = VerdictScore(whole.count, whole.accuracy, mean, whole.false_pass, whole.false_alarm)
    return scores


def show(title: str, scores: Mapping[str, VerdictScore]) -> None:
    """Print one table."""
    print(f"\n{title:28} {'macro-F1':>9} {'false pass':>11} {'false alarm':>12} {'right':>7}")
    for name, item in scores.items():
        print(f"{name:28} {item.macro_f1:9.3f} {item.false_pass:11.1%} {item.false_alarm:12.1%} {item.accuracy:7.3f}")


def main() -> None:
    """Measure, print and store."""
    parser = argparse.ArgumentParser(prog="python -m models.training.evaluate", description=__doc__)
    parser.add_argument("--store", type=Path, help="keep the cross-validated likelihoods here and reuse them")
    parser.add_argument("--write", action="store_true", help="write thresholds and weights to models/reading too")
    options = parser.parse_args()
    reports = read_reports()
    samples, likelihoods = report_likelihoods(options.store)
    readings = Readings.of(reports, samples, asserted(samples, likelihoods))
    given = list(answers(readings))
    ours, plain = table(verdict_pairs(given)), table(keyword_pairs(reports))
    simple = table(baseline_pairs(Readings.of(reports, samples, likelihoods)))
    evidence = evidence_score(given, readings)
    show(f"{len(reports)} reports, cross-validated", ours)
    show("simple baseline", simple)
    show("plain keyword search", plain)
    print(f"\nevidence: recall {evidence.recall:.3f}, precision {evidence.precision:.3f}, ", end="")
    print(f"kinds macro-F1 {evidence.kinds_macro_f1:.3f}")
    _write({"checker": ours, "simple_baseline": simple, "keyword_search": plain}, evidence)
    if options.write:
        _write_learnt(readings)


def _write(tables: Mapping[str, Mapping[str, VerdictScore]], evidence: EvidenceScore) -> None:
    figures: dict[str, object] = {"how": "five folds by report; all that is learnt comes from the other folds"}
    figures |= {title: {name: item.rounded() for name, item in scores.items()} for title, scores in tables.items()}
    figures["evidence"] = {name: round(value, 4) for name, value in asdict(evidence).items()}
    EVALUATION.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _write_learnt(readings: Readings) -> None:
    limits, whole = fitted(readings, readings.reports)
    stored = {"strong": limits.strong, "weak": limits.weak, "touch": limits.touch}
    (READING / "thresholds.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    save(whole, READING / "whole_report.npz")


if __name__ == "__main__":
    main()
