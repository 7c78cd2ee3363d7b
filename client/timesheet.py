"""Timesheets by week, what is behind an entry, and the week as a file: readable without the server, as workers and
inspectors may ask."""

from datetime import date, timedelta
from pathlib import Path

from client.desk import Desk
from client.paper import Paper, draw
from client.people import People
from client.said import as_read
from client.sentences import punch_words
from client.spreadsheet import write_table
from client.time_clock import TimeClock
from client.views import Entry, JobTotal, Person, PunchLine, TimeReport, Week
from client.weeks import WeekDesk
from sync.language import translate
from sync.records import body_of

_COLUMNS = ("day", "name", "activity", "start", "end", "hours", "exact", "work order", "note", "flags")


class TimesheetDesk:
    def __init__(self, desk: Desk, people: People, clock: TimeClock, weeks: WeekDesk) -> None:
        self._desk = desk
        self._people = people
        self._clock = clock
        self._weeks = weeks

    def week(self, of: date | None = None, user_id: str | None = None) -> Week:
        return self._clock.week(of, user_id=user_id)

    def people(self) -> tuple[Person, ...]:
        """Whose time I may see: my own, and that of those whom I may punch for."""
        return (self._people.me(), *self._people.crew())

    def jobs(self, week: Week) -> tuple[JobTotal, ...]:
        """What was worked on each job, the longest first."""
        labels: dict[str | None, str] = {}
        sums: dict[str | None, timedelta] = {}
        for entry in week.entries:
            if entry.is_work_time:
                labels[entry.work_order_id] = entry.work_order
                sums[entry.work_order_id] = sums.get(entry.work_order_id, timedelta()) + entry.duration
        order = sorted(sums, key=lambda job: (-sums[job], labels[job]))
        return tuple(JobTotal(job, labels[job], sums[job]) for job in order)

    def history(self, entry: Entry) -> tuple[PunchLine, ...]:
        """Every punch and correction behind an entry, in the order in which they were made; none is ever gone."""
        punches = [punch for punch in (entry.start_punch, entry.end_punch) if punch is not None]
        end = entry.end or self._desk.clock.now()
        story = self._desk.file.queries.timesheet.story(entry.user_id, punches, entry.start, end)
        names = self._people.names()
        return tuple(
            PunchLine(
                at=one.record.at,
                what=punch_words(body_of(one.record), self._desk.local),
                by=""
                if one.record.by_id == one.record.user_id
                else names.get(one.record.by_id, translate("people", "somebody else")),
                reason=as_read(one.record.reason),
                mark=one.mark,
            )
            for one in story
        )

    def report(self, of: date | None = None, user_id: str | None = None) -> TimeReport:
        """Everything that stands on a week's paper."""
        week, now = self.week(of, user_id), self._desk.clock.now()
        sheet = self._weeks.sheet(week.start, user_id)
        organisation, me = self._people.organisation().name, self._people.me().name
        return TimeReport(organisation, week, sheet, self.jobs(week), now, me)

    def export_pdf(self, path: Path, of: date | None = None, user_id: str | None = None) -> Path:
        """A week on paper. Raises `InvalidInput` where it can't be written there; then nothing was."""
        return draw(Paper.TIMESHEET, self.report(of, user_id), path, self._desk.local)

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
        seconds = int(entry.duration.total_seconds())
        hours, minutes = seconds // 3600, seconds // 60 % 60
        end = f"{self._desk.local(entry.end):%Y-%m-%d %H:%M:%S}" if entry.end else ""
        kind = f"{entry.activity} ({entry.break_kind})" if entry.break_kind else str(entry.activity)
        return (
            entry.day.isoformat(),
            entry.user,
            kind.replace("_", " "),
            f"{self._desk.local(entry.start):%Y-%m-%d %H:%M:%S}",
            end,
            f"{hours}:{minutes:02d}",
            f"{hours}:{minutes:02d}:{seconds % 60:02d}",
            entry.work_order,
            entry.note,
            " ".join(entry.flags),
        )
