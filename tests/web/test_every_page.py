"""Every page that there is shows in both languages, and keeps what all pages owe (tests/web/place.py checks that)."""

import re

import pytest

from grantcheck.domain.evidence import Verdict
from grantcheck.domain.people import Role
from grantcheck.domain.ruleset import CriterionId
from tests import factories, installation

from .place import Page, Site

PUBLIC = ("/logga-in", "/om-lasningen", "/tillganglighet", "/personuppgifter")
MEMBER = (
    "/forening/",
    "/forening/valj",
    "/forening/omgang/1",
    "/forening/ansokan/{draft}",
    "/forening/ansokan/{draft}/rapport",
    "/forening/ansokan/{draft}/lasning",
    "/forening/ansokan/{draft}/rapport/markeringar",
    "/forening/ansokan/{draft}/rapport/markeringar?vy=bild",
    "/forening/ansokan/{draft}/skicka",
    "/forening/ansokan/{sent}/kvitto",
)
OFFICER = (
    "/handlaggare/",
    "/handlaggare/ko?alla=1",
    "/handlaggare/arende/{sent}",
    "/handlaggare/arende/{sent}?vy=text",
)
A_FINDING = factories.finding(CriterionId.PREVENT_VIOLATIONS, Verdict.DESCRIBED, factories.evidence())
UNTOLD = r"(<blockquote.*?</blockquote>|<mark>.*?</mark>|<textarea.*?</textarea>)"


def pages(site: Site, language: str) -> list[Page]:
    site.read(site.hand_in(site.draft), analysis=factories.analysis(A_FINDING))
    asked = ((None, PUBLIC), (site.member, MEMBER), (site.officer, OFFICER))
    shown: list[Page] = []
    for user, addresses in asked:
        visitor = site.client(user, language)
        shown += [visitor.get(address.format(draft=site.draft, sent=site.sent)) for address in addresses]
    return shown


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_in_the_chosen_language(site: Site, language: str) -> None:
    languages = {page.all(r'<html lang="(..)"')[0] for page in pages(site, language)}

    assert languages == {language}


def test_no_page_shows_a_percentage_or_a_score(site: Site) -> None:
    for page in pages(site, "sv"):
        told = re.sub(UNTOLD, "", page.html, flags=re.S)
        assert not re.search(r"\d+\s?%|poäng", re.sub(r"<[^>]+>", " ", told)), page.h1


def test_quotes_keep_their_language_on_english_pages(site: Site) -> None:
    with_quotes = [page for page in pages(site, "en") if "<blockquote" in page.html]

    assert with_quotes
    for page in with_quotes:
        assert page.all(r"<blockquote([^>]*)>") == [' lang="sv"'] * page.html.count("<blockquote")


def test_switching_the_language_keeps_path_and_query(site: Site) -> None:
    officer = site.client(site.officer)
    page = officer.get("/handlaggare/ko?flag=flagged&sortera=case")

    (back,) = set(page.all(r'name="next" value="([^"]+)"'))
    answer = officer.post("/sprak", language="en", next=back.replace("&amp;", "&"))

    assert answer.address == "/handlaggare/ko?flag=flagged&sortera=case"


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "javascript:x"])
def test_a_choice_never_leads_to_another_site(site: Site, elsewhere: str) -> None:
    answer = site.client().post("/sprak", language="en", next=elsewhere)

    assert answer.address == "/"


def test_the_look_is_kept_in_a_cookie(site: Site) -> None:
    visitor = site.client()

    visitor.post("/utseende", look="dark", next="/logga-in")

    assert 'data-look="dark"' in visitor.get("/logga-in").html


def test_an_unknown_address_tells_so_and_leads_on(site: Site) -> None:
    page = site.client().get("/finns/inte", 404)

    assert page.h1 == "Sidan finns inte"
    assert 'href="/"' in page.html


def test_a_role_without_pages_gets_a_plain_start(site: Site) -> None:
    trainer = installation.a_person(site.store, "Torbjörn", Role.FEDERATION)

    page = site.client(trainer).get("/")

    assert page.h1 == "Välkommen, Torbjörn"
    assert "Förbundets utbildare" in page.words
