"""Error pages: what happened, and a way on. What the user can't mend gets a reference that is also in the log."""

import logging
import secrets

from flask import Flask, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from grantcheck.domain.errors import GrantcheckError, NotFound

from .language import t
from .messages import error_sentence

_log = logging.getLogger("grantcheck.web")
_WORDED = frozenset({400, 403, 404, 405, 413, 429})
Page = tuple[str, int]


def show_errors(app: Flask) -> None:
    """Show every failure that no view has taken care of as a page."""
    app.register_error_handler(NotFound, lambda _: _page(404))
    app.register_error_handler(GrantcheckError, _expected)
    app.register_error_handler(CSRFError, lambda _: _told(t("gc.web.error.stale"), 400))
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _unexpected)


def _expected(error: GrantcheckError) -> Page:
    """Show a failure of the rules that the page at hand could not show at a field."""
    return _told(error_sentence(error), 409)


def _refused(error: HTTPException) -> Page | HTTPException:
    status = error.code or 500
    if status < 400:
        return error
    return _page(status if status in _WORDED else 400)


def _unexpected(fault: Exception) -> Page:
    reference = secrets.token_hex(4).upper()
    _log.error("fault %s at %s %s", reference, request.method, request.endpoint, exc_info=fault)
    return _told(t("gc.web.error.500", reference=reference), 500)


def _page(status: int) -> Page:
    return _told(t(f"gc.web.error.{status}"), status)


def _told(sentence: str, status: int) -> Page:
    heading = t(f"gc.web.error.heading.{status}")
    return render_template("errors/error.html", heading=heading, sentence=sentence), status
