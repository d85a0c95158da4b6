"""When something was done decides whether it counts for the period."""

import pytest

from grantcheck.analysis.in_time import When, when_told
from grantcheck.domain.period import Period


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Den 12 mars 2025 gick alla ledare kursen.", When.WITHIN),
        ("I mars gick alla ledare kursen.", When.WITHIN),
        ("Fyra ledare gick utbildningen Trygg förening i november 2024.", When.BEFORE),
        ("2022 gick samtliga ledare utbildningen.", When.BEFORE),
        ("Sedan 2019 har vi kamratstödjare.", When.UNTOLD),
        ("Handlingsplanen från 2020 sågs över i mars.", When.WITHIN),
        ("Tränarna går igenom reglerna.", When.UNTOLD),
    ],
)
def test_a_sentence_is_placed_by_the_times_it_names(text: str, when: When) -> None:
    assert when_told(text, Period.of_year(2025)) is when


def test_days_without_a_year_are_placed_in_the_reported_period() -> None:
    assert when_told("Mellan den 3 mars och den 5 april gick alla kursen.", Period.of_year(2025)) is When.WITHIN
