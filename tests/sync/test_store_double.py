"""The engine's double of a store keeps the store's contract."""

import pytest

from support.clock import FakeClock
from support.fakes import FakeStore
from support.store_contract import Bench, StoreContract


class DoubleBench:
    def __init__(self) -> None:
        self.store = FakeStore(FakeClock())

    def record(self, *names: str, is_group: bool = False) -> tuple[str, ...]:
        group = self.store.new_id() if is_group else None
        return tuple(self.store.record(name, group=group) for name in names)

    def parked(self) -> set[str]:
        return set(self.store.parked)

    def versions(self) -> dict[str, int]:
        return {row.id: row.version for row in self.store.rows.values() if row.state == "present"}


class TestDouble(StoreContract):
    @pytest.fixture
    def bench(self) -> Bench:
        return DoubleBench()
