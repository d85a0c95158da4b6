"""The report: upload, progress, how it was read, and the whole text with marks."""

from flask import redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.errors import NotFound, UnreadableReport
from grantcheck.domain.people import Role
from grantcheck.services import submit_report
from grantcheck.services.comparison import compared_with_earlier
from grantcheck.services.submit_report import Upload
from grantcheck.storage.association_pages import reading_page
from grantcheck.storage.cases import own_case

from ..access import allowed
from ..comparison import sameness
from ..files import original, page_image
from ..forms import complain, field_errors
from ..marks import marked_pages, text_blocks
from ..messages import error_sentence
from ..reading import reading_page as worded_reading
from ..request import parts, settings, store, user
from . import pages
from .blueprint import blueprint


class ReportForm(FlaskForm):
    """One file, of a type and size that the service checks by content."""

    report = FileField(validators=[FileRequired("gc.form.file_missing")])


@blueprint.route("/ansokan/<int:number>/rapport", methods=["GET", "POST"])
@allowed(Role.ASSOCIATION)
def upload(number: int) -> str | Response | tuple[str, int]:
    """Take in the report."""
    form = ReportForm()
    case = own_case(store(), user().id, ApplicationId(number))
    if form.validate_on_submit() and _receive(form, number):
        return redirect(url_for("association.progress", number=number), 303)
    page = render_template(
        "association/upload.html",
        page=pages.upload_page(case, settings()),
        form=form,
        errors=field_errors(form),
    )
    return (page, 422) if form.is_submitted() else page


@blueprint.post("/ansokan/<int:number>/rapport/ta-bort")
@allowed(Role.ASSOCIATION)
def remove(number: int) -> Response:
    """Remove the report of a draft."""
    submit_report.remove(store(), user(), ApplicationId(number))
    return redirect(url_for("association.upload", number=number), 303)


@blueprint.get("/ansokan/<int:number>/rapport/fil")
@allowed(Role.ASSOCIATION)
def file(number: int) -> Response:
    """Send the file back as it was uploaded."""
    return original(own_case(store(), user().id, ApplicationId(number)).report)


@blueprint.get("/ansokan/<int:number>/sida/<sha256>/<int:page>.png")
@allowed(Role.ASSOCIATION)
def image(number: int, sha256: str, page: int) -> Response:
    """Send a page of the report as a picture."""
    report = own_case(store(), user().id, ApplicationId(number)).report
    return page_image(report if report and report.sha256 == sha256 else None, page)


@blueprint.get("/ansokan/<int:number>/laser")
@allowed(Role.ASSOCIATION)
def progress(number: int) -> str | Response:
    """Show how far the reading has come; a finished one goes on to what was found."""
    case = own_case(store(), user().id, ApplicationId(number))
    if case.report is None and case.application.refused is None:
        return redirect(url_for("association.upload", number=number), 303)
    page = pages.progress_page(case)
    if page.done:
        return redirect(url_for("association.reading", number=number), 303)
    return render_template("association/progress.html", page=page)


@blueprint.post("/ansokan/<int:number>/laser/igen")
@allowed(Role.ASSOCIATION)
def read_again(number: int) -> Response:
    """Have a stopped reading done again."""
    submit_report.read_again(store(), parts().queue, user(), ApplicationId(number))
    return redirect(url_for("association.progress", number=number), 303)


@blueprint.get("/ansokan/<int:number>/lasning")
@allowed(Role.ASSOCIATION)
def reading(number: int) -> str | Response:
    """Show how the report was read."""
    found = reading_page(store(), user().id, ApplicationId(number))
    if found.run is None:
        return redirect(url_for("association.progress", number=number), 303)
    compared = compared_with_earlier(store(), found.case, found.run)
    return render_template(
        "association/reading.html",
        found=found,
        reading=worded_reading(found.run),
        page=pages.reading_head(found),
        same=sameness(compared, found.case) if compared else None,
    )


@blueprint.get("/ansokan/<int:number>/rapport/markeringar")
@allowed(Role.ASSOCIATION)
def marked(number: int) -> str:
    """Show the whole report with marks, as text or as page images."""
    found = reading_page(store(), user().id, ApplicationId(number))
    if found.run is None:
        raise NotFound
    shown = worded_reading(found.run)
    as_images = shown.has_page_images and request.args.get("vy") == "bild"
    return render_template(
        "association/marked.html",
        found=found,
        reading=shown,
        pages=marked_pages(found.run) if as_images else (),
        blocks=() if as_images else text_blocks(found.run),
        as_images=as_images,
    )


def _receive(form: ReportForm, number: int) -> bool:
    """Hand the file to the service; what is wrong with it is said at the field."""
    given: FileStorage = form.report.data
    incoming = Upload(given.stream, given.filename or "")  # type: ignore[arg-type]
    try:
        submit_report.receive(
            store(),
            parts().queue,
            user(),
            ApplicationId(number),
            incoming,
            max_megabytes=settings().max_upload_megabytes,
        )
    except UnreadableReport as error:
        complain(form.report, error_sentence(error))
        return False
    return True
