"""Today: the clock, the week, the day's line and the day's work, all from this device."""

from dataclasses import dataclass
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from client.session import Session
from client.views import (
    ClockState,
    Doubt,
    Entry,
    LeadLine,
    Link,
    Punched,
    SyncStatus,
    Today,
    Week,
    WorkOrderLine,
)
from sync.errors import StreamFlowError
from sync.kinds import Kind as Record
from sync.language import capitalised
from sync.terms import Role
from ui import words
from ui.clock_card import ClockCard
from ui.crew_card import CrewCard
from ui.drafts import Typed
from ui.follow_ups import FollowUps
from ui.going import open_record
from ui.live import LivePage
from ui.look import Kind
from ui.missed_time import MissedTime
from ui.on_demand import OnDemand
from ui.palette import Role as Ground
from ui.reading import Reading
from ui.still_there import StillThere
from ui.sync_words import banner_value
from ui.timeline_card import TimelineCard
from ui.today_orders import TodayOrders
from ui.unsaved import UnsavedNote
from ui.week_card import WeekCard
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.columns import Columns
from ui.widgets.states import StateValue
from ui.widgets.text import Text
from ui.widgets.timeline import Gap
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_SHOWN = frozenset(
    {Record.PUNCH, Record.WORK_ORDER, Record.LEAD, Record.CUSTOMER, Record.CREW, Record.USER, Record.ORGANISATION}
)
_MINUTE = 60_000


class OpensEntries(Protocol):
    def open_entry(self, entry: Entry, /) -> None: ...


class ShowsDue(Protocol):
    def show_due(self) -> None: ...


@dataclass(frozen=True)
class DayRead:
    today: Today
    week: Week
    orders: tuple[WorkOrderLine, ...]
    follow_ups: tuple[LeadLine, ...]
    follow_up_count: int
    doubt: Doubt | None
    crew: str
    is_located: bool
    coming: StateValue | None
    """Of before it was read: what may have been missing."""


def read_day(session: Session, coming: StateValue | None = None) -> DayRead:
    """On the reader's thread."""
    crew_id = session.me.crew_id
    return DayRead(
        session.time.today(),
        session.time.week(),
        session.work_orders.today(),
        session.leads.follow_ups(),
        session.leads.count_follow_ups(),
        session.doubts.current(),
        next((crew.name for crew in session.people.crews() if crew.id == crew_id), ""),
        session.whereabouts.is_on,
        coming,
    )


