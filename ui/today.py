"""Today: the clock, the week, the day's line and the day's work, all from this device."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from client.views import ClockState, Entry, Link, Punched, SyncStatus
from sync.kinds import Kind as Record
from sync.language import capitalised
from sync.terms import Role
from ui import words
from ui.clock_card import ClockCard
from ui.crew_card import CrewCard
from ui.follow_ups import FollowUps
from ui.going import open_record
from ui.leads import LeadsScreen
from ui.live import LivePage
from ui.look import Kind
from ui.missed_time import MissedTime
from ui.palette import Role as Ground
from ui.still_there import StillThere
from ui.sync_words import banner_value
from ui.timeline_card import TimelineCard
from ui.timesheet import TimesheetScreen
from ui.today_orders import TodayOrders
from ui.week_card import WeekCard
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.columns import Columns
from ui.widgets.text import Text
from ui.widgets.timeline import Gap
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_SHOWN = frozenset(
    {Record.PUNCH, Record.WORK_ORDER, Record.LEAD, Record.CUSTOMER, Record.CREW, Record.USER, Record.ORGANISATION}
)
_MINUTE = 60_000


class TodayScreen(LivePage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, _SHOWN)
        self._place, self._puncher = place, place.puncher
        today = place.session.time.today()
        self._open_ended = today.unresolved
        self._offline = Banner(BannerValue(""))
        self._unresolved = Banner(BannerValue(""))
        self._date = Text("", Kind.TITLE, on=Ground.BACKGROUND)
        self._detail = Text("", ink=Ground.MUTED, on=Ground.BACKGROUND, wrap=True)
        self.clock = ClockCard(place)
        self._week = WeekCard()
        self._timeline = TimelineCard(today, place.zone, place.now())
        self._missed = MissedTime(place)
        self._missed.hide()
        self.still_there = StillThere(place)
        self._orders = TodayOrders(place.zone)
        self.follow_ups = FollowUps()
        self._crew = CrewCard(place) if place.session.profile.role is Role.CREW_LEAD else None
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.refresh)
        self._minute.start(_MINUTE)
        self._lay_out()
        self._connect()
        self._show_status(place.bridge.status)

    def refetch(self) -> None:
        session, now = self._place.session, self._place.now()
        today = session.time.today()
        orders = session.work_orders.today()
        self._date.setText(capitalised(words.day_text(today.day)))
        self._detail.setText(self._sentence(len(orders)))
        self.clock.show_state(self._puncher.state)
        self.clock.show_total(today.total)
        self._week.show_week(session.time.week(), today.day)
        self._timeline.show_today(today, now)
        self._orders.show_orders(orders, self._puncher.state.work_order_id)
        leads = session.leads
        self.follow_ups.show_leads(leads.follow_ups(), leads.count_follow_ups(), today.day)
        if self._crew is not None:
            self._crew.refetch()
        self.still_there.show_doubt(session.doubts.current())
        self._open_ended = today.unresolved
        self._unresolved.setVisible(bool(today.unresolved))
        if today.unresolved:
            self._unresolved.set_value(self._open_end(today.unresolved[0]))

    def choose_job(self) -> None:
        self.clock.choose_job()

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        page.addWidget(self._offline)
        page.addWidget(self._unresolved)
        page.addWidget(self.still_there)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(self._date)
        heading.addWidget(self._detail)
        page.addLayout(heading)
        page.addWidget(Columns((self.clock, self._week), (3, 2)))
        page.addWidget(self._timeline)
        page.addWidget(self._missed)
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
        self._week.check_asked.connect(self._open_timesheet)
        self._timeline.gap_chosen.connect(self._add_missed)
        self._missed.closed.connect(self._missed.hide)
        self._missed.added.connect(self._added)
        self.still_there.answered.connect(self._answered)
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
        self._open_timesheet()
        page = self._place.shell.page("timesheet")
        if isinstance(page, TimesheetScreen) and self._open_ended:
            page.open_entry(self._open_ended[0])

    def _add_missed(self, gap: Gap) -> None:
        self._missed.show()
        self._missed.fill(gap.start, gap.end)
        self._place.shell.bring_into_view(self._missed)

    def _added(self, punched: Punched) -> None:
        self._missed.hide()
        self._place.shell.toast(ToastValue(punched.sentence))
        self.refresh()

    def _open_follow_ups(self) -> None:
        self._place.shell.show_screen("leads")
        page = self._place.shell.page("leads")
        if isinstance(page, LeadsScreen):
            page.show_due()

    def _answered(self, punched: Punched | None) -> None:
        if punched is not None:
            self._place.shell.toast(ToastValue(punched.sentence))
        self.refresh()

    def _open_timesheet(self) -> None:
        self._place.shell.show_screen("timesheet")

    def _sentence(self, count: int) -> str:
        session = self._place.session
        crew_id = session.me.crew_id
        crew = next((crew.name for crew in session.people.crews() if crew.id == crew_id), "")
        if count == 1:
            orders = self.tr("1 work order today")
        else:
            orders = self.tr("{count} work orders today").format(count=words.number_text(count))
        return " · ".join(part for part in (crew, orders) if part)

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
