"""The officer's start page: what waits, as links into the queue."""

from flask import render_template

from grantcheck.domain.people import Role
from grantcheck.domain.queue_query import QueueQuery
from grantcheck.rulesets import load_rule_set
from grantcheck.storage.officer_queue import officer_queue

from ..access import allowed
from ..request import settings, store, user
from .blueprint import blueprint
from .start_page import start_page


@blueprint.get("/")
@allowed(Role.OFFICER)
def start() -> str:
    """Show what waits."""
    found = officer_queue(store(), QueueQuery())
    page = start_page(found, load_rule_set(settings().ruleset), user())
    return render_template("officer/start.html", page=page)
