"""`grantcheck check`: reads report files and writes what they describe; the contract is docs/command-line.md."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from grantcheck.domain.errors import GrantcheckError
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import Occasion
from grantcheck.rulesets import load_rule_set
from grantcheck.settings import WrongSetting, read_settings
from grantcheck.texts import text

from .checking import Order, Outcome, Unread, outcomes
from .progress import Progress
from .writers import FORMATS, FolderWriter, StreamWriter, Writer

OK, SOME_UNREAD, NOTHING_READ = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a report: PDF, DOCX, ODT or text")
    parser.add_argument("--format", choices=FORMATS, help="default: text in a terminal, otherwise json")
    parser.add_argument("--ruleset", metavar="ID", help="the rule set to read by (default: the installation's)")
    parser.add_argument("--occasion", choices=[str(item) for item in Occasion], default=str(Occasion.APPLICATION))
    parser.add_argument("--period", metavar="YYYY-MM-DD/YYYY-MM-DD", help="default: as the report says")
    parser.add_argument("--jobs", type=_at_least_one, default=1, metavar="N", help="how many files to read at once")
    parser.add_argument("--output", type=Path, metavar="DIR", help="write one file per report into this folder")


def run(options: argparse.Namespace) -> int:
    """Check the files; 0 when all were read, 1 when some of several were not, 2 when nothing could be done."""
    try:
        order = _order(options)
    except (GrantcheckError, WrongSetting) as fault:
        return _refuse(_worded(fault) if isinstance(fault, GrantcheckError) else str(fault))
    if options.output and (problem := _made_folder(options.output)):
        return _refuse(problem)
    unread = _write_all(outcomes(options.files, order, jobs=options.jobs), options)
    if not unread:
        return OK
    return SOME_UNREAD if len(options.files) > 1 else NOTHING_READ


def _order(options: argparse.Namespace) -> Order:
    settings = read_settings()
    return Order(
        pipeline=settings.pipeline,
        max_pages=settings.max_pages,
        max_megabytes=settings.max_upload_megabytes,
        rule_set=load_rule_set(options.ruleset or settings.ruleset),
        occasion=Occasion(options.occasion),
        period=Period.parse(options.period) if options.period else None,
    )


def _write_all(results: Iterator[Outcome], options: argparse.Namespace) -> int:
    """Write each outcome as it comes, in the order of the files, and return how many were not read."""
    unread = 0
    writer = _writer(options)
    with Progress(total=len(options.files), stream=sys.stderr) as progress:
        for outcome in results:
            if isinstance(outcome, Unread):
                unread += 1
                progress.say(text("gc.cli.check.failed", source=outcome.source, message=_worded(outcome.error)))
            else:
                writer.write(outcome)
            progress.advance(outcome.source)
        writer.close()
        if len(options.files) > 1 and unread:
            total = len(options.files)
            progress.say(text("gc.cli.check.summary", read=total - unread, total=total, failed=unread))
    return unread


def _writer(options: argparse.Namespace) -> Writer:
    if options.output:
        return FolderWriter(options.output, options.format or "json")
    return StreamWriter(sys.stdout, options.format or _default_format(), several=len(options.files) > 1)


def _default_format() -> str:
    return "text" if sys.stdout.isatty() else "json"


def _made_folder(folder: Path) -> str | None:
    """Make the folder and return None, or return why it can't be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        return text("gc.cli.check.no_folder", folder=folder, problem=fault.strerror or str(fault))
    return None


def _worded(error: GrantcheckError) -> str:
    return text(f"gc.error.{error.code}", **error.details)


def _refuse(message: str) -> int:
    sys.stderr.write(f"grantcheck: {message}\n")
    return NOTHING_READ


def _at_least_one(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError("must be a whole number, at least 1")
    return int(value)
