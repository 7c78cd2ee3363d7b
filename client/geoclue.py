"""Where this computer is, as GeoClue says over the system's bus: asked for one punch, and not followed between two.

Why not by Qt: docs/decisions/0042.
"""

import logging
import math
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from client.home import DESKTOP_FILE
from client.location_source import Fix, LocationSource
from sync.clock import Clock
from sync.moments import from_us

if TYPE_CHECKING:
    from client.system_bus import SystemBus

_SERVICE = "org.freedesktop.GeoClue2"
_EXACT = 8  # the least vague of its levels
_NOWHERE = "/"  # the place it names until it has found one
_QUICK = 0.5

_log = logging.getLogger(__name__)


class GeoClue:
    """A service that is missing, refuses, is late or talks nonsense gives no location, and nothing else comes of it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @property
    def is_there(self) -> bool:
        try:
            with self._bus(_QUICK) as bus:
                return bus.has(_SERVICE)
        except Exception:  # noqa: BLE001 — a wall: without a bus that can be understood there is no service
            return False

    def locate(self, seconds: float) -> Fix | None:
        try:
            with self._bus(seconds) as bus:
                return self._fix(_place(bus))
        except Exception as trouble:  # noqa: BLE001 — a wall: no punch may fail by what a foreign service answers
            _log.info("No location: %s %s", type(trouble).__name__, trouble)
            return None

    def _bus(self, seconds: float) -> AbstractContextManager["SystemBus"]:
        from client.system_bus import system_bus

        return system_bus(self._clock, seconds)

    def _fix(self, place: Mapping[str, Any]) -> Fix:
        latitude, longitude, accuracy = place["Latitude"], place["Longitude"], place["Accuracy"]
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and 0 <= accuracy < math.inf):
            raise ValueError("no place on earth is there")
        seconds, microseconds = place.get("Timestamp", (0, 0))  # older ones have none
        measured = from_us(seconds * 1_000_000 + microseconds) if seconds else self._clock.now()
        return Fix(measured, latitude, longitude, accuracy)


def source_of_this_computer(clock: Clock) -> LocationSource | None:
    return GeoClue(clock) if sys.platform == "linux" else None


def _place(bus: "SystemBus") -> Mapping[str, Any]:
    """GeoClue forgets its client when the line is closed."""
    manager = bus.thing(_SERVICE, "/org/freedesktop/GeoClue2/Manager", f"{_SERVICE}.Manager")
    (path,) = bus.call(manager, "GetClient")
    client = bus.thing(_SERVICE, path, f"{_SERVICE}.Client")
    bus.write(client, "DesktopId", "s", DESKTOP_FILE)
    bus.write(client, "RequestedAccuracyLevel", "u", _EXACT)
    moves = bus.signals(client, "LocationUpdated")
    try:
        bus.call(client, "Start")
        place = bus.read(client)["Location"]
        while place == _NOWHERE:
            _, place = next(moves)
        return bus.read(bus.thing(_SERVICE, place, f"{_SERVICE}.Location"))
    finally:
        bus.tell(client, "Stop")
