"""What the commands that run an installation share: settings or a clear refusal, and the log's form."""

import logging
import os
import sys
from collections.abc import Callable

from grantcheck.domain.errors import GrantcheckError
from grantcheck.settings import Settings, WrongSetting, read_settings
from grantcheck.texts import text

OK, REFUSED = 0, 2
PRIVATE = 0o077
"""What an installation writes is its owner's alone."""


def with_settings(command: Callable[[Settings], int]) -> int:
    """Run the command with the settings; a failure that was foreseen gives one line and the exit status 2."""
    os.umask(PRIVATE)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("dbos").setLevel(logging.WARNING)
    try:
        return command(read_settings())
    except WrongSetting as fault:
        return _refuse(str(fault))
    except GrantcheckError as error:
        return _refuse(text(f"gc.error.{error.code}", **error.details))


def say(line: str) -> None:
    """Write a line for the person at the terminal."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _refuse(message: str) -> int:
    sys.stderr.write(f"grantcheck: {message}\n")
    return REFUSED
