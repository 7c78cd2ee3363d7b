"""Time entries as rows: computed from the visible punches in the transaction that shows those."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from storage.database import Tx
from storage.lists import json_list
from storage.subjects import TIME_ENTRY, Subject
from sync.moments import from_us, to_us
from sync.records import Body, Organisation, Punch, Record, read
from sync.timekeeping import Recomputed, Span, TimeEntry, compute_entries, recompute, touched

_encode = msgspec.json.Encoder(order="deterministic").encode  # flags are a set
_decode: Any = msgspec.json.Decoder(dict[str, Any]).decode

_CORRECTIONS = "SELECT id, body FROM punch WHERE user_id = ? AND target_id IS NOT NULL"
_BETWEEN = "SELECT id, body FROM punch WHERE user_id = ? AND at >= ? AND at <= ?"
_OF_USER = "SELECT id, body FROM punch WHERE user_id = ?"
_NAMED = """
SELECT v.id, v.body FROM json_each(?2) AS wanted CROSS JOIN punch AS v ON v.id = wanted.value WHERE v.user_id = ?1
"""
_OUT_BEFORE = """
SELECT max(at) FROM punch WHERE user_id = ? AND at < ? AND action = 'clock_out'
AND id NOT IN (SELECT value FROM json_each(?))
"""
_OUT_BEHIND = """
SELECT min(at) FROM punch WHERE user_id = ? AND at > ? AND action = 'clock_out'
AND id NOT IN (SELECT value FROM json_each(?))
"""
_DROP = "DELETE FROM time_entry WHERE start_punch_id IN (SELECT value FROM json_each(?))"
_ADD = """
INSERT INTO time_entry (start_punch_id, day, user_id, starts_at, ends_at, work_order_id, body)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""

Change = tuple[str, bytes | None, Record | None]


def follow_punches(tx: Tx, changes: Iterable[Change]) -> None:
    """Compute again what these punches touch: for each person the stretch between two clock-outs."""
    by_user: dict[str, list[Punch]] = defaultdict(list)
    for punch_id, before, after in changes:
        forms = [_punch(punch_id, before)] if before is not None else []
        if isinstance(after, Punch):
            forms.append(after)
        for punch in forms:
            by_user[punch.user_id].append(punch)
    settings = settings_of(tx)
    for user_id, changed in by_user.items():
        _write(tx, _recompute(tx, user_id, changed, settings))


def recompute_all(tx: Tx) -> None:
    """The organisation's rules are others now: every entry may be another."""
    settings = settings_of(tx)
    tx.run("DELETE FROM time_entry")
    for (user_id,) in tx.all("SELECT DISTINCT user_id FROM punch"):
        entries = compute_entries(_punches(tx, _OF_USER, user_id), settings)
        _write(tx, Recomputed(frozenset(), entries))


def settings_of(tx: Tx) -> Organisation:
    """The organisation's settings, or the usual ones until they have been pulled."""
    row = tx.one("SELECT id, body FROM organisation LIMIT 1")
    return read(Organisation, row[0], 0, _decode(row[1])) if row else Organisation(id="", name="Organisation")


def read_entry(body: bytes) -> TimeEntry:
    return msgspec.json.decode(body, type=TimeEntry)


def _recompute(tx: Tx, user_id: str, changed: list[Punch], settings: Organisation) -> Recomputed:
    """The stretch between the clock-outs around the change; see `sync.timekeeping.span`."""
    corrections = _punches(tx, _CORRECTIONS, user_id)
    named = json_list({punch.target_id for punch in (*corrections, *changed) if punch.target_id is not None})
    corrections += _punches(tx, _NAMED, user_id, named)
    first, last = (to_us(moment) for moment in touched(changed, corrections))
    after = tx.value(_OUT_BEFORE, (user_id, first, named))
    until = tx.value(_OUT_BEHIND, (user_id, last, named))
    span = Span(None if after is None else from_us(after), None if until is None else from_us(until))
    low, high = -(2**62) if after is None else after, 2**62 if until is None else until
    return recompute((*_punches(tx, _BETWEEN, user_id, low, high), *corrections), changed, span, settings)


def _punches(tx: Tx, sql: str, *values: object) -> tuple[Punch, ...]:
    return tuple(_punch(punch_id, body) for punch_id, body in tx.all(sql, values))


def _punch(punch_id: str, body: bytes) -> Punch:
    fields: Body = _decode(body)
    return read(Punch, punch_id, 0, fields)


def _write(tx: Tx, result: Recomputed) -> None:
    tx.run(_DROP, (json_list(result.stale),))
    tx.many(_ADD, [_row(entry) for entry in result.entries])
    tx.touch({Subject(TIME_ENTRY, entry.start_punch_id) for entry in result.entries} or {Subject(TIME_ENTRY)})


def _row(entry: TimeEntry) -> tuple[Any, ...]:
    return (
        entry.start_punch_id,
        entry.day.isoformat(),
        entry.user_id,
        to_us(entry.start),
        to_us(entry.end) if entry.end else None,
        entry.work_order_id,
        _encode(entry),
    )
