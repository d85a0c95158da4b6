"""Personal identity numbers are found by date and check digit, and nothing else is."""

import pytest

from grantcheck.domain.document import Document
from grantcheck.extraction.limits import Limits
from grantcheck.extraction.personal_numbers import personal_numbers
from grantcheck.extraction.reading import read
from grantcheck.texts import text


@pytest.mark.parametrize("number", ["811218-9876", "19811218-9876", "8112189876", "811278-9873", "811218+9876"])
def test_personnummer_and_samordningsnummer_are_found(number: str) -> None:
    assert personal_numbers(f"Lisa {number} var med") == [5]


@pytest.mark.parametrize(
    "number", ["811218-9875", "812318-9876", "811299-9876", "802400-1234", "0546-123456", "2024-2025"]
)
def test_other_numbers_are_left_alone(number: str) -> None:
    assert personal_numbers(f"Se {number}.") == []


def test_the_notice_names_the_page_and_never_the_number() -> None:
    document: Document = read(b"Lisa 811218-9876 var med.", Limits(), lambda page, pages: None)

    (notice,) = document.notices

    wording = text(f"gc.warning.{notice.code}", **dict(notice.details))
    assert "811218" not in wording
    assert "1" in wording
