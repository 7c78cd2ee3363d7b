"""What the frame around all screens shows and does: pill, counts, running clock, keys, what was saved or not."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from client.views import Activity, ClockState, Punched, SyncStatus
from sync.errors import StreamFlowError
from ui.account_menu import AccountButton
from ui.keys import Action
from ui.sync_words import pill_value
from ui.today import TodayScreen
from ui.widgets.clock import Running
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_UNDO_SECONDS = 10.0
_TROUBLE_SECONDS = 60.0


class Frame(QObject):
    sign_out_asked = Signal()

    def __init__(self, place: Workplace, account: AccountButton) -> None:
        super().__init__(place.shell)
        self._place = place
        account.sign_out_asked.connect(self.sign_out_asked)
        place.shell.bind(Action.SETTINGS, account.open_menu)
        self._connect()
        self._bind()
        self._show_status(place.bridge.status)
        self._show_clock(place.puncher.state)

    def tell_trouble(self, trouble: StreamFlowError) -> None:
        self._place.shell.toast(ToastValue(str(trouble), sign="triangle-alert", seconds=_TROUBLE_SECONDS))

    def _connect(self) -> None:
        place = self._place
        place.bridge.status_changed.connect(self._show_status)
        place.bridge.changed.connect(self._recount)
        place.puncher.state_changed.connect(self._show_clock)
        place.puncher.saved.connect(self._offer_undo)
        place.puncher.failed.connect(self.tell_trouble)
        place.shell.clock.clock_out_asked.connect(place.puncher.clock_out)
        place.shell.pill.clicked.connect(partial(self._go, "sync"))
        for worker in (place.writer, place.messenger, place.reader):
            worker.trouble.connect(self.tell_trouble)

    def _bind(self) -> None:
        bind, puncher = self._place.shell.bind, self._place.puncher
        bind(Action.CLOCK, puncher.toggle_clock)
        bind(Action.BREAK, puncher.toggle_break)
        bind(Action.SWITCH_JOB, self._switch_job)
        bind(Action.SYNC_NOW, self._place.session.sync.sync_now)
        if self._place.shell.has_screen("leads"):
            bind(Action.NEW, self._make_new)
            bind(Action.QUICK_LEAD, partial(self._do_on, "leads", "new"))
        if self._place.shell.has_screen("attention"):
            bind(Action.NEXT_ATTENTION, partial(self._do_on, "attention", "next_item"))

    def _show_status(self, status: SyncStatus) -> None:
        self._place.shell.pill.set_value(pill_value(status))
        self._recount()

    def _recount(self, _change: object = None) -> None:
        self._place.shell.refresh_counts()

    def _show_clock(self, state: ClockState) -> None:
        self._place.shell.set_running(running(state, self.tr("Travelling")))

    def _offer_undo(self, punched: Punched) -> None:
        toast = self._place.shell.toast(ToastValue(punched.sentence, action=self.tr("Undo"), seconds=_UNDO_SECONDS))
        toast.action_asked.connect(partial(self._place.puncher.undo, punched.punch_id))

    def _switch_job(self) -> None:
        self._go("today")
        page = self._place.shell.page("today")
        if isinstance(page, TodayScreen):
            page.clock.choose_job()

    def _make_new(self) -> None:
        """On a screen that makes nothing a lead is made, since those turn up anywhere."""
        current = self._place.shell.current
        makes = hasattr(self._place.shell.page(current), "new")
        self._do_on(current if makes else "leads", "new")

    def _do_on(self, key: str, what: str) -> None:
        self._go(key)
        act: Callable[[], None] = getattr(self._place.shell.page(key), what)
        act()

    def _go(self, key: str) -> None:
        if self._place.shell.has_screen(key):
            self._place.shell.show_screen(key)


def running(state: ClockState, travelling: str) -> Running | None:
    if state.since is None:
        return None
    job = travelling if state.activity is Activity.TRAVEL else state.work_order
    return Running(state.since, job, state.activity is Activity.BREAK)
