"""What every page shows around its content: whose installation, who is signed in, the way back, language and look."""

from dataclasses import dataclass

from flask import Flask, request, url_for

from grantcheck.domain.errors import NotFound
from grantcheck.domain.people import Municipality, Role

from .appearance import LOOKS, look
from .request import municipality, signed_in, user

START_OF_ROLE = {
    Role.ASSOCIATION: "association.start",
    Role.OFFICER: "officer.start",
    Role.FEDERATION: "public.start",
    Role.FOLLOW_UP: "public.start",
    Role.ADMIN: "public.start",
}


@dataclass(frozen=True, slots=True)
class RoleLink:
    """A role that the person holds, and where its pages begin."""

    role: Role
    address: str
    here: bool


def give_templates_the_frame(app: Flask) -> None:
    """Hand the frame to every template."""
    app.context_processor(
        lambda: {
            "municipality": _municipality(),
            "signed_in": signed_in(),
            "role_links": _role_links(),
            "here": _here(),
            "look": look(),
            "looks": LOOKS,
        }
    )


def _municipality() -> Municipality | None:
    """Return the municipality, None where it can't be told: an error page must show anyway."""
    try:
        return municipality()
    except NotFound:
        return None


def _role_links() -> list[RoleLink]:
    """Return the roles with pages of their own, when the person holds several."""
    if not signed_in():
        return []
    roles = [role for role in Role if role in user().roles and START_OF_ROLE[role] != "public.start"]
    return [RoleLink(role, url_for(START_OF_ROLE[role]), request.blueprint == role.value) for role in roles]


def _here() -> str:
    """Return this page's path and query, to come back to after a choice."""
    if request.method != "GET":
        return request.path
    return request.full_path.rstrip("?")
