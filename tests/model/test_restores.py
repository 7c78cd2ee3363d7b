"""A server that loses its disk again and again, in bad weather, in the middle of work: everything comes back once."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

import storage.store
import storage.streams
from server_stub import epochs
from support.house import ACCEPTED, Device, House, Template, found_template, open_house
from sync.faults import COMMON, scripted, seeded

SEEDS = range(6)
# Each device writes a field of its own on the records of all, so that nothing is contested and every last word counts.
FIELDS = {"van": "need", "tablet": "source", "desk": "address"}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return found_template(tmp_path_factory.mktemp("company"), {"van": "lead", "tablet": "office", "desk": "owner"})


class Days:
    def __init__(self, house: House, seed: int) -> None:
        self.house = house
        self.chance = random.Random(seed)
        self.leads: list[str] = []
        self.last: dict[tuple[str, str], str] = {}
        self.backups = [house.back_up()]

    def live(self) -> None:
        self.house.hang_lines(lambda name: seeded(random.Random(f"{name} {self.chance.random()}"), 0.3, COMMON))
        for number in range(60):
            self._work(self.chance.choice(list(self.house.devices.values())), number)
            self.house.run(self.chance.choice([0.0, 0.0, 1.0, 20.0]))
            match self.chance.random():
                case x if x < 0.08:
                    self.backups.append(self.house.back_up())
                case x if x < 0.13:
                    self._restore(self.chance.randrange(len(self.backups)))
        self.house.hang_lines(lambda _: scripted())
        for device in self.house.devices.values():
            device.engine.restart()

    def _restore(self, which: int) -> None:
        """To any earlier point; the backups that were taken after it are of a line that has ended."""
        self.house.restore(self.backups[which])
        del self.backups[which + 1 :]

    def _work(self, device: Device, number: int) -> None:
        if not self.leads or self.chance.random() < 0.4:
            self.leads.append(device.create(name=f"Lead {number}"))
            return
        lead, field = self.chance.choice(self.leads), FIELDS[device.name]
        if device.shown(lead) is None:
            return
        device.change(lead, **{field: f"word {number}"})
        self.last[lead, field] = f"word {number}"

    def check(self) -> None:
        house = self.house
        assert house.settle()
        for _ in range(3):  # what waited for a record goes out when that is back
            assert house.settle()
        records = house.ledger.records()
        assert [lead for lead in self.leads if ("lead", lead) not in records] == []
        written = {(lead, field): records["lead", lead][1].get(field) for lead, field in self.last}
        assert written == self.last
        receipts = house.ledger.receipts()
        versions = [receipt.version for receipt in receipts.values() if receipt.outcome in ACCEPTED]
        assert len(set(versions)) == len(versions)
        assert house.ledger.count("record", kind="conflict") == 0
        for device in house.devices.values():
            assert device.confirmed() == records
            assert (device.keys("outbox"), device.keys("attention")) == ([], [])
            assert device.all("SELECT id FROM set_aside") == []


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_comes_back_once(tmp_path: Path, template: Template, seed: int) -> None:
    with open_house(tmp_path, template) as house:
        days = Days(house, seed)
        days.live()
        days.check()


def forget_the_sent_log(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.streams, "_REQUEUE", "SELECT 1")


def leave_it_to_a_person(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.store, "release_arrived", lambda *_, **__: None)


def keep_the_epoch(patch: pytest.MonkeyPatch) -> None:
    real = epochs.statements
    patch.setattr(epochs, "statements", lambda now: real(now)[:-1])


@pytest.mark.logs
@pytest.mark.parametrize(
    "plant",
    [forget_the_sent_log, leave_it_to_a_person, keep_the_epoch],
    ids=lambda plant: plant.__name__,
)
def test_a_planted_bug_is_caught(
    tmp_path: Path,
    template: Template,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
) -> None:
    plant(monkeypatch)
    caught = 0
    for seed in SEEDS:
        folder = tmp_path / str(seed)
        folder.mkdir()
        with open_house(folder, template) as house:
            days = Days(house, seed)
            try:
                days.live()
                days.check()
            except (AssertionError, KeyError):
                caught += 1
                break
    assert caught
