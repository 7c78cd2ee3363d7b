"""One lead from end to end: real file, real engine, HTTP, real server; the answer is lost, a second device shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.house import ACCEPTED, Device, House, Template, found_template, open_house
from sync.faults import COMMON, Fault, Kind, scripted
from sync.protocol import Outcome
from sync.status import Phase, Signal

LOST = Fault(Kind.DROP_REPLY)
FACTS = {"name": "Orchard House", "phone": "+44 20 7946 0999", "need": "New boiler"}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return found_template(tmp_path_factory.mktemp("company"), {"van": "lead", "desk": "owner"})


@pytest.fixture
def house(tmp_path: Path, template: Template) -> Iterator[House]:
    with open_house(tmp_path, template) as house:
        yield house


def exactly_once(house: House, device: Device) -> list[str]:
    """What is wrong with the books; nothing, if each mutation had one effect and both sides agree on it."""
    receipts = house.ledger.receipts()
    keys = [entry.key for entry in device.journal]
    applied = [key for key in keys if key in receipts and receipts[key].outcome is Outcome.APPLIED]
    moved = house.ledger.version() - house.first_version
    checks = {
        "every mutation has a receipt": set(keys) == set(receipts),
        "the device says what the receipt says": set(device.keys("sent")) == set(applied),
        "the version moved once for each": moved == len(applied),
        "one audit record for each": all(house.ledger.count("audit", key=key) == 1 for key in keys),
        "one event for each": all(house.ledger.count("event", version=receipts[key].version) == 1 for key in applied),
        "nothing waits": device.profile.store.outbox_size() == 0,
    }
    return [promise for promise, is_kept in checks.items() if not is_kept]


def test_one_lead(house: House) -> None:
    van, desk = house.devices["van"], house.devices["desk"]
    lead = van.create(**FACTS)
    assert van.shown(lead) is not None

    assert house.settle(120)
    assert exactly_once(house, van) == []
    assert house.ledger.records()["lead", lead][1]["name"] == "Orchard House"
    shown = desk.shown(lead)
    assert shown is not None
    assert {**shown, **FACTS} == shown
    assert desk.confirmed() == van.confirmed() == house.ledger.records()


@pytest.mark.parametrize("fault", COMMON, ids=lambda fault: f"{fault.kind}{fault.status}")
def test_whatever_happens_to_the_first_pushes(house: House, fault: Fault) -> None:
    van, desk = house.devices["van"], house.devices["desk"]
    lead = van.create(**FACTS)
    seen: list[bool] = []
    van.watch = lambda device: seen.append(device.shown(lead) is not None)
    van.line.script = scripted(None, *[fault] * 3)
    assert house.settle(900)
    assert exactly_once(house, van) == []
    assert all(seen)
    assert desk.confirmed() == van.confirmed() == house.ledger.records()


def test_the_answer_is_lost_and_the_device_dies_before_it_tries_again(house: House) -> None:
    van = house.devices["van"]
    lead = van.create(**FACTS)
    van.line.script = scripted(None, LOST)
    assert house.run(60, lambda: van.engine.status.phase is Phase.OFFLINE)
    assert house.ledger.count("record", id=lead) == 1
    assert van.keys("outbox") != []
    van.restart()
    assert van.shown(lead) is not None
    assert house.settle(120)
    assert exactly_once(house, van) == []


def test_what_was_made_while_the_answer_was_on_its_way_follows_in_order(house: House) -> None:
    van, desk = house.devices["van"], house.devices["desk"]
    lead = van.create(**FACTS)
    van.line.script = scripted(None, LOST)
    assert house.run(60, lambda: van.engine.status.phase is Phase.OFFLINE)
    van.change(lead, stage="contacted")
    van.change(lead, stage="quoted", need="Two boilers")
    van.engine.notice(Signal.WORK)
    assert house.settle(120)
    assert exactly_once(house, van) == []
    shown = desk.shown(lead)
    assert shown is not None
    assert (shown["stage"], shown["need"]) == ("quoted", "Two boilers")


def test_a_day_offline_goes_out_when_the_line_returns(house: House) -> None:
    van, desk = house.devices["van"], house.devices["desk"]
    van.line.script = lambda _exchange: Fault(Kind.DROP_REQUEST)
    leads = [van.create(name=f"Lead {number}") for number in range(30)]
    for lead in leads[::3]:
        van.change(lead, stage="won")
    house.run(8 * 3_600)
    assert van.engine.status.phase is Phase.OFFLINE
    assert van.engine.status.waiting == 40
    van.line.script = scripted()
    van.engine.notice(Signal.NETWORK)
    assert house.settle(120)
    assert exactly_once(house, van) == []
    assert desk.confirmed() == van.confirmed() == house.ledger.records()


def test_two_edit_the_same_field_and_nothing_is_lost(house: House) -> None:
    van, desk = house.devices["van"], house.devices["desk"]
    lead = van.create(**FACTS)
    assert house.settle(120)
    desk.change(lead, phone="+44 1")
    van.change(lead, phone="+44 2")
    assert house.settle(120)
    receipts = house.ledger.receipts()
    assert {receipts[entry.key].outcome for entry in van.journal + desk.journal} <= ACCEPTED
    (conflict,) = (body for (kind, _), (_, body) in house.ledger.records().items() if kind == "conflict")
    assert {conflict["kept"], conflict["lost"]} == {"+44 1", "+44 2"}
    for device in (van, desk):
        shown = device.shown(lead)
        assert shown is not None
        assert shown["phone"] == conflict["kept"]
        assert device.keys("attention") == []
    assert desk.confirmed() == van.confirmed() == house.ledger.records()


def test_the_server_loses_its_disk_and_gets_back_what_the_backup_lacks(house: House) -> None:
    van, desk = house.devices["van"], house.devices["desk"]
    old = van.create(**FACTS)
    assert house.settle(120)
    backup = house.back_up()
    new = van.create(name="After the backup")
    van.change(old, need="Two boilers")
    desk.change(old, source="Radio")
    assert house.settle(120)
    waiting = desk.create(name="Not sent yet")
    keys = {entry.key for entry in van.journal + desk.journal}

    house.restore(backup)
    assert house.ledger.count("record", id=new) == 0
    assert house.settle(600)
    assert set(house.ledger.receipts()) == keys
    assert {receipt.outcome for receipt in house.ledger.receipts().values()} == {Outcome.APPLIED}
    assert {("lead", old), ("lead", new), ("lead", waiting)} <= house.ledger.records().keys()
    shown = desk.shown(old)
    assert shown is not None
    assert (shown["need"], shown["source"]) == ("Two boilers", "Radio")
    assert desk.confirmed() == van.confirmed() == house.ledger.records()
    assert desk.keys("attention") == van.keys("attention") == []
