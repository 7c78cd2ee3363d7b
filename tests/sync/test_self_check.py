"""The self-check, on the real server and a real file: each fault is found and mended, and nothing else touched."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from support.house import Device, House, Template, found_template, open_house
from support.rig import Rig
from sync.checking import EVERY
from sync.kinds import Kind
from sync.status import Checked, Signal
from sync.tally import digest, tally


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return found_template(tmp_path_factory.mktemp("company"), {"desk": "owner", "van": "worker"})


@pytest.fixture
def house(tmp_path: Path, template: Template) -> Iterator[House]:
    with open_house(tmp_path, template) as house:
        for number in range(5):
            house.devices["desk"].create(name=f"Lead {number}", need="Façade, 2½ m")
        house.devices["van"].create(name="Found on the way")
        house.devices["desk"].create_of(Kind.CUSTOMER, {"name": "Café Orchard"})
        assert house.settle(200)
        yield house


def check(house: House, device: Device) -> Checked:
    before = device.engine.status.checked
    device.engine.notice(Signal.CHECK)
    while device.engine.status.checked is before:
        device.step()
    assert house.settle(200)
    checked = device.engine.status.checked
    assert checked is not None
    return checked


def spoil(device: Device, *statements: str) -> None:
    with device.profile.database.write() as tx:
        for statement in statements:
            tx.run(statement)


def a_row_is_missing(device: Device) -> None:
    spoil(
        device,
        "DELETE FROM confirmed WHERE kind = 'lead' AND id = (SELECT min(id) FROM confirmed WHERE kind = 'lead')",
        "DELETE FROM lead WHERE id NOT IN (SELECT id FROM confirmed)",
    )


def a_row_is_altered(device: Device) -> None:
    spoil(device, "UPDATE confirmed SET body = CAST(replace(CAST(body AS TEXT), 'Lead 1', 'Lead 7') AS BLOB)")


def a_row_too_many(device: Device) -> None:
    spoil(
        device,
        "INSERT INTO confirmed (kind, id, version, state, generation, body) "
        f"SELECT kind, '{'f' * 36}', version, state, generation, body FROM confirmed WHERE kind = 'lead' LIMIT 1",
    )


def a_version_is_stale(device: Device) -> None:
    spoil(device, "UPDATE confirmed SET version = version - 1 WHERE CAST(body AS TEXT) LIKE '%Lead 3%'")


FAULTS = (a_row_is_missing, a_row_is_altered, a_row_too_many, a_version_is_stale)


def test_devices_that_are_in_step_agree_with_the_server(house: House) -> None:
    for device in house.devices.values():
        assert check(house, device).wrong == ()


@pytest.mark.logs
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_fault_is_found_and_mended(house: House, fault: Callable[[Device], None]) -> None:
    desk = house.devices["desk"]
    right = desk.confirmed(), desk.all("SELECT id, body FROM lead ORDER BY id")
    fault(desk)
    assert desk.confirmed() != right[0]
    untouched = desk.all("SELECT id, generation FROM confirmed WHERE kind <> 'lead'")
    assert check(house, desk).wrong == ("lead",)
    assert (desk.confirmed(), desk.all("SELECT id, body FROM lead ORDER BY id")) == right
    assert desk.all("SELECT id, generation FROM confirmed WHERE kind <> 'lead'") == untouched
    assert check(house, desk).wrong == ()


@pytest.mark.logs
def test_a_rebuild_keeps_what_is_unsent(house: House) -> None:
    desk = house.devices["desk"]
    a_row_is_altered(desk)
    (lead_id,) = desk.all("SELECT id FROM lead WHERE name_key = 'lead 2'")[0]
    assert check(house, desk).wrong == ("lead",)
    desk.change(lead_id, name="Mine")
    shown = desk.shown(lead_id)
    assert shown is not None
    assert shown["name"] == "Mine"
    assert house.settle(200)
    assert check(house, desk).wrong == ()


def test_it_comes_by_itself_once_a_day_and_never_with_every_pull() -> None:
    rig = Rig()
    rig.store.record("One")
    rig.drain()
    rig.store.checked_at = rig.clock.now()
    rig.run(EVERY.total_seconds() * 3.5)
    assert len(rig.server.calls_of("pull")) > 1_000
    assert len(rig.server.calls_of("check")) == 3
    assert rig.store.found_wrong == ()


def test_nothing_is_concluded_while_the_server_moves_on() -> None:
    """A version that was not pulled yet may hold what looks like a fault."""
    rig = Rig()
    rig.drain()
    rig.store.checked_at = rig.clock.now() - timedelta(days=2)
    rig.store.rows.clear()
    other = Rig(seed=2, server=rig.server)
    other.store.record("Theirs")
    real = rig.server.check

    def meanwhile() -> object:
        other.drain()
        return real()

    rig.server.check = meanwhile  # type: ignore[method-assign, assignment]  # somebody writes at the worst moment
    rig.run(600)
    assert rig.engine.status.checked in (None, Checked(rig.store.checked_at, ()))
    assert rig.store.found_wrong == ()


def test_a_tally_asks_for_no_order_and_sees_every_part() -> None:
    rows = [("a", 1, b"{}"), ("b", 2, b"{}")]
    assert tally("lead", rows) == tally("lead", reversed(rows))
    assert tally("lead", [*rows, rows[0], rows[0]]) != tally("lead", rows)
    assert len({digest(*each) for each in (("k", "i", 1, b"{}"), ("k", "i", 2, b"{}"), ("k", "j", 1, b"{}"))}) == 3
    assert digest("k", "i", 1, b"{}") != digest("k", "i", 1, b'{"a":1}')
