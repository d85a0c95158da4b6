"""Measures what the clause bank gives: `python -m models.training.learning_curve` writes models/learning_curve.json.

N-grams alone learn from all training reports and from a growing share of the training clauses, and judge the dev part.
The careful reading is left out: it would have to be trained anew for each share.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from grantcheck.analysis.ngrams import NgramReader
from grantcheck.evaluation.scores import Figures
from grantcheck.evaluation.tables import ALL, table

from .clauses import clause_table
from .corpus import AnnotatedReport, Sample, read_clauses, read_reports, read_samples
from .ngrams import trained
from .split import SEED, chosen_clauses, is_dev
from .systems import System, by_ngrams
from .verdicts import Readings, answers, verdict_pairs

CURVE = Path(__file__).parents[1] / "learning_curve.json"
SHARES = (0.0, 0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class DevPart:
    """The reports and clauses that are judged and never learnt from."""

    reports: Sequence[AnnotatedReport]
    clauses: Sequence[Sample]


@dataclass(frozen=True, slots=True)
class Point(Figures):
    """How the reports of the dev part were judged: the mean macro-F1 over criteria and the errors of all verdicts."""

    macro_f1: float
    false_pass: float
    false_alarm: float


def curve(
    taught: Sequence[Sample], clauses: Sequence[Sample], dev: DevPart, shares: Sequence[float] = SHARES
) -> list[dict[str, object]]:
    """Return the figures of the dev part for each share of the clauses, printed as they come."""
    points = []
    for share in shares:
        own = chosen_clauses(clauses, share)
        point = {"share": share, "clauses": len(own), **_measured(trained([*taught, *own]), dev)}
        print(json.dumps(point))
        points.append(point)
    return points


def _measured(reader: NgramReader, dev: DevPart) -> dict[str, object]:
    system = partial(by_ngrams, reader)
    return {"verdicts": _point(system, dev.reports).rounded(), "clause_kinds": clause_table(dev.clauses, system)}


def _point(system: System, reports: Sequence[AnnotatedReport]) -> Point:
    samples = read_samples(list(reports))
    scores = table(verdict_pairs(list(answers(Readings.of(reports, samples, system(samples))))))[ALL]
    return Point(scores.macro_f1, scores.false_pass, scores.false_alarm)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print and store."""
    parser = argparse.ArgumentParser(prog="python -m models.training.learning_curve", description=__doc__)
    parser.add_argument("--out", type=Path, default=CURVE, help="where the figures are written")
    path = parser.parse_args(arguments).out
    reports, clauses = read_reports(), read_clauses()
    dev = DevPart([each for each in reports if is_dev(each.id)], [each for each in clauses if is_dev(each.group)])
    taught = [each for each in reports if not is_dev(each.id)]
    figures = {
        "reports": len(taught),
        "dev_reports": len(dev.reports),
        "dev_clauses": len(dev.clauses),
        "seed": SEED,
        "points": curve(read_samples(taught), [each for each in clauses if not is_dev(each.group)], dev),
    }
    path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
