"""Which of the person's associations the pages are about; a choice in the session when there are several."""

from flask import redirect, session, url_for
from werkzeug.wrappers import Response

from grantcheck.domain.people import AssociationId

from ..request import user

_KEY = "association"


def chosen_association() -> AssociationId | None:
    """Return the association, None while a choice among several is still to be made."""
    own = user().associations
    if len(own) == 1:
        return own[0]
    chosen = session.get(_KEY)
    return next((association for association in own if association == chosen), None)


def choose_association(association: AssociationId) -> bool:
    """Remember the choice if it is one of the person's; tell whether it is."""
    if association not in user().associations:
        return False
    session[_KEY] = association
    return True


def ask_which() -> Response:
    """Go to the page where the choice is made."""
    return redirect(url_for("association.choose"), 303)
