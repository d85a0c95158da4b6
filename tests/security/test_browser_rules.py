"""What browsers are told: policy, cookies, tokens and what may be kept."""

from datetime import UTC, datetime, timedelta

import pytest
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import TimestampSigner

from grantcheck.domain.people import Role
from grantcheck.services.accounts import FAILURES_PER_ACCOUNT
from grantcheck.settings import Settings
from grantcheck.storage.cases import own_case
from grantcheck.web import create_app
from grantcheck.web.access import open_to_all
from grantcheck.web.app import INACTIVITY
from grantcheck.web.secret_key import secret_key
from tests import installation
from tests.web.place import Client, Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("address", ["/logga-in", "/finns/inte", "/halsa", "/stil/grantcheck.css", "/forening/"])
def test_every_response_carries_the_policy(site: Site, address: str) -> None:
    headers = site.client().flask.get(address).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_pages_are_not_kept_but_page_images_are(site: Site) -> None:
    member = site.client(site.member)
    sha256 = _sha256(site)

    page = member.get(f"/forening/ansokan/{site.sent}/lasning")
    image = member.get(f"/forening/ansokan/{site.sent}/sida/{sha256}/1.png")

    assert page.response.headers["Cache-Control"] == "no-store"
    assert image.response.headers["Cache-Control"] == "private, max-age=86400, immutable"
    assert image.response.mimetype == "image/png"


def test_an_original_file_is_only_ever_an_attachment(site: Site) -> None:
    for user, address in (
        (site.member, f"/forening/ansokan/{site.sent}/rapport/fil"),
        (site.officer, f"/handlaggare/arende/{site.sent}/original"),
    ):
        headers = site.client(user).get(address).response.headers
        assert headers["Content-Disposition"] == "attachment; filename=rapport.pdf"
        assert headers["Content-Type"] == "application/octet-stream"


def _sha256(site: Site) -> str:
    report = own_case(site.store, site.member.id, site.sent).report
    assert report is not None
    return report.sha256


@pytest.mark.parametrize("encrypted", [False, True])
def test_the_session_cookie_is_closed_to_scripts_and_other_sites(site: Site, encrypted: bool) -> None:
    settings = Settings(instance=site.place.folder, secure_cookies=encrypted)
    app = create_app(settings, site.place.open_store, site.place.queue, site.images)

    cookie = app.test_client().get("/logga-in", base_url="https://localhost").headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert ("Secure" in cookie) is encrypted


def test_signing_in_starts_a_new_session(site: Site) -> None:
    visitor = site.client()
    visitor.get("/logga-in")
    token_before, cookie_before = visitor.token, _session(visitor)

    visitor.sign_in(site.member.email)
    visitor.get("/forening/")

    assert _session(visitor) != cookie_before
    assert visitor.token != token_before


def _session(visitor: Client) -> str:
    cookie = visitor.flask.get_cookie("grantcheck")
    assert cookie is not None
    return cookie.value


def test_a_session_ends_after_an_hour_without_activity(site: Site) -> None:
    member = site.client(site.member)
    sessions = site.app.session_interface
    assert isinstance(sessions, SecureCookieSessionInterface)
    serializer = sessions.get_signing_serializer(site.app)
    assert serializer is not None
    content = serializer.loads(_session(member))

    class LongAgo(TimestampSigner):
        def get_timestamp(self) -> int:
            return int((datetime.now(UTC) - INACTIVITY - timedelta(minutes=1)).timestamp())

    serializer.signer = LongAgo
    member.flask.set_cookie("grantcheck", serializer.dumps(content))

    assert member.get("/forening/", 303).address.startswith("/logga-in")


def test_a_forged_session_signs_nobody_in(site: Site) -> None:
    visitor = site.client()
    visitor.flask.set_cookie("grantcheck", "eyJfdXNlcl9pZCI6IjEifQ.AAAAAA.forged")

    assert visitor.get("/forening/", 303).address.startswith("/logga-in")


def test_the_key_is_made_once_and_closed_to_others(site: Site) -> None:
    first = secret_key(site.place.folder)

    assert secret_key(site.place.folder) == first
    assert len(first) == 32
    assert (site.place.folder / "session.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("user", ["member", "officer"])
def test_a_form_without_its_token_changes_nothing(site: Site, user: str) -> None:
    visitor = site.client(getattr(site, user))
    for rule in site.app.url_map.iter_rules():
        if "POST" in (rule.methods or ()) and _is_theirs(rule.rule, user):
            address = rule.rule.replace("<int:number>", str(site.sent))
            assert visitor.flask.post(address, data={}).status_code == 400, rule.rule


def _is_theirs(address: str, user: str) -> bool:
    return not address.startswith("/handlaggare" if user == "member" else "/forening")


def test_too_many_failures_stop_even_the_right_password(site: Site) -> None:
    for _ in range(FAILURES_PER_ACCOUNT):
        site.client().sign_in(site.member.email, "wrong", 422)

    page = site.client().sign_in(site.member.email, status=429)

    assert "För många försök. Vänta 15 minuter och försök igen." in page.words


def test_a_closed_account_is_out_at_once(site: Site) -> None:
    member = site.client(site.member)
    member.get("/forening/")

    site.store.db.execute("UPDATE person SET active = 0 WHERE id = :person", {"person": site.member.id})

    assert member.get("/forening/", 303).address.startswith("/logga-in")


def test_a_fault_of_ours_shows_a_reference_and_nothing_else(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.app.view_functions["public.about_reading"] = open_to_all(_fails)

    page = site.client().get("/om-lasningen", 500)

    (reference,) = page.all(r"registrerat som ([0-9A-F]{8})")
    assert reference in caplog.text
    assert "the inside of it" not in page.html


def _fails() -> str:
    raise RuntimeError("the inside of it")


def test_what_people_write_is_shown_as_text(site: Site) -> None:
    script = "<script>alert(1)</script>"
    association = installation.an_association(site.store, script)
    person = installation.a_person(site.store, "X", Role.ASSOCIATION, association)

    page = site.client(person).get("/forening/")

    assert page.h1 == script
    assert script not in page.html
