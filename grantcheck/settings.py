"""All settings, read once from `GRANTCHECK_*` and refused at start if wrong; docs/operations.md explains each."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "GRANTCHECK_"


class WrongSetting(Exception):
    """A setting can't be used; the message names it, its value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One installation's settings. `instance` is the folder with its database, files and keys."""

    instance: Path = Path("instance")
    pipeline: str = "sv_grantcheck"
    ruleset: str = "karlstad-2026"
    max_upload_megabytes: int = 25
    max_pages: int = 60
    secure_cookies: bool = False
    worker_processes: int = 1
    public_address: str = "http://127.0.0.1:8000"

    @property
    def database(self) -> Path:
        """The municipality's own database."""
        return self.instance / "grantcheck.db"

    @property
    def work_database(self) -> Path:
        """The system database of the durable workflows."""
        return self.instance / "work.db"

    @property
    def files(self) -> Path:
        """The content-addressed store of uploaded files."""
        return self.instance / "files"

    @property
    def sample_users(self) -> Path:
        """The sign-ins of the sample municipality."""
        return self.instance / "sample-users.json"

    @property
    def page_images(self) -> Path:
        """The cache of page images; safe to remove."""
        return self.instance / "page-images"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings. Raises WrongSetting for an unknown name or an unusable value."""
    given = {name.removeprefix(PREFIX).lower(): value for name, value in environment.items() if name.startswith(PREFIX)}
    fields = {name: field.type for name, field in Settings.__dataclass_fields__.items()}
    unknown = sorted(given.keys() - fields.keys())
    if unknown:
        names = ", ".join(PREFIX + name.upper() for name in unknown)
        raise WrongSetting(f"unknown setting {names}; docs/operations.md lists those there are")
    return Settings(**{name: _parse(name, value, fields[name]) for name, value in given.items()})  # type: ignore[arg-type]


def _parse(name: str, value: str, kind: object) -> object:
    if kind is int:
        return _positive_number(name, value)
    if kind is bool:
        return _yes_or_no(name, value)
    return Path(value) if kind is Path else value


def _positive_number(name: str, value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise WrongSetting(f"{PREFIX}{name.upper()} is {value!r}; it must be a whole number, at least 1")
    return int(value)


def _yes_or_no(name: str, value: str) -> bool:
    if value.lower() not in ("yes", "no"):
        raise WrongSetting(f"{PREFIX}{name.upper()} is {value!r}; it must be yes or no")
    return value.lower() == "yes"
