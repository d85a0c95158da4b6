"""One connection to the municipality's database, with its file store and its clock; one per request and per worker."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from .files import FileStore

Clock = Callable[[], datetime]
BUSY_SECONDS = 10.0
_AFTER_Z = str.maketrans("åäæöø", "{||}}")


def utc_now() -> datetime:
    """Return the time in UTC, to the second, as it is stored."""
    return datetime.now(UTC).replace(microsecond=0)


def connect(path: Path) -> Database:
    """Open the database. Each connection holds foreign keys, waits for other writers and writes ahead."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.create_function("casefold", 1, _casefold, deterministic=True)
    connection.create_function("swedish", 1, _swedish, deterministic=True)
    return Database(connection, strict=True)


@dataclass(frozen=True, slots=True)
class Store:
    """What services and read queries work on. Use it in one thread and close it, best through `with`."""

    db: Database
    files: FileStore
    clock: Clock = utc_now

    @classmethod
    def open(cls, path: Path, files: FileStore, clock: Clock = utc_now) -> Self:
        """Connect to the database at the path."""
        return cls(connect(path), files, clock)

    def now(self) -> datetime:
        """Return the time in UTC."""
        return self.clock()

    @contextmanager
    def immediate(self) -> Iterator[None]:
        """Run a unit of work: all of it is written, or nothing when it raises. Inside another it is part of that one.

        It takes the write lock at once: SQLite's deferred transactions fail instead of waiting when a read turns into
        a write under WAL.
        """
        if self.db.conn.in_transaction:
            yield
            return
        self.db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.conn.rollback()
            raise
        self.db.conn.commit()

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _casefold(text: str | None) -> str | None:
    """SQLite's own lower() and LIKE know ASCII letters only."""
    return None if text is None else text.casefold()


def _swedish(text: str | None) -> str | None:
    """Return the key that sorts as Swedish does: å, ä and ö come after z, in that order."""
    return None if text is None else text.casefold().translate(_AFTER_Z)
