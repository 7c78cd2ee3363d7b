"""Nobody keeps the others out: not with many open streams, and not with many passwords to be looked at."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest

from server_stub import events, passwords
from server_stub.events import MOST_STREAMS, Hub, event_lines
from support.processes import PATIENCE, wait_until
from support.wire import sign_in
from support.world import World

_THREADS = passwords._TURNS + 2
"""As many as work for the server here; in earnest they are 40."""


async def _always() -> int:
    return 1


async def _work_with_few() -> anyio.CapacityLimiter:
    everybodys = anyio.to_thread.current_default_thread_limiter()
    everybodys.total_tokens = _THREADS
    return everybodys


async def _open_streams(hub: Hub, devices: list[str]) -> list[str]:
    """The devices of the streams that are still open when all have been opened."""
    streams: list[Any] = [event_lines(hub, 1, device, _always) for device in devices]
    for stream in streams:
        await anext(stream)
    await anyio.sleep(0)
    left = [listener.device_id for listener in hub._listeners[1] if not listener.is_closed]
    for stream in streams:
        await stream.aclose()
    return left


def check_one_device_has_few_streams() -> None:
    left = anyio.run(_open_streams, Hub(), ["theirs", *["mine"] * (MOST_STREAMS + 3)])
    assert left == ["theirs", *["mine"] * MOST_STREAMS]


def test_one_device_has_few_streams() -> None:
    check_one_device_has_few_streams()


def test_streams_without_end_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MOST_STREAMS", 1_000)
    with pytest.raises(AssertionError):
        check_one_device_has_few_streams()


def check_a_crowd_keeps_nobody_from_work(world: World, patience: float = PATIENCE) -> None:
    """All turns at looking at passwords are taken, so whoever asks for one waits, and keeps what they have taken."""
    device, slow = world.device(), world.server.service.slow

    def at_the_door() -> int:
        now = slow.statistics()
        return now.borrowed_tokens + now.tasks_waiting

    with ThreadPoolExecutor(_THREADS + 2) as crowd:
        for _turn in range(passwords._TURNS):
            passwords._turns.acquire()
        waiting = [crowd.submit(sign_in, world.http, "acme", f"{n}@acme.test") for n in range(_THREADS + 1)]
        try:
            wait_until(lambda: at_the_door() == len(waiting), "the crowd is at the door")
            at_work = crowd.submit(device.get, "/v1/me")
            wait_until(at_work.done, "somebody who is inside is answered", patience)
            assert not any(one.done() for one in waiting)
        finally:
            for _turn in range(passwords._TURNS):
                passwords._turns.release()
    assert at_work.result().status_code == 200
    assert {one.result().status_code for one in waiting} == {401}


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
def test_a_crowd_at_the_door_keeps_nobody_from_work(world: World) -> None:
    world.server.transport.run(_work_with_few())
    check_a_crowd_keeps_nobody_from_work(world)


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
def test_a_crowd_that_takes_everybodys_turns_is_noticed(world: World) -> None:
    world.server.service.slow = world.server.transport.run(_work_with_few())
    with pytest.raises(AssertionError, match="inside"):
        check_a_crowd_keeps_nobody_from_work(world, patience=0.2)
