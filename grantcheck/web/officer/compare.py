"""The comparison of a case's report with last year's, and with what other associations write."""

from flask import render_template, request

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.people import Role
from grantcheck.domain.sentences import sentences_of
from grantcheck.services.comparison import compared_with_earlier, shared_with_others
from grantcheck.storage.cases import received_case
from grantcheck.storage.check_runs import latest_run

from ..access import allowed
from ..request import store
from .blueprint import blueprint
from .compare_page import compare_page
from .view_address import query_string, read_view


@blueprint.get("/arende/<int:number>/jamfor")
@allowed(Role.OFFICER)
def compare(number: int) -> str:
    """Compare with the year that the address names, else with the latest one."""
    case = received_case(store(), ApplicationId(number))
    run = latest_run(store(), case.report.id) if case.report else None
    year = request.args.get("mot", type=int)
    compared = compared_with_earlier(store(), case, run, year) if run else None
    sentences = sentences_of(run.document) if run else ()
    shared = shared_with_others(store(), case.association.id, sentences)
    page = compare_page(case, run, compared, shared)
    return render_template("officer/compare.html", page=page, view=query_string(read_view(request.args).query))
