"""The durable workflows: a report is read exactly once, also when the worker is killed in the middle of it."""

import logging
from datetime import datetime
from pathlib import Path

from dbos import DBOS, StepOptions

from grantcheck.domain.report import ReportId, workflow_id

from .checking import Checking
from .durable_queue import CHECK, QUEUE, TIDY, WORKFLOW_VERSION, DurableQueue, system_database
from .tidying import tidy

EXECUTOR = "worker"
TIDY_EVERY_MINUTE = "0 * * * * *"
ATTEMPTS = 3
MOST_RECOVERIES = 20
"""How often a report may be under way when the worker dies before its reading counts as stopped."""
POLL_SECONDS = 0.5

_log = logging.getLogger(__name__)


def start_work(database: Path, checking: Checking, *, at_once: int) -> None:
    """Begin to read reports, `at_once` at a time, and take up what was under way when the last worker ended."""
    DBOS(
        config={
            "name": "grantcheck",
            "system_database_url": system_database(database),
            "executor_id": EXECUTOR,
            "application_version": WORKFLOW_VERSION,
            "log_level": "WARNING",
        }
    )
    queue = DurableQueue(database)

    @DBOS.workflow(name=CHECK, max_recovery_attempts=MOST_RECOVERIES)
    def check(report: int, reading: int) -> None:
        read_report(checking, ReportId(report), reading)

    @DBOS.workflow(name=TIDY)
    def tidy_up(scheduled: datetime, context: object) -> None:
        DBOS.run_step({"name": TIDY}, tidy, queue, checking)

    DBOS.launch()
    DBOS.register_queue(QUEUE, worker_concurrency=at_once, polling_interval_sec=POLL_SECONDS)
    DBOS.apply_schedules([{"schedule_name": TIDY, "workflow_fn": tidy_up, "schedule": TIDY_EVERY_MINUTE}])
    tidy(queue, checking)


def read_report(checking: Checking, report: ReportId, reading: int) -> None:
    """Take the report through the steps; a step that is done is not done again when the workflow is taken up."""
    workflow = workflow_id(report, reading)
    try:
        pages = DBOS.run_step(_retried("extract"), checking.read_pages, report)
        compared = DBOS.run_step(_retried("analyse"), checking.compare, report, pages)
        DBOS.run_step(_retried("record"), checking.record, report, workflow, pages, compared)
    except Exception:  # the worker's loop: whatever it was, the association must be told
        _log.exception("the reading of report %s stopped", report)
        DBOS.run_step({"name": "give up"}, checking.give_up, report, workflow)


def _retried(name: str) -> StepOptions:
    return {"name": name, "retries_allowed": True, "max_attempts": ATTEMPTS, "interval_seconds": 1.0}
