"""The key that signs sessions: made at first start, kept in the instance folder, never shipped."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

_NAME = "session.key"
_BYTES = 32


def secret_key(instance: Path) -> bytes:
    """Return the installation's key, made if there is none. Safe when several workers start at once."""
    path = instance / _NAME
    if not path.exists():
        instance.mkdir(parents=True, exist_ok=True)
        _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    """Write a whole key aside, then give it its name unless another worker was first; mkstemp makes it 0600."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(_BYTES))
    with suppress(FileExistsError):
        os.link(aside, path)
    Path(aside).unlink()
