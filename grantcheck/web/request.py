"""What one request stands on: its store, the person signed in and whose installation this is."""

from typing import cast

from flask import Flask, current_app, g
from flask_login import current_user

from grantcheck.domain.people import Municipality, User
from grantcheck.settings import Settings
from grantcheck.storage import Store, people

from .parts import Parts

_KEY = "grantcheck"


def keep_parts(app: Flask, parts: Parts) -> None:
    """Let the app know its parts, and close each request's store when the request ends."""
    app.extensions[_KEY] = parts
    app.teardown_appcontext(_close_store)


def parts() -> Parts:
    """Return the parts that the app was put together from."""
    return cast("Parts", current_app.extensions[_KEY])


def settings() -> Settings:
    """Return the installation's settings."""
    return parts().settings


def store() -> Store:
    """Return the request's own connection, opened when first asked for."""
    if "store" not in g:
        g.store = parts().open_store()
    return cast("Store", g.store)


def municipality() -> Municipality:
    """Return whose installation this is, read once per request. Raises NotFound before it is set up."""
    if "municipality" not in g:
        g.municipality = people.municipality(store())
    return cast("Municipality", g.municipality)


def signed_in() -> bool:
    """Whether somebody is signed in."""
    return bool(current_user.is_authenticated)


def user() -> User:
    """Return the person signed in; call it only behind `@allowed`."""
    return cast("User", current_user.user)


def _close_store(_: BaseException | None) -> None:
    opened: Store | None = g.pop("store", None)
    if opened:
        opened.close()
