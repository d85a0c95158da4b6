"""The reading of one report: what the checker found, with everything a person needs to check it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .document import Notice
from .evidence import Evidence, Flag, Reason, Verdict
from .period import Period
from .ruleset import CriterionId, Occasion


class PeriodSource(StrEnum):
    """Where the period was got: read in the text, given by the caller, or assumed (the year before today's)."""

    TEXT = "text"
    OPTION = "option"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Sign:
    """Something the checker looked for under a criterion: `code` names the text `gc.sign.<code>`."""

    code: str
    found: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict of one criterion with its reason, its evidence (strongest first) and what was looked for."""

    criterion: CriterionId
    verdict: Verdict
    why: Reason
    evidence: tuple[Evidence, ...]
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedCommitment:
    """An intention in the report that an official may turn into a commitment; `due` only where the text gives one."""

    text: str
    page: int
    due: date | None


@dataclass(frozen=True, slots=True)
class PipelineVersion:
    """The language pipeline that read the text."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of one document under one rule set. The same document and rule set give an equal Analysis."""

    language: str
    period: Period
    period_source: PeriodSource
    pipeline: PipelineVersion
    ruleset: str
    occasion: Occasion
    flag: Flag
    concrete_examples: int
    findings: tuple[Finding, ...]
    commitments: tuple[ProposedCommitment, ...]
    notices: tuple[Notice, ...]
