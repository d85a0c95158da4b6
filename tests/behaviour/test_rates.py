"""The rates fall when a case goes wrong, and say which."""

from dataclasses import replace

from .cases import load_cases
from .rates import rates_of, table, worse
from .readings import Outcome

ALL_RIGHT = [Outcome(case, True, True, False, False) for case in load_cases().values()]
ONE_PASSED = [replace(ALL_RIGHT[0], right=False, false_pass=True), *ALL_RIGHT[1:]]


def test_the_same_outcomes_are_no_worse() -> None:
    assert worse(rates_of(ONE_PASSED), rates_of(ONE_PASSED)) == []


def test_one_more_wrong_case_is_worse_in_its_own_capability() -> None:
    case = ONE_PASSED[0].case

    lines = worse(rates_of(ONE_PASSED), rates_of(ALL_RIGHT))

    assert lines[0].startswith(f"{case.group}/{case.capability}: 1.000 -> 0.")


def test_a_new_false_pass_is_worse() -> None:
    assert worse(rates_of(ONE_PASSED), rates_of(ALL_RIGHT))[-1].startswith("false pass: 0.000 -> 0.")


def test_the_table_ends_with_all_cases() -> None:
    last = list(table(ONE_PASSED))[-1].split()

    assert last[:3] == ["all", str(len(ALL_RIGHT)), str(len(ALL_RIGHT) - 1)]
