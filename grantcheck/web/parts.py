"""What the web app is put together from; bootstrap hands it over."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from grantcheck.services.page_images import PageImages
from grantcheck.services.queue import Queue
from grantcheck.settings import Settings
from grantcheck.storage import Store

OpenStore = Callable[[], Store]


@dataclass(frozen=True, slots=True)
class Parts:
    """The settings, the ways to the database, to the reading and to the page images, and the reading's figures."""

    settings: Settings
    open_store: OpenStore
    queue: Queue
    page_images: PageImages
    figures: Path
