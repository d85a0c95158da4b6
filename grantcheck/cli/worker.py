"""`grantcheck worker`: reads reports until it is ended."""

import argparse

from grantcheck import bootstrap
from grantcheck.settings import Settings

from .installation import OK, with_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments: none."""


def run(options: argparse.Namespace) -> int:
    """Work until SIGTERM or SIGINT."""
    return with_settings(_work)


def _work(settings: Settings) -> int:
    bootstrap.run_worker(settings)
    return OK
