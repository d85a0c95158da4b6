"""The share of cases that come out right, by group and capability: `python -m tests.behaviour.rates [--write]`.

With `--write` the rates become the floor in `rates.json` and the ids of the wrong cases the list in `known_wrong.txt`;
rates that fell are named, so that nobody lowers a floor unawares.
"""

import argparse
import json
import sys
from collections.abc import Collection, Iterable, Iterator
from math import floor

from .cases import FOLDER, Case, load_cases
from .readings import wrong_cases

RATES = FOLDER / "rates.json"
KNOWN_WRONG = FOLDER / "known_wrong.txt"
Rates = dict[str, float]


def rates_of(cases: Iterable[Case], wrong: Collection[str]) -> Rates:
    """Return the share of right cases by `group/capability`, rounded down to thousandths."""
    right: dict[str, list[bool]] = {}
    for case in cases:
        right.setdefault(f"{case.group}/{case.capability}", []).append(case.id not in wrong)
    return {name: floor(1000 * sum(each) / len(each)) / 1000 for name, each in right.items()}


def worse(now: Rates, before: Rates) -> list[str]:
    """Return a line for each rate that fell below the earlier one."""
    return [f"{name}: {before[name]:.3f} -> {rate:.3f}" for name, rate in now.items() if rate < before.get(name, 0)]


def kept_rates() -> Rates:
    """Return the floors that stand beside the cases."""
    rates: Rates = json.loads(RATES.read_text(encoding="utf-8"))
    return rates


def known_wrong() -> frozenset[str]:
    """Return the ids of the cases known to come out wrong."""
    return frozenset(KNOWN_WRONG.read_text(encoding="utf-8").split())


def table(cases: Collection[Case], wrong: Collection[str]) -> Iterator[str]:
    """Yield the lines of a table: group and capability, cases, right, rate."""
    yield f"{'group/capability':42} cases right  rate"
    for name, rate in rates_of(cases, wrong).items():
        own = [case for case in cases if f"{case.group}/{case.capability}" == name]
        yield f"{name:42} {len(own):5} {sum(case.id not in wrong for case in own):5} {rate:5.3f}"
    yield f"{'all':42} {len(cases):5} {len(cases) - len(wrong):5} {1 - len(wrong) / len(cases):5.3f}"


def write(cases: Iterable[Case], wrong: Collection[str]) -> list[str]:
    """Write the floors and the list of wrong cases; return the rates that fell."""
    rates = rates_of(cases, wrong)
    fallen = worse(rates, kept_rates()) if RATES.exists() else []
    RATES.write_text(json.dumps(rates, indent=1) + "\n", encoding="utf-8")
    KNOWN_WRONG.write_text("".join(f"{each}\n" for each in sorted(wrong)), encoding="utf-8")
    return fallen


def main() -> None:
    """Print the table, and with `--write` keep it."""
    parser = argparse.ArgumentParser(description="Measure the checker on the behavioural cases.")
    parser.add_argument("--write", action="store_true", help="make these rates the floor that the tests hold")
    keep = parser.parse_args().write
    cases, wrong = load_cases().values(), wrong_cases()
    lines = list(table(cases, wrong))
    if keep:
        lines += [f"worse than before: {each}" for each in write(cases, wrong)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
