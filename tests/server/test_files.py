"""The stores of files under one suite: a folder, and a bucket on an S3 server that the tests start."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3  # type: ignore[import-untyped] # it brings no types
import pytest
from moto.server import ThreadedMotoServer

from server_stub.files.depot import open_depot
from server_stub.files.s3 import S3Store
from server_stub.files.store import PIECE, DiskStore, Store, StoreAway
from sync.errors import StreamFlowError

CONTENT = bytes(range(251)) * 3_000
SHA = hashlib.sha256(CONTENT).hexdigest()
ACME, ZENITH = "0190a000-0000-7000-8000-00000000000a", "0190a000-0000-7000-8000-00000000000b"


@pytest.fixture(scope="module")
def s3_server() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _host, port = server.get_host_and_port()
    yield f"http://127.0.0.1:{port}"
    server.stop()


@pytest.fixture
def bucket(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "tests")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "tests")
    client: Any = boto3.client("s3", endpoint_url=s3_server, region_name="us-east-1")
    client.create_bucket(Bucket="attachments")
    yield f"s3://attachments/field?endpoint={s3_server}&region=us-east-1"
    for found in client.list_objects_v2(Bucket="attachments").get("Contents", []):
        client.delete_object(Bucket="attachments", Key=found["Key"])
    client.delete_bucket(Bucket="attachments")
    client.close()


@pytest.fixture(params=["disk", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "disk":
        folder = tmp_path / "files"
        folder.mkdir()
        yield DiskStore(folder)
        return
    bucket = S3Store(request.getfixturevalue("bucket"))
    yield bucket
    bucket.close()


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    file = tmp_path / "staged"
    file.write_bytes(CONTENT)
    return file


def content(store: Store, start: int = 0, end: int = len(CONTENT), organisation: str = ACME) -> bytes:
    return b"".join(store.read(organisation, SHA, start, end))


def test_what_is_put_is_read(store: Store, staged: Path) -> None:
    assert store.size(ACME, SHA) is None
    store.put(ACME, SHA, staged)
    assert store.size(ACME, SHA) == len(CONTENT)
    assert content(store) == CONTENT
    assert not staged.exists()


@pytest.mark.parametrize(("start", "end"), [(0, 1), (1, 2), (PIECE - 1, PIECE + 1), (700_000, len(CONTENT))])
def test_a_range(store: Store, staged: Path, start: int, end: int) -> None:
    store.put(ACME, SHA, staged)
    assert content(store, start, end) == CONTENT[start:end]


def test_the_same_again_is_kept_once(store: Store, staged: Path) -> None:
    store.put(ACME, SHA, staged)
    staged.write_bytes(CONTENT)
    store.put(ACME, SHA, staged)
    assert content(store) == CONTENT
    store.remove(ACME, SHA)
    store.remove(ACME, SHA)
    assert store.size(ACME, SHA) is None


def test_organisations_do_not_share(store: Store, staged: Path) -> None:
    store.put(ACME, SHA, staged)
    assert store.size(ZENITH, SHA) is None
    store.remove(ZENITH, SHA)
    assert content(store) == CONTENT


def test_a_store_that_is_gone_is_away_and_has_lost_nothing(
    store: Store, staged: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if isinstance(store, DiskStore):
        (tmp_path / "files").rmdir()
        (tmp_path / "files").write_bytes(b"no folder")
        away: Store = store
    else:
        away = S3Store(request.getfixturevalue("bucket").replace("//attachments/", "//gone/"))
    with pytest.raises(StoreAway):
        away.put(ACME, SHA, staged)
    with pytest.raises(StoreAway):
        away.size(ACME, SHA)
    assert staged.read_bytes() == CONTENT
    if isinstance(away, S3Store):
        away.close()


def test_a_disk_that_is_not_mounted_is_away(tmp_path: Path) -> None:
    with pytest.raises(StoreAway):
        DiskStore(tmp_path / "unmounted").size(ACME, SHA)


def test_a_file_comes_whole_from_another_disk(tmp_path: Path, staged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_stub.files.store._is_same_disk", lambda *_: False)
    store = DiskStore(tmp_path / "files")
    store.put(ACME, SHA, staged)
    assert content(store) == CONTENT
    assert not staged.exists()
    assert [path.name for path in (tmp_path / "files").rglob("*") if path.is_file()] == [SHA]


def test_a_file_has_its_name_only_when_it_is_flushed(
    tmp_path: Path, staged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is renamed was flushed before, and the names are flushed after: a power cut leaves all or nothing."""
    steps: list[str] = []
    real_replace, real_flush = Path.replace, os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append(_kind(handle)), real_flush(handle)))
    monkeypatch.setattr(Path, "replace", lambda self, to: (steps.append("rename"), real_replace(self, to))[1])
    DiskStore(tmp_path / "files").put(ACME, SHA, staged)
    assert steps == ["file", "rename", "folder", "folder", "folder"]


def _kind(handle: int) -> str:
    return "folder" if os.fstat(handle).st_mode & 0o040000 else "file"


def test_a_depot_by_its_address(tmp_path: Path, bucket: str) -> None:
    disk = open_depot(f"{tmp_path / 'files'}")
    assert isinstance(disk.store, DiskStore)
    s3 = open_depot(bucket, tmp_path / "staged")
    assert isinstance(s3.store, S3Store)
    s3.store.close()
    for wrong in ("s3://", "s3://bucket?acl=public"):
        with pytest.raises(StreamFlowError, match="is not the address of a bucket"):
            open_depot(wrong)
