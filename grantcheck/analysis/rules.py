"""The transparent rules of rules.toml: which kinds a sentence's grammar, time and words rule out."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NotRequired, TypedDict

from grantcheck.domain.evidence import EvidenceKind

from .grammar import Grammar
from .in_time import When

RULES = Path(__file__).with_name("rules.toml")
_PHRASES = re.compile(r"<(\w+)>")


@dataclass(frozen=True)
class Told:
    """What a sentence tells of itself: its words, its grammar and when it was."""

    text: str
    grammar: Grammar
    when: When

    @cached_property
    def facts(self) -> dict[str, bool | str]:
        """Return the facts by the names that the conditions of the rules have."""
        return {**asdict(self.grammar), "when": self.when}


@dataclass(frozen=True, slots=True)
class Rule:
    """Moves the likelihood of `sources` to `target` where the conditions hold; the sentences show what it means."""

    id: str
    conditions: Mapping[str, bool | str]
    says: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    sources: tuple[EvidenceKind, ...]
    target: EvidenceKind
    example: str
    counter_example: str

    def fires(self, told: Told) -> bool:
        """Whether all conditions hold for the sentence."""
        facts = told.facts
        if any(facts[name] != wanted for name, wanted in self.conditions.items()):
            return False
        if self.says and not self.says.search(told.text):
            return False
        return not (self.unless and self.unless.search(told.text))


@dataclass(frozen=True, slots=True)
class Agreement:
    """Which kinds say that something was done or not done, and the likelihood from which they are taken as read."""

    done: tuple[EvidenceKind, ...]
    not_done: tuple[EvidenceKind, ...]
    clear: float


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, in the order in which they are tried."""

    each: tuple[Rule, ...]
    agreement: Agreement


_WrittenRule = TypedDict(
    "_WrittenRule",
    {
        "id": str,
        "where": NotRequired[dict[str, bool | str]],
        "says": NotRequired[str],
        "unless": NotRequired[str],
        "from": list[str],
        "to": str,
        "example": str,
        "counter_example": str,
    },
)


class _WrittenAgreement(TypedDict):
    done: list[str]
    not_done: list[str]
    clear: float


@cache
def shipped_rules() -> Rules:
    """Return the rules of rules.toml."""
    written = tomllib.loads(RULES.read_text(encoding="utf-8"))
    phrases: dict[str, list[str]] = written["phrases"]
    return Rules(tuple(_rule(item, phrases) for item in written["rule"]), _agreement(written["agreement"]))


def _rule(written: _WrittenRule, phrases: Mapping[str, Sequence[str]]) -> Rule:
    return Rule(
        id=written["id"],
        conditions=written.get("where", {}),
        says=_pattern(written.get("says"), phrases),
        unless=_pattern(written.get("unless"), phrases),
        sources=_kinds(written["from"]),
        target=EvidenceKind(written["to"]),
        example=written["example"],
        counter_example=written["counter_example"],
    )


def _pattern(written: str | None, phrases: Mapping[str, Sequence[str]]) -> re.Pattern[str] | None:
    """Compile the pattern with each <name> replaced by the phrases of that name."""
    if written is None:
        return None
    whole = _PHRASES.sub(lambda name: f"(?:{'|'.join(phrases[name[1]])})", written)
    return re.compile(whole, re.IGNORECASE)


def _agreement(written: _WrittenAgreement) -> Agreement:
    return Agreement(_kinds(written["done"]), _kinds(written["not_done"]), written["clear"])


def _kinds(names: Sequence[str]) -> tuple[EvidenceKind, ...]:
    return tuple(EvidenceKind(name) for name in names)
