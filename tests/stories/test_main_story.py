"""The main story: a report that lacks discrimination work is handed in, read, submitted, and reviewed by an officer."""

import re
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .conftest import Server
from .report_pdf import MARKED_SENTENCE, write_report

ASSOCIATION = "Kvistedals BK"
MOTIVATION = "Texten nämner inte ordet, men lägret var öppet för alla."
LONGEST_READING = 120
NEAR = 3.0
"""PDF points that a mark may reach beyond the letters."""

pytestmark = pytest.mark.story


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, in PDF points from the page's top left."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Area") -> bool:
        return (
            self.left <= other.left + NEAR
            and self.top <= other.top + NEAR
            and self.right >= other.right - NEAR
            and self.bottom >= other.bottom - NEAR
        )


def test_a_report_without_discrimination_work_goes_from_upload_to_an_overruled_verdict(
    server: Server, without_script: Page, context: BrowserContext, tmp_path: Path
) -> None:
    report = write_report(tmp_path / "verksamhetsberattelse.pdf")
    officer = context.new_page()

    case_number = hand_in(server, without_script, report)
    find_in_queue(server, officer, case_number)
    marked = area_of(see_the_mark(officer))
    overrule(officer)

    assert marked.covers(words_in_file(report))
    assert words_in_file(report).covers(marked)
    see_both_kept(officer)


def hand_in(server: Server, page: Page, report: Path) -> str:
    """Upload as the association, see why something is missing, submit, and return the case number."""
    server.sign_in(page, "association")
    expect(page.get_by_role("heading", level=1)).to_have_text(ASSOCIATION)
    page.get_by_role("link", name="Fortsätt med ansökan").click()
    page.goto(f"{page.url}/rapport")
    page.locator("#report").set_input_files(report)
    page.get_by_role("button", name="Ladda upp").click()
    wait_until_read(page)
    see_why(page)
    page.get_by_role("link", name="Gå vidare och skicka in").click()
    page.get_by_label("Jag får företräda föreningen").check()
    page.get_by_role("button", name="Skicka in ansökan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack, vi har tagit emot er ansökan")
    (number,) = re.findall(r"F-\d{4}-\d+", page.locator("main").inner_text())
    return str(number)


def wait_until_read(page: Page) -> None:
    """Press «Uppdatera sidan» until the reading is done; the number of times only keeps a broken test from hanging."""
    for _ in range(LONGEST_READING * 2):
        if page.url.endswith("/lasning"):
            return
        page.get_by_role("link", name="Uppdatera sidan").click()
        page.wait_for_timeout(500)
    raise AssertionError("the report was not read: " + page.locator("main").inner_text())


def see_why(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Så här läste vi er rapport")
    expect(page.locator("figure", has_text=MARKED_SENTENCE).first).to_contain_text("Sidan 1")
    missing = page.locator("#k2")
    expect(missing.locator("[data-status]")).to_have_text(re.compile("Saknas i texten"))
    expect(missing).to_contain_text("Därför:")


def find_in_queue(server: Server, page: Page, case_number: str) -> None:
    """Sign in as the officer and find the case in the flagged group, first among the association's own."""
    server.sign_in(page, "officer")
    page.get_by_role("link", name=re.compile("Att granska")).click()
    flags = page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.dataset.flag)")
    assert flags == sorted(flags, key={"flagged": 0, "none": 1, "review": 1, "clear": 2}.__getitem__)
    page.locator("#sok").fill(ASSOCIATION)
    page.get_by_role("button", name="Visa").click()
    first = page.locator("tbody tr").first
    expect(first).to_contain_text(case_number)
    expect(first).to_contain_text("Flaggad")
    first.get_by_role("link", name=ASSOCIATION).click()


def see_the_mark(page: Page) -> Locator:
    """Follow the quote's link to its mark on the page image, and return the mark's box."""
    expect(page.get_by_role("heading", level=1)).to_have_text(ASSOCIATION)
    image = page.locator(".sheet img").first
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.naturalWidth") > 500
    quote = page.locator("figure", has_text=MARKED_SENTENCE).first
    link = quote.get_by_role("link", name="Sidan 1")
    mark = page.locator(str(link.get_attribute("href")).replace("#", "[id='", 1) + "'] > rect:first-of-type")
    link.click()
    expect(mark).to_be_in_viewport()
    return mark


def area_of(mark: Locator) -> Area:
    """Return where the mark lies on the image that the browser shows, in the file's points."""
    left, top, right, bottom = mark.evaluate("""mark => {
        const sheet = mark.closest(".sheet").querySelector("img")
        const [box, image] = [mark, sheet].map(item => item.getBoundingClientRect())
        const points = 595.28 / image.width
        return [box.left - image.left, box.top - image.top, box.right - image.left, box.bottom - image.top]
            .map(pixels => pixels * points)
    }""")
    return Area(left, top, right, bottom)


def words_in_file(report: Path) -> Area:
    """Return where the sentence stands in the file itself, as pdfplumber sees its letters."""
    with pdfplumber.open(report) as pdf:
        (found,) = pdf.pages[0].search(re.escape(MARKED_SENTENCE))
    return Area(found["x0"], found["top"], found["x1"], found["bottom"])


def overrule(page: Page) -> None:
    """Judge against the reading: first without a motivation, which is refused, then with one."""
    own = page.locator("#k2")
    own.get_by_label("Otydligt").check()
    own.get_by_role("button", name="Spara bedömning").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv varför du bedömer annorlunda än läsningen.")
    page.locator("#k2").get_by_label("Motivering").fill(MOTIVATION)
    page.locator("#k2").get_by_role("button", name="Spara bedömning").click()
    expect(page.locator("#k2").get_by_role("status")).to_contain_text("Bedömningen av K2 är sparad.")


def see_both_kept(page: Page) -> None:
    page.reload()
    section = page.locator("#k2")
    expect(section.locator(".criterion-head [data-status]")).to_have_attribute("data-status", "saknas")
    expect(section.locator(".standing")).to_contain_text("Otydligt")
    expect(section.locator(".standing")).to_contain_text(MOTIVATION)
