"""Sign-in, sign-out and the session in between: a new one at each sign-in, over after an hour without activity."""

from dataclasses import dataclass

from flask import Blueprint, Flask, g, make_response, redirect, render_template, request, session, url_for
from flask_login import LoginManager, UserMixin, login_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired

from grantcheck.domain.errors import SignInRefused, TooManySignIns
from grantcheck.domain.people import PersonId, User
from grantcheck.services import accounts

from .access import open_to_all
from .addresses import own_address
from .forms import complain, field_errors
from .frame import START_OF_ROLE
from .kept import keep, kept
from .language import remember_language
from .messages import error_sentence
from .request import signed_in, store, user

blueprint = Blueprint("sign_in", __name__)


@dataclass(frozen=True, slots=True, eq=False)
class _SignedIn(UserMixin):
    """The person of a session, in the shape that Flask-Login asks for."""

    user: User

    def get_id(self) -> str:
        return str(self.user.id)


class SignInForm(FlaskForm):
    """E-mail address and password; pasting and password managers are welcome."""

    email = StringField(validators=[InputRequired("gc.form.email_missing")])
    password = PasswordField(validators=[InputRequired("gc.form.password_missing")])
    kept = HiddenField()


def keep_sessions(app: Flask) -> None:
    """Load the person of each request's session."""
    manager = LoginManager(app)
    manager.user_loader(_load)


def ask_to_sign_in() -> Response:
    """Send to the sign-in page, and back here afterwards; what was posted is kept through the sign-in."""
    if request.method == "GET":
        return redirect(url_for("sign_in.sign_in", next=request.full_path.rstrip("?")), 303)
    return make_response(_page(SignInForm(formdata=None, kept=keep()), inactive=True), 401)


@blueprint.route("/logga-in", methods=["GET", "POST"])
@open_to_all
def sign_in() -> str | Response | tuple[str, int]:
    """Ask for e-mail address and password, and go on to the page that was wanted."""
    form = SignInForm()
    if form.validate_on_submit():
        refused = _sign_in(form)
        if refused is None:
            return _go_on(form)
        return _page(form), refused
    if form.is_submitted():
        return _page(form), 422
    return redirect(url_for(_start(user()))) if signed_in() else _page(form)


@blueprint.post("/logga-ut")
@open_to_all
def sign_out() -> Response:
    """End the session, all of it."""
    session.clear()
    return redirect(url_for("sign_in.sign_in"), 303)


def _sign_in(form: SignInForm) -> int | None:
    """Sign the person in under a new session, or return the status of the refusal."""
    email, password = (form.email.data or "").strip(), form.password.data or ""
    try:
        person = accounts.sign_in(store(), email=email, password=password, address=request.remote_addr or "")
    except SignInRefused as error:
        complain(form.email, error_sentence(error))
        return 422
    except TooManySignIns as error:
        complain(form.email, error_sentence(error))
        return 429
    _begin_session(person)
    return None


def _begin_session(person: User) -> None:
    session.clear()
    g.pop("csrf_token", None)  # Flask-WTF keeps the old session's token for the rest of the request
    session.permanent = True
    login_user(_SignedIn(person))
    remember_language(person.preferences.language)


def _go_on(form: SignInForm) -> str | Response:
    """Go to the page that was wanted, or show what was written before the session ended, to be sent again."""
    written = kept(form.kept.data or "")
    if written:
        return render_template("public/kept.html", written=written)
    return redirect(own_address(request.args.get("next"), url_for(_start(user()))), 303)


def _page(form: SignInForm, *, inactive: bool = False) -> str:
    return render_template("public/sign_in.html", form=form, errors=field_errors(form), inactive=inactive)


def _start(person: User) -> str:
    """Return the start page of the person's first role that has one."""
    return next((START_OF_ROLE[role] for role in START_OF_ROLE if role in person.roles), "public.start")


def _load(number: str) -> _SignedIn | None:
    person = accounts.find_user(store(), PersonId(int(number)))
    return _SignedIn(person) if person else None
