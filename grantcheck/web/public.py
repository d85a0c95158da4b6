"""Pages for everybody: start, how the reading works, accessibility, personal data, and whether the server is well."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from grantcheck.domain.people import Role
from grantcheck.evaluation.measured import read_measured
from grantcheck.rulesets import load_rule_set
from grantcheck.services import reading_quality

from . import accuracy
from .access import open_to_all
from .frame import START_OF_ROLE
from .language import language
from .request import parts, settings, signed_in, store, user

blueprint = Blueprint("public", __name__)


@blueprint.get("/")
@open_to_all
def start() -> str | Response:
    """Go to the sign-in page or the role's start; roles without pages yet get a plain one."""
    if not signed_in():
        return redirect(url_for("sign_in.sign_in"))
    with_pages = [role for role in (Role.ASSOCIATION, Role.OFFICER) if role in user().roles]
    if with_pages:
        return redirect(url_for(START_OF_ROLE[with_pages[0]]))
    return render_template("public/start.html", person=user())


@blueprint.get("/om-lasningen")
@open_to_all
def about_reading() -> str:
    """Tell what is looked for, what the reading can't do, and how often it is right."""
    rule_set = load_rule_set(settings().ruleset)
    return render_template(
        "public/about_reading.html",
        criteria=[(item.name[language()], item.question[language()]) for item in rule_set.criteria],
        card=accuracy.card(read_measured(parts().figures), rule_set),
        officers=accuracy.officers_card(reading_quality.officers_agreement(store()), rule_set),
        fewest_reviews=reading_quality.FEWEST_REVIEWS,
        version=reading_quality.reader_version(settings().pipeline),
    )


@blueprint.get("/tillganglighet")
@open_to_all
def accessibility() -> str:
    """Tell how accessible the service is and where to report what is not."""
    return render_template("public/accessibility.html")


@blueprint.get("/personuppgifter")
@open_to_all
def personal_data() -> str:
    """Tell which personal data are handled and why."""
    return render_template("public/personal_data.html")


@blueprint.get("/halsa")
@open_to_all
def health() -> Response:
    """Say ok to machines that watch the server."""
    return Response("ok\n", mimetype="text/plain")
