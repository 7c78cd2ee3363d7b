"""Attachments' bytes are kept as long as their records are, and asked for again where they are lost."""

from datetime import timedelta
from pathlib import Path

import pytest

from server_stub.custody import GRACE, SWEEP_EVERY, Custody
from support.attaching import BYTES, Check, Plant, assert_caught, attached, files, stored_at
from support.sending import fetch, send_whole, sha256
from support.wire import WireDevice, trouble_of
from support.world import World
from sync.blobs import Part, is_awaited
from sync.kinds import Kind
from sync.protocol import Op


def test_the_bytes_follow_their_records(world: World) -> None:
    device = world.device("owner")
    first, second = attached(device), attached(device)
    for record_id in (first, second):
        send_whole(device, record_id, BYTES)
    assert len(files(world)) == 1
    device.apply(device.mutation(Op.REMOVE, Kind.ATTACHMENT, first, base=world.version()))
    sweep(world, GRACE + timedelta(days=1))
    assert fetch(device, second).content == BYTES
    device.apply(device.mutation(Op.REMOVE, Kind.ATTACHMENT, second, base=world.version()))
    sweep(world, GRACE - timedelta(hours=1))
    assert len(files(world)) == 1
    device.apply(device.mutation(Op.RESTORE, Kind.ATTACHMENT, second, base=world.version()))
    sweep(world, timedelta(hours=2))
    assert fetch(device, second).content == BYTES
    device.apply(device.mutation(Op.REMOVE, Kind.ATTACHMENT, second, base=world.version()))
    sweep(world, GRACE + timedelta(hours=1))
    assert files(world) == []


def sweep(world: World, later: timedelta) -> None:
    world.clock.advance(later.total_seconds())
    world.server.service.custody.sweep(world.clock.now())


def test_a_record_restored_after_its_bytes_went_asks_for_them_again(world: World) -> None:
    device = world.device("owner")
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    device.apply(device.mutation(Op.REMOVE, Kind.ATTACHMENT, record_id, base=world.version()))
    sweep(world, GRACE + timedelta(hours=1))
    device.apply(device.mutation(Op.RESTORE, Kind.ATTACHMENT, record_id, base=world.version()))
    assert stored_at(device, record_id) is None
    assert send_whole(device, record_id, BYTES).status_code == 204
    assert fetch(device, record_id).content == BYTES


def test_a_file_that_the_store_has_lost_is_asked_for_again(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    files(world)[0].unlink()
    assert trouble_of(fetch(device, record_id)).error == "not_stored"
    assert stored_at(device, record_id) is None
    send_whole(device, record_id, BYTES)
    assert fetch(device, record_id).content == BYTES


def test_a_preview_that_the_store_has_lost_is_asked_for_again(world: World) -> None:
    """And nothing but it."""
    device, small = world.device(), b"small"
    record_id = attached(device, preview_sha256=sha256(small), preview_size=len(small))
    send_whole(device, record_id, small, Part.PREVIEW)
    send_whole(device, record_id, BYTES)
    assert awaited(device, record_id) == (False, False)
    next(file for file in files(world) if file.name == sha256(small)).unlink()
    assert trouble_of(fetch(device, record_id, Part.PREVIEW)).error == "not_stored"
    assert awaited(device, record_id) == (True, False)
    send_whole(device, record_id, small, Part.PREVIEW)
    assert awaited(device, record_id) == (False, False)
    assert fetch(device, record_id, Part.PREVIEW).content == small


def awaited(device: WireDevice, record_id: str) -> tuple[bool, bool]:
    device.pull()
    body = device.held["attachment", record_id].body
    return is_awaited(body, Part.PREVIEW), is_awaited(body, Part.CONTENT)


@pytest.mark.logs
def test_a_store_that_is_away_loses_nothing(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    root = Path(world.server.service.depot.store._folder)
    root.rename(root.with_suffix(".away"))
    away = fetch(device, record_id)
    assert (away.status_code, away.headers["retry-after"]) == (503, "30")
    root.with_suffix(".away").rename(root)
    assert fetch(device, record_id).content == BYTES


def test_sweeping_is_due_now_and_then(world: World) -> None:
    custody, clock = world.server.service.custody, world.clock
    assert custody.is_sweep_due(clock.now())
    assert not custody.is_sweep_due(clock.now())
    clock.advance(SWEEP_EVERY.total_seconds())
    assert custody.is_sweep_due(clock.now())


# Planted bugs.


def never_lets_go(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Custody, "_let_go", lambda *_: None)


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (never_lets_go, lambda world, _: test_the_bytes_follow_their_records(world)),
    ],
)
def test_a_planted_bug_is_caught(world: World, monkeypatch: pytest.MonkeyPatch, plant: Plant, check: Check) -> None:
    assert_caught(plant, check, world, monkeypatch)
