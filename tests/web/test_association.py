"""The association's way: hand in a report, see how it was read, submit."""

from datetime import date
from io import BytesIO

import pytest

from grantcheck.domain.analysis import ProposedCommitment
from grantcheck.domain.errors import UnreadableReport
from grantcheck.domain.evidence import EvidenceKind, Reason, Verdict
from grantcheck.domain.people import AssociationId, Role
from grantcheck.domain.ruleset import CriterionId
from grantcheck.services.record_check import record_stopped, record_unreadable
from grantcheck.storage.cases import own_case
from grantcheck.storage.check_runs import Attempt
from tests import factories, installation

from .place import A_PDF, Client, Page, Site


def upload(member: Client, site: Site, content: bytes, status: int, name: str = "rapport.pdf") -> Page:
    address = f"/forening/ansokan/{site.draft}/rapport"
    member.get(address)
    return member.post(address, status, report=(BytesIO(content), name))


def test_an_uploaded_report_waits_to_be_read(site: Site) -> None:
    member = site.client(site.member)

    answer = upload(member, site, A_PDF, 303)
    page = member.get(answer.address)

    assert page.h1 == "Vi läser er rapport"
    assert "1 av 4 steg klara" in page.words
    assert site.place.queue.asked[-1][1] == 1


def test_no_file_is_an_error_at_the_field_and_in_the_summary(site: Site) -> None:
    member = site.client(site.member)
    site.hand_in(site.draft, filename="den-forsta.pdf")
    address = f"/forening/ansokan/{site.draft}/rapport"
    member.get(address)

    page = member.post(address, 422)

    assert page.title.startswith("Fel: ")
    assert page.all(r'role="alert".*?<h2>(.*?)</h2>') == ["Det finns ett problem"]
    assert page.words.count("Välj en fil att ladda upp") == 2
    assert 'href="#report"' in page.html
    assert "den-forsta.pdf" in page.words


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Filen är tom. Kontrollera att ni valt rätt fil."),
        (A_PDF + b"x" * 1_200_000, "Filen är 2 MB. Den får vara högst 1 MB."),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "Vi kan inte läsa filtypen"),
    ],
)
def test_a_file_that_can_not_be_taken_in_tells_what_to_do(site: Site, content: bytes, told: str) -> None:
    page = upload(site.client(site.member), site, content, 422)

    assert told in page.words
    assert own_case(site.store, site.member.id, site.draft).report is None


def test_a_file_beyond_all_limits_is_cut_off(site: Site) -> None:
    page = upload(site.client(site.member), site, b"x" * 3_000_000, 413)

    assert page.h1 == "Filen är för stor"


def test_a_report_of_a_draft_can_be_removed(site: Site) -> None:
    member = site.client(site.member)
    site.hand_in(site.draft)

    member.post(f"/forening/ansokan/{site.draft}/rapport/ta-bort")

    assert own_case(site.store, site.member.id, site.draft).report is None


def test_a_stopped_reading_can_be_asked_for_again_or_gone_without(site: Site) -> None:
    member = site.client(site.member)
    report = site.hand_in(site.draft)
    record_stopped(site.store, Attempt(report, f"check-{report}", "0.1.0"))

    page = member.get(f"/forening/ansokan/{site.draft}/laser")
    member.post(f"/forening/ansokan/{site.draft}/laser/igen")

    assert "Läsningen stannade. Filen finns kvar." in page.words
    assert "Skicka in utan läsning" in page.words
    assert site.place.queue.asked[-1] == (report, 2)


def every_unreadable() -> list[type[UnreadableReport]]:
    return sorted(UnreadableReport.__subclasses__(), key=lambda kind: kind.code)


@pytest.mark.parametrize("kind", every_unreadable(), ids=lambda kind: kind.code)
def test_every_way_to_be_unreadable_is_told_on_the_page(site: Site, kind: type[UnreadableReport]) -> None:
    member = site.client(site.member)
    report = site.hand_in(site.draft)
    details: dict[str, str | int] = {"megabytes": 30, "limit": 25, "kind": "pages", "pages": 90, "source": "x"}
    record_unreadable(site.store, Attempt(report, f"check-{report}", "0.1.0"), kind(**details))

    page = member.get(f"/forening/ansokan/{site.draft}/laser")

    assert page.h1 == "Vi kunde inte läsa er rapport"
    assert "Ladda upp en annan fil" in page.words


