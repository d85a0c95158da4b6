"""docs/operations.md explains every setting with its default, and nothing that does not exist."""

import re
from pathlib import Path

from grantcheck.settings import PREFIX, Settings

GUIDE = (Path(__file__).parents[1] / "docs" / "operations.md").read_text(encoding="utf-8")


def test_every_setting_is_explained_with_its_default() -> None:
    explained = dict(re.findall(r"^\| `(GRANTCHECK_[A-Z_]+)` \| `([^`]+)` \|", GUIDE, re.MULTILINE))
    defaults = {
        PREFIX + name.upper(): {True: "yes", False: "no"}.get(value, str(value))
        if isinstance(value, bool)
        else str(value)
        for name in Settings.__dataclass_fields__
        if (value := getattr(Settings(), name)) is not None
    }

    assert explained == defaults


def test_no_other_setting_is_spoken_of() -> None:
    spoken_of = set(re.findall(r"GRANTCHECK_[A-Z_]+", GUIDE))

    assert spoken_of == {PREFIX + name.upper() for name in Settings.__dataclass_fields__}
