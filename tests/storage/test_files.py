"""Uploaded files lie under their own fingerprint, on a disk or elsewhere."""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from grantcheck.domain.errors import FileTooLarge
from grantcheck.storage import FileStore, StoredFile

CONTENT = b"En verksamhetsberattelse. " * 5000


def in_memory() -> FileStore:
    return FileStore(MemoryFileSystem(skip_instance_cache=True), "/files")


@pytest.fixture(params=["folder", "elsewhere"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> FileStore:
    return FileStore.in_folder(tmp_path / "files") if request.param == "folder" else in_memory()


def test_a_file_is_found_again_by_its_fingerprint(files: FileStore) -> None:
    stored = files.put(BytesIO(CONTENT), 25)

    assert stored == StoredFile(hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))
    with files.open(stored.sha256) as file:
        assert file.read() == CONTENT
    with files.local(stored.sha256) as path:
        assert path.read_bytes() == CONTENT


def test_the_same_bytes_are_stored_once(tmp_path: Path) -> None:
    files = FileStore.in_folder(tmp_path)

    assert files.put(BytesIO(CONTENT), 25) == files.put(BytesIO(CONTENT), 25)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_file_above_the_limit_is_refused_with_its_size_and_leaves_nothing(tmp_path: Path) -> None:
    files = FileStore.in_folder(tmp_path)

    with pytest.raises(FileTooLarge) as refusal:
        files.put(BytesIO(b"x" * 2_100_000), 1)

    assert refusal.value.details == {"megabytes": 3, "limit": 1}
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_can_be_removed_twice(files: FileStore) -> None:
    stored = files.put(BytesIO(CONTENT), 25)

    files.remove(stored.sha256)
    files.remove(stored.sha256)

    assert not files.has(stored.sha256)
