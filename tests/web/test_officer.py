"""The officer's way: the queue as links, and a review that keeps both the reading and the assessment."""

import csv
import io
import re

import pytest

from grantcheck.domain.evidence import Flag, Verdict
from grantcheck.domain.grant_round import RoundId
from grantcheck.domain.ruleset import CriterionId
from grantcheck.services import applications
from grantcheck.storage.review_page import review_page
from tests import factories, installation

from .place import A_PDF, Client, Page, Site


def add_case(site: Site, name: str, flag: Flag, verdict: Verdict = Verdict.MISSING) -> int:
    """Hand in and submit a case of another association, read with the flag."""
    member = installation.a_member(site.store, f"m-{name[:3]}", installation.an_association(site.store, name))
    application = installation.a_draft(site.store, member, RoundId(1))
    report = installation.hand_in(site.place, site.store, member, application, A_PDF + name.encode())
    finding = factories.finding(CriterionId.PREVENT_DISCRIMINATION, verdict)
    site.read(report, analysis=factories.analysis(finding, flag=flag))
    applications.submit(site.store, member, application, may_represent=True)
    return int(application)


def names(page: Page) -> list[str]:
    return page.all(r'<tr data-case="\d+".*?<a href="[^"]+">(.*?)</a>')


def test_flagged_cases_come_first(site: Site) -> None:
    add_case(site, "Clear", Flag.CLEAR)
    add_case(site, "Review", Flag.REVIEW)

    page = site.client(site.officer).get("/handlaggare/ko?alla=1")

    assert page.all(r'data-flag="(\w+)"') == ["flagged", "review", "clear"]
    assert len(page.all(r"aria-sort=")) == 1


def test_the_address_without_a_view_is_what_is_to_be_reviewed(site: Site) -> None:
    answer = site.client(site.officer).get("/handlaggare/ko", 302)

    assert answer.address == "/handlaggare/ko?status=submitted&status=completed&status=in_review"


def test_sorting_by_the_sorted_column_reverses_the_order(site: Site) -> None:
    add_case(site, "Ananas", Flag.CLEAR)
    officer = site.client(site.officer)
    page = officer.get("/handlaggare/ko?alla=1&sortera=association")
    (reverse,) = page.all(r'aria-sort="ascending"><a href="([^"]+)"')

    reversed_page = officer.get(reverse.replace("&amp;", "&"))

    assert names(page) == ["Ananas", "Kvistedals BK"]
    assert names(reversed_page) == ["Kvistedals BK", "Ananas"]


def test_a_facets_count_is_the_number_of_rows_it_gives(site: Site) -> None:
    add_case(site, "Ananas", Flag.CLEAR)
    officer = site.client(site.officer)
    page = officer.get("/handlaggare/ko?alla=1")

    for address, count in page.pairs(r'<li><a href="(/handlaggare/ko[^"]+)">[^<]+<span class="count">(\d+)</span>'):
        assert len(names(officer.get(address.replace("&amp;", "&")))) == int(count), address


def test_each_chip_removes_just_its_filter(site: Site) -> None:
    officer = site.client(site.officer)

    page = officer.get("/handlaggare/ko?flag=flagged&status=submitted")
    chips = page.all(r'<ul class="chips".*?</ul>')[0]

    assert re.findall(r'<li><a href="([^"]+)"><span', chips) == [
        "/handlaggare/ko?status=submitted",
        "/handlaggare/ko?flag=flagged",
    ]


def test_a_view_is_the_same_in_another_browser(site: Site) -> None:
    add_case(site, "Ananas", Flag.CLEAR)
    address = "/handlaggare/ko?prevent_discrimination=missing&sortera=case&fallande=1"

    assert names(site.client(site.officer).get(address)) == names(site.client(site.officer).get(address))


def test_an_unknown_filter_is_ignored_and_told(site: Site) -> None:
    page = site.client(site.officer).get("/handlaggare/ko?flag=purple")

    assert "Ett filter i länken finns inte längre." in page.words
    assert len(names(page)) == 1


def test_a_search_of_one_letter_is_too_short(site: Site) -> None:
    page = site.client(site.officer).get("/handlaggare/ko?sok=a", 422)

    assert "Sökordet är för kort, skriv minst 2 tecken" in page.words


def test_a_search_that_finds_nothing_leads_on(site: Site) -> None:
    page = site.client(site.officer).get("/handlaggare/ko?sok=zzz")

    assert "Inga ärenden matchar. Rensa filter" in page.words


def test_the_list_as_csv_holds_what_the_page_shows_and_no_formulas(site: Site) -> None:
    add_case(site, "=1+1", Flag.CLEAR)
    officer = site.client(site.officer)

    answer = officer.get("/handlaggare/ko.csv?flag=clear")
    rows = list(csv.reader(io.StringIO(answer.html.removeprefix("\ufeff")), delimiter=";"))

    assert answer.html.startswith("\ufeff")
    assert [row[0] for row in rows] == ["Förening", "'=1+1"]
    assert answer.response.headers["Content-Disposition"] == "attachment; filename=arenden.csv"


def test_an_officer_never_sees_a_draft(site: Site) -> None:
    officer = site.client(site.officer)

    officer.get(f"/handlaggare/arende/{site.draft}", 404)
    officer.get(f"/handlaggare/arende/{site.draft}/original", 404)


def case_address(site: Site) -> str:
    return f"/handlaggare/arende/{site.sent}"


def assess(officer: Client, site: Site, status: int = 303, **fields: object) -> Page:
    officer.get(case_address(site))
    given = {"criterion": "prevent_violations", "judgement": "described", "motivation": "", "seen": 0}
    return officer.post(f"{case_address(site)}/bedomning", status, **{**given, **fields})


