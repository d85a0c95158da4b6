"""The review of one case: the report with marks beside the criteria, and the officer's own assessment of each."""

from flask import redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField, IntegerField, StringField, TextAreaField
from wtforms.validators import AnyOf

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.errors import ColleagueSaved, CriteriaNotAssessed, MotivationRequired
from grantcheck.domain.people import Role
from grantcheck.domain.report_comparison import Told
from grantcheck.domain.review import AssessmentId, Judgement
from grantcheck.domain.ruleset import CriterionId
from grantcheck.services import review
from grantcheck.services.comparison import compared_with_earlier, shared_with_others
from grantcheck.services.review import NewAssessment
from grantcheck.storage.assessments import assessments
from grantcheck.storage.cases import received_case
from grantcheck.storage.officer_queue import neighbours
from grantcheck.storage.review_page import ReviewPage, review_page

from ..access import allowed
from ..files import original, page_image
from ..forms import FieldError
from ..language import t
from ..messages import error_sentence
from ..request import store, user
from .blueprint import blueprint
from .case_comparison import CaseComparison, case_comparison
from .case_page import CasePage, Entered, case_page, missing_codes
from .view_address import read_view


class AssessmentForm(FlaskForm):
    """A judgement of one criterion; `seen` is the assessment that the page showed."""

    criterion = HiddenField(validators=[AnyOf(tuple(CriterionId))])
    judgement = StringField(validators=[AnyOf(tuple(Judgement))])
    motivation = TextAreaField()
    seen = IntegerField(default=0)


@blueprint.get("/arende/<int:number>")
@allowed(Role.OFFICER)
def case(number: int) -> str:
    """Open the case."""
    review.open_case(store(), user(), ApplicationId(number))
    return _page(number)


@blueprint.post("/arende/<int:number>/bedomning")
@allowed(Role.OFFICER)
def assess(number: int) -> str | Response | tuple[str, int]:
    """Keep the officer's judgement of one criterion."""
    form = AssessmentForm()
    entered = Entered(form.criterion.data or "", form.judgement.data or "", form.motivation.data or "")
    if not form.validate():
        return _page(number, entered, _at(entered, "judgement", t("gc.form.judgement_missing"))), 422
    new = NewAssessment(
        CriterionId(entered.criterion),
        Judgement(entered.judgement),
        entered.motivation,
        AssessmentId(form.seen.data or 0),
    )
    try:
        review.assess(store(), user(), ApplicationId(number), new)
    except MotivationRequired as error:
        return _page(number, entered, _at(entered, "motivation", error_sentence(error))), 422
    except ColleagueSaved as error:
        return _page(number, entered, _at(entered, "judgement", error_sentence(error))), 409
    return redirect(_address(number, saved=entered.criterion, anchor=entered.criterion), 303)


@blueprint.post("/arende/<int:number>/ta-over")
@allowed(Role.OFFICER)
def take_over(number: int) -> Response:
    """Take the case from a colleague."""
    review.take_over(store(), user(), ApplicationId(number))
    return redirect(_address(number), 303)


@blueprint.post("/arende/<int:number>/slutfor")
@allowed(Role.OFFICER)
def complete(number: int) -> str | Response | tuple[str, int]:
    """Complete the review."""
    try:
        review.complete(store(), user(), ApplicationId(number))
    except CriteriaNotAssessed as error:
        open_ones = missing_codes(review_page(store(), ApplicationId(number)), str(error.details["criteria"]).split())
        sentence = t("gc.case.not_all_assessed", codes=open_ones.names)
        return _page(number, errors=(FieldError(open_ones.first, sentence),)), 422
    return redirect(_address(number), 303)


@blueprint.post("/arende/<int:number>/oppna-igen")
@allowed(Role.OFFICER)
def reopen(number: int) -> Response:
    """Open a completed review again."""
    review.reopen(store(), user(), ApplicationId(number))
    return redirect(_address(number), 303)


@blueprint.get("/arende/<int:number>/original")
@allowed(Role.OFFICER)
def file(number: int) -> Response:
    """Send the report as it was uploaded."""
    return original(received_case(store(), ApplicationId(number)).report)


@blueprint.get("/arende/<int:number>/sida/<sha256>/<int:page>.png")
@allowed(Role.OFFICER)
def image(number: int, sha256: str, page: int) -> Response:
    """Send a page of the report as a picture."""
    report = received_case(store(), ApplicationId(number)).report
    return page_image(report if report and report.sha256 == sha256 else None, page)


def _page(number: int, entered: Entered | None = None, errors: tuple[FieldError, ...] = ()) -> str:
    found = review_page(store(), ApplicationId(number))
    place = neighbours(store(), read_view(request.args).query, ApplicationId(number))
    page: CasePage = case_page(found, place, user(), entered, request.args)
    return render_template("officer/case.html", page=page, errors=errors, beside=_comparison(found))


def _comparison(found: ReviewPage) -> CaseComparison | None:
    if found.run is None:
        return None
    compared = compared_with_earlier(store(), found.case, found.run)
    assessed = assessments(store(), compared.earlier.application.id) if compared else {}
    asked = Told.of(found.run.document, found.run.analysis).sentences_with_evidence()
    shared = shared_with_others(store(), found.case.association.id, asked)
    return case_comparison(found.case, found.run, compared, assessed, shared)


def _at(entered: Entered, field: str, sentence: str) -> tuple[FieldError, ...]:
    return (FieldError(f"{field}-{entered.criterion}", sentence),)


def _address(number: int, saved: str | None = None, anchor: str | None = None) -> str:
    """Return the case's address with the view of the queue that it was opened from."""
    view = {name: values for name, values in request.args.lists() if name != "sparad"}
    return url_for("officer.case", number=number, sparad=saved, _anchor=anchor, **view)  # type: ignore[arg-type]
