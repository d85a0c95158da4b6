"""Reads the rule sets shipped under models/rulesets, one TOML file each."""

import tomllib
from pathlib import Path

from .domain.errors import InvalidRuleSet, UnknownRuleSet
from .domain.ruleset import RuleSet
from .resources import shipped


def load_rule_set(name: str) -> RuleSet:
    """Return the shipped rule set with the id. Raises UnknownRuleSet or InvalidRuleSet."""
    known = rule_set_names()
    if name not in known:
        raise UnknownRuleSet(ruleset=name, known=", ".join(known))
    return read_rule_set(_folder() / f"{name}.toml")


def read_rule_set(path: Path) -> RuleSet:
    """Read a rule set from a TOML file. Raises InvalidRuleSet."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise InvalidRuleSet(where=path.name, problem=str(fault)) from fault
    return RuleSet.from_data(data)


def rule_set_names() -> list[str]:
    """Return the ids of all shipped rule sets, sorted."""
    return sorted(path.stem for path in _folder().glob("*.toml"))


def _folder() -> Path:
    return shipped("models", "rulesets")
