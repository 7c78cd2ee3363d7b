"""How much has to be computed again when a punch arrives.

After a clock-out nobody is on the clock, whatever came before. So the punches between two clock-outs yield their
entries independently of all others, and only the stretch around a change has to be computed again:

1. `corrections`: all voids and amends of that person, and the punches that they name;
2. `touched(changed, corrections)`: the earliest and the latest instant that the change can concern;
3. `Span`: `after` is the latest clock-out before, `until` the earliest one behind, by `corrected_at or at`, each
   strictly, and only clock-outs that no correction names;
4. `recompute` with the punches from `after` to `until` (both included, by `corrected_at or at`) and the corrections.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sync.records import Organisation, Punch
from sync.timekeeping.entries import TimeEntry


@dataclass(frozen=True)
class Span:
    """A stretch between two clock-outs; None is the beginning or the end of all punches."""

    after: datetime | None
    until: datetime | None


@dataclass(frozen=True)
class Recomputed:
    """Entries whose `start_punch_id` is in `stale` go; `entries` take their place."""

    stale: frozenset[str]
    entries: tuple[TimeEntry, ...]


def touched(changed: Iterable[Punch], corrections: Iterable[Punch]) -> tuple[datetime, datetime]:
    """The earliest and latest instant that a change can concern; `changed` has punches in their old and new form."""
    raise NotImplementedError


def recompute(punches: Iterable[Punch], changed: Iterable[Punch], span: Span, settings: Organisation) -> Recomputed:
    """Compute one stretch again; the outcome is that of computing everything."""
    raise NotImplementedError
