"""Which commands there are; each is imported only when it is called, so that `--help` answers at once."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "check": "read reports and say what they describe",
    "evaluate": "tell how often the reading agrees with your own verdicts",
    "run": "start the web app and the worker",
    "worker": "start the worker alone",
    "migrate": "bring the database to the newest form",
    "audit": "verify the log of what was done",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(
        prog="grantcheck",
        description="Reads activity reports and shows whether they describe the work against kränkningar.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose.capitalize()}.")
        if given[:1] == [name]:
            module = import_module(f".{name}", __package__)
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    options = parser.parse_args(given)
    status: int = options.run(options)
    return status
