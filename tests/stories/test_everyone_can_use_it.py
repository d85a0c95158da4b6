"""Every main page: no fault that axe finds, no sideways scrolling, nothing refused by the policy, no foreign host."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .conftest import Server

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PUBLIC = ("/logga-in", "/om-lasningen", "/tillganglighet", "/personuppgifter", "/finns/inte")
WAYS = (("light", 1280, "sv"), ("dark", 1280, "en"), ("light", 320, "sv"))

pytestmark = pytest.mark.story


def association_pages(server: Server, page: Page) -> Iterator[str]:
    """Yield the addresses of the second association's pages; it has applications that were handed in."""
    page.goto(f"{server.address}/forening/")
    yield page.url
    cases = page.locator(".case-list a").evaluate_all("links => links.map(link => link.href)")
    for case in cases[:1]:
        yield from (
            f"{case}{part}" for part in ("", "/rapport", "/laser", "/rapport/markeringar", "/skicka", "/kvitto")
        )
    yield f"{server.address}/forening/omgang/1"


def officer_pages(server: Server, page: Page) -> Iterator[str]:
    yield f"{server.address}/handlaggare/"
    page.goto(f"{server.address}/handlaggare/ko?alla=1")
    yield page.url
    yield f"{server.address}/handlaggare/ko?sok=a"
    cases = page.locator("tbody th a").evaluate_all("links => links.map(link => link.href)")
    for case in cases[:1]:
        yield from (case, f"{case}&vy=text", case.replace("?", "/jamfor?", 1))


def public_pages(server: Server, page: Page) -> Iterator[str]:
    yield from (f"{server.address}{address}" for address in PUBLIC)


@pytest.mark.parametrize(("look", "width", "language"), WAYS)
@pytest.mark.parametrize("role", ["nobody", "association", "officer"])
def test_every_page_can_be_used_by_everyone(
    server: Server, browser: Browser, role: str, look: str, width: int, language: str
) -> None:
    context = browser.new_context(
        color_scheme="dark" if look == "dark" else "light", viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text) if "status of 4" not in message.text else None)
    page.on("request", lambda request: asked.append(request.url))
    if role != "nobody":
        server.sign_in(page, role, 1 if role == "association" else 0)
    if language == "en":
        page.goto(f"{server.address}/tillganglighet")
        page.get_by_role("button", name="English").click()
    pages = {"nobody": public_pages, "association": association_pages, "officer": officer_pages}[role]

    faults = [fault for address in list(pages(server, page)) for fault in faults_of(page, address, role)]
    context.close()

    assert faults == []
    assert told == []
    assert [url for url in asked if not url.startswith(server.address)] == []


def faults_of(page: Page, address: str, role: str) -> list[str]:
    page.goto(address)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    faults = [f"{address}: {item['id']} {item['nodes'][0]['html'][:200]}" for item in found]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{address}: scrolls sideways")
    inline = page.evaluate("document.querySelectorAll('[style], [onclick], [onload], script:not([src])').length")
    return [*faults, *([f"{address}: inline style or script"] if inline else [])]
