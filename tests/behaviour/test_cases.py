"""The written cases are many, whole and consistent."""

from collections import Counter

from .cases import GROUPS, load_cases

CASES = load_cases()
FEWEST = 400


def test_there_are_at_least_four_hundred_different_cases() -> None:
    texts = {(case.text, case.period, case.criterion) for case in CASES.values()}

    assert len(texts) >= FEWEST


def test_every_group_has_its_share() -> None:
    sizes = Counter(case.group for case in CASES.values())

    assert all(sizes[group] >= FEWEST / 4 for group in GROUPS)


def test_a_variant_has_a_base_that_stands_alone_and_asks_the_same() -> None:
    bases = [(case, CASES[case.base]) for case in CASES.values() if case.base]

    assert all(base.verdicts and not base.base for _, base in bases)
    assert all(case.criterion is base.criterion for case, base in bases)


def test_a_case_without_a_verdict_is_a_variant() -> None:
    assert all(case.base for case in CASES.values() if not case.verdicts)


def test_a_changed_text_or_period_parts_a_variant_from_its_base() -> None:
    variants = [case for case in CASES.values() if case.base]

    assert all((case.text, case.period) != (CASES[case.base].text, CASES[case.base].period) for case in variants)
