"""`grantcheck evaluate`: reads a municipality's own labelled reports and tells how often the reading agrees."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from grantcheck.domain.errors import GrantcheckError
from grantcheck.domain.ruleset import Occasion, RuleSet
from grantcheck.evaluation.comparison import compared
from grantcheck.evaluation.labelled import LabelledReport, LabelledReports, WrongTable, read_labelled
from grantcheck.rulesets import load_rule_set
from grantcheck.settings import WrongSetting, read_settings
from grantcheck.texts import LANGUAGES, text

from .checking import Order, Outcome, Unread, check_file
from .evaluation_result import Evaluated, as_json, as_text
from .progress import Progress

OK, SOME_UNREAD, NOTHING_DONE = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="report files and verdicts.csv")
    parser.add_argument("--json", action="store_true", help="write one JSON object")
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help="the language of the answer")
    parser.add_argument("--ruleset", metavar="ID", help="the rule set to read by (default: the installation's)")


def run(options: argparse.Namespace) -> int:
    """Evaluate; 0 when every report was read, 1 when some were not, 2 when nothing could be done."""
    language: str = options.lang
    try:
        order = _order(options.ruleset)
        labelled = read_labelled(options.folder, order.rule_set)
    except WrongTable as wrong:
        return _refuse([text(f"gc.labelled.{fault.code}", language, **fault.details) for fault in wrong.faults])
    except GrantcheckError as error:
        return _refuse([text(f"gc.error.{error.code}", language, **error.details)])
    except WrongSetting as fault:
        return _refuse([str(fault)])
    _tell_what_is_left_out(labelled, order.rule_set, language)
    if not labelled.reports:
        return _refuse([text("gc.labelled.no_verdicts", language)])
    return _evaluate(labelled, order, options)


def _order(rule_set: str | None) -> Order:
    settings = read_settings()
    return Order(
        pipeline=settings.pipeline,
        max_pages=settings.max_pages,
        max_megabytes=settings.max_upload_megabytes,
        rule_set=load_rule_set(rule_set or settings.ruleset),
        occasion=Occasion.APPLICATION,
        period=None,
    )


def _evaluate(labelled: LabelledReports, order: Order, options: argparse.Namespace) -> int:
    results = list(_read_all(labelled.reports, order, options.lang))
    readings = [(report, outcome.analysis) for report, outcome in results if not isinstance(outcome, Unread)]
    unread = tuple(outcome for _, outcome in results if isinstance(outcome, Unread))
    evaluated = Evaluated(compared(readings), unread, order.rule_set, readings[0][1].pipeline if readings else None)
    sys.stdout.write((as_json if options.json else as_text)(evaluated, options.lang))
    if not readings:
        return NOTHING_DONE
    return SOME_UNREAD if unread else OK


def _read_all(
    reports: tuple[LabelledReport, ...], order: Order, language: str
) -> Iterator[tuple[LabelledReport, Outcome]]:
    with Progress(total=len(reports), stream=sys.stderr, language=language) as progress:
        for report in reports:
            outcome = check_file(str(report.path), replace(order, period=report.period))
            if isinstance(outcome, Unread):
                message = text(f"gc.error.{outcome.error.code}", language, **outcome.error.details)
                progress.say(f"{report.path.name}: {message}")
            progress.advance(report.path.name)
            yield report, outcome


def _tell_what_is_left_out(labelled: LabelledReports, rule_set: RuleSet, language: str) -> None:
    """Name columns, files and criteria that don't count, so that a misspelling is seen."""
    judged = {criterion for report in labelled.reports for criterion in report.verdicts}
    left_out = {
        "columns": labelled.ignored_columns,
        "files": labelled.without_verdict,
        "criteria": [item.name[language] for item in rule_set.criteria if item.id not in judged],
    }
    for what, names in left_out.items():
        if names:
            sys.stderr.write(text(f"gc.labelled.left_out.{what}", language, names=", ".join(names)) + "\n")


def _refuse(messages: list[str]) -> int:
    sys.stderr.write("".join(f"grantcheck: {message}\n" for message in messages))
    return NOTHING_DONE
