"""Voids and amends: further events that say what an earlier punch should have been. The original always stays.

An employer may edit only so that the record reflects the hours actually worked, and has to keep what was there before
(29 CFR 516.6(a), 785.48(a)): hence events with a reason and a name, never an overwritten punch.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec

from sync.records import Punch
from sync.terms import CORRECTIONS, Action, BreakKind
from sync.timekeeping.entries import Flag

# Whoever takes a click back at once has corrected nothing: the window offers to undo for ten seconds.
UNDO = timedelta(minutes=1)


class Mark(NamedTuple):
    """A punch as it counts after all corrections; marks sort by when they happened.

    `rank` puts a clock-out before whatever else bears the same instant: "out at 12:00, in at 12:00" is two shifts.
    `is_late`: it, or what corrects it, came after its week was approved.
    """

    at: datetime
    rank: int
    id: str
    action: Action
    work_order_id: str | None
    break_kind: BreakKind | None
    note: str
    is_corrected: bool
    is_voided: bool
    punch: Punch
    is_late: bool


def claimed_at(punch: Punch) -> datetime:
    """The instant of a punch before amends: the server's correction of the device's clock, or what the device said."""
    return punch.corrected_at or punch.at


def distinct(punches: Iterable[Punch]) -> dict[str, Punch]:
    """Punches by id; of two copies the one that the server knows later counts."""
    kept: dict[str, Punch] = {}
    for punch in punches:
        other = kept.setdefault(punch.id, punch)
        if other is not punch:
            kept[punch.id] = max(other, punch, key=lambda copy: (copy.version, msgspec.json.encode(copy)))
    return kept


def resolve(punches: Iterable[Punch]) -> list[Mark]:
    """Lay voids and amends over the punches that they name, and bring all in order; what was undone at once is gone."""
    known = distinct(punches)
    corrections = [punch for punch in known.values() if punch.action in CORRECTIONS]
    voided = voided_by(corrections)
    amended = amended_by(corrections)
    return sorted(
        _mark(punch, amended.get(punch.id, ()), voided.get(punch.id))
        for punch in known.values()
        if punch.action not in CORRECTIONS and not _is_undone(punch, voided.get(punch.id))
    )


def voided_by(punches: Iterable[Punch]) -> dict[str, Punch]:
    """Which ids no longer count, each with the void that took it out.

    A void that is itself voided does nothing. Voids that name each other in a circle do nothing either.
    """
    voids = {punch.id: punch for punch in punches if punch.action is Action.VOID}
    undecided = Counter(void.target_id for void in voids.values())
    ready = [void for void in voids.values() if not undecided[void.id]]
    targets: set[str | None] = set()
    acting: list[Punch] = []
    while ready:
        void = ready.pop()
        if void.id not in targets:
            targets.add(void.target_id)
            acting.append(void)
        undecided[void.target_id] -= 1
        if void.target_id in voids and not undecided[void.target_id]:
            ready.append(voids[void.target_id])
    acting.sort(key=lambda void: void.id, reverse=True)
    return {void.target_id: void for void in acting if void.target_id is not None}


def amended_by(punches: Iterable[Punch]) -> dict[str, tuple[Punch, ...]]:
    """The amends in force, by the punch that they come down to, in the order in which they apply.

    An amend of an amend speaks of the punch behind both; the later word counts, field by field.
    """
    corrections = tuple(punches)
    voided = voided_by(corrections)
    amends = {punch.id: punch for punch in corrections if punch.action is Action.AMEND}
    roots = roots_of(amends)
    found: dict[str, list[Punch]] = defaultdict(list)
    for amend in amends.values():
        root = roots[amend.id]
        if root is not None and amend.id not in voided:
            found[root].append(amend)
    return {
        root: tuple(sorted(chain, key=lambda amend: (claimed_at(amend), amend.id))) for root, chain in found.items()
    }


def roots_of(corrections: Mapping[str, Punch]) -> dict[str, str | None]:
    """The id that each correction comes down to, through corrections of corrections; None for a circle."""
    roots: dict[str, str | None] = {}
    for start in corrections:
        trail: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in corrections and at not in roots and at not in trail:
            trail[at] = None
            at = corrections[at].target_id
        root = None if at is None or at in trail else roots.get(at, at)
        roots.update(dict.fromkeys(trail, root))
    return roots


def _is_undone(punch: Punch, void: Punch | None) -> bool:
    return void is not None and void.by_id == punch.by_id and abs(void.at - punch.at) <= UNDO


def _mark(punch: Punch, amends: tuple[Punch, ...], void: Punch | None) -> Mark:
    at, work_order_id, break_kind, note = claimed_at(punch), punch.work_order_id, punch.break_kind, punch.note
    for amend in amends:
        at = amend.amended_at or at
        work_order_id = amend.work_order_id or work_order_id
        break_kind = amend.break_kind or break_kind
        note = amend.note or note
    rank = 0 if punch.action is Action.CLOCK_OUT else 1
    # A reason on a plain punch says that a person entered it later by hand.
    is_corrected = bool(amends or punch.reason)
    is_late = any(Flag.LOCKED_WEEK in one.flags for one in (punch, *amends, void) if one is not None)
    details = work_order_id, break_kind, note, is_corrected, void is not None, punch, is_late
    return Mark(at, rank, punch.id, punch.action, *details)
