"""The word lists of words.toml: who acts, denial, intention, and the cues that are shown in a quoted sentence."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict, cast

from grantcheck.domain.ruleset import CriterionId

WORDS = Path(__file__).with_name("words.toml")


class _Written(TypedDict):
    grammar: dict[str, list[str]]
    cues: dict[str, list[str]]
    topics: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class GrammarWords:
    """Lemmas or words of the parse, by what they tell."""

    own: frozenset[str]
    others: frozenset[str]
    associations: frozenset[str]
    another: frozenset[str]
    negations: frozenset[str]
    nobody: frozenset[str]
    neither: frozenset[str]
    not_only: frozenset[str]
    failing_verbs: frozenset[str]
    turning: frozenset[str]
    saying: frozenset[str]
    intending_auxiliaries: frozenset[str]
    intending_verbs: frozenset[str]


def grammar_words() -> GrammarWords:
    """Return the lists that the parse is read with."""
    return GrammarWords(**{name: frozenset(words) for name, words in _written()["grammar"].items()})


def cue_words() -> Mapping[str, list[str]]:
    """Return what each role of a cue may be, as patterns of whole words."""
    return _written()["cues"]


def topic_words() -> Mapping[CriterionId, list[str]]:
    """Return the parts of words that belong to each criterion, as patterns."""
    return {CriterionId(name): words for name, words in _written()["topics"].items()}


@cache
def _written() -> _Written:
    return cast(_Written, tomllib.loads(WORDS.read_text(encoding="utf-8")))
