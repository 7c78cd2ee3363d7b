"""The time clock as a person sees it: on or off, today, the week. Punches are made in `punching`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from client.desk import Desk
from client.people import People
from client.punching import Punching
from client.sentences import flag_sentence
from client.views import Activity, ClockState, DayTotal, Entry, Mark, Person, Punched, Today, Week
from client.work_orders import WorkOrderDesk
from storage.queries.timesheet import MarkedEntry, Timesheet
from sync import timekeeping
from sync.errors import InvalidInput, Problem
from sync.language import translate
from sync.records import Organisation
from sync.terms import Action, BreakKind
from sync.timekeeping import Flag, Mode, Total, day_of, day_starts, day_totals, long_shift, overtime, week_days

_MODES = {
    Mode.OFF: Activity.OFF,
    Mode.WORKING: Activity.WORK,
    Mode.TRAVELLING: Activity.TRAVEL,
    Mode.ON_BREAK: Activity.BREAK,
}
_ACTIVITIES = {
    timekeeping.Activity.WORK: (Activity.WORK, None),
    timekeeping.Activity.TRAVEL: (Activity.TRAVEL, None),
    timekeeping.Activity.PAID_REST: (Activity.BREAK, BreakKind.PAID_REST),
    timekeeping.Activity.UNPAID_MEAL: (Activity.BREAK, BreakKind.UNPAID_MEAL),
}
_HARMLESS = frozenset({Flag.OPEN, Flag.CORRECTED})


class TimeClock(Punching):
    def __init__(self, desk: Desk, people: People, timesheet: Timesheet, orders: WorkOrderDesk) -> None:
        super().__init__(desk, people)
        self._timesheet = timesheet
        self._orders = orders

    def crew(self) -> tuple[Person, ...]:
        """Whom I may punch for; each is named in `for_user`."""
        return self._people.crew()

    def crew_member(self, name: str) -> str:
        return self._people.crew_member(name)

    def add_missed(
        self,
        start: datetime,
        end: datetime,
        reason: str,
        work_order_id: str | None = None,
        *,
        for_user: str | None = None,
    ) -> Punched:
        """Time that nobody clocked: it is marked as entered by hand, and the reason stays with it."""
        now, problems = self._desk.clock.now(), []
        if end <= start:
            problems.append(Problem("end", "invalid", translate("time_clock", "The end has to come after the start.")))
        elif end > now:
            problems.append(
                Problem(
                    "end", "invalid", translate("time_clock", "This has not happened yet. Clock in when it begins.")
                )
            )
        elif end - start > long_shift(self._people.organisation()):
            problems.append(
                Problem(
                    "end",
                    "invalid",
                    translate("time_clock", "This is longer than a shift may be. Is it the right day?"),
                )
            )
        elif self._is_taken(self._user(for_user), start, end, now):
            message = translate(
                "time_clock", "There is other time between start and end already. Correct that entry instead."
            )
            problems.append(Problem("start", "overlap", message))
        if problems:
            raise InvalidInput(*problems)
        return self._add_missed(start, end, reason, for_user, work_order_id)

    def end_at(self, at: datetime, reason: str, *, for_user: str | None = None) -> Punched:
        """The shift that is still running ended earlier, and nobody clocked out then."""
        now, since = self._desk.clock.now(), self.state(for_user=for_user).since
        if since is None:
            raise InvalidInput(Problem("at", "invalid", translate("time_clock", "Nothing is running that could end.")))
        if at <= since:
            message = translate(
                "time_clock", "It has been running since {since:%H:%M}; the end has to come after that."
            ).format(since=self._desk.local(since))
            raise InvalidInput(Problem("at", "invalid", message))
        if at > now:
            raise InvalidInput(
                Problem("at", "invalid", translate("time_clock", "This has not happened yet. Clock out when it does."))
            )
        return self._end_at(at, reason, for_user)

    def remove(self, entry: Entry, reason: str) -> Punched:
        """What this entry says did not happen. Its punches stay on record, with the reason.

        Without a break, work goes on; without a job switch, what ran before does. What holds a longer shift together
        is not taken out of its middle.
        """
        start = self._timesheet.punch(entry.start_punch)
        begun = start.record.action if start else None
        around = self.week(entry.day, user_id=entry.user_id).entries
        goes_on_from_before = any(one.end == entry.start for one in around)
        goes_on_after = entry.end is not None and any(one.start == entry.end for one in around)
        both = tuple(punch for punch in (entry.start_punch, entry.end_punch) if punch is not None)
        if begun is Action.BREAK_START:
            return self._void_each(both, reason, entry.user_id)
        if begun in (Action.SWITCH, Action.TRAVEL) and goes_on_from_before:
            return self._void_each(both[:1], reason, entry.user_id)
        if goes_on_from_before or goes_on_after:
            message = translate(
                "time_clock",
                "This is one part of a shift. Remove its breaks and job switches first, or correct its times.",
            )
            raise InvalidInput(Problem("reason", "part_of_shift", message))
        return self._void_each(both, reason, entry.user_id)

    def state(self, *, for_user: str | None = None) -> ClockState:
        user_id, now = self._user(for_user), self._desk.clock.now()
        clock = self._timesheet.clock(user_id, now)
        running = [one for one in self._timesheet.open_entries(user_id, now) if one.entry.start == clock.since]
        kind = clock.break_kind
        return ClockState(
            activity=_MODES[clock.mode],
            since=clock.since,
            on_clock_since=clock.shift_start,
            work_order_id=clock.work_order_id,
            work_order=self._orders.label(clock.work_order_id),
            break_kind=_ACTIVITIES[kind][1] if kind else None,
            is_forgotten=clock.is_forgotten,
            mark=running[-1].mark if running else Mark.SENT,
        )

    def today(self, *, for_user: str | None = None) -> Today:
        """This working day, with what runs, also if it began the day before."""
        user_id, now = self._user(for_user), self._desk.clock.now()
        settings = self._people.organisation()
        day = day_of(now, settings)
        running = self._timesheet.open_entries(user_id, now)
        of_today = self._timesheet.entries(user_id, day, day, now)
        known = {(one.entry.start_punch_id, one.entry.day) for one in of_today}
        older = [one for one in running if (one.entry.start_punch_id, one.entry.day) not in known]
        unresolved = [one for one in (*older, *of_today) if one.entry.is_unresolved]
        shown = (*(one for one in older if not one.entry.is_unresolved), *of_today)
        totals = day_totals([one.entry for one in shown], settings, now)
        return Today(
            day=day,
            starts=day_starts(day, settings),
            ends=day_starts(day + timedelta(days=1), settings),
            state=self.state(for_user=for_user),
            entries=self._entries(shown, now),
            total=_day_total(day, totals.get(day, Total()), settings),
            unresolved=self._entries(unresolved, now),
        )

    def week(self, of: date | None = None, *, user_id: str | None = None) -> Week:
        """The workweek of a day, with its entries and sums."""
        now, settings = self._desk.clock.now(), self._people.organisation()
        days = week_days(settings, of or day_of(now, settings))
        found = self._timesheet.entries(self._user(user_id), days[0], days[-1], now)
        totals = day_totals([one.entry for one in found], settings, now)
        week = {day: totals.get(day, Total()) for day in days}
        extra = overtime(week, settings).get(days[0])
        return Week(
            start=days[0],
            days=tuple(_day_total(day, total, settings) for day, total in week.items()),
            entries=self._entries(found, now),
            paid=timedelta(seconds=sum(total.worked for total in week.values())),
            overtime=timedelta(minutes=extra.minutes if extra else 0),
            daily_limit=timedelta(minutes=settings.overtime_daily_minutes),
            weekly_limit=timedelta(minutes=settings.overtime_weekly_minutes),
        )

    def _is_taken(self, user_id: str, start: datetime, end: datetime, now: datetime) -> bool:
        """By another entry, or by a shift that nobody has ended and that may have lasted until then."""
        settings = self._people.organisation()
        first, last = day_of(start, settings) - timedelta(days=1), day_of(end, settings)
        around = (*self._timesheet.entries(user_id, first, last, now), *self._timesheet.open_entries(user_id, now))
        longest = long_shift(settings)
        return any(
            one.entry.start < end
            and start < (one.entry.start + longest if one.entry.is_unresolved else one.entry.end or now)
            for one in around
        )

    def _user(self, user_id: str | None) -> str:
        return user_id or self._desk.profile.user_id

    def _entries(self, found: Iterable[MarkedEntry], now: datetime) -> tuple[Entry, ...]:
        names = self._people.names()
        entries = [_entry(one, names.get(one.entry.user_id, ""), now) for one in found]
        labels = {job: self._orders.label(job) for job in {entry.work_order_id for entry in entries}}
        return tuple(replace(entry, work_order=labels[entry.work_order_id]) for entry in entries)


def _entry(found: MarkedEntry, user: str, now: datetime) -> Entry:
    entry = found.entry
    activity, break_kind = _ACTIVITIES[entry.kind]
    end = entry.start if entry.is_unresolved else entry.end or now
    return Entry(
        id=f"{entry.start_punch_id}/{entry.day}",
        user_id=entry.user_id,
        user=user,
        activity=activity,
        start=entry.start,
        end=entry.end,
        duration=max(end - entry.start, timedelta()),
        day=entry.day,
        work_order_id=entry.work_order_id,
        work_order="",
        break_kind=break_kind,
        note=entry.note,
        flags=tuple(flag_sentence(flag) for flag in sorted(entry.flags)),
        mark=found.mark,
        start_punch=entry.start_punch_id,
        end_punch=entry.end_punch_id,
        is_unresolved=entry.is_unresolved,
        is_to_check=bool(entry.flags - _HARMLESS),
    )


def _day_total(day: date, total: Total, settings: Organisation) -> DayTotal:
    limit = settings.overtime_daily_minutes * 60
    return DayTotal(
        day=day,
        worked=timedelta(seconds=total.worked),
        travel=timedelta(seconds=total.travel),
        paid_break=timedelta(seconds=total.paid_rest),
        unpaid_break=timedelta(seconds=total.unpaid_meal),
        overtime=timedelta(seconds=max(0, total.worked - limit)) if limit else timedelta(),
    )