def test_opening_a_case_takes_it_and_shows_the_marks(site: Site) -> None:
    page = site.client(site.officer).get(case_address(site))

    assert "Öppnad, ej klar" in page.words
    assert "Handläggare: Hamid" in page.words


def test_every_evidence_link_leads_to_a_mark_on_the_page_it_names(site: Site) -> None:
    finding = factories.finding(CriterionId.PREVENT_VIOLATIONS, Verdict.DESCRIBED, factories.evidence())
    draft = site.hand_in(site.draft)
    site.read(draft, analysis=factories.analysis(finding))
    applications.submit(site.store, site.member, site.draft, may_represent=True)
    officer = site.client(site.officer)

    for view in ("", "?vy=text"):
        page = officer.get(f"/handlaggare/arende/{site.draft}{view}")
        ((target, number),) = page.pairs(r'<figcaption><a href="#([^"]+)">Sidan (\d+)</a>')
        before = page.html[: page.html.index(f'id="{target}"')]
        assert re.findall(r'id="p-(\d+)"', before)[-1] == number


def test_a_judgement_against_the_reading_needs_a_motivation(site: Site) -> None:
    officer = site.client(site.officer)

    page = assess(officer, site, 422)

    assert "Skriv varför du bedömer annorlunda än läsningen." in page.words
    assert page.title.startswith("Fel: ")
    assert re.search(r'value="described" checked', page.html)
    assert review_page(site.store, site.sent).history == ()


def test_an_overruled_verdict_keeps_reading_and_assessment(site: Site) -> None:
    officer = site.client(site.officer)

    answer = assess(officer, site, motivation="Det står på sidan 1.")
    page = officer.get(answer.address.split("#")[0])

    section = page.all(r'<section class="criterion" id="k1".*?</section>')[0]
    assert 'data-status="saknas"' in section
    assert "Det står på sidan 1." in section
    assert "Bedömningen av K1 är sparad." in page.words
    (event,) = [item for item in review_page(site.store, site.sent).events if item.deed.action == "criterion_assessed"]
    assert event.deed.details["judgement"] == "described"
    assert event.deed.details["reading"] == "missing"


def test_missing_always_needs_a_motivation(site: Site) -> None:
    page = assess(site.client(site.officer), site, 422, judgement="missing")

    assert "Skriv vad som saknas, så att föreningen förstår." in page.words


def test_no_judgement_is_chosen_beforehand(site: Site) -> None:
    officer = site.client(site.officer)

    page = officer.get(case_address(site))
    refused = assess(officer, site, 422, judgement="")

    assert " checked" not in page.html
    assert "Välj en bedömning" in refused.words


def test_a_colleagues_assessment_in_between_is_shown_with_ones_own(site: Site) -> None:
    mine = site.client(site.officer)
    colleague = site.client(installation.an_officer(site.store, "Lovisa"))
    mine.get(case_address(site))
    assess(colleague, site, motivation="Hennes ord.")

    page = assess(mine, site, 409, judgement="unclear", motivation="Mina ord.")

    assert "Lovisa sparade en bedömning kl. 10.00. Läs den innan du sparar din." in page.words
    assert "Hennes ord." in page.words
    assert "Mina ord." in page.words


def test_a_review_can_not_be_completed_before_all_is_assessed(site: Site) -> None:
    officer = site.client(site.officer)
    assess(officer, site, motivation="Det står på sidan 1.")

    page = officer.post(f"{case_address(site)}/slutfor", 422)

    assert "Bedöm alla kriterier innan du slutför. K2, K3, K4, K5, K6 och K7 saknar bedömning." in page.words


def test_a_complete_review_is_shown_to_the_association(site: Site) -> None:
    officer = site.client(site.officer)
    for criterion in CriterionId:
        assess(officer, site, criterion=criterion.value, judgement="unclear", motivation="Skriv när det hände.")

    officer.post(f"{case_address(site)}/slutfor")
    page = site.client(site.member).get(f"/forening/ansokan/{site.sent}/lasning")

    assert page.words.count("Handläggaren bedömde: Otydligt. Motivering: Skriv när det hände.") == len(CriterionId)
    assert "Klar för beslut" in officer.get(case_address(site)).words


def test_a_completed_review_can_be_opened_again(site: Site) -> None:
    officer = site.client(site.officer)
    for criterion in CriterionId:
        assess(officer, site, criterion=criterion.value, judgement="unclear", motivation="Skriv när det hände.")
    officer.post(f"{case_address(site)}/slutfor")

    officer.post(f"{case_address(site)}/oppna-igen")

    assert "Öppnad, ej klar" in officer.get(case_address(site)).words


def test_a_colleagues_case_can_be_taken_over(site: Site) -> None:
    site.client(site.officer).get(case_address(site))
    colleague = site.client(installation.an_officer(site.store, "Lovisa"))

    before = colleague.get(case_address(site))
    colleague.post(f"{case_address(site)}/ta-over")

    assert "Hamid har ärendet." in before.words
    assert "Handläggare: Lovisa" in colleague.get(case_address(site)).words


def test_next_and_previous_stay_inside_the_view(site: Site) -> None:
    add_case(site, "Ananas", Flag.FLAGGED)
    add_case(site, "Clear", Flag.CLEAR)
    officer = site.client(site.officer)

    page = officer.get(f"{case_address(site)}?flag=flagged")

    assert "1 av 2" in page.words
    (following,) = page.all(r'rel="next" href="([^"]+)"')
    assert following.endswith("?flag=flagged")
    assert officer.get(following).h1 == "Ananas"


@pytest.mark.parametrize("page", [0, 99])
def test_a_page_image_that_there_is_not_is_not_found(site: Site, page: int) -> None:
    site.client(site.officer).get(f"{case_address(site)}/sida/{'0' * 64}/{page}.png", 404)
