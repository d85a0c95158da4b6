"""Reads the figures that models/training/evaluate.py wrote and that are shipped, for the accuracy card."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .scores import VerdictScore
from .tables import ALL, Table

SHIPPED_SYSTEM = "whole"
KEYWORDS = "keyword search"


@dataclass(frozen=True, slots=True)
class ScanAgreement:
    """How many verdicts on scanned reports are those on the same reports as text; says nothing of being right."""

    reports: int
    verdicts: int
    same: int


@dataclass(frozen=True, slots=True)
class Measured:
    """How the shipped reading did on the test part, that nothing was learnt from; shares of 1.

    `found` is the share of the evidence that was found, `true` the share of what was found that is evidence. `groups`
    are kinds of reports, by the names that the evaluation gives them. `scans` is None where none were tried.
    """

    day: date
    reports: int
    clauses: int
    words: int
    criteria: Table
    keyword_search: Table
    groups: Mapping[str, VerdictScore]
    found: float
    true: float
    scans: ScanAgreement | None = None

    @property
    def whole(self) -> VerdictScore:
        """Return the score over all criteria."""
        return self.criteria[ALL]


def read_measured(path: Path) -> Measured | None:
    """Return the figures of the test part, None where it has not been measured."""
    if not path.is_file():
        return None
    content = json.loads(path.read_text(encoding="utf-8"))
    test = content.get("test", {})
    if SHIPPED_SYSTEM not in test:
        return None
    whole = test[SHIPPED_SYSTEM]
    return Measured(
        day=date.fromisoformat(content["measured"]),
        reports=test["reports"],
        clauses=test["clauses"],
        words=test["words"],
        criteria=_table(whole["verdicts"]),
        keyword_search=_table(test[KEYWORDS]),
        groups={name: VerdictScore(**scores[ALL]) for name, scores in test["groups"].items()},
        found=whole["evidence"]["recall"],
        true=whole["evidence"]["precision"],
        scans=_scans(content.get("scanned")),
    )


def _table(scores: Mapping[str, Mapping[str, float]]) -> Table:
    return {name: VerdictScore(**score) for name, score in scores.items()}  # type: ignore[arg-type]


def _scans(figures: Mapping[str, int] | None) -> ScanAgreement | None:
    return ScanAgreement(figures["reports"], figures["verdicts"], figures["same"]) if figures else None
