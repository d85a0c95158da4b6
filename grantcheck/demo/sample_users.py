"""The sign-ins of the sample municipality: random passwords, kept in a file that only its owner may read."""

import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

_PASSWORD_BYTES = 9


@dataclass(frozen=True, slots=True)
class SampleUser:
    """One sign-in."""

    role: str
    email: str
    password: str


def new_password() -> str:
    """Return a random password of twelve characters."""
    return secrets.token_urlsafe(_PASSWORD_BYTES)


def keep_users(path: Path, users: Iterable[SampleUser]) -> None:
    """Write the sign-ins; the file is closed to others from its first moment."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump([asdict(user) for user in users], file, ensure_ascii=False, indent=1)


def kept_users(path: Path) -> bool:
    """Whether the sign-ins are kept there."""
    return path.exists()
