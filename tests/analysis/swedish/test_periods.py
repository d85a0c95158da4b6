"""Times in association prose are found and understood."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.analysis.swedish.periods import Bound, Grain, due_day, due_expressions, report_period, time_expressions
from grantcheck.domain.period import Period

CALENDAR_2025 = Period.of_year(2025)
BROKEN_2024 = Period.parse("2024-07-01/2025-06-30")


def the_period(text: str, about: Period = CALENDAR_2025) -> str:
    found = time_expressions(text, about)
    assert len(found) == 1, found
    return str(found[0].period)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Verksamhetsberättelse för Älvens IK 2025", "2025-01-01/2025-12-31"),
        ("Årsberättelse 2024", "2024-01-01/2024-12-31"),
        ("Berättelse över verksamhetsåret 2024/25", "2024-07-01/2025-06-30"),
        ("Verksamhetsåret 2024-2025", "2024-07-01/2025-06-30"),
        ("Säsongen 24/25 i korthet", "2024-07-01/2025-06-30"),
        ("Verksamhetsberättelse 1 juli 2024–30 juni 2025", "2024-07-01/2025-06-30"),
        ("Verksamhetsberättelse för tiden 1 september 2024 till och med 31 augusti 2025", "2024-09-01/2025-08-31"),
        ("Verksamhetsberättelse perioden 2024-05-01 – 2025-04-30", "2024-05-01/2025-04-30"),
        ("Räkenskapsåret 1/7 2024 - 30/6 2025", "2024-07-01/2025-06-30"),
        ("Verksamhetsberättelse 1 januari–31 december 2025", "2025-01-01/2025-12-31"),
        ("Verksamhetsberättelse september 2024 – augusti 2025", "2024-09-01/2025-08-31"),
    ],
)
def test_a_title_tells_what_the_report_is_about(text: str, period: str) -> None:
    found = report_period(text)

    assert str(found) == period


@pytest.mark.parametrize(
    "text", ["Vi var 2025 personer på cupen.", "Träning i mars", "Säsongen var lång.", "Bildad 1923"]
)
def test_a_sentence_that_names_no_period_gives_none(text: str) -> None:
    assert report_period(text) is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Förra året hade vi ingen plan.", "2024-01-01/2024-12-31"),
        ("I fjol gick tre ledare kursen.", "2024-01-01/2024-12-31"),
        ("Under året har vi träffats sju gånger.", "2025-01-01/2025-12-31"),
        ("I år har alla visat utdrag.", "2025-01-01/2025-12-31"),
        ("Nästa år ska alla gå kursen.", "2026-01-01/2026-12-31"),
        ("För två år sedan antogs planen.", "2023-01-01/2023-12-31"),
        ("Kursen hölls i mars.", "2025-03-01/2025-03-31"),
        ("Kursen hölls i mars 2024.", "2024-03-01/2024-03-31"),
        ("I höstas gick vi en trygghetsvandring.", "2025-08-01/2025-12-31"),
        ("I våras började två nya ledare.", "2025-01-01/2025-06-30"),
        ("I somras hölls lägret.", "2025-06-01/2025-08-31"),
        ("Under höstterminen tränade vi ute.", "2025-08-01/2025-12-31"),
        ("Våren 2026 blir det nytt golv.", "2026-01-01/2026-06-30"),
        ("Hösten förra året var blöt.", "2024-08-01/2024-12-31"),
        ("Mötet hölls den 12 maj.", "2025-05-12/2025-05-12"),
        ("Mötet hölls 2025-02-14.", "2025-02-14/2025-02-14"),
        ("Under första kvartalet såldes lotter.", "2025-01-01/2025-03-31"),
        ("Kvartal 3 2025 var lugnt.", "2025-07-01/2025-09-30"),
        ("Andra halvåret var tystare.", "2025-07-01/2025-12-31"),
        ("Planen antogs 2019.", "2019-01-01/2019-12-31"),
        ("Ht-24 var vi fler.", "2024-08-01/2024-12-31"),
    ],
)
def test_a_time_is_understood_from_the_reports_year(text: str, period: str) -> None:
    assert the_period(text) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("I höstas var vi i skogen.", "2024-08-01/2024-12-31"),
        ("Kursen hölls i mars.", "2025-03-01/2025-03-31"),
        ("Kursen hölls i oktober.", "2024-10-01/2024-10-31"),
        ("Förra året var vi färre.", "2023-07-01/2024-06-30"),
    ],
)
def test_a_broken_year_places_months_where_they_lie_in_it(text: str, period: str) -> None:
    assert the_period(text, BROKEN_2024) == period


@pytest.mark.parametrize(
    "text",
    [
        "Lotteriet gav 2025 kr.",
        "Det kostade 1 995 kronor.",
        "Ring 070-123 20 25.",
        "Maj Karlsson valdes till kassör.",
        "August Strand spelade mål.",
        "Resultatet blev 24/30.",
        "I vår förening är alla välkomna.",
        "Ta det i din takt.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert time_expressions(text, CALENDAR_2025) == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Sedan 2019 har vi en plan.", Bound.SINCE),
        ("Från och med 2024 gäller nya regler.", Bound.SINCE),
        ("Planen ska vara klar senast den 15 augusti 2026.", Bound.BY),
        ("Allt ska vara klart före juni 2026.", Bound.BY),
        ("Kursen hölls i mars 2025.", Bound.DURING),
    ],
)
def test_small_words_tell_how_the_time_binds(text: str, bound: Bound) -> None:
    (found,) = time_expressions(text, CALENDAR_2025)

    assert found.bound is bound


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Nytt bollförråd ska stå klart den 15 augusti 2026.", date(2026, 8, 15)),
        ("Vi utbildar alla senast i april.", date(2026, 4, 30)),
        ("En plan ska antas i mars 2026.", date(2026, 3, 31)),
        ("Klart under andra kvartalet 2026.", date(2026, 6, 30)),
        ("Beslut tas den 3 februari.", date(2026, 2, 3)),
    ],
)
def test_a_due_date_is_the_last_day_of_what_is_named(text: str, due: date) -> None:
    (found,) = due_expressions(text, after=date(2025, 12, 31))

    assert found.period.end == due


@pytest.mark.parametrize(
    "text", ["Under 2026 ska alla gå kursen.", "Våren 2026 ska vi börja.", "Kursen hölls i mars 2024."]
)
def test_a_bare_year_a_season_and_the_past_are_no_due_dates(text: str) -> None:
    assert due_expressions(text, after=date(2025, 12, 31)) == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Räcket målas före midsommar, senast den 15 juni.", date(2026, 6, 15)),
        ("Tavlan sätts upp till jul, senast i mars är den betald.", date(2026, 3, 31)),
        ("Kvällen i mars flyttades till maj.", date(2026, 5, 31)),
        ("Provet i mars har skjutits upp till den 4 juni.", date(2026, 6, 4)),
        ("Vi flyttar till nya lokaler i mars och målar i maj.", date(2026, 3, 31)),
        ("Augustimötet den 16/8 tar upp frågan.", date(2026, 8, 16)),
        ("Till marsmötet 2026 lånar vi en tolk.", date(2026, 3, 31)),
        ("Vi går kursen i mars och visar utdrag den 4 april.", date(2026, 3, 31)),
        ("Banan är klar den tjugonde augusti.", date(2026, 8, 20)),
        ("Banan är klar den tjugoförsta augusti.", date(2026, 8, 21)),
        ("Vi ses tredje september.", date(2026, 9, 3)),
        ("Jubileumskonsert 16/5, entré 40 kr", date(2026, 5, 16)),
        ("Städdag, okt", date(2026, 10, 31)),
        ("Vi vann andra set med 16/5 i bollar.", None),
        ("Nästan 3/4 av laget var med, resten 1/4.", None),
        ("Nästa år ska alla gå kursen.", None),
    ],
)
def test_of_several_times_the_latest_said_counts_then_where_it_was_moved(text: str, due: date | None) -> None:
    assert due_day(text, after=date(2025, 12, 31)) == due


def test_several_times_are_found_in_order() -> None:
    text = "I fjol var vi tio, i år tolv, och den 1 mars 2026 börjar fyra till."

    found = time_expressions(text, CALENDAR_2025)

    assert [text[each.start : each.end] for each in found] == ["I fjol", "i år", "den 1 mars 2026"]
    assert [each.grain for each in found] == [Grain.YEAR, Grain.YEAR, Grain.DAY]


@given(st.text(alphabet="0123456789/-–. imarsåårhöstensedn2025", max_size=60))
def test_no_text_breaks_the_reading_and_nothing_overlaps(text: str) -> None:
    found = time_expressions(text, CALENDAR_2025)

    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_written_out_is_read_back(day: date) -> None:
    names = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ]

    (found,) = time_expressions(f"Mötet hölls den {day.day} {names[day.month - 1]} {day.year}.", CALENDAR_2025)

    assert found.period == Period(day, day)
