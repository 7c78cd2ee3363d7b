"""A message bus of its own, and a GeoClue on it that behaves as a test says."""

import math
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from socket import SHUT_RDWR
from threading import Thread
from typing import Any

from jeepney import (  # type: ignore[import-untyped] # it brings no types
    DBusAddress,
    HeaderFields,
    Message,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # type: ignore[import-untyped] # as above

NAME = "org.freedesktop.GeoClue2"
CLIENT, PLACE, NOWHERE = "/client", "/place", "/"
DENIED = "org.freedesktop.DBus.Error.AccessDenied"

Properties = dict[str, tuple[str, Any]]


def place(
    latitude: float = 51.5072, longitude: float = -0.1276, accuracy: float = 12.5, stamp: tuple[int, int] | None = None
) -> Properties:
    told: Properties = {"Latitude": ("d", latitude), "Longitude": ("d", longitude), "Accuracy": ("d", accuracy)}
    return told if stamp is None else {**told, "Timestamp": ("(tt)", stamp)}


@dataclass(frozen=True)
class Manner:
    """How the service behaves. `moves` are the places that it tells of, one after the other, once it is started."""

    place: Properties = field(default_factory=place)
    at_once: str = NOWHERE
    moves: tuple[str, ...] = (PLACE,)
    refuses: str = ""
    ignores: str = ""


class FakeGeoClue:
    def __init__(self, bus: DBusConnection, manner: Manner) -> None:
        self._bus = bus
        self._manner = manner
        self._heard: Queue[str] = Queue()

    def heard_until(self, last: str) -> list[str]:
        """What it was asked and has answered, in order; a property that was set by its name and value."""
        heard = [self._heard.get(timeout=30)]
        while heard[-1] != last:
            heard.append(self._heard.get(timeout=30))
        return heard

    def run(self) -> None:
        with suppress(ConnectionError):
            while True:
                self._hear(self._bus.receive())

    def _hear(self, call: Message) -> None:
        member = call.header.fields.get(HeaderFields.member)
        if HeaderFields.interface not in call.header.fields or member == "NameAcquired":
            return
        if member == self._manner.refuses:
            self._bus.send(new_error(call, DENIED, "s", ("not for you",)))
        elif member not in {self._manner.ignores, "Stop"}:
            self._bus.send(new_method_return(call, *self._answer(member, call)))
        if member == "Start":
            for path in self._manner.moves:
                self._bus.send(self._move(call, path))
        self._heard.put(f"{call.body[1]}={call.body[2][1]}" if member == "Set" else member)

    def _answer(self, member: str, call: Message) -> tuple[Any, ...]:
        match member:
            case "GetClient":
                return "o", (CLIENT,)
            case "GetAll":
                known = {CLIENT: {"Location": ("o", self._manner.at_once)}, PLACE: self._manner.place}
                return "a{sv}", (known.get(call.header.fields[HeaderFields.path], {}),)
            case _:
                return ()

    def _move(self, call: Message, path: str) -> Message:
        told = new_signal(DBusAddress(CLIENT, NAME, f"{NAME}.Client"), "LocationUpdated", "oo", (NOWHERE, path))
        told.header.fields[HeaderFields.destination] = call.header.fields[HeaderFields.sender]
        return told


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Its address. Services that are described in `folder`/dbus-1/services can be started by it."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    environment = {**os.environ, "XDG_DATA_HOME": str(folder)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def geoclue(address: str, manner: Manner) -> Iterator[FakeGeoClue]:
    with open_dbus_connection(address, auth_timeout=30) as bus:
        fake = FakeGeoClue(bus, manner)
        bus.send_and_get_reply(message_bus.RequestName(NAME))
        thread = Thread(target=fake.run)
        thread.start()
        try:
            yield fake
        finally:
            bus.sock.shutdown(SHUT_RDWR)
            thread.join()


NONSENSE = {
    "beyond a pole": place(latitude=90.1),
    "beyond the antimeridian": place(longitude=-180.1),
    "nowhere": place(latitude=math.nan),
    "accurate to less than nothing": place(accuracy=-1.0),
    "accurate to nobody knows what": place(accuracy=math.nan),
    "anywhere": place(accuracy=math.inf),
    "in the far future": place(stamp=(2**63, 0)),
    "in words": {**place(), "Latitude": ("s", "north")},
    "half of it": {"Latitude": ("d", 51.5)},
    "nothing": {},
}
