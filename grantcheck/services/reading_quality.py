"""What everybody may see of the reading: which version reads, and how often officers agree with it."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from zoneinfo import ZoneInfo

from grantcheck.resources import shipped
from grantcheck.storage import Store
from grantcheck.storage.agreement import Agreement, agreements

FEWEST_REVIEWS = 20
"""Of fewer reviews nothing is told: a few cases say little, and might be recognised."""

SWEDISH_TIME = ZoneInfo("Europe/Stockholm")
_FINGERPRINT_LETTERS = 8


@dataclass(frozen=True, slots=True)
class ReaderVersion:
    """What reads here: the program, the language pipeline and a fingerprint of the trained models."""

    program: str
    pipeline: str
    pipeline_version: str
    models: str


def officers_agreement(store: Store) -> tuple[Agreement, ...]:
    """Return the agreement on each criterion in the reviews completed this year, nothing where there are too few."""
    found = agreements(store, start_of_year(store.now()))
    return tuple(item for item in found if item.reviews >= FEWEST_REVIEWS)


def start_of_year(moment: datetime) -> datetime:
    """Return when the moment's year began, by Swedish time."""
    return datetime(moment.astimezone(SWEDISH_TIME).year, 1, 1, tzinfo=SWEDISH_TIME)


def reader_version(pipeline: str) -> ReaderVersion:
    """Return which program, pipeline and models read here."""
    return ReaderVersion(version("grantcheck"), pipeline, _pipeline_version(pipeline), _models_fingerprint())


def _pipeline_version(pipeline: str) -> str:
    """Return the version of a shipped pipeline, or of the installed package of the name; empty where unknown."""
    meta = shipped("models", pipeline, "meta.json")
    if meta.is_file():
        return str(json.loads(meta.read_text(encoding="utf-8"))["version"])
    try:
        return version(pipeline)
    except PackageNotFoundError:
        return ""


@cache
def _models_fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in shipped("models", "reading").iterdir() if path.suffix != ".md"):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:_FINGERPRINT_LETTERS]
