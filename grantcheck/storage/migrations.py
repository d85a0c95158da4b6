"""Brings the database to the newest form: numbered files under migrations/, forward only, with a backup before."""

import sqlite3
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from grantcheck.domain.errors import DatabaseBehind
from grantcheck.resources import shipped

from .store import connect


def shipped_migrations() -> Migrations:
    """Return every migration under migrations/, in order of its number."""
    migrations = Migrations("grantcheck")
    for path in sorted(shipped("migrations").glob("m[0-9]*.py")):
        migrations(name=path.stem)(_module(path).up)
    return migrations


def pending(database: Path) -> list[str]:
    """Return the names of the migrations that the database still lacks."""
    db = connect(database)
    try:
        return [migration.name for migration in shipped_migrations().pending(db)]
    finally:
        db.close()


def migrate(database: Path) -> Path | None:
    """Apply what is pending and return the backup made before, None where there was nothing to lose.

    Foreign keys are off while it runs and checked after.
    """
    missing = pending(database)
    if not missing:
        return None
    backup = _backup(database, missing[0])
    db = connect(database)
    try:
        db.conn.execute("PRAGMA foreign_keys = OFF")
        shipped_migrations().apply(db)
        _check_foreign_keys(db)
    finally:
        db.close()
    return backup


def require_current(database: Path) -> None:
    """Raise DatabaseBehind when migrations are pending."""
    missing = pending(database) if database.exists() else [migration.name for migration in _all()]
    if missing:
        raise DatabaseBehind(missing=" ".join(missing))


def _all() -> list[Migrations._Migration]:
    return shipped_migrations().pending(Database(memory=True))


def _backup(database: Path, before: str) -> Path | None:
    """Copy the database beside itself, under the name of the migration that comes next."""
    source = connect(database)
    try:
        if not source.table_names():
            return None
        copy = database.with_name(f"{database.stem}-before-{before}.db")
        target = sqlite3.connect(copy)
        try:
            source.conn.backup(target)
        finally:
            target.close()
    finally:
        source.close()
    copy.chmod(0o600)
    return copy


def _check_foreign_keys(db: Database) -> None:
    broken = db.conn.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sqlite3.IntegrityError(f"{len(broken)} rows point at rows that are gone, first in {broken[0][0]}")


def _module(path: Path) -> ModuleType:
    spec = spec_from_file_location(f"grantcheck_migrations.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
