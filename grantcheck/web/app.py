"""Puts the web app together."""

from datetime import timedelta
from pathlib import Path

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from grantcheck.resources import shipped
from grantcheck.services.page_images import PageImages
from grantcheck.services.queue import Queue
from grantcheck.settings import Settings

from . import access, appearance, association, errors, frame, headers, language, officer, public, request, sign_in
from .parts import OpenStore, Parts
from .secret_key import secret_key

INACTIVITY = timedelta(minutes=60)
_FORM_ROOM = 1_000_000
_BYTES_PER_MEGABYTE = 1_000_000
_STATIC_SECONDS = 3600


def create_app(
    settings: Settings, open_store: OpenStore, queue: Queue, page_images: PageImages, figures: Path | None = None
) -> Flask:
    """Return the app; it tells the reading's shipped figures unless others are given.

    Raises UndeclaredRoute when a route does not say who may open it.
    """
    app = Flask("grantcheck.web", template_folder=str(shipped("templates")), static_url_path="/stil")
    app.config.update(_configuration(settings))
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    request.keep_parts(
        app, Parts(settings, open_store, queue, page_images, figures or shipped("models", "evaluation.json"))
    )
    language.give_templates_words(app)
    frame.give_templates_the_frame(app)
    for part in (language, appearance, sign_in, public, association, officer):
        app.register_blueprint(part.blueprint)
    sign_in.keep_sessions(app)
    access.guard(app, sign_in.ask_to_sign_in)
    CSRFProtect(app)
    headers.send_headers(app, only_encrypted=settings.secure_cookies)
    errors.show_errors(app)
    return app


def _configuration(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": secret_key(settings.instance),
        "SESSION_COOKIE_NAME": "grantcheck",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "PERMANENT_SESSION_LIFETIME": INACTIVITY,
        "SEND_FILE_MAX_AGE_DEFAULT": _STATIC_SECONDS,
        "MAX_CONTENT_LENGTH": settings.max_upload_megabytes * _BYTES_PER_MEGABYTE + _FORM_ROOM,
        "WTF_CSRF_TIME_LIMIT": None,
    }
