"""What the engine says about itself: its phase, and the status that a person is told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sync.protocol import Part


class Phase(StrEnum):
    """Where the engine stands; `sync.engine` has the drawing."""

    OFFLINE = "offline"
    PROBING = "probing"
    IDLE = "idle"
    PUSHING = "pushing"
    PULLING = "pulling"
    WAITING = "waiting"
    PAUSED = "paused"
    SIGN_IN_NEEDED = "sign_in_needed"
    UPDATE_NEEDED = "update_needed"
    REVOKED = "revoked"


# In these the next step talks to the server at once.
ACTIVE = frozenset({Phase.PROBING, Phase.PUSHING, Phase.PULLING})

# In these nothing goes out until a person has done something.
UP_TO_A_PERSON = frozenset({Phase.PAUSED, Phase.SIGN_IN_NEEDED, Phase.REVOKED})


class Signal(StrEnum):
    """What the engine is told from outside."""

    WORK = "work"
    """Something was recorded."""
    NEWS = "news"
    """The event stream was turned away: look for yourself."""
    LOST = "lost"
    """The event stream broke off and could not be opened again, or the operating system has no network: see whether
    the server still answers, also where nothing is to be sent."""
    NETWORK = "network"
    """The operating system says that a network came up: a hint to probe now."""
    USER = "user"
    """A person asked to sync now; this alone overrules a Retry-After."""
    CHECK = "check"
    """A person wants to know whether everything is as on the server."""
    PAUSE = "pause"
    RESUME = "resume"
    SIGNED_IN = "signed_in"


@dataclass(frozen=True)
class ServerClock:
    """The server's time as last heard: `offset_ms` is server minus device, measured at `measured_at` (monotonic)."""

    server_at: datetime
    offset_ms: int
    measured_at: float


@dataclass(frozen=True)
class Progress:
    """How far a snapshot is: `done` of about `total` records of this part of it."""

    part: Part
    done: int
    total: int


@dataclass(frozen=True)
class Checked:
    """When this device was last held against the server, and the kinds that were not as they should be."""

    at: datetime
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class Status:
    """`until` says when the next attempt is due; `settled` counts the verdicts since the outbox was last empty."""

    phase: Phase
    until: datetime | None = None
    waiting: int = 0
    settled: int = 0
    last_contact: datetime | None = None
    server_clock: ServerClock | None = None
    trouble: str = ""
    progress: Progress | None = None
    checked: Checked | None = None

    @property
    def is_online(self) -> bool:
        return self.last_contact is not None and self.phase not in (Phase.OFFLINE, Phase.PROBING, Phase.PAUSED)


class Mark(StrEnum):
    """Where a piece of work stands, always in these words."""

    SAVED_HERE = "saved here"
    SENDING = "sending"
    SENT = "sent"
    NEEDS_ATTENTION = "needs attention"
