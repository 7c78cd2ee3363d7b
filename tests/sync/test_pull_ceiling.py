"""A pull of several pages ends at the version that its first page named; what was written meanwhile is still news."""

import msgspec
import pytest

from support.clock import FakeClock
from support.fakes import FakeServer
from support.rig import Rig
from sync.protocol import Page, Row


class Office(FakeServer):
    """Pages under a ceiling, as the real server's; somebody writes while the first page is read."""

    def _pull(self, cursor: str, limit: int) -> Page:
        since, _, ceiling = cursor.partition("/")
        top = int(ceiling or self.version)
        found = [row for row in self.rows.values() if int(since or 0) < row.version <= top]
        found.sort(key=lambda row: row.version)
        is_last = len(found) <= 1
        page = Page(
            protocol=1,
            epoch=self.epoch,
            rows=found[:1],
            cursor=f"{top}" if is_last else f"{found[0].version}/{top}",
            more=not is_last,
            version=self.version,
            server_time=self.clock.now(),
        )
        if not is_last and not ceiling:
            self.write("Meanwhile")
        return page

    def write(self, name: str) -> None:
        self.version += 1
        self.rows[name] = Row(kind="lead", id=name, version=self.version, body={"name": name})


def test_what_was_written_during_a_long_pull_is_fetched_at_once() -> None:
    office = Office(FakeClock())
    office.write("One")
    office.write("Two")
    rig = Rig(server=office)
    rig.store.cursor = "0"
    rig.run(1.0)
    assert set(rig.store.rows) == {"One", "Two", "Meanwhile"}
    assert rig.engine.pulled_version == office.version


def test_whoever_believes_the_first_page_is_all_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Office._pull
    monkeypatch.setattr(Office, "_pull", lambda *place: msgspec.structs.replace(real(*place), more=False))
    with pytest.raises(AssertionError):
        test_what_was_written_during_a_long_pull_is_fetched_at_once()