def read_draft(site: Site) -> Page:
    plan = factories.evidence(kind=EvidenceKind.PLAN)
    findings = (
        factories.finding(CriterionId.PREVENT_VIOLATIONS, Verdict.DESCRIBED, factories.evidence()),
        factories.finding(CriterionId.PREVENT_DISCRIMINATION, Verdict.UNCLEAR, plan),
        factories.finding(CriterionId.CONTINUITY, Verdict.UNCLEAR, why=Reason("unread", UNREAD_DETAILS)),
    )
    planned = ProposedCommitment("Vi ska utbilda alla ledare.", 2, date(2027, 3, 1))
    analysis = factories.analysis(*findings, commitments=(planned,))
    site.read(site.hand_in(site.draft), analysis=analysis)
    return site.client(site.member).get(f"/forening/ansokan/{site.draft}/lasning")


UNREAD_DETAILS = (("pages", "4, 5"), ("read", "10"), ("unread", "4, 5"))


def test_the_reading_shows_each_criterion_once_with_its_status(site: Site) -> None:
    page = read_draft(site)

    statuses = page.all(r'<section class="criterion".*?data-status="([^"]+)"><svg class="icon"[^>]*aria-hidden="true"')
    assert statuses == ["beskrivs", "otydligt", "olast", "saknas", "saknas", "saknas", "saknas"]
    assert "Vi letade efter 7 saker. 1 beskrivs, 1 är otydlig och 4 hittade vi inte." in page.words


def test_a_quote_shows_kind_cue_and_page_and_leads_to_its_mark(site: Site) -> None:
    page = read_draft(site)
    quote = page.all(r'<figure class="evidence".*?</figure>')[0]

    link = page.all(r'<figcaption><a href="([^"]+)"')[0]
    marked = site.client(site.member).get(link.split("#")[0])

    assert "<b>" in quote
    assert "Gjort i perioden" in quote
    assert f'id="{link.split("#")[1]}"' in marked.html


def test_the_reading_shows_what_the_association_plans(site: Site) -> None:
    page = read_draft(site)

    assert "Vi såg också att ni planerar" in page.words
    assert "klart senast 1 mars 2027" in page.words


def test_submitting_needs_the_confirmation_and_gives_a_receipt(site: Site) -> None:
    member = site.client(site.member)
    site.hand_in(site.draft)
    address = f"/forening/ansokan/{site.draft}/skicka"
    member.get(address)

    refused = member.post(address, 422)
    answer = member.post(address, may_represent="yes")
    receipt = member.get(answer.address)

    assert "Kryssa i att du får företräda föreningen" in refused.words
    assert receipt.h1 == "Tack, vi har tagit emot er ansökan"
    assert "F-2026-2" in receipt.words
    assert "24 november 2026 kl. 10.00" in receipt.words


def test_submitting_without_a_report_leads_to_the_upload(site: Site) -> None:
    member = site.client(site.member)
    address = f"/forening/ansokan/{site.draft}/skicka"
    member.get(address)

    page = member.post(address, 422, may_represent="yes")

    assert "Ladda upp verksamhetsberättelsen innan ni skickar in" in page.words


def test_pressing_submit_twice_gives_one_case(site: Site) -> None:
    member = site.client(site.member)
    site.hand_in(site.draft)
    address = f"/forening/ansokan/{site.draft}/skicka"
    member.get(address)

    member.post(address, may_represent="yes")
    member.post(address, may_represent="yes")

    assert "F-2026-2" in member.get(f"/forening/ansokan/{site.draft}/kvitto").words


def test_the_start_tells_how_many_days_are_left(site: Site) -> None:
    page = site.client(site.member).get("/forening/")

    assert "sista dag att ansöka är 1 december 2026. Ni har 7 dagar kvar." in page.words


def test_a_closed_round_can_not_be_applied_to(site: Site) -> None:
    stranger = site.client(site.stranger)
    stranger.get("/forening/omgang/1")
    site.place.later(days=20)
    again = site.client(site.stranger)

    page = again.get("/forening/omgang/1")
    refused = again.post("/forening/omgang/1/borja", 409)

    assert "Omgången stängde 1 december 2026." in page.words
    assert "Börja ansökan" not in page.words
    assert "Omgången har stängt." in refused.words


def test_a_person_with_several_associations_chooses_first(site: Site) -> None:
    both = installation.a_person(site.store, "Berit", Role.ASSOCIATION, *own_associations(site))
    person = site.client(both)

    asked = person.get("/forening/", 303).address
    person.get(asked)
    empty = person.post(asked, 422)
    person.post(asked, association=site.stranger.associations[0])

    assert asked == "/forening/valj"
    assert "Välj en förening" in empty.words
    assert person.get("/forening/").h1 == "Älvkören"


def own_associations(site: Site) -> tuple[AssociationId, ...]:
    return (*site.member.associations, *site.stranger.associations)
