"""One real server with its worker for all browser stories, and one browser."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
LONGEST_START = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running installation with the sample municipality, and those who may sign in."""

    address: str
    users: tuple[dict[str, str], ...]

    def sign_in(self, page: Page, role: str, place: int = 0) -> None:
        """Sign in as the sample's person with the role, the first unless another is asked for."""
        user = [user for user in self.users if user["role"] == role][place]
        page.goto(f"{self.address}/logga-in")
        page.get_by_label("E-postadress").fill(user["email"])
        page.get_by_label("Lösenord").fill(user["password"])
        page.get_by_role("button", name="Logga in").click()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("instance")
    port = _free_port()
    command = [sys.executable, "-m", "grantcheck", "run", "--port", str(port)]
    log = (folder / "log.txt").open("wb")
    running = subprocess.Popen(
        command, env={**os.environ, "GRANTCHECK_INSTANCE": str(folder)}, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_well(address, running, folder / "log.txt")
        yield Server(address, tuple(json.loads((folder / "sample-users.json").read_text(encoding="utf-8"))))
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(30)
        log.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    """Give a wide page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, locale="sv-SE", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_well(address: str, running: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline:
        assert running.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urllib.request.urlopen(f"{address}/halsa", timeout=5):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError("the server did not start: " + log.read_text(encoding="utf-8"))
