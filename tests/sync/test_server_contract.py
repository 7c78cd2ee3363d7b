"""The double and the real server keep the same contract; and the event stream, which only the real one has."""

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.clock import FakeClock
from support.fakes import FakeServer
from support.house import ADDRESS, House, Template, found_template, open_house
from support.server_contract import ServerContract
from sync.errors import Unauthenticated, Unreachable
from sync.http import HttpServer
from sync.http_events import HttpEvents
from sync.live import Live
from sync.ports import Server
from sync.status import Signal


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return found_template(tmp_path_factory.mktemp("company"), {"desk": "owner"})


@pytest.fixture
def house(tmp_path: Path, template: Template) -> Iterator[House]:
    with open_house(tmp_path, template) as house:
        yield house


class TestDouble(ServerContract):
    @pytest.fixture
    def server(self) -> Server:
        return FakeServer(FakeClock())


class TestReal(ServerContract):
    @pytest.fixture
    def server(self, house: House) -> Server:
        return house.devices["desk"].http


def events(house: House, token: str | None = None) -> HttpEvents:
    found = token if token is not None else house.template.badges["desk"].token
    return HttpEvents(ADDRESS, lambda: found, clock=house.clock, transport=house.server.transport)


def test_versions_are_heard_as_they_come(house: House) -> None:
    desk = house.devices["desk"]
    heard: list[int] = []
    stream = events(house).versions()
    heard.append(next(stream))
    assert heard == [house.ledger.version()]
    desk.create(name="Orchard House")
    assert house.settle(60)
    assert next(stream) == heard[0] + 1
    house.server.service.hub.close()
    assert list(stream) == []


def test_a_stream_for_nobody_is_refused(house: House) -> None:
    with pytest.raises(Unauthenticated):
        next(events(house, "").versions())


def test_a_login_page_is_no_stream(house: House) -> None:
    other = HttpEvents("https://field.example", lambda: "x", transport=house.devices["desk"].line)
    with pytest.raises(Unreachable):
        next(_at(other, "/v1/health").versions())


def _at(source: HttpEvents, path: str) -> HttpEvents:
    real = source._client.stream
    source._client.stream = lambda method, _path, **more: real(method, path, **more)
    return source


class Listener:
    def __init__(self) -> None:
        self.heard: list[object] = []
        self.changed = threading.Condition()

    def wake(self, signal: Signal) -> None:
        self._note(signal)

    def hear(self, version: int) -> None:
        self._note(version)

    def may_listen(self) -> bool:
        return True

    def wait_for(self, number: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.heard) >= number, 10)

    def _note(self, what: object) -> None:
        with self.changed:
            self.heard.append(what)
            self.changed.notify_all()


def test_the_live_thread_hears_the_server(house: House) -> None:
    listener = Listener()
    source = events(house)
    live = Live(source, listener, random.Random(1))
    live.start()
    listener.wait_for(1)
    house.devices["desk"].create(name="Orchard House")
    assert house.settle(60)
    listener.wait_for(2)
    assert listener.heard[-1] == house.ledger.version()
    house.server.service.hub.close()
    assert live.stop(lambda: None)


def test_signing_in_and_out_over_http(house: House) -> None:
    desk = house.devices["desk"].http
    account = desk.me()
    assert (account.organisation_id, account.role) == (house.template.organisation, "owner")
    desk.sign_out()
    with pytest.raises(Unauthenticated):
        desk.me()
    assert isinstance(desk, HttpServer)
