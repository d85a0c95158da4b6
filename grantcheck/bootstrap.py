"""Puts the parts together: the only place that knows web, work, storage, extraction and analysis at once."""

from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.domain.document import Document
from grantcheck.services.page_images import PageImages
from grantcheck.settings import Settings
from grantcheck.storage import FileStore, Store, people
from grantcheck.storage.migrations import migrate, require_current

if TYPE_CHECKING:
    from flask import Flask

    from grantcheck.demo.sample_users import SampleUser
    from grantcheck.extraction import Limits


def prepare(settings: Settings) -> Path | None:
    """Make the instance folder and its databases; return the backup made before a migration, if any."""
    from grantcheck.work.durable_queue import make_system_database

    settings.instance.mkdir(parents=True, exist_ok=True, mode=0o700)
    backup = migrate(settings.database)
    if not settings.work_database.exists():
        make_system_database(settings.work_database)
    return backup


def make_sample(settings: Settings) -> tuple["SampleUser", ...]:
    """Make the sample municipality where there is none yet, and return its new sign-ins."""
    with open_store(settings) as store:
        if people.is_set_up(store):
            return ()
        from grantcheck.demo.seed import make_sample_municipality

        return make_sample_municipality(store, settings.sample_users)


def open_store(settings: Settings) -> Store:
    """Open the municipality's database and files; close it after use."""
    return Store.open(settings.database, FileStore.in_folder(settings.files))


def web_app(settings: Settings) -> "Flask":
    """Return the web app. Raises DatabaseBehind."""
    from grantcheck.web import create_app
    from grantcheck.work.durable_queue import DurableQueue

    require_current(settings.database)
    return create_app(
        settings, partial(open_store, settings), DurableQueue(settings.work_database), page_images(settings)
    )


def run_worker(settings: Settings) -> None:
    """Read reports until the process is ended. Raises DatabaseBehind, or what keeps the pipeline from loading."""
    from grantcheck.work.checking import Checking
    from grantcheck.work.reading_pool import ReadingPool
    from grantcheck.work.worker import work

    require_current(settings.database)
    pool = ReadingPool(settings.pipeline, settings.worker_processes)
    pool.warm_up()
    checking = Checking(partial(open_store, settings), _extractor(settings), pool.answer, version("grantcheck"))
    work(settings.work_database, checking, at_once=settings.worker_processes)


def page_images(settings: Settings) -> PageImages:
    """Return the page images, drawn in a limited child process."""
    from grantcheck.extraction import render_page

    def render(path: Path, page: int, dpi: int) -> bytes:
        return render_page(path, page, dpi, _limits(settings))

    return PageImages(FileStore.in_folder(settings.files), settings.page_images, render)


def _extractor(settings: Settings) -> Callable[[Path, Callable[[int, int], None]], Document]:
    from grantcheck.extraction import extract

    def read(path: Path, page_read: Callable[[int, int], None]) -> Document:
        return extract(path, _limits(settings), page_read)

    return read


def _limits(settings: Settings) -> "Limits":
    from grantcheck.extraction import Limits

    return Limits(max_pages=settings.max_pages, max_bytes=settings.max_upload_megabytes * 1_000_000)
