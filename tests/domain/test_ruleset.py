"""A municipality's rule set is data, read strictly."""

import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from grantcheck.domain.errors import InvalidRuleSet, UnknownRuleSet
from grantcheck.domain.ruleset import CriterionId, Occasion, RuleSet
from grantcheck.resources import shipped
from grantcheck.rulesets import load_rule_set, read_rule_set, rule_set_names


def karlstad_data() -> dict[str, Any]:
    """Return the shipped rule set's data, free to change."""
    return deepcopy(tomllib.loads(shipped("models", "rulesets", "karlstad-2026.toml").read_text(encoding="utf-8")))


def test_karlstad_requires_three_things_in_the_application_and_two_in_the_follow_up() -> None:
    rule_set = load_rule_set("karlstad-2026")

    assert rule_set.required(Occasion.APPLICATION) == (
        CriterionId.PREVENT_VIOLATIONS,
        CriterionId.PREVENT_DISCRIMINATION,
        CriterionId.CONTINUITY,
    )
    assert rule_set.required(Occasion.FOLLOW_UP) == (
        CriterionId.PREVENT_DISCRIMINATION,
        CriterionId.ACTIVE_IN_PERIOD,
    )


@pytest.mark.parametrize("name", rule_set_names())
def test_every_shipped_rule_set_is_read_under_its_own_name(name: str) -> None:
    assert load_rule_set(name).id == name


@pytest.mark.parametrize(
    ("where", "value", "place"),
    [
        (("id",), "", "id"),
        (("valid_from",), "2026-01-01", "valid_from"),
        (("min_examples",), 3, "min_examples"),
        (("min_examples",), True, "min_examples"),
        (("surprise",), 1, "surprise"),
        (("name", "sv"), " ", "name.sv"),
        (("criteria",), [], "criteria"),
        (("criteria",), "all", "criteria"),
        (("criteria", 0, "id"), "prevent_rain", "criteria[1].id"),
        (("criteria", 1, "application"), "compulsory", "criteria[2].application"),
        (("criteria", 1, "question"), "How?", "criteria[2].question"),
        (("criteria", 1, "weight"), 3, "criteria[2].weight"),
        (("criteria", 1, "id"), "prevent_violations", "criteria.prevent_violations"),
    ],
)
def test_a_faulty_entry_is_named_by_its_place(where: tuple[str | int, ...], value: object, place: str) -> None:
    data = karlstad_data()
    target: Any = data
    for step in where[:-1]:
        target = target[step]
    target[where[-1]] = value

    with pytest.raises(InvalidRuleSet) as caught:
        RuleSet.from_data(data)

    assert caught.value.details["where"] == place


def test_a_missing_wording_is_named_by_its_place() -> None:
    data = karlstad_data()
    del data["criteria"][3]["question"]["en"]

    with pytest.raises(InvalidRuleSet) as caught:
        RuleSet.from_data(data)

    assert caught.value.details["where"] == "criteria[4].question.en"


def test_a_rule_set_that_is_no_toml_is_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text("id = \n", encoding="utf-8")

    with pytest.raises(InvalidRuleSet) as caught:
        read_rule_set(path)

    assert "line 1" in str(caught.value.details["problem"])


def test_an_unknown_rule_set_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownRuleSet) as caught:
        load_rule_set("../karlstad")

    assert "karlstad-2026" in str(caught.value.details["known"])
