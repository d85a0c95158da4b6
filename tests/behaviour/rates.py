"""How many cases come out right, by group and capability: `python -m tests.behaviour.rates [--write]`.

With `--write` the rates become the floor in `rates.json` and the ids of the wrong cases the list in `known_wrong.txt`;
what got worse is named, so that nobody lowers a floor unawares.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from math import ceil, floor

from grantcheck.records import from_json

from .cases import FOLDER
from .readings import Outcome, outcomes

RATES = FOLDER / "rates.json"
KNOWN_WRONG = FOLDER / "known_wrong.txt"


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares of the cases in thousandths: right ones by `group/capability` (a floor), false passes (a ceiling)."""

    right: dict[str, float]
    false_pass: float


def rates_of(found: Sequence[Outcome]) -> Rates:
    """Return the rates, rounded so that the same outcomes keep within them."""
    right = {name: floor(1000 * sum(each.right for each in own) / len(own)) / 1000 for name, own in _parted(found)}
    return Rates(right, ceil(1000 * sum(each.false_pass for each in found) / len(found)) / 1000)


def worse(now: Rates, before: Rates) -> list[str]:
    """Return a line for each rate that is worse than the earlier one."""
    fallen = [(name, before.right[name], rate) for name, rate in now.right.items() if rate < before.right.get(name, 0)]
    risen = [("false pass", before.false_pass, now.false_pass)] if now.false_pass > before.false_pass else []
    return [f"{name}: {earlier:.3f} -> {rate:.3f}" for name, earlier, rate in fallen + risen]


def kept_rates() -> Rates:
    """Return the rates that stand beside the cases."""
    return from_json(Rates, RATES.read_bytes())


def known_wrong() -> frozenset[str]:
    """Return the ids of the cases known to come out wrong."""
    return frozenset(KNOWN_WRONG.read_text(encoding="utf-8").split())


def wrong_ids(found: Sequence[Outcome]) -> frozenset[str]:
    """Return the ids of the cases that came out wrong."""
    return frozenset(each.case.id for each in found if not each.right)


def table(found: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of a table; `base` counts variants that are wrong because their base is."""
    yield f"{'group/capability':36} cases right  rate base false pass alarm"
    for name, own in [*_parted(found), ("all", found)]:
        right, base = sum(each.right for each in own), sum(not each.base_right and bool(each.case.base) for each in own)
        passes, alarms = sum(each.false_pass for each in own), sum(each.false_alarm for each in own)
        yield f"{name:36} {len(own):5} {right:5} {right / len(own):.3f} {base:4} {passes:10} {alarms:5}"


def write(found: Sequence[Outcome]) -> list[str]:
    """Keep the rates and the list of wrong cases; return what got worse."""
    rates = rates_of(found)
    fallen = worse(rates, kept_rates()) if RATES.exists() else []
    RATES.write_text(json.dumps(asdict(rates), indent=1) + "\n", encoding="utf-8")
    KNOWN_WRONG.write_text("".join(f"{each}\n" for each in sorted(wrong_ids(found))), encoding="utf-8")
    return fallen


def main() -> None:
    """Print the table, and with `--write` keep it."""
    parser = argparse.ArgumentParser(description="Measure the checker on the behavioural cases.")
    parser.add_argument("--write", action="store_true", help="make these rates the ones that the tests hold")
    keep = parser.parse_args().write
    found = outcomes()
    lines = list(table(found))
    if keep:
        lines += [f"worse than before: {each}" for each in write(found)]
    sys.stdout.write("\n".join(lines) + "\n")


def _parted(found: Sequence[Outcome]) -> list[tuple[str, list[Outcome]]]:
    parts: dict[str, list[Outcome]] = {}
    for each in found:
        parts.setdefault(f"{each.case.group}/{each.case.capability}", []).append(each)
    return list(parts.items())


if __name__ == "__main__":
    main()
