"""`grantcheck audit verify`: finds a changed, removed or inserted row in the log of what was done."""

import argparse

from grantcheck import bootstrap
from grantcheck.domain.audit import first_break
from grantcheck.settings import Settings
from grantcheck.storage import audit
from grantcheck.storage.migrations import require_current
from grantcheck.texts import plural, text

from .installation import OK, say, with_settings

BROKEN = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be done with the log."""
    parser.add_argument("action", choices=["verify"], help="check that no event was changed, removed or inserted")


def run(options: argparse.Namespace) -> int:
    """Verify the log; 0 when it holds, 1 when it does not."""
    return with_settings(_verify)


def _verify(settings: Settings) -> int:
    require_current(settings.database)
    with bootstrap.open_store(settings) as store:
        head = audit.head(store)
        broken = first_break(audit.events(store), head)
    if broken is None:
        say(plural("gc.cli.audit.holds", head.events, hash=head.hash))
        return OK
    say(text(f"gc.cli.audit.{broken.kind.value}", number=broken.number, events=head.events))
    return BROKEN
