"""What the web app is put together from; bootstrap hands it over."""

from collections.abc import Callable
from dataclasses import dataclass

from grantcheck.services.page_images import PageImages
from grantcheck.services.queue import Queue
from grantcheck.settings import Settings
from grantcheck.storage import Store

OpenStore = Callable[[], Store]


@dataclass(frozen=True, slots=True)
class Parts:
    """The settings, and the ways to the database, to the reading and to the page images."""

    settings: Settings
    open_store: OpenStore
    queue: Queue
    page_images: PageImages
