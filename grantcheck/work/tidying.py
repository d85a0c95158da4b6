"""Keeps reports and workflows in step: nothing waits for ever, and no text stays where it is not needed."""

from dbos import WorkflowStatusString

from grantcheck.domain.report import workflow_id
from grantcheck.storage.reports import queued_reports

from .checking import Checking
from .durable_queue import DurableQueue

FAILED = frozenset(
    state.value
    for state in (
        WorkflowStatusString.ERROR,
        WorkflowStatusString.CANCELLED,
        WorkflowStatusString.MAX_RECOVERY_ATTEMPTS_EXCEEDED,
    )
)
DONE = FAILED | {WorkflowStatusString.SUCCESS.value}


def tidy(queue: DurableQueue, checking: Checking) -> None:
    """Enqueue what nobody took, note what stopped, and forget done workflows with the texts that they hold."""
    with checking.open_store() as store:
        waiting = {workflow_id(item.report, item.reading): item for item in queued_reports(store)}
    states = queue.states()
    for workflow, item in waiting.items():
        if workflow not in states:
            queue.enqueue(item.report, item.reading)
        elif states[workflow] in FAILED:
            checking.give_up(item.report, workflow)
    queue.forget(workflow for workflow, state in states.items() if state in DONE and workflow not in waiting)
