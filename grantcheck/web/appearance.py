"""The look (utseende): light, dark or as the device; a choice in a cookie, so that it holds before sign-in too."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from .access import open_to_all
from .addresses import own_address
from .request import settings

blueprint = Blueprint("appearance", __name__)
LOOKS = ("device", "light", "dark")
_COOKIE = "utseende"
_A_YEAR = 365 * 24 * 3600


def look() -> str:
    """Return the chosen look, `device` without a choice."""
    chosen = request.cookies.get(_COOKIE)
    return chosen if chosen in LOOKS else LOOKS[0]


@blueprint.post("/utseende")
@open_to_all
def choose() -> Response:
    """Keep the choice and go back to the page."""
    answer = redirect(own_address(request.form.get("next")), 303)
    choice = request.form.get("look", "")
    if choice in LOOKS:
        answer.set_cookie(
            _COOKIE, choice, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=settings().secure_cookies
        )
    return answer
