"""The time clock and the timesheet: punches as they were made, entries as they were computed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from storage.database import Tx
from storage.lists import json_list
from storage.queries.marks import Asking, Marked
from storage.time_entries import read_entry, settings_of
from sync.kinds import Kind
from sync.moments import to_us
from sync.records import Punch
from sync.status import Mark
from sync.timekeeping import ClockState, TimeEntry, clock_state, flag_at

_PUNCHES = """
SELECT v.id, v.body, c.version FROM punch AS v LEFT JOIN confirmed AS c ON c.kind = 'punch' AND c.id = v.id
WHERE v.user_id = ? AND v.at >= ? AND v.at < ? ORDER BY v.at, v.id
"""
_STORY = """
WITH RECURSIVE story (id) AS (
    SELECT value FROM json_each(?2)
    UNION SELECT v.id FROM punch AS v WHERE v.user_id = ?1 AND v.at > ?3 AND v.at < ?4 AND v.target_id IS NULL
    UNION SELECT v.id FROM story AS s JOIN punch AS v ON v.target_id = s.id
)
SELECT v.id, v.body, c.version FROM story CROSS JOIN punch AS v ON v.id = story.id
LEFT JOIN confirmed AS c ON c.kind = 'punch' AND c.id = v.id ORDER BY v.id
"""
_ENTRIES = "SELECT body FROM time_entry WHERE user_id = ? AND day >= ? AND day <= ? ORDER BY starts_at"
_OPEN = "SELECT body FROM time_entry WHERE user_id = ? AND ends_at IS NULL ORDER BY starts_at"
_LATEST = "SELECT body FROM time_entry WHERE user_id = ? ORDER BY starts_at DESC LIMIT 20"


@dataclass(frozen=True)
class MarkedEntry:
    """An entry with the state of sync of the punches that it was computed from."""

    entry: TimeEntry
    mark: Mark


class Timesheet(Asking):
    def punches(self, user_id: str, start: datetime, end: datetime) -> tuple[Marked[Punch], ...]:
        """By the instant at which they count; `start` is included, `end` is not."""
        with self._database.read() as tx:
            return self._typed(tx, Kind.PUNCH, tx.all(_PUNCHES, (user_id, to_us(start), to_us(end))))

    def punch(self, punch_id: str) -> Marked[Punch] | None:
        return self._one(Kind.PUNCH, punch_id)

    def story(self, user_id: str, punches: Iterable[str], start: datetime, end: datetime) -> tuple[Marked[Punch], ...]:
        """These punches, others of the same person between the two instants, and all that corrects any of them, in the
        order in which they were made."""
        with self._database.read() as tx:
            wanted = (user_id, json_list(punches), to_us(start), to_us(end))
            return self._typed(tx, Kind.PUNCH, tx.all(_STORY, wanted))

    def entries(self, user_id: str, first: date, last: date, now: datetime) -> tuple[MarkedEntry, ...]:
        """The entries of these days, both included, with the flags that depend on what time it is."""
        with self._database.read() as tx:
            rows = tx.all(_ENTRIES, (user_id, first.isoformat(), last.isoformat()))
            return self._marked_entries(tx, rows, now)

    def open_entries(self, user_id: str, now: datetime) -> tuple[MarkedEntry, ...]:
        """What runs, and what was forgotten on any day before."""
        with self._database.read() as tx:
            return self._marked_entries(tx, tx.all(_OPEN, (user_id,)), now)

    def clock(self, user_id: str, now: datetime) -> ClockState:
        with self._database.read() as tx:
            latest = [read_entry(body) for (body,) in tx.all(_LATEST, (user_id,))]
            return clock_state(latest, settings_of(tx), now)

    def _marked_entries(self, tx: Tx, rows: list[tuple[bytes]], now: datetime) -> tuple[MarkedEntry, ...]:
        entries = flag_at([read_entry(body) for (body,) in rows], settings_of(tx), now)
        marks = self._marks(tx, {p for e in entries for p in (e.start_punch_id, e.end_punch_id) if p is not None})
        return tuple(MarkedEntry(entry, _worst(marks, entry)) for entry in entries)


def _worst(marks: dict[str, Mark], entry: TimeEntry) -> Mark:
    """An entry is as far as the one of its two punches that is least far."""
    of_punches = {marks.get(punch_id, Mark.SENT) for punch_id in (entry.start_punch_id, entry.end_punch_id or "")}
    return next(m for m in (Mark.NEEDS_ATTENTION, Mark.SAVED_HERE, Mark.SENDING, Mark.SENT) if m in of_punches)
