"""A restored database begins a new epoch: devices notice, and every number from now on is above all that were given.

The rule stands here alone, as plain SQL, since it must commit together with the restored tables, whoever writes them.

What devices bring back gets a new number. Somebody may have seen it under its old one and gone on from there, in a
change that comes back later: that one is no stranger to it, so the old number is remembered beside the new one. Or in a
change that comes back sooner: so what its maker had seen is remembered, too.
"""

import secrets
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sync.moments import to_us

# Numbers grow by one for each write, far fewer than one in a microsecond; where the clock is wrong, by far more than
# any backup is behind.
_LOST_AT_MOST = 1_000_000_000


def statements(now: datetime) -> tuple[str, ...]:
    """What makes a database the next incarnation of itself, in one transaction with whatever was restored."""
    roof = to_us(now)
    above = f"version + {_LOST_AT_MOST}"
    return (
        f"UPDATE organisation SET version = CASE WHEN {above} > {roof} THEN {above} ELSE {roof} END",  # noqa: S608 numbers of our own
        "UPDATE organisation SET floors = floors || ' ' || version",
        f"UPDATE server_meta SET value = '{secrets.token_hex(16)}' WHERE name = 'epoch'",  # noqa: S608 as is this
    )


class Regained(NamedTuple):
    """What came back: the number that the lost database gave to it, 0 if none, and the one that its maker had seen."""

    was: int
    saw: int


@dataclass(frozen=True)
class Epochs:
    """`floors` are the numbers that each epoch after the first began with; `regained` is by the new numbers."""

    floors: tuple[int, ...] = ()
    regained: Mapping[int, Regained] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> "Epochs":
        return cls(tuple(map(int, text.split())))

    def is_past(self, number: int) -> bool:
        """Whether a number was given before the last restore."""
        return bool(self.floors) and 0 < number < self.floors[-1]

    def has_seen(self, base: int, version: int) -> bool:
        """Whether a change that came back was there, under its old number, when somebody looked at `base`."""
        one = self.regained.get(version)
        return one is not None and self._lies_before(one.was, base)

    def went_on_from(self, version: int, was: int) -> bool:
        """Whether whoever made what came back as `version` had seen what was `was` then."""
        one = self.regained.get(version)
        return one is not None and self._lies_before(was, one.saw)

    def _lies_before(self, was: int, base: int) -> bool:
        """Only numbers of one epoch can be compared: what came back in the next one was not there in between."""
        return 0 < was <= base and bisect_right(self.floors, was) == bisect_right(self.floors, base)
