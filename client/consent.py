"""Whether a person lets punches say where they were made: theirs alone to decide, off until then, and on record."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from client.files import read_text, write_private
from sync.clock import Clock


@dataclass(frozen=True)
class Said:
    is_given: bool
    at: datetime


class LocationConsent:
    """Every change of mind stays on record, in the profile's folder. A record that can't be read is no consent."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._file = folder / "location-consent.json"
        self._clock = clock

    @property
    def record(self) -> tuple[Said, ...]:
        """What was said, the first first."""
        try:
            lines = json.loads(read_text(self._file) or "[]")
            return tuple(Said(line["given"] is True, datetime.fromisoformat(line["at"])) for line in lines)
        except (ValueError, TypeError, KeyError, OSError):
            return ()

    @property
    def is_given(self) -> bool:
        said = self.record
        return bool(said) and said[-1].is_given

    def say(self, *, is_given: bool) -> None:
        if is_given == self.is_given:
            return
        said = (*self.record, Said(is_given, self._clock.now()))
        lines = [{"given": one.is_given, "at": one.at.isoformat()} for one in said]
        write_private(self._file, json.dumps(lines, indent=2).encode())
