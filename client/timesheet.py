"""Timesheets by week, and as a file: readable without the server, as inspectors and workers may ask."""

from datetime import date, timedelta
from pathlib import Path

from client.desk import Desk
from client.people import People
from client.spreadsheet import write_table
from client.time_clock import TimeClock
from client.views import Entry, Person, Week

_COLUMNS = ("day", "name", "activity", "start", "end", "hours", "work order", "note", "flags")


class TimesheetDesk:
    def __init__(self, desk: Desk, people: People, clock: TimeClock) -> None:
        self._desk = desk
        self._people = people
        self._clock = clock

    def week(self, of: date | None = None, user_id: str | None = None) -> Week:
        return self._clock.week(of, user_id=user_id)

    def people(self) -> tuple[Person, ...]:
        """Whose time I may see: my own, and that of those whom I may punch for."""
        return (self._people.me(), *self._people.crew())

    def export_csv(self, path: Path, first: date, last: date, user_id: str | None = None) -> int:
        """Write the entries of these days, both included; how many there were."""
        entries: dict[str, Entry] = {}
        day = first
        while day <= last + timedelta(days=6):
            week = self.week(day, user_id)
            entries |= {entry.id: entry for entry in week.entries if first <= entry.day <= last}
            day += timedelta(days=7)
        return write_table(path, _COLUMNS, (self._cells(entry) for entry in entries.values()))

    def _cells(self, entry: Entry) -> tuple[str, ...]:
        minutes = int(entry.duration.total_seconds() // 60)
        end = f"{self._desk.local(entry.end):%Y-%m-%d %H:%M:%S}" if entry.end else ""
        kind = f"{entry.activity} ({entry.break_kind})" if entry.break_kind else str(entry.activity)
        return (
            entry.day.isoformat(),
            entry.user,
            kind.replace("_", " "),
            f"{self._desk.local(entry.start):%Y-%m-%d %H:%M:%S}",
            end,
            f"{minutes // 60}:{minutes % 60:02d}",
            entry.work_order,
            entry.note,
            " ".join(entry.flags),
        )
