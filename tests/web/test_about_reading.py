"""The page on how the reading works tells openly how often it is right, and what was not measured."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.review import Judgement
from grantcheck.evaluation.measured import read_measured
from grantcheck.resources import shipped
from grantcheck.texts import has_text
from grantcheck.web import accuracy
from tests.evaluation.sample_figures import figures, write_figures
from tests.factories import karlstad
from tests.reviews import finish, under_review

from .place import Page, Site, plain

ADDRESS = "/om-lasningen"


def shown(site: Site, folder: Path, language: str = "sv") -> Page:
    return replace(site, figures=write_figures(folder)).client(language=language).get(ADDRESS)


def bars(page: Page) -> dict[str, tuple[str, str]]:
    """Return the length and the words of each bar by its name; the first of a name."""
    found: dict[str, tuple[str, str]] = {}
    for item in page.all(r'<ul class="bars[^>]*>(.*?)</ul>'):
        for name, length, words in re.findall(
            r'bar-name">(.*?)</span>\n<svg.*?class="so-many" width="([^"]+)".*?bar-words">(.*?)</span>', item, re.S
        ):
            found.setdefault(plain(name), (length, plain(words)))
    return found


def test_the_trial_is_told_with_its_size_and_day(site: Site, tmp_path: Path) -> None:
    words = shown(site, tmp_path).words

    assert "Vi har prövat läsningen på 42 rapporter med 13 567 ord." in words
    assert "Provet gjordes den 20 november 2026." in words
    assert "Det som läser här: program 0.1.0, språkmodell sv_grantcheck " in words


def test_each_question_has_a_bar_as_long_as_its_words_say(site: Site, tmp_path: Path) -> None:
    found = bars(shown(site, tmp_path))

    for criterion in karlstad().criteria:
        assert found[criterion.name["sv"]] == ("95.7", "96 av 100")


def test_the_two_worst_errors_are_explained(site: Site, tmp_path: Path) -> None:
    found = bars(shown(site, tmp_path))

    assert found["Släppt igenom Så många av dem som inte beskrivs läses ändå som Beskrivs."] == ("1.0", "1 av 100")
    assert found["Larm i onödan Så många av dem som beskrivs läses ändå som Saknas i texten."] == ("2.0", "2 av 100")


def test_the_picture_of_a_hundred_answers_has_as_many_filled_squares(site: Site, tmp_path: Path) -> None:
    (picture,) = shown(site, tmp_path).all(r'<svg class="hundred".*?</svg>')

    assert (picture.count('class="so-many"'), picture.count('class="of"')) == (96, 4)
    assert 'aria-label="Svar som stämmer med facit: 96 av 100."' in picture


def test_a_search_for_words_stands_beside(site: Site, tmp_path: Path) -> None:
    assert bars(shown(site, tmp_path))["Sökning efter ord"] == ("52.0", "52 av 100")


def test_groups_are_named_with_their_size_also_those_nobody_has_worded(site: Site, tmp_path: Path) -> None:
    found = bars(shown(site, tmp_path))

    assert found["Idrott 20 rapporter"] == ("93.0", "93 av 100")
    assert found["Skrivna av den som lär sig svenska 6 rapporter"] == ("90.0", "90 av 100")
    assert found["voice: on a boat 5 rapporter"] == ("50.0", "50 av 100")


def test_what_was_not_tried_is_told(site: Site, tmp_path: Path) -> None:
    words = shown(site, tmp_path).words

    assert "Rapporterna i provet är påhittade. Riktiga rapporter kan vara svårare." in words


def test_scans_are_told_with_their_size(site: Site, tmp_path: Path) -> None:
    page = shown(site, tmp_path)

    assert bars(page)["Samma svar 12 rapporter"] == ("95.2", "95 av 100")
    assert "Inskannade rapporter är inte prövade för sig." not in page.words


def test_scans_that_were_not_tried_are_told_so(site: Site, tmp_path: Path) -> None:
    untried = {name: value for name, value in figures().items() if name != "scanned"}

    page = replace(site, figures=write_figures(tmp_path, untried)).client().get(ADDRESS)

    assert "Inskannade rapporter är inte prövade för sig." in page.words
    assert "Samma svar 12 rapporter" not in bars(page)


def test_the_table_has_all_figures_in_the_pages_language(site: Site, tmp_path: Path) -> None:
    rows = [plain(row) for row in shown(site, tmp_path).all(r"<tr><th scope=\"row\">.*?</tr>")]
    english = [plain(row) for row in shown(site, tmp_path, "en").all(r"<tr><th scope=\"row\">.*?</tr>")]

    assert rows[0] == "Mot kränkningar 96 1 2 0,95"
    assert english[-1] == "All questions 96 1 2 0.95"


def test_without_figures_the_page_says_that_nothing_was_tried(site: Site, tmp_path: Path) -> None:
    page = replace(site, figures=tmp_path / "borta.json").client().get(ADDRESS)

    assert "Den här versionen har inte prövats än." in page.words
    assert bars(page) == {}


def test_few_reviews_are_not_told(site: Site) -> None:
    words = site.client().get(ADDRESS).words

    assert "Det finns för få klara granskningar i år." in words
    assert "granskats minst 20 gånger" in words


def test_the_officers_agreement_is_told_by_question(site: Site, tmp_path: Path) -> None:
    for number in range(19):
        finish(site.store, site.officer, a_case(site, number), Judgement.MISSING)
    finish(site.store, site.officer, a_case(site, 20, reading=Verdict.DESCRIBED), Judgement.UNCLEAR)

    page = replace(site, figures=tmp_path / "borta.json").client(language="en").get(ADDRESS)

    assert bars(page)["Against violations"] == ("95.0", "19 of 20")
    assert "The reading said Described but the officer something else: 1 of 140 answers." in page.words


def a_case(site: Site, number: int, reading: Verdict = Verdict.MISSING) -> ApplicationId:
    return under_review(site.place, site.store, site.officer, number, reading=reading)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0 av 100"),
        (0.001, "färre än 1 av 100"),
        (0.5, "50 av 100"),
        (0.999, "fler än 99 av 100"),
        (1.0, "100 av 100"),
    ],
)
def test_only_none_is_0_and_only_all_is_100(site: Site, share: float, words: str) -> None:
    with site.app.test_request_context():
        assert accuracy.of_hundred(share) == words
        assert (0 < accuracy.Bar("", share, "").squares < 100) is (0 < share < 1)


def test_every_group_of_the_shipped_figures_is_worded(site: Site) -> None:
    measured = read_measured(shipped("models", "evaluation.json"))

    for name in measured.groups if measured else ():
        assert has_text(accuracy.group_key(name)), name
