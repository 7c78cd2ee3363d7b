"""What the frame around all screens shows and does: pill, counts, running clock, keys, what was saved or not."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject

from client.views import Activity, ClockState, Punched, SyncStatus
from sync.errors import StreamFlowError
from ui.account_menu import AccountButton
from ui.actions import Actions
from ui.appearance import Appearance
from ui.finder import Finder
from ui.keys import Action
from ui.live import LivePage
from ui.news import Bell
from ui.reading import Reading
from ui.sync_words import pill_value
from ui.undoing import UNDO_SECONDS
from ui.widgets.clock import Running
from ui.widgets.search_button import SearchButton
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_TROUBLE_SECONDS = 60.0


class Frame(QObject):
    def __init__(self, place: Workplace, account: AccountButton, actions: Actions, appearance: Appearance) -> None:
        super().__init__(place.shell)
        self._place = place
        self._counting = Reading(place.reader, place.shell.show_counts, place.reader.trouble.emit)
        self._search = SearchButton()
        self.finder = Finder(place, actions)
        account.settings_asked.connect(partial(place.shell.show_screen, "settings"))
        account.sign_out_asked.connect(place.shell.sign_out_asked)
        account.switch_asked.connect(place.shell.switch_asked)
        account.lock_asked.connect(place.shell.lock_asked)
        self.bell, self.news = Bell(), actions.news
        place.shell.header.add_search(self._search)
        place.shell.header.add(self.bell)
        place.shell.header.add(account)
        place.shell.bind(Action.PALETTE, self.finder.open_it)
        for action, do in actions.by_key().items():
            place.shell.bind(action, do)
        appearance.changed.connect(self._rewrite)
        self._connect()
        self._show_status(place.bridge.status)
        self._show_clock(place.puncher.state)

    def tell_trouble(self, trouble: StreamFlowError) -> None:
        details = "\n".join(f"{type(cause).__name__}: {cause}" for cause in causes_of(trouble))
        value = ToastValue(str(trouble), details=details, sign="triangle-alert", seconds=_TROUBLE_SECONDS)
        self._place.shell.toast(value)

    def _connect(self) -> None:
        place = self._place
        self._search.clicked.connect(self.finder.open_it)
        self.bell.clicked.connect(self.news.open_it)
        self.news.counted.connect(self.bell.set_unread)
        self.news.recount()
        place.bridge.status_changed.connect(self._show_status)
        place.bridge.changed.connect(self._recount)
        place.puncher.state_changed.connect(self._show_clock)
        place.puncher.saved.connect(self._offer_undo)
        place.puncher.saved.connect(self._locate)
        place.puncher.failed.connect(self.tell_trouble)
        place.drafts.failed.connect(self._tell_unkept)
        place.shell.clock.clock_out_asked.connect(place.puncher.clock_out)
        place.shell.pill.clicked.connect(partial(place.shell.show_screen, "sync"))
        for worker in (place.writer, place.messenger, place.reader):
            worker.trouble.connect(self.tell_trouble)

    def _show_status(self, status: SyncStatus) -> None:
        self._place.shell.pill.set_value(pill_value(status))
        self._recount()

    def _recount(self, _change: object = None) -> None:
        self._counting.ask(self._place.shell.read_counts)

    def _show_clock(self, state: ClockState) -> None:
        self._place.shell.set_running(running(state, self.tr("Travelling")))

    def _rewrite(self, name: str) -> None:
        """What is on the screens is written anew where words have changed, not only colours."""
        if name in ("time_format", "week_start"):
            for page in self._place.shell.built:
                if isinstance(page, LivePage):
                    page.refresh()

    def _tell_unkept(self, trouble: StreamFlowError) -> None:
        text = self.tr("What you type is in this window only: {trouble}").format(trouble=trouble)
        self._place.shell.toast(ToastValue(text, sign="triangle-alert", seconds=_TROUBLE_SECONDS))

    def _locate(self, punched: Punched) -> None:
        self._place.session.whereabouts.follow(punched.punch_id)

    def _offer_undo(self, punched: Punched) -> None:
        toast = self._place.shell.toast(ToastValue(punched.sentence, action=self.tr("Undo"), seconds=UNDO_SECONDS))
        toast.action_asked.connect(partial(self._place.puncher.undo, punched.punch_id))


def causes_of(trouble: BaseException) -> Iterator[BaseException]:
    """What lies behind it, for whoever has to look into it."""
    cause = trouble.__cause__
    while cause is not None:
        yield cause
        cause = cause.__cause__


def running(state: ClockState, travelling: str) -> Running | None:
    if state.since is None:
        return None
    job = travelling if state.activity is Activity.TRAVEL else state.work_order
    return Running(state.since, job, state.activity is Activity.BREAK)
