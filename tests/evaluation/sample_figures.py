"""Figures as the evaluation writes them, invented."""

import json
from pathlib import Path

from grantcheck.domain.ruleset import CriterionId

NAMES = (*map(str, CriterionId), "all")


def verdicts(
    right: float, *, count: int = 42, false_pass: float = 0.01, false_alarm: float = 0.02
) -> dict[str, object]:
    """Return figures for each criterion and all; those of all count seven times as many."""
    return {
        name: {
            "count": count * (len(CriterionId) if name == "all" else 1),
            "accuracy": right,
            "macro_f1": right - 0.01,
            "false_pass": false_pass,
            "false_alarm": false_alarm,
        }
        for name in NAMES
    }


def figures() -> dict[str, object]:
    """Return the whole of an evaluation that went well."""
    return {
        "measured": "2026-11-20",
        "dev": {},
        "test": {
            "reports": 42,
            "clauses": 620,
            "words": 13567,
            "whole": {
                "verdicts": verdicts(0.957),
                "evidence": {"recall": 0.94, "precision": 0.91},
                "commitments": {},
            },
            "groups": {
                "kind: sports": {"all": verdicts(0.93, count=20)["all"]},
                "voice: learners' Swedish": {"all": verdicts(0.9, count=6)["all"]},
                "voice: on a boat": {"all": verdicts(0.5, count=5)["all"]},
            },
            "worst": [],
            "keyword search": verdicts(0.52, false_pass=0.4, false_alarm=0.5),
            "clause_kinds": {},
        },
        "scanned": {"measured": "2026-11-20", "part": "dev", "reports": 12, "dpi": 200, "verdicts": 84, "same": 80},
    }


def write_figures(folder: Path, content: dict[str, object] | None = None) -> Path:
    """Write figures to a file in the folder and return its path."""
    path = folder / "evaluation.json"
    path.write_text(json.dumps(figures() if content is None else content), encoding="utf-8")
    return path
