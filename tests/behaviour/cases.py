"""The written cases: small texts with what the checker must read in them, alone or beside another case.

`invariance.tsv` holds texts that differ in what must not matter, `direction.tsv` texts changed in what must matter and
`pair.tsv` minimal pairs of the known traps. All are invented for these tests. The columns:

- `id`; `capability`, by which rates are counted; `trap`, what a pair turns on.
- `base`: the id of the case that this one is a variant of.
- `period`: `YYYY-MM-DD/YYYY-MM-DD`, or nothing for 2025.
- `criterion`, and `verdict`: the right one, several parted by `|` where the rules allow both, or `same`: all seven
  verdicts as in the base.
- `kinds`: kinds of evidence, one of which must stand under the criterion; `none` allows that nothing does.
- `text`: as in a text file, with `¶` for a new line.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId

FOLDER = Path(__file__).parent
GROUPS = ("invariance", "direction", "pair")
SAME = "same"
NO_EVIDENCE = "none"
USUAL_PERIOD = Period.of_year(2025)


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what must be read in it. Without `verdicts` it must be read as its base is."""

    id: str
    group: str
    capability: str
    base: str
    period: Period
    criterion: CriterionId
    verdicts: frozenset[Verdict]
    kinds: frozenset[EvidenceKind]
    may_be_silent: bool
    text: str


def load_cases() -> dict[str, Case]:
    """Return all cases by id, in the order of the files."""
    return {case.id: case for group in GROUPS for case in _cases(group)}


def _cases(group: str) -> list[Case]:
    with (FOLDER / f"{group}.tsv").open(encoding="utf-8", newline="") as file:
        return [_case(group, row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _case(group: str, row: dict[str, str]) -> Case:
    kinds = set(row["kinds"].split("|")) - {""}
    return Case(
        id=row["id"],
        group=group,
        capability=row["capability"],
        base=row["base"],
        period=Period.parse(row["period"]) if row["period"] else USUAL_PERIOD,
        criterion=CriterionId(row["criterion"]),
        verdicts=frozenset() if row["verdict"] == SAME else frozenset(map(Verdict, row["verdict"].split("|"))),
        kinds=frozenset(map(EvidenceKind, kinds - {NO_EVIDENCE})),
        may_be_silent=NO_EVIDENCE in kinds,
        text=row["text"].replace("¶", "\n"),
    )
