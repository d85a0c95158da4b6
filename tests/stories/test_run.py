"""`grantcheck run` from nothing: it answers, ends cleanly, and a second start keeps the data."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

import pytest

pytestmark = pytest.mark.crash
LONGEST_WAIT = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(instance: Path, port: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "grantcheck", "run", "--port", str(port)]
    environment = {**os.environ, "GRANTCHECK_INSTANCE": str(instance)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def answer(port: int, path: str) -> tuple[int, str]:
    """Return status and text, asked for until the web app listens; the deadline only ends a broken test."""
    deadline = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as page:
                return page.status, page.read().decode()
        except (URLError, ConnectionError):
            assert time.monotonic() < deadline
            time.sleep(0.2)


def end(running: "subprocess.Popen[str]") -> str:
    running.send_signal(signal.SIGTERM)
    said, _ = running.communicate(timeout=LONGEST_WAIT)
    assert running.returncode == 0
    return said


def test_it_answers_ends_cleanly_and_keeps_its_data(tmp_path: Path) -> None:
    instance, port = tmp_path / "instance", free_port()

    first = start(instance, port)
    status, page = answer(port, "/logga-in")
    said = end(first)

    users = json.loads((instance / "sample-users.json").read_text(encoding="utf-8"))
    assert status == 200
    assert 'name="password"' in page
    assert f"http://127.0.0.1:{port}/" in said
    assert all(user["email"] in said and user["password"] in said for user in users)

    second = start(instance, port)
    assert answer(port, "/logga-in")[0] == 200
    said = end(second)

    assert json.loads((instance / "sample-users.json").read_text(encoding="utf-8")) == users
    assert not any(user["password"] in said for user in users)


def test_a_taken_port_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        running = start(tmp_path / "instance", port := int(taken.getsockname()[1]))
        said, _ = running.communicate(timeout=LONGEST_WAIT)

    assert running.returncode == 2
    assert said == f"grantcheck: Port {port} är upptagen. Välj en annan: make run PORT=8001\n"
