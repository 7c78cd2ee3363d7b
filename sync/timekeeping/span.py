"""How much has to be computed again when a punch arrives.

After a clock-out nobody is on the clock, whatever came before. So the punches between two clock-outs yield their
entries independently of all others, and only the stretch around a change has to be computed again:

1. `corrections`: all voids and amends of that person, and the punches that they or the changed ones name;
2. `touched(changed, corrections)`: the earliest and the latest instant that the change can concern;
3. `Span`: `after` is the latest clock-out before, `until` the earliest one behind, by `corrected_at or at`, each
   strictly, and only clock-outs that no correction names;
4. `recompute` with the punches from `after` to `until` (both included, by `corrected_at or at`) and the corrections.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sync.records import Organisation, Punch
from sync.terms import CORRECTIONS, Action
from sync.timekeeping.corrections import Mark, claimed_at, resolve, roots_of
from sync.timekeeping.entries import TimeEntry
from sync.timekeeping.segments import compose


@dataclass(frozen=True)
class Span:
    """A stretch between two clock-outs; None is the beginning or the end of all punches."""

    after: datetime | None
    until: datetime | None

    def holds(self, mark: Mark) -> bool:
        """At equal instants clock-outs come first: those at `after` are outside, those at `until` inside."""
        is_out = mark.action is Action.CLOCK_OUT
        starts_in = self.after is None or mark.at > self.after or (mark.at == self.after and not is_out)
        return starts_in and (self.until is None or mark.at < self.until or (mark.at == self.until and is_out))


@dataclass(frozen=True)
class Recomputed:
    """Entries whose `start_punch_id` is in `stale` go; `entries` take their place."""

    stale: frozenset[str]
    entries: tuple[TimeEntry, ...]


def touched(changed: Iterable[Punch], corrections: Iterable[Punch]) -> tuple[datetime, datetime]:
    """The earliest and latest instant that a change can concern.

    `changed`, at least one punch, has those that came, those that went, and of those that are another now both forms.
    """
    changed = tuple(changed)
    related = (*corrections, *changed)
    concerned = _concerned(changed, related)
    instants = [claimed_at(punch) for punch in related if punch.id in concerned]
    instants += [punch.amended_at for punch in related if punch.id in concerned and punch.amended_at is not None]
    return min(instants), max(instants)


def recompute(punches: Iterable[Punch], changed: Iterable[Punch], span: Span, settings: Organisation) -> Recomputed:
    """Compute one stretch again; the outcome is that of computing everything."""
    punches, changed = tuple(punches), tuple(changed)
    marks = [mark for mark in resolve(punches) if span.holds(mark)]
    stale = _concerned(changed, (*punches, *changed)) | {mark.id for mark in marks}
    return Recomputed(stale, compose(marks, settings))


def _concerned(changed: Iterable[Punch], related: Iterable[Punch]) -> frozenset[str]:
    """The changed punches, what their corrections come down to, and all other corrections of the same."""
    corrections = {punch.id: punch for punch in related if punch.action in CORRECTIONS}
    roots = roots_of(corrections)
    ids = {punch.id for punch in changed}
    ids |= {root for punch in ids if (root := roots.get(punch)) is not None}
    return frozenset(ids | {correction for correction, root in roots.items() if root in ids})
