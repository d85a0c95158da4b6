"""Keeps what a person had written when the session ended: it goes along, signed, through the sign-in and back."""

from dataclasses import dataclass

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

_SALT = "what was written"
_LONGEST_SECONDS = 3600
_OWN_FIELD = "csrf_token"


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it was posted: where to, and its fields."""

    address: str
    fields: tuple[tuple[str, str], ...]


def keep() -> str:
    """Return this request's form as signed text; empty where there is nothing to keep.

    Only a form of our own pages is kept: another site could otherwise put words in a person's mouth.
    """
    if request.method != "POST" or request.headers.get("Origin") != request.host_url.rstrip("/"):
        return ""
    fields = [(name, value) for name, value in request.form.items(multi=True) if name != _OWN_FIELD]
    return _signer().dumps([request.full_path.rstrip("?"), fields])


def kept(signed: str) -> Kept | None:
    """Return the form, None where the text is empty, too old or not signed by us."""
    try:
        address, fields = _signer().loads(signed, max_age=_LONGEST_SECONDS)
    except BadSignature:
        return None
    return Kept(address, tuple((name, value) for name, value in fields))


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=_SALT)
