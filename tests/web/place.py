"""The web app over a real installation in a folder, with one client per role, and pages read as people see them."""

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.application import ApplicationId
from grantcheck.domain.document import Document
from grantcheck.domain.grant_round import RoundId
from grantcheck.domain.people import User
from grantcheck.domain.report import ReportId
from grantcheck.services import applications
from grantcheck.services.page_images import PageImages
from grantcheck.services.record_check import Reading, record_reading
from grantcheck.services.submit_report import Upload, receive
from grantcheck.settings import Settings
from grantcheck.storage import FileStore, Store
from grantcheck.storage.check_runs import Attempt
from grantcheck.web import create_app
from tests import factories, installation
from tests.installation import PASSWORD, Installation

A_PDF = b"%PDF-1.4\n% drawn by the test's own renderer\n"
A_PNG = b"\x89PNG\r\n\x1a\n a page"
VOID = {"area", "br", "hr", "img", "input", "link", "meta", "circle", "path", "rect"}


@dataclass
class Site:
    """The app with its people: a member with a draft and a sent application, a stranger and an officer."""

    place: Installation
    store: Store
    member: User
    stranger: User
    officer: User
    draft: ApplicationId
    sent: ApplicationId
    figures: Path | None = None

    @cached_property
    def settings(self) -> Settings:
        return Settings(instance=self.place.folder, max_upload_megabytes=1)

    @cached_property
    def app(self) -> Flask:
        return create_app(self.settings, self.place.open_store, self.place.queue, self.images, self.figures)

    @property
    def images(self) -> PageImages:
        return PageImages(FileStore.in_folder(self.place.folder / "files"), self.place.folder / "images", a_page)

    def client(self, user: User | None = None, language: str = "sv") -> "Client":
        visitor = Client(self.app.test_client())
        if user:
            visitor.sign_in(user.email)
        if language != "sv":
            visitor.post("/sprak", language=language, next="/")
        return visitor

    def hand_in(self, application: ApplicationId, content: bytes = A_PDF, filename: str = "rapport.pdf") -> ReportId:
        given = Upload(BytesIO(content), filename)
        return receive(self.store, self.place.queue, self.member, application, given, max_megabytes=1)

    def read(self, report: ReportId, document: Document | None = None, analysis: Analysis | None = None) -> None:
        attempt = Attempt(report, f"check-{report}", "0.1.0")
        reading = Reading(document or factories.document(), analysis or factories.analysis(), factories.karlstad())
        record_reading(self.store, attempt, reading)


class Client:
    """A browser of the test: fills in the CSRF token of the page before, and checks every page it is given."""

    def __init__(self, flask: FlaskClient) -> None:
        self.flask = flask
        self.token = ""

    def get(self, address: str, status: int = 200) -> "Page":
        return self._page(self.flask.get(address), status)

    def post(self, address: str, status: int = 303, **fields: object) -> "Page":
        if not self.token:
            self.get("/tillganglighet")
        return self._page(self.flask.post(address, data={"csrf_token": self.token, **fields}), status)

    def sign_in(self, email: str, password: str = PASSWORD, status: int = 303) -> "Page":
        self.get("/logga-in")
        page = self.post("/logga-in", status, email=email, password=password)
        self.token = ""
        return page

    def _page(self, response: TestResponse, status: int) -> "Page":
        assert response.status_code == status, response.get_data(as_text=True)
        page = Page(response)
        if response.mimetype == "text/html" and status not in (302, 303):
            page.check()
            self.token = page.token or self.token
        return page


class Page:
    """A response read as a page."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.html = response.get_data().decode(errors="replace")

    @property
    def address(self) -> str:
        return self.response.headers["Location"]

    @property
    def title(self) -> str:
        return plain(self.all(r"<title>(.*?)</title>")[0])

    @property
    def h1(self) -> str:
        return plain(self.all(r"<h1[^>]*>(.*?)</h1>")[0])

    @property
    def words(self) -> str:
        return plain(re.sub(r"<head>.*?</head>", "", self.html, flags=re.S))

    @property
    def token(self) -> str:
        found = self.all(r'name="csrf_token" value="([^"]+)"')
        return found[0] if found else ""

    def all(self, pattern: str) -> list[str]:
        return re.findall(pattern, self.html, flags=re.S)

    def pairs(self, pattern: str) -> list[tuple[str, str]]:
        return re.findall(pattern, self.html, flags=re.S)

    def check(self) -> None:
        """Hold what every page owes: one h1, a language, a title that begins with it, labels, tokens, known texts."""
        outline = Outline(self.html)
        assert outline.count["h1"] == 1
        assert outline.language in ("sv", "en")
        assert self.title.startswith((self.h1, "Fel: ", "Error: "))
        assert len(outline.ids) == len(set(outline.ids)), outline.ids
        assert outline.inputs <= set(outline.labelled), outline.inputs - set(outline.labelled)
        assert outline.first_link == "#content"
        assert [form for form in self.all(r'<form method="post".*?</form>') if "csrf_token" not in form] == []
        assert outline.inline == []
        assert outline.open_tags == []
        assert not re.search(r"\bgc\.[a-z_.]+", self.words)


class Outline(HTMLParser):
    """Counts what matters in a page's markup, and refuses tags that are not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.count: dict[str, int] = {"h1": 0}
        self.language = ""
        self.ids: list[str] = []
        self.inputs: set[str] = set()
        self.labelled: list[str] = []
        self.first_link = ""
        self.inline: list[str] = []
        self.open_tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.count[tag] = self.count.get(tag, 0) + 1
        self.ids += [given["id"]] if "id" in given else []
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        self._note(tag, given)
        if tag not in VOID:
            self.open_tags.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open_tags, f"</{tag}> closes nothing"
        assert self.open_tags.pop() == tag, f"</{tag}> closes another tag"

    def _note(self, tag: str, given: dict[str, str]) -> None:
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "a" and not self.first_link:
            self.first_link = given["href"]
        if tag == "label":
            self.labelled.append(given["for"])
        if tag in ("input", "textarea", "select") and given.get("type") != "hidden":
            self.inputs.add(given["id"])


def plain(html: str) -> str:
    """Return the text as it is read: tags gone, white space joined."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def a_page(path: Path, page: int, dpi: int) -> bytes:
    """Stands in for the renderer, which these tests do not speak about."""
    return A_PNG


def make_site(place: Installation, store: Store) -> Site:
    installation.a_round(store, 1)
    installation.a_round(store, 2)
    member = installation.a_member(store, "Maud", installation.an_association(store, "Kvistedals BK"))
    stranger = installation.a_member(store, "Signe", installation.an_association(store, "Älvkören"))
    officer = installation.an_officer(store)
    draft = installation.a_draft(store, member, RoundId(1))
    sent = installation.a_draft(store, member, RoundId(2))
    site = Site(place, store, member, stranger, officer, draft, sent)
    report = site.hand_in(sent)
    site.read(report)
    applications.submit(store, member, sent, may_represent=True)
    return site
