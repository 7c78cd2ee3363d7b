"""The server's clock as last heard, kept over restarts: evidence for punches that are made without a network."""

import json
from datetime import datetime
from pathlib import Path

from client.files import read_text, write_private
from client.surroundings import Surroundings
from sync.clock import Clock
from sync.errors import StorageTrouble
from sync.records import ClockEvidence
from sync.status import ServerClock

_SAVE_EVERY = 60.0


class ServerClockFile:
    """The age of an offset is counted by the monotonic clock, so from before another boot only the meeting is known."""

    def __init__(self, file: Path, clock: Clock, surroundings: Surroundings) -> None:
        self._file = file
        self._clock = clock
        self._boot_id = surroundings.boot_id
        self._met, is_this_boot = self._read()
        self._known = self._met if is_this_boot else None
        self._saved_at = self._known.measured_at if self._known else None

    @property
    def known(self) -> ServerClock | None:
        return self._known

    def hear(self, heard: ServerClock) -> None:
        """Keep what the engine has measured; on the disk now and then only, and never at the price of a sync."""
        self._known = self._met = heard
        if self._saved_at is not None and heard.measured_at - self._saved_at < _SAVE_EVERY:
            return
        content = {
            "boot_id": self._boot_id,
            "server_at": heard.server_at.isoformat(),
            "offset_ms": heard.offset_ms,
            "measured_at": heard.measured_at,
        }
        self._saved_at = heard.measured_at
        try:
            write_private(self._file, json.dumps(content).encode())
        except StorageTrouble:
            return

    def evidence(self) -> ClockEvidence:
        """What this device knows about its clocks right now."""
        monotonic = self._clock.monotonic()
        known, met = self._known, self._met
        return ClockEvidence(
            monotonic_ms=int(monotonic * 1000),
            boot_id=self._boot_id,
            server_at=met.server_at if met else None,
            server_offset_ms=met.offset_ms if met else None,
            offset_age_ms=max(0, int((monotonic - known.measured_at) * 1000)) if known else None,
        )

    def _read(self) -> tuple[ServerClock | None, bool]:
        """The last meeting, and whether it was since the machine was started."""
        try:
            kept = json.loads(read_text(self._file) or "")
            met = ServerClock(
                datetime.fromisoformat(kept["server_at"]), int(kept["offset_ms"]), float(kept["measured_at"])
            )
            is_this_boot = self._boot_id != "" and kept["boot_id"] == self._boot_id  # nameless ones are all alike
            return met, is_this_boot and met.measured_at <= self._clock.monotonic()
        except (ValueError, KeyError, TypeError):
            return None, False
