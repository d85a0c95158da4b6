"""The officer's queue: every view of it is a link."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from grantcheck.domain.errors import SearchTooShort
from grantcheck.domain.people import Role
from grantcheck.domain.queue_query import QueueQuery
from grantcheck.rulesets import load_rule_set
from grantcheck.storage.officer_queue import officer_queue

from ..access import allowed
from ..forms import FieldError
from ..messages import error_sentence
from ..request import settings, store, user
from . import queue_page
from .blueprint import blueprint
from .view_address import TO_REVIEW, ReadView, read_view


@blueprint.get("/ko")
@allowed(Role.OFFICER)
def queue() -> str | Response | tuple[str, int]:
    """Show the view that the address describes; without one, what is to be reviewed."""
    if not request.args:
        return redirect(url_for("officer.queue", status=TO_REVIEW))
    errors: tuple[FieldError, ...] = ()
    try:
        view = read_view(request.args)
    except SearchTooShort as error:
        errors = (FieldError("sok", error_sentence(error)),)
        view = ReadView(QueueQuery(), dropped=False)
    found = officer_queue(store(), view.query)
    rule_set = load_rule_set(settings().ruleset)
    page = render_template(
        "officer/queue.html",
        page=queue_page.queue_page(view, found, rule_set, user()),
        search=request.args.get("sok", ""),
        errors=errors,
    )
    return (page, 422) if errors else page
