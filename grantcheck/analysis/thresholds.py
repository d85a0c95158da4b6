"""How sure the reading must be before a sentence counts; chosen on held-out reports by models.training.evaluate."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grantcheck.domain.ruleset import CriterionId


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Likelihoods from 0 to 1 for each criterion.

    `strong`: a sentence counts as the association's own work; `weak`: as other evidence. `touch`: what the cheap
    reading must give for the costly one to look.
    """

    strong: Mapping[CriterionId, float]
    weak: Mapping[CriterionId, float]
    touch: float

    @classmethod
    def load(cls, path: Path) -> "Thresholds":
        """Read the thresholds from JSON."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        strong, weak = (_by_criterion(stored[key]) for key in ("strong", "weak"))
        return cls(strong, weak, float(stored["touch"]))


def _by_criterion(stored: Mapping[str, float]) -> dict[CriterionId, float]:
    return {CriterionId(name): value for name, value in stored.items()}
