"""Hints of new versions, as they happen."""

import asyncio
import json
from collections.abc import Callable, Generator

import anyio
import anyio.lowlevel
import pytest

from server_stub import events
from server_stub.events import Hub, event_lines
from support.attaching import BYTES, attached, files
from support.inprocess import InProcessServer
from support.sending import begin, fetch, send_whole
from support.wire import WireDevice
from support.world import World


def versions(device: WireDevice) -> Generator[int, None, None]:
    with device.http.stream("GET", "/v1/sync/events", headers=device.headers, timeout=30) as reply:
        assert reply.status_code == 200
        assert reply.headers["content-type"].startswith("text/event-stream")
        for line in reply.iter_lines():
            if line.startswith("data: "):
                yield json.loads(line.removeprefix("data: "))["version"]


def test_the_newest_version_is_told_at_once_and_each_newer_one_as_it_comes(world: World) -> None:
    listener, writer = world.device("owner"), world.device()
    heard = versions(listener)
    assert next(heard) == world.version()
    for _write in range(3):
        version = writer.apply(writer.lead()).version
        assert next(heard) == version
    heard.close()


def test_another_companys_writes_are_not_heard(world: World) -> None:
    listener, foreign, own = world.device("owner"), world.device("owner", "zenith"), world.device()
    foreign.apply(foreign.lead())
    heard = versions(listener)
    before = next(heard)
    foreign.apply(foreign.lead())
    version = own.apply(own.lead()).version
    assert version == before + 1
    assert next(heard) == version
    heard.close()


def test_a_stream_closes_when_the_device_is_locked_out(world: World) -> None:
    listener = world.device("other")
    device_id = listener.get("/v1/me").json()["device_id"]
    heard = versions(listener)
    next(heard)
    world.server.office.revoke_device(world.ids["organisation"], device_id)
    assert list(heard) == []


def test_writes_of_another_process_are_found_by_looking(world: World) -> None:
    listener = world.device("owner")
    heard = versions(listener)
    before = next(heard)
    second = InProcessServer(world.url, world.clock)
    try:
        with second.client() as http:
            writer = WireDevice(http, world.companies.tokens["acme", "worker"], world.new_id, world.ids["worker"])
            writer.apply(writer.lead())
        assert next(heard) == before + 1
        heard.close()
    finally:
        second.close()


async def hear_while_the_database_is_slow() -> list[str]:
    hub, looks = Hub(), iter([7])

    async def look() -> int | None:
        newest = next(looks, None)
        return await anyio.sleep_forever() if newest is None else newest

    lines = event_lines(hub, 1, "laptop", look)
    heard = [await anext(lines)]
    hub.announce(1, 8)
    with anyio.fail_after(5):
        heard.append(await anext(lines))
    return heard


def test_news_of_this_process_wait_for_no_look() -> None:
    heard = anyio.run(hear_while_the_database_is_slow)
    assert [json.loads(line.splitlines()[1].removeprefix("data: "))["version"] for line in heard] == [7, 8]


def push(_world: World, device: WireDevice) -> None:
    device.apply(device.lead())


def post(_world: World, device: WireDevice) -> None:
    assert device.post("/v1/leads", b'{"name":"Ann"}', **{"Idempotency-Key": "one"}).status_code == 201


def send_bytes(_world: World, device: WireDevice) -> None:
    send_whole(device, attached(device), BYTES)


def name_bytes_that_are_there(world: World, device: WireDevice) -> None:
    send_bytes(world, device)
    begin(device, attached(device), len(BYTES))


def ask_for_bytes_that_are_lost(world: World, device: WireDevice) -> None:
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    files(world)[0].unlink()
    assert fetch(device, record_id).status_code == 404


Write = Callable[[World, WireDevice], None]
WRITES: list[Write] = [push, post, send_bytes, name_bytes_that_are_there, ask_for_bytes_that_are_lost]


@pytest.mark.parametrize("write", WRITES)
def test_every_write_is_told_in_the_process_that_made_it(world: World, write: Write) -> None:
    """Before it is answered, and without a look."""
    hub, device = world.server.service.hub, world.device("office")

    async def told() -> int:
        with hub.listen(1, "screen") as listener:
            await asyncio.to_thread(write, world, device)
            return listener.version

    assert world.server.transport.run(told()) == world.version()


async def look_after_news() -> int:
    hub, looks = Hub(), 0

    async def look() -> int:
        nonlocal looks
        looks += 1
        return 7

    lines = event_lines(hub, 1, "laptop", look)
    await anext(lines)
    for version in (8, 9):
        following = asyncio.ensure_future(anext(lines))
        for _turn in range(30):
            await anyio.lowlevel.checkpoint()
        hub.announce(1, version)
        await following
    return looks


def test_after_news_there_is_one_look_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "POLL_SECONDS", 3_600.0)
    assert anyio.run(look_after_news) == 2


def test_a_quiet_stream_gives_a_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "POLL_SECONDS", 2**-10)
    monkeypatch.setattr(events, "PING_SECONDS", 3 * 2**-10)
    looks = 0

    async def look() -> int:
        nonlocal looks
        looks += 1
        return 7

    async def hear() -> list[str]:
        lines = event_lines(Hub(), 1, "laptop", look)
        return [await anext(lines) for _line in range(3)][1:]

    assert anyio.run(hear) == [": ping\n\n"] * 2
    assert looks == 1 + 3 + 3


@pytest.mark.parametrize("is_open", [False, True])
def test_streams_end_with_the_server_also_one_that_is_only_being_opened(is_open: bool) -> None:
    hub = Hub()

    async def look() -> int:
        return 7

    async def hear() -> int:
        lines = event_lines(hub, 1, "laptop", look)
        if is_open:
            await anext(lines)
        hub.close()
        return len([line async for line in lines])

    assert anyio.run(hear) == 0
    assert not hub._listeners[1]
