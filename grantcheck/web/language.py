"""The language of a page: chosen by a form that returns to the same page, kept in the session; Swedish by default."""

from datetime import date, datetime

from flask import Blueprint, Flask, g, redirect, request, session
from werkzeug.wrappers import Response

from grantcheck import texts

from . import dates
from .access import open_to_all
from .addresses import own_address

blueprint = Blueprint("language", __name__)
_CHOICE = "language"


def language() -> str:
    """Return `sv` or `en`."""
    chosen = g.get(_CHOICE) or session.get(_CHOICE)
    return chosen if chosen in texts.LANGUAGES else texts.LANGUAGES[0]


def remember_language(choice: str) -> None:
    """Use the language from now on."""
    session[_CHOICE] = g.language = choice


def t(key: str, /, **values: object) -> str:
    """Return the text in the page's language."""
    return texts.text(key, language(), **values)


def tn(key: str, number: int, /, **values: object) -> str:
    """Return the text for the number in the page's language."""
    return texts.plural(key, number, language(), **values)


def day(moment: date) -> str:
    """Return the day in the page's language."""
    return dates.day(moment, language())


def clock(moment: datetime) -> str:
    """Return the time of day in the page's language."""
    return dates.clock(moment, language())


def joined(items: list[str] | tuple[str, ...]) -> str:
    """Return `4, 5 och 7`."""
    if len(items) < 2:
        return "".join(items)
    return t("gc.web.and", first=", ".join(items[:-1]), last=items[-1])


def give_templates_words(app: Flask) -> None:
    """Let all templates word texts, days and times."""
    app.jinja_env.globals.update(
        t=t, tn=tn, day=day, clock=clock, table_day=dates.table_day, joined=joined, language=language
    )


@blueprint.post("/sprak")
@open_to_all
def choose() -> Response:
    """Change the language and go back to the page, with its query."""
    choice = request.form.get("language", "")
    if choice in texts.LANGUAGES:
        remember_language(choice)
    return redirect(own_address(request.form.get("next")), 303)
