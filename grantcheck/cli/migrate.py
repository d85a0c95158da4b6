"""`grantcheck migrate`: brings the database to the newest form, after a backup."""

import argparse

from grantcheck import bootstrap
from grantcheck.settings import Settings
from grantcheck.texts import text

from .installation import OK, say, with_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments: none."""


def run(options: argparse.Namespace) -> int:
    """Migrate."""
    return with_settings(_migrate)


def _migrate(settings: Settings) -> int:
    backup = bootstrap.prepare(settings)
    if backup:
        say(text("gc.cli.migrate.backup", path=backup))
    say(text("gc.cli.migrate.done", path=settings.database))
    return OK
