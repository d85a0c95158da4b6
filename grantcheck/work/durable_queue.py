"""The durable queue as seen from outside the worker: enqueue a reading, see how readings stand, forget what is done.

Importing DBOS takes about a second, so it is imported where it is used: the web app answers before it needs it.
"""

import logging
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.domain.report import ReportId, workflow_id

if TYPE_CHECKING:
    from dbos import DBOSClient, EnqueueOptions

QUEUE = "reports"
CHECK = "check"
TIDY = "tidy"
WORKFLOW_VERSION = "1"
"""Raise it when the steps change: a worker takes up only workflows that began under the same version."""

_log = logging.getLogger(__name__)


def system_database(path: Path) -> str:
    """Return the address of the workflows' own database."""
    return f"sqlite:///{path.absolute()}"


def make_system_database(path: Path) -> None:
    """Make or renew the workflows' own database, so that the web app can enqueue before a worker runs."""
    from dbos import DBOS

    DBOS.migrate(system_database(path))


class DurableQueue:
    """Enqueues without running any workflow; it connects at the first use, so a forked process has its own."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def enqueue(self, report: ReportId, reading: int) -> None:
        """Have the worker read the report. When this fails the worker's schedule finds it, so nothing is lost."""
        from dbos import error
        from sqlalchemy.exc import SQLAlchemyError

        options: EnqueueOptions = {
            "queue_name": QUEUE,
            "workflow_name": CHECK,
            "workflow_id": workflow_id(report, reading),
            "app_version": WORKFLOW_VERSION,
        }
        try:
            self._client.enqueue(options, int(report), reading)
        except (error.DBOSException, SQLAlchemyError):
            _log.warning("report %s waits for the worker's schedule", report, exc_info=True)

    def states(self) -> Mapping[str, str]:
        """Return the state of every workflow by its id."""
        found = self._client.list_workflows(name=[CHECK, TIDY], load_input=False, load_output=False)
        return {item.workflow_id: item.status for item in found}

    def forget(self, workflows: Iterable[str]) -> None:
        """Remove workflows with what their steps gave."""
        self._client.delete_workflows(list(workflows))

    @cached_property
    def _client(self) -> "DBOSClient":
        from dbos import DBOSClient

        return DBOSClient(system_database_url=system_database(self._path))
