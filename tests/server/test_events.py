"""Hints of new versions, as they happen."""

import json
from collections.abc import Generator

from support.inprocess import InProcessServer
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
