"""Forms: fields are checked for shape only; errors are keys of texts, or sentences that a service's failure gave."""

from dataclasses import dataclass

from flask_wtf import FlaskForm
from wtforms import Field

from .language import t


@dataclass(frozen=True, slots=True)
class FieldError:
    """A sentence about a field, shown at the field and in the summary; `field` is the input's id."""

    field: str
    sentence: str


def field_errors(form: FlaskForm) -> tuple[FieldError, ...]:
    """Return the form's errors in the order of its fields, the first of each field."""
    return tuple(FieldError(field.id, _sentence(str(field.errors[0]))) for field in form if field.errors)


def complain(field: Field, sentence: str) -> None:
    """Add a sentence to the field's errors."""
    field.errors = [*field.errors, sentence]


def _sentence(error: str) -> str:
    return t(error) if error.startswith("gc.") else error
