"""SQLite through sqlite-utils and the file store: the only place with SQL."""

from .files import FileStore, StoredFile
from .store import Clock, Store, utc_now

__all__ = ["Clock", "FileStore", "Store", "StoredFile", "utc_now"]
