"""Coming, going and being locked out: on record like any change, and nothing is written after the lock-out."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from server_stub import admin, auth, push
from support.wire import WireDevice, sign_in
from support.world import World
from sync.errors import StreamFlowError
from sync.protocol import SignedIn, decode


def come_in(world: World) -> tuple[WireDevice, str]:
    """A device that has just signed in, and its id."""
    signed_in = decode(sign_in(world.http, "acme", "worker@acme.test").content, SignedIn)
    return WireDevice(world.http, signed_in.token, world.new_id, world.ids["worker"]), signed_in.account.device_id


def lock_out(world: World, device_id: str) -> None:
    world.server.office.revoke_device(world.ids["organisation"], device_id)


def news_of(world: World, *subjects: str) -> list[tuple[int, str]]:
    """The events about these, in order: version and name."""
    return sorted((row[1], row[2]) for row in world.rows("event") if row[3] in subjects and row[4] == 0)


def check_coming_and_going_is_on_record(world: World) -> None:
    """An event and an audit record for each, under a version of its own."""
    before = world.version()
    device, device_id = come_in(world)
    assert device.post("/v1/sign-out", b"").status_code == 204
    lock_out(world, device_id)
    names = ["device.register", "user.sign_in", "device.sign_out", "device.revoke"]
    events = [(version, name) for version, name in news_of(world, device_id, world.ids["worker"]) if version > before]
    assert events == list(enumerate(names, before + 1))
    assert world.version() == before + 4
    audits = [(row[7], f"{row[4]}.{row[3]}") for row in world.rows("audit") if row[2] == 0]
    assert set(events) <= set(audits)


def check_a_write_that_was_let_in_before_the_lock_out(world: World) -> None:
    """The body of a push may take its time: what counts is who may write when it is written."""
    device, device_id = come_in(world)
    real = push.read_line

    def read_slowly(item: Any) -> Any:
        lock_out(world, device_id)
        return real(item)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(push, "read_line", read_slowly)
        reply = device.send(device.items(device.lead("Too late")))
    assert reply.status_code == 403
    assert not [row for row in world.rows("record") if "Too late" in row[5]]


def test_coming_and_going_is_on_record(world: World) -> None:
    check_coming_and_going_is_on_record(world)


def test_a_write_that_was_let_in_before_the_lock_out_is_turned_away(world: World) -> None:
    check_a_write_that_was_let_in_before_the_lock_out(world)


def test_to_be_locked_out_twice_is_one_event(world: World) -> None:
    _device, device_id = come_in(world)
    lock_out(world, device_id)
    before = world.version()
    lock_out(world, device_id)
    assert world.version() == before


def test_nothing_is_written_after_the_lock_out(world: World) -> None:
    """Two lines push as fast as they can while the device is locked out: no version of theirs is above that event's."""
    device, device_id = come_in(world)
    device.apply(device.lead("First"))
    pushes = threading.Semaphore(0)

    def work(twin: WireDevice) -> None:
        while twin.send(twin.items(twin.lead("More"))).status_code == 200:
            pushes.release()

    twins = [WireDevice(world.http, device.token, world.new_id, device.user_id) for _ in range(2)]
    threads = [threading.Thread(target=work, args=(twin,)) for twin in twins]
    for thread in threads:
        thread.start()
    for _ in range(5):
        assert pushes.acquire(timeout=60.0)
    lock_out(world, device_id)
    for thread in threads:
        thread.join(60.0)
        assert not thread.is_alive()
    (locked_out_at,) = (version for version, name in news_of(world, device_id) if name == "device.revoke")
    written = [row[1] for row in world.rows("event") if row[2] == "lead.create"]
    assert max(written) < locked_out_at


def trust_the_first_look(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(push, "admit_again", lambda *_: None)


def come_unnoticed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(auth, "chronicle", lambda *_: None)


def lock_out_unnoticed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(admin, "chronicle", lambda *_: None)


@pytest.mark.logs
@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (trust_the_first_look, check_a_write_that_was_let_in_before_the_lock_out),
        (come_unnoticed, check_coming_and_going_is_on_record),
        (lock_out_unnoticed, check_coming_and_going_is_on_record),
    ],
)
def test_a_planted_fault_is_caught(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
    check: Callable[[World], None],
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, StreamFlowError)):
        check(world)
