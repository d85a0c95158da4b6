"""`grantcheck run`: the web app and the worker, with the sample municipality at the first start."""

import argparse
import os
import socket
import sys
from dataclasses import replace

from grantcheck import bootstrap
from grantcheck.demo.sample_users import SampleUser, kept_users
from grantcheck.domain.errors import PortTaken
from grantcheck.resources import shipped
from grantcheck.settings import Settings
from grantcheck.texts import text

from .installation import OK, say, with_settings
from .supervisor import Supervisor

HOST = "127.0.0.1"
_NO_LEAK_WARNING = "ignore::UserWarning:multiprocessing.resource_tracker"
"""The worker ends as if it had crashed; the tracker then clears the semaphores of its pool and need not warn."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="where the web app listens (default: 8000)")


def run(options: argparse.Namespace) -> int:
    """Run until Ctrl-C or SIGTERM."""
    return with_settings(lambda settings: _run(settings, options.port))


def _run(settings: Settings, port: int) -> int:
    settings = replace(settings, instance=settings.instance.absolute())
    _require_free(port)
    bootstrap.prepare(settings)
    new_users = bootstrap.make_sample(settings)
    supervisor = Supervisor({"web app": _web_app(port), "worker": _worker()}, _environment(settings, port))
    supervisor.run(lambda: _welcome(settings, port, new_users))
    return OK


def _welcome(settings: Settings, port: int, new_users: tuple[SampleUser, ...]) -> None:
    say(text("gc.cli.run.address", address=f"http://{HOST}:{port}/"))
    for user in new_users:
        say(text("gc.cli.run.user", role=user.role, email=user.email, password=user.password))
    if kept_users(settings.sample_users):
        say(text("gc.cli.run.users", path=settings.sample_users))
    say(text("gc.cli.run.end"))


def _web_app(port: int) -> list[str]:
    options = ["--config", str(shipped("gunicorn.conf.py")), "--pythonpath", str(shipped()), "--bind", f"{HOST}:{port}"]
    return [sys.executable, "-m", "gunicorn", *options, "wsgi:app"]


def _worker() -> list[str]:
    return [sys.executable, "-W", _NO_LEAK_WARNING, "-m", "grantcheck", "worker"]


def _environment(settings: Settings, port: int) -> dict[str, str]:
    given = {"GRANTCHECK_PUBLIC_ADDRESS": f"http://{HOST}:{port}", **os.environ}
    return {**given, "GRANTCHECK_INSTANCE": str(settings.instance)}


def _require_free(port: int) -> None:
    """Raise PortTaken when something listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as fault:
            raise PortTaken(port=port) from fault
