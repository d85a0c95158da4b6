"""Who may open which page: every route declares it, and the app refuses to start with a route that does not."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, abort, request
from werkzeug.wrappers import Response

from grantcheck.domain.people import Role

from .request import signed_in, user

_View = TypeVar("_View", bound=Callable[..., object])
_DECLARED = "may_be_opened_by"
EVERYBODY: frozenset[Role] = frozenset()


class UndeclaredRoute(Exception):
    """A route does not say who may open it: a fault of ours, found at start-up."""


def allowed(*roles: Role) -> Callable[[_View], _View]:
    """Let those who hold any of the roles open the page."""

    def declare(view: _View) -> _View:
        setattr(view, _DECLARED, frozenset(roles))
        return view

    return declare


def open_to_all(view: _View) -> _View:
    """Let everybody open the page, signed in or not."""
    setattr(view, _DECLARED, EVERYBODY)
    return view


def who_may_open(app: Flask, endpoint: str) -> frozenset[Role] | None:
    """Return the roles that a route declares, EVERYBODY for an open one, None where it declares nothing."""
    declared: frozenset[Role] | None = getattr(app.view_functions[endpoint], _DECLARED, None)
    return declared


def guard(app: Flask, ask_to_sign_in: Callable[[], Response]) -> None:
    """Refuse, before each request, those whom the route does not let in. Raises UndeclaredRoute."""
    open_to_all(app.view_functions["static"])
    for rule in app.url_map.iter_rules():
        if who_may_open(app, rule.endpoint) is None:
            raise UndeclaredRoute(f"{rule.rule} ({rule.endpoint}) says not who may open it")

    def refuse_others() -> Response | None:
        roles = who_may_open(app, request.endpoint) if request.endpoint else EVERYBODY
        if not roles:
            return None
        if not signed_in():
            return ask_to_sign_in()
        if not roles & user().roles:
            abort(403)
        return None

    app.before_request(refuse_others)
