"""What the reference keeps: one organisation's records, rulings and versions."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from simulation.journal import Entry
from simulation.oracle.scope import Record, Ref, Write

ACCEPTED = frozenset({"applied", "merged"})


@dataclass(frozen=True)
class Ruling:
    outcome: str
    code: str | None = None
    version: int = 0

    @property
    def is_accepted(self) -> bool:
        return self.outcome in ACCEPTED


class No(Exception):
    def __init__(self, outcome: str, code: str | None = None) -> None:
        self.ruling = Ruling(outcome, code)


@dataclass(frozen=True)
class Line:
    """What arrives: a key at a place in a stream. Without an entry it is the withdrawal of that key."""

    key: str
    seq: int
    entry: Entry | None
    was: int = 0
    """Which version it had in a database that is lost."""


@dataclass(frozen=True)
class Delivered:
    """How lines arrived: by which stream, when by our clock, and when they were sent by the device's."""

    stream: int
    received: datetime
    sent: datetime

    def edited(self, occurred: datetime) -> int:
        """When it was done by our clock, in milliseconds, and never in the future."""
        received = milliseconds(self.received)
        return min(milliseconds(occurred) + received - milliseconds(self.sent), received)


@dataclass
class Books:
    """One organisation."""

    version: int
    records: dict[Ref, Record] = field(default_factory=dict)
    rulings: dict[str, Ruling] = field(default_factory=dict)
    streams: dict[str, int] = field(default_factory=dict)
    """By which stream a key was ruled on."""
    floors: list[int] = field(default_factory=list)
    """The versions that each epoch after the first began with."""
    regained: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Versions of what was brought back; which it had in the database that is lost, and which its maker saw there."""

    left: dict[tuple[str, Ref], int] = field(default_factory=dict)
    """With which version a record went from a person's scope."""

    def copy(self) -> "Books":
        return replace(
            self,
            records={ref: record.copy() for ref, record in self.records.items()},
            rulings=dict(self.rulings),
            streams=dict(self.streams),
            floors=list(self.floors),
            regained=dict(self.regained),
            left=dict(self.left),
        )

    def has_seen(self, base: int, version: int) -> bool:
        """Whether somebody who looked at `base` saw what has this version, if need be under its old number."""
        was, _saw = self.regained.get(version, (0, 0))
        return version <= base or self._lies_before(was, base)

    def went_on_from(self, version: int, was: int) -> bool:
        """Whether the maker of what has this version now had seen what was brought back only later."""
        _was, saw = self.regained.get(version, (0, 0))
        return self._lies_before(was, saw)

    def regain(self, version: int, was: int, saw: int) -> None:
        if self.floors and any(0 < number < self.floors[-1] for number in (was, saw)):
            self.regained[version] = was, saw

    def _lies_before(self, was: int, base: int) -> bool:
        return 0 < was <= base and self._epoch_of(was) == self._epoch_of(base)

    def _epoch_of(self, version: int) -> int:
        return sum(floor <= version for floor in self.floors)


def last_writes(record: Record) -> dict[str, Write]:
    """Who wrote each field last; who wrote what was there already has written nothing."""
    return {write.field: write for write in record.writes if write.before != write.value}


_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(at: datetime) -> int:
    return (at - _BEGINNING) // timedelta(milliseconds=1)


def text(milliseconds: int) -> str:
    return (_BEGINNING + timedelta(milliseconds=milliseconds)).isoformat().replace("+00:00", "Z")
