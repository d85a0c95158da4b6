"""Sign-in: with the right password, to the page that was wanted, under a new session."""

from typing import Any

import pytest

from tests.installation import PASSWORD

from .place import Page, Site


def test_the_right_password_leads_to_the_start_of_the_role(site: Site) -> None:
    assert site.client().sign_in(site.member.email).address == "/forening/"
    assert site.client().sign_in(site.officer.email).address == "/handlaggare/"


def test_a_page_behind_sign_in_is_shown_after_it(site: Site) -> None:
    visitor = site.client()
    asked = visitor.get("/handlaggare/ko?flag=flagged", 303).address

    page = visitor.get(asked)
    answer = visitor.post(asked, email=site.officer.email, password="a password for tests")

    assert page.h1 == "Logga in"
    assert answer.address == "/handlaggare/ko?flag=flagged"


def test_a_wrong_password_and_an_unknown_address_are_told_alike(site: Site) -> None:
    wrong = site.client().sign_in(site.member.email, "wrong", 422)
    unknown = site.client().sign_in("nobody@forening.example", "wrong", 422)

    assert wrong.title.startswith("Fel: ")
    assert "E-postadressen eller lösenordet stämmer inte. Försök igen." in wrong.words
    assert wrong.words == unknown.words.replace("nobody@forening.example", site.member.email)


def test_empty_fields_are_told_one_by_one(site: Site) -> None:
    page = site.client().sign_in("", "", 422)

    assert "Det finns 2 problem" in page.words
    assert 'href="#email"' in page.html
    assert 'href="#password"' in page.html


def test_the_password_is_never_sent_back(site: Site) -> None:
    page = site.client().sign_in(site.member.email, "not the password", 422)

    assert "not the password" not in page.html


def test_what_was_written_is_kept_when_the_session_had_ended(site: Site) -> None:
    officer = site.client(site.officer)
    officer.get(f"/handlaggare/arende/{site.sent}")
    officer.flask.delete_cookie("grantcheck")
    address = f"/handlaggare/arende/{site.sent}/bedomning?flag=flagged"
    fields: dict[str, Any] = {
        "criterion": "prevent_violations",
        "judgement": "described",
        "motivation": "Många ord.",
        "seen": "0",
    }

    answer = officer.flask.post(address, data=fields, headers={"Origin": "http://localhost"})
    asked = Page(answer)
    (signed,) = asked.all(r'name="kept" value="([^"]+)"')
    officer.token = asked.token
    page = officer.post("/logga-in", 200, email=site.officer.email, password=PASSWORD, kept=signed)
    sent = officer.post(page.all(r'<main.*?action="([^"]+)"')[0], **fields)

    assert answer.status_code == 401
    assert "Du var inaktiv och loggades ut." in asked.words
    assert page.h1 == "Det du skrev är sparat"
    assert 'value="Många ord."' in page.html
    assert sent.address.endswith("#prevent_violations")
    assert "Många ord." in officer.get(f"/handlaggare/arende/{site.sent}").words


@pytest.mark.parametrize("origin", ["https://example.org", "null", ""])
def test_nothing_that_another_site_posted_is_kept(site: Site, origin: str) -> None:
    visitor = site.client()

    answer = visitor.flask.post("/handlaggare/arende/2/ta-over", data={"x": "y"}, headers={"Origin": origin})

    assert answer.status_code == 401
    assert 'name="kept"' not in answer.get_data(as_text=True)


def test_a_forged_text_is_not_kept(site: Site) -> None:
    visitor = site.client()

    answer = visitor.post("/logga-in", email=site.member.email, password=PASSWORD, kept="forged.text")

    assert answer.address == "/forening/"


def test_sign_out_ends_the_session(site: Site) -> None:
    member = site.client(site.member)

    member.post("/logga-ut")

    assert member.get("/forening/", 303).address.startswith("/logga-in")
