"""Reads files and judges them, one after the other or several at once, and gives the outcomes in order."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from grantcheck.domain.errors import FileNotFound, TooHardToRead, UnreadableReport
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import Occasion, RuleSet
from grantcheck.outputs.checked_report import CheckedReport

if TYPE_CHECKING:
    from grantcheck.analysis import Checker

BYTES_PER_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Order:
    """How the files are to be read. `period` None means as the report itself says."""

    pipeline: str
    max_pages: int
    max_megabytes: int
    rule_set: RuleSet
    occasion: Occasion
    period: Period | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why."""

    source: str
    error: UnreadableReport


Outcome = CheckedReport | Unread


def outcomes(sources: Sequence[str], order: Order, *, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each file in the given order, reading `jobs` files at once."""
    if jobs == 1 or len(sources) == 1:
        yield from (check_file(source, order) for source in sources)
        return
    with ProcessPool(min(jobs, len(sources)), context=get_context("spawn")) as pool:
        ahead = [pool.schedule(check_file, args=(source, order)) for source in sources]
        yield from (_outcome(source, result) for source, result in zip(sources, ahead, strict=True))


def check_file(source: str, order: Order) -> Outcome:
    """Read one file and judge it; a file that can't be read is an outcome, not an exception."""
    try:
        return _checked(source, order)
    except UnreadableReport as error:
        return Unread(source, error)


def _outcome(source: str, result: "ProcessFuture[Outcome]") -> Outcome:
    """Wait for the result; a process that died over its file costs that file alone."""
    try:
        outcome: Outcome = result.result()
    except ProcessExpired:
        return Unread(source, TooHardToRead())
    return outcome


def _checked(source: str, order: Order) -> CheckedReport:
    from grantcheck.extraction import Limits, extract

    path = Path(source)
    fingerprint = _sha256(path)
    limits = Limits(max_pages=order.max_pages, max_bytes=order.max_megabytes * BYTES_PER_MEGABYTE)
    document = extract(path, limits)
    analysis = _checker(order.pipeline).check(document, order.rule_set, order.occasion, order.period, date.today())
    return CheckedReport(source, fingerprint, document, analysis, order.rule_set)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise FileNotFound(source=str(path)) from None


@cache
def _checker(pipeline: str) -> "Checker":
    from grantcheck.analysis import load_checker

    return load_checker(pipeline)
