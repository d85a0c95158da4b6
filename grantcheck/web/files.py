"""Sends page images, which may be kept by the browser, and original files, only ever as attachments."""

from flask import Response, abort, send_file

from grantcheck.domain.report import Report

from .request import parts, store

_KEEP = "private, max-age=86400, immutable"


def page_image(report: Report | None, page: int) -> Response:
    """Return the page of the report as PNG, to be kept by the browser; 404 where it can't be drawn."""
    image = parts().page_images.png(report.sha256, page) if report else None
    if image is None:
        abort(404)
    return Response(image, mimetype="image/png", headers={"Cache-Control": _KEEP})


def original(report: Report | None) -> Response:
    """Return the file as it was uploaded, to be saved and never shown by the browser."""
    if report is None or not store().files.has(report.sha256):
        abort(404)
    return send_file(
        store().files.open(report.sha256),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=report.filename,
        max_age=0,
    )
