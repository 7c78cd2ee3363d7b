"""Faults from a file: what strikes, which exchanges, when and how often.

    name = "A dead spot, and answers that get lost"
    seed = 7                    # decides where `share` is used

    [[fault]]
    kind = "drop_request"       # what: a name of `sync.faults.Kind`
    from = 60                   # when: seconds since the beginning
    until = 600

    [[fault]]
    kind = "drop_reply"
    on = "push"                 # which exchanges: health, push, pull, … or the beginning of a path; all if left out
    device = "van"              # whose, where devices are known by name
    skip = 2                    # how often: not the first two,
    every = 3                   # of those that follow every third,
    share = 0.5                 # of these half, by chance,
    times = 5                   # and five times altogether

A fault's own numbers have the names that they have in `sync.faults.Fault`. The first entry that strikes has the
exchange to itself.
"""

import math
import random
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from sync.errors import InvalidInput, Problem
from sync.faults import Exchange, Fault, Kind, Script

Count = Annotated[int, Meta(ge=0)]
Seconds = Annotated[float, Meta(ge=0)]

_PATHS = {"health": "/v1/health", "sign-in": "/v1/sign-in"}


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"begin": "from"}):
    """One `[[fault]]` of the file."""

    kind: Kind
    on: str = ""
    device: str = ""
    begin: Seconds = 0.0
    until: Seconds = math.inf
    skip: Count = 0
    every: Annotated[int, Meta(ge=1)] = 1
    share: Annotated[float, Meta(ge=0, le=1)] = 1.0
    times: Count | None = None
    status: Annotated[int, Meta(ge=100, le=599)] = 503
    error: str = "unavailable"
    retry_after: Count | None = None
    at_byte: Count = 20
    seconds: float = 1.0
    exchanges: Annotated[int, Meta(ge=1)] = 1
    statement: Annotated[int, Meta(ge=1)] = 1

    @property
    def fault(self) -> Fault:
        return Fault(
            self.kind,
            status=self.status,
            error=self.error,
            retry_after=self.retry_after,
            at_byte=self.at_byte,
            seconds=self.seconds,
            exchanges=self.exchanges,
            statement=self.statement,
        )

    def concerns(self, exchange: Exchange) -> bool:
        is_theirs = self.device in ("", exchange.device)
        return is_theirs and exchange.path.startswith(path_of(self.on)) and self.begin <= exchange.at < self.until


class Scenario(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str = ""
    seed: int = 0
    fault: tuple[Entry, ...] = ()

    def script(self) -> Script:
        """A new beginning of this scenario."""
        randomness = random.Random(self.seed)
        entries = [_Counted(entry, randomness) for entry in self.fault]

        def choose(exchange: Exchange) -> Fault | None:
            return next((entry.fault for entry in entries if entry.strikes(exchange)), None)

        return choose


def path_of(name: str) -> str:
    """The beginning of the paths that a name stands for; the empty one stands for all."""
    return name if name.startswith("/") or not name else _PATHS.get(name, f"/v1/sync/{name}")


class _Counted:
    """An entry, and how often it was passed and has struck."""

    def __init__(self, entry: Entry, randomness: random.Random) -> None:
        self.fault = entry.fault
        self._entry = entry
        self._randomness = randomness
        self._passed = self._struck = 0

    def strikes(self, exchange: Exchange) -> bool:
        entry = self._entry
        if not entry.concerns(exchange):
            return False
        self._passed += 1
        nth = self._passed - entry.skip
        is_due = nth > 0 and (nth - 1) % entry.every == 0
        is_due = is_due and (entry.times is None or self._struck < entry.times)
        if not is_due or (entry.share < 1 and self._randomness.random() >= entry.share):
            return False
        self._struck += 1
        return True


def read_scenario(file: Path) -> Scenario:
    """Raises `InvalidInput` with what is wrong with the file."""
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Scenario)
    except OSError as trouble:
        raise InvalidInput(Problem("", "unreadable", f"{file} can't be read: {trouble.strerror}.")) from trouble
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        raise InvalidInput(Problem("", "scenario", f"{file} is no scenario: {trouble}.")) from trouble
