"""The comparison as it is seen: an association's earlier report by itself and the officer, others' by officers only."""

from dataclasses import replace
from datetime import date

import pytest

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.document import Document
from grantcheck.domain.evidence import Verdict
from grantcheck.domain.grant_round import RoundId
from grantcheck.domain.people import User
from grantcheck.domain.period import Period
from grantcheck.domain.ruleset import CriterionId
from grantcheck.services import applications
from grantcheck.storage.cases import own_case
from tests import factories, installation

from .place import A_PDF, Site

REPEATED = "Under året har sju ungdomar från laget fått låna skridskor av oss."
CHANGED, CHANGED_NOW = (
    "Styrelsen har haft nio möten under året.",
    "Styrelsen har haft elva möten och en kväll under året.",
)
GONE = "Bussen gick sönder utanför Hällmo."
NEW = "Alla ledare har gått en kurs om bemötande."
LAST_YEAR = RoundId(3)


def document(*sentences: str) -> Document:
    return factories.document(*(factories.block(sentence) for sentence in sentences))


@pytest.fixture
def last_year(site: Site) -> Site:
    """Let the member have reported last year and this year, and the stranger have one of the sentences."""
    period = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    installation.a_round(site.store, LAST_YEAR, **period)
    report(site, site.member, installation.a_draft(site.store, site.member, LAST_YEAR), REPEATED, CHANGED, GONE)
    report(site, site.stranger, installation.a_draft(site.store, site.stranger, LAST_YEAR), REPEATED)
    return site


def report(site: Site, user: User, application: ApplicationId, *sentences: str, submitted: bool = True) -> None:
    """Hand in a report whose first sentence is evidence of something done."""
    content = A_PDF + " ".join(sentences).encode() + str(application).encode()
    handed_in = installation.hand_in(site.place, site.store, user, application, content)
    evidence = factories.evidence(sentences[0], block=0, cues=())
    finding = factories.finding(CriterionId.PREVENT_VIOLATIONS, Verdict.DESCRIBED, evidence)
    year = own_case(site.store, user.id, application).round.period_start.year
    analysis = replace(factories.analysis(finding), period=Period.of_year(year))
    site.read(handed_in, document(*sentences), analysis)
    if submitted:
        applications.submit(site.store, user, application, may_represent=True)


def this_year(site: Site, *, submitted: bool) -> ApplicationId:
    report(site, site.member, site.draft, REPEATED, CHANGED_NOW, NEW, submitted=submitted)
    return site.draft


def test_the_officer_sees_what_was_kept_changed_is_new_and_is_gone(last_year: Site) -> None:
    number = this_year(last_year, submitted=True)

    page = last_year.client(last_year.officer).get(f"/handlaggare/arende/{number}/jamfor")

    assert page.h1 == "Jämför med förra året"
    assert "1 av 3 meningar är samma som i fjol. Det kan vara rimligt." in page.words
    assert page.all(r'<li class="pair" data-change="(\w+)"') == ["kept", "changed", "gone", "new"]
    assert page.all(r"<del>.*?</span>(.*?)</del>") == ["nio"]
    assert page.all(r"<ins>.*?</span>(.*?)</ins>") == ["elva", "och en kväll"]


def test_text_on_the_period_that_is_last_years_is_pointed_out(last_year: Site) -> None:
    number = this_year(last_year, submitted=True)
    officer = last_year.client(last_year.officer)

    compared = officer.get(f"/handlaggare/arende/{number}/jamfor")
    reviewed = officer.get(f"/handlaggare/arende/{number}")

    assert "Fråga om det hände även i år." in compared.words
    assert "Samma mening står i rapporten för 2024. Fråga om det hände även i år." in reviewed.words
    assert "Förra året K1 Läsning Beskrivs Samma text som i fjol." in reviewed.words


def test_the_officer_sees_which_associations_share_a_text_with_a_link_to_each(last_year: Site) -> None:
    number = this_year(last_year, submitted=True)
    officer = last_year.client(last_year.officer)

    compared = officer.get(f"/handlaggare/arende/{number}/jamfor")
    (address,) = compared.all(r'<li><a href="([^"]+)">Älvkören</a>')

    assert "Texten finns också i en annan förenings rapport." in compared.words
    assert officer.get(address).h1 == "Älvkören"
    assert "Texten finns också i en annan förenings rapport." in officer.get(f"/handlaggare/arende/{number}").words


def test_the_association_is_asked_kindly_for_something_new_before_it_submits(last_year: Site) -> None:
    number = this_year(last_year, submitted=False)

    page = last_year.client(last_year.member).get(f"/forening/ansokan/{number}/lasning")

    assert "1 av 3 meningar i er rapport är samma som i fjol." in page.words
    assert "Har något hänt i år som ni kan lägga till?" in page.words


@pytest.mark.parametrize("part", ["lasning", "skicka", "rapport/markeringar", ""])
def test_an_association_never_learns_what_others_wrote(last_year: Site, part: str) -> None:
    number = this_year(last_year, submitted=False)

    page = last_year.client(last_year.member).get(f"/forening/ansokan/{number}/{part}".rstrip("/"))

    assert "Älvkören" not in page.html
    assert "annan förening" not in page.words
    assert "andra föreningar" not in page.words


def test_an_association_that_wrote_what_another_wrote_last_year_is_told_nothing(last_year: Site) -> None:
    draft = installation.a_draft(last_year.store, last_year.stranger, RoundId(1))
    report(last_year, last_year.stranger, draft, CHANGED, GONE, submitted=False)

    page = last_year.client(last_year.stranger).get(f"/forening/ansokan/{draft}/lasning")

    assert "är samma som" not in page.words


def test_the_comparison_is_for_officers_only(last_year: Site) -> None:
    number = this_year(last_year, submitted=True)

    last_year.client(last_year.member).get(f"/handlaggare/arende/{number}/jamfor", 403)


def test_a_draft_cannot_be_compared(last_year: Site) -> None:
    number = this_year(last_year, submitted=False)

    last_year.client(last_year.officer).get(f"/handlaggare/arende/{number}/jamfor", 404)


def test_a_first_report_says_that_there_is_nothing_to_compare_with(site: Site) -> None:
    page = site.client(site.officer).get(f"/handlaggare/arende/{site.sent}/jamfor")

    assert "Det finns ingen tidigare rapport från föreningen att jämföra med." in page.words
    assert "Vi hittade ingen sådan text." in page.words
