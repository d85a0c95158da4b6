"""Every failure that users can meet has its wording, and no wording is left over."""

import pytest

from grantcheck.domain import errors
from grantcheck.domain.errors import GrantcheckError
from grantcheck.texts import keys

PREFIX = "gc.error."


def codes() -> set[str]:
    return {kind.code for kind in vars(errors).values() if isinstance(kind, type) and hasattr(kind, "code")}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_error_is_worded(language: str) -> None:
    worded = {key.removeprefix(PREFIX).split(".")[0] for key in keys(language) if key.startswith(PREFIX)}

    assert codes() - worded == set()


def test_no_wording_is_left_of_an_error_that_is_gone() -> None:
    worded = {key.removeprefix(PREFIX).split(".")[0] for key in keys("sv") if key.startswith(PREFIX)}

    assert worded - codes() == set()


def test_each_error_has_a_code_of_its_own() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, GrantcheckError)]
    given = [kind.code for kind in kinds if "code" in vars(kind)]

    assert len(set(given)) == len(given)