class TodayScreen(LivePage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, _SHOWN)
        self._place, self._puncher = place, place.puncher
        self._reading = Reading(place.reader, self._take, self._tell)
        self._open_ended: tuple[Entry, ...] = ()
        self._to_check: tuple[Entry, ...] = ()
        self._offline = Banner()
        self._unresolved = Banner()
        self._unsaved = UnsavedNote(place, is_open=self._is_open)
        self._date = Text("", Kind.TITLE, on=Ground.BACKGROUND)
        self._detail = Text("", ink=Ground.MUTED, on=Ground.BACKGROUND, wrap=True)
        self.clock = ClockCard(place)
        self._week = WeekCard()
        self._timeline = TimelineCard(place.zone, place.now())
        self._questions, self._forms = QVBoxLayout(), QVBoxLayout()
        self._orders = TodayOrders(place.zone)
        self.follow_ups = FollowUps()
        self._crew = CrewCard(place) if place.session.profile.role is Role.CREW_LEAD else None
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.refresh)
        self._minute.start(_MINUTE)
        self._lay_out()
        self._connect()
        self._show_status(place.bridge.status)

    @OnDemand
    def still_there(self) -> StillThere:
        """Like the form below: what nobody asks for is not built."""
        card = StillThere(self._place)
        card.answered.connect(self._answered)
        self._questions.addWidget(card)
        return card

    @OnDemand
    def _missed(self) -> MissedTime:
        form = MissedTime(self._place, "today/missed_time")
        form.added.connect(self._added)
        self._forms.addWidget(form)
        return form

    def refetch(self) -> None:
        self.clock.show_state(self._puncher.state)
        self._reading.ask(partial(read_day, self._place.session, self.coming(is_own_work=True)))
        if self._crew is not None:
            self._crew.refetch()

    def _take(self, day: DayRead) -> None:
        today = day.today
        self._date.setText(capitalised(words.day_text(today.day)))
        self._detail.setText(self._sentence(day, self._lasts_until(today)))
        self.clock.show_state(self._puncher.state)
        self.clock.show_total(today.total)
        self.clock.show_located(is_located=day.is_located)
        self._week.show_week(day.week, today.day)
        self._timeline.show_today(today, self._place.now())
        self._orders.show_orders(day.orders, self._puncher.state.work_order_id, today.day, day.coming)
        self.follow_ups.show_leads(day.follow_ups, day.follow_up_count, today.day)
        if day.doubt is not None or TodayScreen.still_there.built(self):
            self.still_there.show_doubt(day.doubt)
        self._open_ended = today.unresolved
        self._to_check = tuple(entry for entry in day.week.entries if entry.is_to_check)
        self._unresolved.setVisible(bool(today.unresolved))
        if today.unresolved:
            self._unresolved.set_value(self._open_end(today.unresolved[0]))

    def step_back(self) -> bool:
        is_open = "_missed" in vars(self) and self._missed.isVisible()
        if is_open:
            self._missed.hide()
            self._unsaved.refresh()
        return is_open

    def go_on(self, _typed: Typed) -> bool:
        self._missed.go_on()
        self._place.shell.bring_into_view(self._missed)
        return True

    def _is_open(self, typed: Typed) -> bool:
        """Nothing moves under the fingers of whoever fills in the form on this page."""
        form = TodayScreen._missed.built(self)
        return typed.form == "today/missed_time" and form is not None and not form.isHidden()

    def choose_job(self) -> None:
        self.clock.choose_job()

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        page.addWidget(self._offline)
        page.addWidget(self._unresolved)
        page.addWidget(self._unsaved)
        page.addLayout(self._questions)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(self._date)
        heading.addWidget(self._detail)
        page.addLayout(heading)
        page.addWidget(Columns((self.clock, self._week), (3, 2)))
        page.addWidget(self._timeline)
        page.addLayout(self._forms)
        page.addWidget(self._orders)
        page.addWidget(self.follow_ups)
        if self._crew is not None:
            page.addWidget(self._crew)
        page.addStretch(1)

    def _connect(self) -> None:
        shell = self._place.shell
        self._place.bridge.status_changed.connect(self._show_status)
        self._puncher.state_changed.connect(self._show_job)
        self._offline.action_asked.connect(self._act_on_status)
        self._unresolved.action_asked.connect(self._say_when)
        self._week.check_asked.connect(self._check)
        self._timeline.gap_chosen.connect(self._add_missed)
        self._orders.start_asked.connect(self._puncher.start)
        self._orders.open_asked.connect(partial(open_record, shell, Record.WORK_ORDER))
        self.follow_ups.open_asked.connect(partial(open_record, shell, Record.LEAD))
        self.follow_ups.all_asked.connect(self._open_follow_ups)

    def _show_status(self, status: SyncStatus) -> None:
        value = banner_value(status, self._place.zone)
        self._offline.setVisible(value is not None)
        if value is not None:
            self._offline.set_value(value)

    def _act_on_status(self) -> None:
        if self._place.bridge.status.link is Link.SIGN_IN_NEEDED:
            self._place.shell.sign_in_asked.emit()
        else:
            self._place.shell.show_screen("sync")

    def _show_job(self, _state: ClockState) -> None:
        self.refresh()

    def _say_when(self) -> None:
        self._open_first(self._open_ended)

    def _check(self) -> None:
        self._open_first(self._to_check)

    def _open_first(self, entries: tuple[Entry, ...]) -> None:
        self._open_timesheet()
        if entries:
            cast(OpensEntries, self._place.shell.page("timesheet")).open_entry(entries[0])

    def _add_missed(self, gap: Gap) -> None:
        self._missed.fill(gap.start, gap.end)
        self._place.shell.bring_into_view(self._missed)

    def _added(self, punched: Punched) -> None:
        self._missed.hide()
        self._place.shell.toast(ToastValue(punched.sentence))
        self.refresh()

    def _open_follow_ups(self) -> None:
        self._place.shell.show_screen("leads")
        cast(ShowsDue, self._place.shell.page("leads")).show_due()

    def _answered(self, punched: Punched | None) -> None:
        if punched is not None:
            self._place.shell.toast(ToastValue(punched.sentence))
        self.refresh()

    def _open_timesheet(self) -> None:
        self._place.shell.show_screen("timesheet")

    def _tell(self, trouble: StreamFlowError) -> None:
        text = self.tr("{trouble} Nothing was changed.").format(trouble=trouble)
        self._place.shell.tell_trouble(text)

    def _lasts_until(self, today: Today) -> str:
        """Where the calendar on the wall shows another date than the page."""
        zone = self._place.zone
        if self._place.now().astimezone(zone).date() == today.day:
            return ""
        end = words.time_text(today.ends, zone)
        return self.tr("your organisation's day, which ends at {time} here").format(time=end)

    def _sentence(self, day: DayRead, lasts_until: str) -> str:
        count = len(day.orders)
        if count == 1:
            orders = self.tr("1 work order today")
        elif day.coming and not count:
            orders = ""
        else:
            orders = self.tr("{count} work orders today").format(count=words.number_text(count))
        return " · ".join(part for part in (day.crew, orders, lasts_until) if part)

    def _open_end(self, entry: Entry) -> BannerValue:
        """Asked kindly: what still runs may run on, and nothing is ended for anybody."""
        if entry.start == self._puncher.state.since:
            since = entry.start.astimezone(self._place.zone)
            said = self.tr("You are still on the clock since {day}, {time}.").format(
                day=words.date_text(since.date()), time=words.time_text(since)
            )
            tail = self.tr("Go on if you are at work, or say when it ended.")
        else:
            said = self.tr("Your shift of {day} was never clocked out.").format(day=words.date_text(entry.day))
            tail = self.tr("Say when it ended.")
        return BannerValue(said, self.tr("It is kept."), tail, self.tr("Say when"), sign="clock")
