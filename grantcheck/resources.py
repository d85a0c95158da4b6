"""Finds what is shipped beside the code: models, templates and migrations, in a checkout or in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_shipped"


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder, for example `shipped("models", "rulesets")`."""
    root = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
