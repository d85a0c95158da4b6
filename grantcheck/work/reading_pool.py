"""Warm processes that hold the language pipeline, so that a report waits for its analysis only."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING

from pebble import ProcessPool

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.document import Document
from grantcheck.domain.ruleset import Occasion, RuleSet
from grantcheck.records import from_json, to_json

if TYPE_CHECKING:
    from grantcheck.analysis import Checker

LONGEST_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the checker. `today` is the day of the upload, so that a rerun reads the same."""

    document: Document
    rule_set: RuleSet
    occasion: Occasion
    today: date


class ReadingPool:
    """Answers questions in `processes` processes that each load the pipeline once.

    A process that dies or hangs over a document costs that document alone, and another takes its place.
    """

    def __init__(self, pipeline: str, processes: int) -> None:
        self._pipeline = pipeline
        self._processes = processes
        self._pool = ProcessPool(processes, context=get_context("spawn"))

    def warm_up(self) -> None:
        """Start the processes and load the pipeline; whatever keeps it from loading is raised, before any report."""
        for loading in [self._pool.schedule(_warm_up, args=(self._pipeline,)) for _ in range(self._processes)]:
            loading.result()

    def answer(self, question: Question) -> Analysis:
        """Return the checker's answer. Raises UnreadableReport, or pebble's ProcessExpired or TimeoutError."""
        future = self._pool.schedule(_answer, args=(self._pipeline, to_json(question)), timeout=LONGEST_SECONDS)
        return from_json(Analysis, future.result())


def answer_here(pipeline: str, question: Question) -> Analysis:
    """Return the checker's answer from this process, which loads the pipeline at the first question."""
    checker = _load(pipeline)
    return checker.check(question.document, question.rule_set, question.occasion, None, question.today)


def _warm_up(pipeline: str) -> None:
    _load(pipeline)


def _answer(pipeline: str, question: bytes) -> bytes:
    return to_json(answer_here(pipeline, from_json(Question, question)))


@cache
def _load(pipeline: str) -> "Checker":
    from grantcheck.analysis import load_checker

    return load_checker(pipeline)
