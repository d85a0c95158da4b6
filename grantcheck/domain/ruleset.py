"""A rule set (regelverk): what a municipality asks of a report, as data that needs no code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from .errors import InvalidRuleSet

_Allowed = TypeVar("_Allowed")


class Occasion(StrEnum):
    """When the report is read: with an application or in a follow-up."""

    APPLICATION = "application"
    FOLLOW_UP = "follow_up"


class CriterionId(StrEnum):
    """The questions that the checker can ask of a report."""

    PREVENT_VIOLATIONS = "prevent_violations"
    PREVENT_DISCRIMINATION = "prevent_discrimination"
    CONTINUITY = "continuity"
    ACTIVE_IN_PERIOD = "active_in_period"
    INCIDENT_ROUTINE = "incident_routine"
    TRYGG_FORENING = "trygg_forening"
    RECORD_EXTRACT = "record_extract"


class Requirement(StrEnum):
    """Whether a criterion must be described, may be, or does not apply on an occasion."""

    REQUIRED = "required"
    ADVISORY = "advisory"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question with its Swedish and English wordings. `name` is short; `question` is put to the association."""

    id: CriterionId
    name: Mapping[str, str]
    question: Mapping[str, str]
    application: Requirement
    follow_up: Requirement

    def on(self, occasion: Occasion) -> Requirement:
        """Return what the rule set asks of this criterion on the occasion."""
        return self.application if occasion is Occasion.APPLICATION else self.follow_up


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The criteria in the order they are shown, and how many concrete examples a period is asked for (1 or 2)."""

    id: str
    name: Mapping[str, str]
    valid_from: date
    min_examples: int
    criteria: tuple[Criterion, ...]

    def required(self, occasion: Occasion) -> tuple[CriterionId, ...]:
        """Return the criteria that must be described on the occasion."""
        return tuple(item.id for item in self.criteria if item.on(occasion) is Requirement.REQUIRED)

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "RuleSet":
        """Read the parsed TOML of a rule set. Raises InvalidRuleSet that names the place and the problem."""
        entries = _Entries(data, "")
        rule_set = cls(
            id=entries.text("id"),
            name=entries.wordings("name"),
            valid_from=entries.day("valid_from"),
            min_examples=entries.one_of("min_examples", (1, 2)),
            criteria=tuple(_criterion(entry) for entry in entries.tables("criteria")),
        )
        entries.refuse_others({"id", "name", "valid_from", "min_examples", "criteria"})
        _check_each_criterion_once(rule_set.criteria)
        return rule_set


def _criterion(entries: "_Entries") -> Criterion:
    entries.refuse_others({"id", "name", "question", "application", "follow_up"})
    return Criterion(
        id=entries.one_of("id", tuple(CriterionId)),
        name=entries.wordings("name"),
        question=entries.wordings("question"),
        application=entries.one_of("application", tuple(Requirement)),
        follow_up=entries.one_of("follow_up", tuple(Requirement)),
    )


def _check_each_criterion_once(criteria: tuple[Criterion, ...]) -> None:
    ids = [item.id for item in criteria]
    if not ids:
        raise InvalidRuleSet(where="criteria", problem="empty")
    for item in set(ids):
        if ids.count(item) > 1:
            raise InvalidRuleSet(where=f"criteria.{item}", problem="given twice")


@dataclass(frozen=True, slots=True)
class _Entries:
    """The entries of one TOML table, read strictly; `where` is its dotted place for error messages."""

    data: Mapping[str, object]
    where: str

    def text(self, key: str) -> str:
        value = self.data.get(key)
        if not isinstance(value, str) or not value.strip():
            raise InvalidRuleSet(where=self.where + key, problem="must be a text that is not empty")
        return value

    def day(self, key: str) -> date:
        value = self.data.get(key)
        if not isinstance(value, date):
            raise InvalidRuleSet(where=self.where + key, problem="must be a date, YYYY-MM-DD without quotes")
        return value

    def one_of(self, key: str, allowed: tuple[_Allowed, ...]) -> _Allowed:
        value = self.data.get(key)
        for choice in allowed:
            if value == choice and type(value) in (type(choice), str):
                return choice
        raise InvalidRuleSet(where=self.where + key, problem="must be one of " + ", ".join(map(str, allowed)))

    def wordings(self, key: str) -> Mapping[str, str]:
        value = self.data.get(key)
        if not isinstance(value, Mapping):
            raise InvalidRuleSet(where=self.where + key, problem="must have the wordings sv and en")
        table = _Entries(value, f"{self.where}{key}.")
        table.refuse_others({"sv", "en"})
        return {"sv": table.text("sv"), "en": table.text("en")}

    def tables(self, key: str) -> list["_Entries"]:
        value = self.data.get(key)
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            raise InvalidRuleSet(where=self.where + key, problem="must be a list of tables, [[criteria]]")
        return [_Entries(item, f"{self.where}{key}[{number}].") for number, item in enumerate(value, start=1)]

    def refuse_others(self, known: set[str]) -> None:
        for key in self.data.keys() - known:
            raise InvalidRuleSet(where=self.where + key, problem="is not a known entry")
