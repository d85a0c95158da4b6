"""Learns what the checker adds to the two models: `python -m models.training.learn`.

Reads reports that neither model has seen. Writes thresholds.json and whole_report.npz, then the n-grams of the whole
corpus to ngrams.npz. The encoder is learnt first (models/training/encoder) and must lie in models/reading.
"""

import argparse
import json
from functools import cache
from pathlib import Path

from grantcheck.analysis.encoder import Encoder
from grantcheck.analysis.ngrams import NgramReader
from models.training.corpus import AnnotatedReport, read_clauses, read_reports, read_samples

from .ngrams import READING, save, trained
from .split import is_dev
from .systems import systems
from .verdicts import Readings, fitted
from .whole_report import save as save_whole


def dev_part() -> list[AnnotatedReport]:
    """Return the reports that the models did not learn from."""
    return [report for report in read_reports() if is_dev(report.id)]


@cache
def taught() -> NgramReader:
    """Return n-grams learnt from all but the dev part."""
    samples = [*read_samples(read_reports()), *read_clauses()]
    return trained([sample for sample in samples if not is_dev(sample.group)])


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, default=READING, help="the encoder that has not seen the dev part")
    encoder = Encoder.load(parser.parse_args().encoder)
    reports = dev_part()
    samples = read_samples(reports)
    system = systems(taught(), encoder)["whole"]
    limits, whole = fitted(readings := Readings.of(reports, samples, system(samples)), readings.reports)
    stored = {"strong": limits.strong, "weak": limits.weak, "touch": limits.touch}
    (READING / "thresholds.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    save_whole(whole, READING / "whole_report.npz")
    save(trained([*read_samples(read_reports()), *read_clauses()]), READING / "ngrams.npz")


if __name__ == "__main__":
    main()
