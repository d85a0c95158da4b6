"""The content-addressed store of uploaded files: each lies under the SHA-256 of its bytes, never under its name."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from uuid import uuid4

from fsspec import AbstractFileSystem
from fsspec.implementations.local import LocalFileSystem

from grantcheck.domain.errors import FileTooLarge

BYTES_PER_MEGABYTE = 1_000_000
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file's address and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class FileStore:
    """Files in a folder of any fsspec file system: a disk folder as shipped, an object store when that is outgrown."""

    system: AbstractFileSystem
    root: str

    @classmethod
    def in_folder(cls, folder: Path) -> "FileStore":
        """Return the store in a folder of this machine."""
        return cls(LocalFileSystem(auto_mkdir=True), str(folder.absolute()))

    def put(self, stream: BinaryIO, max_megabytes: int) -> StoredFile:
        """Store the stream, lastingly, and return its address. The same bytes are stored once.

        Raises FileTooLarge as soon as the limit is passed; nothing is left then.
        """
        arriving = f"{self.root}/arriving/{uuid4().hex}"
        try:
            stored = self._write(stream, arriving, max_megabytes)
            self.system.makedirs(self._folder(stored.sha256), exist_ok=True)
            self.system.mv(arriving, self._path(stored.sha256))
        except BaseException:
            if self.system.exists(arriving):
                self.system.rm_file(arriving)
            raise
        return stored

    def has(self, sha256: str) -> bool:
        """Whether the file is there."""
        return bool(self.system.exists(self._path(sha256)))

    def open(self, sha256: str) -> BinaryIO:
        """Open the file for reading. Raises FileNotFoundError."""
        return cast("BinaryIO", self.system.open(self._path(sha256), "rb"))

    def remove(self, sha256: str) -> None:
        """Remove the file; nothing happens when it is gone already."""
        if self.has(sha256):
            self.system.rm_file(self._path(sha256))

    @contextmanager
    def local(self, sha256: str) -> Iterator[Path]:
        """Give a path on this machine with the file's bytes. Raises FileNotFoundError."""
        if isinstance(self.system, LocalFileSystem):
            yield Path(self._path(sha256))
            return
        with tempfile.TemporaryDirectory(prefix="grantcheck-") as folder:
            copy = Path(folder) / sha256
            self.system.get_file(self._path(sha256), str(copy))
            yield copy

    def _write(self, stream: BinaryIO, path: str, max_megabytes: int) -> StoredFile:
        digest, size = hashlib.sha256(), 0
        with self.system.open(path, "wb") as file:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > max_megabytes * BYTES_PER_MEGABYTE:
                    raise FileTooLarge(megabytes=_megabytes(stream, size), limit=max_megabytes)
                digest.update(chunk)
                file.write(chunk)
            if isinstance(self.system, LocalFileSystem):
                file.flush()
                os.fsync(file.fileno())
        return StoredFile(digest.hexdigest(), size)

    def _folder(self, sha256: str) -> str:
        return f"{self.root}/{sha256[:2]}"

    def _path(self, sha256: str) -> str:
        return f"{self._folder(sha256)}/{sha256}"


def _megabytes(stream: BinaryIO, read: int) -> int:
    """Return the stream's whole size, begun megabytes counted; where it can't be told, what was read of it."""
    size = stream.seek(0, os.SEEK_END) if stream.seekable() else read
    return -(-size // BYTES_PER_MEGABYTE)
