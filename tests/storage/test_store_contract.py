"""The file and its double in memory keep the same contract."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.profile import Profile
from storage.store import LocalStore
from support.clock import FakeClock
from support.fakes import FakeStore
from support.profiles import new_lead, open_profile
from support.store_contract import Bench, StoreContract
from sync.ids import NewId


class FileBench:
    def __init__(self, profile: Profile, new_id: NewId) -> None:
        self.profile = profile
        self.new_id = new_id

    @property
    def store(self) -> LocalStore:
        return self.profile.store

    def record(self, *names: str, is_group: bool = False) -> tuple[str, ...]:
        return self.profile.outbox.record(*(new_lead(self.new_id(), name) for name in names), is_group=is_group)

    def parked(self) -> set[str]:
        return {line.change.key for line in self.profile.queries.sync.attention()}

    def versions(self) -> dict[str, int]:
        with self.profile.database.read() as tx:
            return dict(tx.all("SELECT id, version FROM confirmed"))


class MemoryBench:
    def __init__(self) -> None:
        self.store = FakeStore(FakeClock())

    def record(self, *names: str, is_group: bool = False) -> tuple[str, ...]:
        group = self.store.new_id() if is_group else None
        return tuple(self.store.record(name, group=group) for name in names)

    def parked(self) -> set[str]:
        return set(self.store.parked)

    def versions(self) -> dict[str, int]:
        return {record_id: row.version for record_id, row in self.store.rows.items()}


class TestFile(StoreContract):
    @pytest.fixture
    def bench(self, tmp_path: Path, new_id: NewId) -> Iterator[Bench]:
        with open_profile(tmp_path / "profile") as profile:
            yield FileBench(profile, new_id)


class TestMemory(StoreContract):
    @pytest.fixture
    def bench(self) -> Bench:
        return MemoryBench()
