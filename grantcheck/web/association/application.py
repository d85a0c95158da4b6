"""The application's task list, its check before sending, and its receipt."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.errors import NotConfirmed, NotFound, ReportMissing
from grantcheck.domain.people import Role
from grantcheck.services import applications
from grantcheck.storage.association_pages import reading_page
from grantcheck.storage.cases import own_case

from ..access import allowed
from ..forms import FieldError
from ..messages import error_sentence
from ..request import store, user
from . import pages
from .blueprint import blueprint


@blueprint.get("/ansokan/<int:number>")
@allowed(Role.ASSOCIATION)
def application(number: int) -> str:
    """Show what is done and what remains."""
    case = own_case(store(), user().id, ApplicationId(number))
    return render_template("association/application.html", page=pages.task_page(case, store().now()))


@blueprint.route("/ansokan/<int:number>/skicka", methods=["GET", "POST"])
@allowed(Role.ASSOCIATION)
def submit(number: int) -> str | Response | tuple[str, int]:
    """Show everything once more, then submit."""
    errors: tuple[FieldError, ...] = ()
    if request.method == "POST":
        try:
            applications.submit(
                store(), user(), ApplicationId(number), may_represent=request.form.get("may_represent") == "yes"
            )
        except ReportMissing as error:
            errors = (FieldError("report", error_sentence(error)),)
        except NotConfirmed as error:
            errors = (FieldError("may_represent", error_sentence(error)),)
        else:
            return redirect(url_for("association.receipt", number=number), 303)
    found = reading_page(store(), user().id, ApplicationId(number))
    page = render_template("association/submit.html", page=pages.submit_page(found, store().now()), errors=errors)
    return (page, 422) if errors else page


@blueprint.get("/ansokan/<int:number>/kvitto")
@allowed(Role.ASSOCIATION)
def receipt(number: int) -> str:
    """Show that the application has come in."""
    case = own_case(store(), user().id, ApplicationId(number))
    if case.application.submitted_at is None:
        raise NotFound
    return render_template("association/receipt.html", case=case)
