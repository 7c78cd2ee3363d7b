"""Time on the clock that perhaps was no work: asked about, never decided on.

Two things raise a doubt: the machine slept for long while somebody was on the clock, and the clock runs on well after
this person usually stops. An answer is about the entry that it was asked about, whatever has been clocked since.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from statistics import median

from client.desk import Desk
from client.people import People
from client.punching import Step
from client.said import ASKED
from client.sentences import taken_out
from client.settings import Settings
from client.time_clock import TimeClock
from client.views import Activity, Answer, Doubt, Entry, Punched, Why
from sync.errors import InvalidInput, Problem
from sync.language import translate
from sync.terms import Action, BreakKind
from sync.timekeeping import day_of

_WORKING = frozenset({Activity.WORK, Activity.TRAVEL})
_PATIENCE = timedelta(hours=1)
_LOOKED_BACK = timedelta(days=21)
_FEWEST_DAYS = 3
# Two clocks that ran side by side differ by no more than this; beyond it one of them was set.
_TOLERANCE = timedelta(minutes=2)


def elapsed_clock() -> float:
    """Seconds that go on while a machine sleeps and that nobody can set; the wall clock where there are none."""
    known = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() if known is None else time.clock_gettime(known)


class Doubts:
    def __init__(self, desk: Desk, people: People, clock: TimeClock, settings: Settings) -> None:
        self._desk = desk
        self._people = people
        self._clock = clock
        self._settings = settings
        self._last: tuple[datetime, float] | None = None
        self._away: Doubt | None = None
        self._usual: tuple[date, datetime | None] | None = None
        self._answered: set[tuple[str, Why]] = set()

    def tick(self, elapsed: float) -> None:
        """Called about once a minute with `elapsed_clock`. A long pause between two calls was a sleep."""
        now, last = self._desk.clock.now(), self._last
        self._last = now, elapsed
        limit = timedelta(minutes=int(self._settings.get("idle_minutes").value))
        if last is None or not limit:
            return
        pause = timedelta(seconds=elapsed - last[1])
        was_set = abs((now - last[0]) - pause) > _TOLERANCE
        entry = self._running()
        if pause < limit or was_set or entry is None or entry.start >= last[0]:
            return
        self._answered.discard((entry.start_punch, Why.AWAY))
        self._away = Doubt(Why.AWAY, entry.start_punch, entry.work_order, last[0], now)

    def current(self) -> Doubt | None:
        """What is to be asked now."""
        found = (doubt for doubt in (self._away, self._late()) if doubt is not None)
        return next((doubt for doubt in found if (doubt.start_punch, doubt.why) not in self._answered), None)

    def answer(self, doubt: Doubt, answer: Answer, at: datetime | None = None) -> Punched | None:
        """`at` is when it ended, where that was another moment than the doubt's. None where all stays as it is."""
        punched = None
        if answer is not Answer.KEEP:
            since = doubt.since if at is None else at
            punched = self._cut(self._entry(doubt, since), replace(doubt, since=since), answer)
        self._answered.add((doubt.start_punch, doubt.why))
        return punched

    def _cut(self, entry: Entry, doubt: Doubt, answer: Answer) -> Punched:
        since, until = doubt.since, doubt.until
        reason = ASKED.format(since=self._told(since), until=self._told(until))
        if answer is Answer.ENDED and self._ends_shift(entry):
            assert entry.end_punch is not None
            return self._clock.amend(entry.end_punch, since, reason)
        goes_on = entry.end is None or entry.end > until
        punched = self._clock.enter_later(tuple(_steps(answer, entry, doubt, goes_on=goes_on)), reason)
        if answer is Answer.ENDED:
            return punched
        ended = until if goes_on or entry.end is None else entry.end
        return replace(
            punched,
            sentence=taken_out(self._desk.local(since), self._desk.local(ended), is_break=answer is Answer.BREAK),
        )

    def _entry(self, doubt: Doubt, since: datetime) -> Entry:
        """The one that was asked about, as it is by now."""
        week = self._clock.week(day_of(doubt.since, self._people.organisation()))
        today = self._clock.today()
        for entry in (*week.entries, *today.entries):
            is_within = entry.start < since <= doubt.until and (entry.end is None or since < entry.end)
            if entry.start_punch == doubt.start_punch and is_within:
                return entry
        message = translate("doubts", "That time was changed meanwhile, or it did not run then. Nothing was changed.")
        raise InvalidInput(Problem("at", "gone", message))

    def _ends_shift(self, entry: Entry) -> bool:
        found = self._desk.file.queries.timesheet.punch(entry.end_punch) if entry.end_punch else None
        return found is not None and found.record.action is Action.CLOCK_OUT

    def _running(self) -> Entry | None:
        state = self._clock.state()
        if state.activity not in _WORKING:
            return None
        return next((one for one in self._clock.today().entries if one.end is None and one.start == state.since), None)

    def _late(self) -> Doubt | None:
        now, entry = self._desk.clock.now(), self._running()
        if entry is None:
            return None
        usual = self._usual_end_of(day_of(now, self._people.organisation()))
        if usual is None or entry.start >= usual or now < usual + _PATIENCE:
            return None
        return Doubt(Why.LATE, entry.start_punch, entry.work_order, usual, now)

    def _usual_end_of(self, today: date) -> datetime | None:
        """Looked up once a day, since it is asked for with every look at the day."""
        if self._usual is None or self._usual[0] != today:
            self._usual = today, self._usual_end(today)
        return self._usual[1]

    def _usual_end(self, today: date) -> datetime | None:
        """When this person mostly stops, by the weeks before; None where there are too few days to tell."""
        me = self._desk.profile.user_id
        first, last = today - _LOOKED_BACK, today - timedelta(days=1)
        ends: dict[date, datetime] = {}
        for one in self._desk.file.queries.timesheet.entries(me, first, last, self._desk.clock.now()):
            if one.entry.end is not None:
                ends[one.entry.day] = max(one.entry.end, ends.get(one.entry.day, one.entry.end))
        if len(ends) < _FEWEST_DAYS:
            return None
        minutes = median((local := self._desk.local(end)).hour * 60 + local.minute for end in ends.values())
        midnight = self._desk.local(self._desk.clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight + timedelta(minutes=minutes)

    def _told(self, at: datetime) -> str:
        return f"{self._desk.local(at):%H:%M}"


def _steps(answer: Answer, entry: Entry, doubt: Doubt, *, goes_on: bool) -> Iterator[Step]:
    """The punches that were not made then; what was clocked afterwards stands."""
    if answer is Answer.BREAK:
        yield Action.BREAK_START, doubt.since, {"break_kind": BreakKind.UNPAID_MEAL}
        if goes_on:
            yield Action.BREAK_END, doubt.until, {}
        return
    yield Action.CLOCK_OUT, doubt.since, {}
    if answer is Answer.LEAVE_OUT and goes_on:
        yield Action.CLOCK_IN, doubt.until, {"work_order_id": entry.work_order_id}
