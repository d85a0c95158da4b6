"""The association's start page, the choice among several associations, and the pages of rounds."""

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from grantcheck.domain.grant_round import RoundId
from grantcheck.domain.people import AssociationId, Role
from grantcheck.rulesets import load_rule_set
from grantcheck.services import applications
from grantcheck.storage import association_pages, people

from ..access import allowed
from ..forms import FieldError
from ..language import t
from ..request import store, user
from . import pages
from .blueprint import blueprint
from .chosen import ask_which, choose_association, chosen_association


@blueprint.get("/")
@allowed(Role.ASSOCIATION)
def start() -> str | Response:
    """Show what is next, and all applications."""
    association = chosen_association()
    if association is None:
        return ask_which()
    found = association_pages.association_start(store(), user().id, association)
    return render_template("association/start.html", page=pages.start_page(found, store().now()))


@blueprint.route("/valj", methods=["GET", "POST"])
@allowed(Role.ASSOCIATION)
def choose() -> str | Response | tuple[str, int]:
    """Let a person with several associations choose one."""
    errors: tuple[FieldError, ...] = ()
    if request.method == "POST":
        choice = request.form.get("association", type=int)
        if choice is not None and choose_association(AssociationId(choice)):
            return redirect(url_for("association.start"), 303)
        errors = (FieldError("association-1", t("gc.form.association_missing")),)
    own = people.associations_of(store(), user().id)
    chosen = chosen_association()
    page = render_template("association/choose.html", associations=own, chosen=chosen, errors=errors)
    return (page, 422) if errors else page


@blueprint.get("/omgang/<int:number>")
@allowed(Role.ASSOCIATION)
def grant_round(number: int) -> str | Response:
    """Show what a round asks for."""
    association = chosen_association()
    if association is None:
        return ask_which()
    found = association_pages.round_page(store(), user().id, association, RoundId(number))
    rule_set = load_rule_set(found.round.ruleset)
    return render_template("association/round.html", page=pages.round_page(found, rule_set, store().now()))


@blueprint.post("/omgang/<int:number>/borja")
@allowed(Role.ASSOCIATION)
def begin(number: int) -> Response:
    """Begin the application, or go on with it."""
    association = chosen_association()
    if association is None:
        abort(404)
    application = applications.begin(store(), user(), association, RoundId(number))
    return redirect(url_for("association.application", number=application), 303)
