"""The window's frame: header, sidebar, one page at a time; which screens there are is the composition's word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from ui import keys, look, tabbing
from ui.arriving import Arrival
from ui.keys import Action
from ui.later import Later, stop_building
from ui.live import Page
from ui.scrolling import bring_into_view_soon
from ui.widgets.area import keep_room_for_bar, make_area
from ui.widgets.clock import Running, RunningClock
from ui.widgets.header import Header
from ui.widgets.keyhelp import KeyHelp, rows_for
from ui.widgets.nav import Fit, Sidebar
from ui.widgets.page_stack import PageStack
from ui.widgets.pill import Connection, ConnectionPill, PillValue
from ui.widgets.ticker import Now, system_now
from ui.widgets.toast import Toast, ToastValue

_SMALLEST = QSize(1024, 640)
_WIDE_FROM, _NARROW_FROM = 1100, 900


@dataclass(frozen=True)
class Screen:
    """`build` is called when the screen is first shown; `count` gives the number beside its name."""

    key: str
    title: str
    icon: str
    build: Callable[[], QWidget]
    count: Callable[[], int] | None = None
    section: str = ""
    """Heading above this and the following screens; the same text is shown once."""
    is_attention: bool = False
    shows_clock: bool = True
    """False where the page itself has the large clock."""
    counts: str = "{count}"
    """The number beside its name, with words that say what it is of."""


class Shell(QMainWindow):
    screen_shown = Signal(str)
    sign_in_asked = Signal()
    """By any screen: the sign-in has ended, the same person wants to go on sending."""
    sign_out_asked = Signal()
    switch_asked = Signal(object)
    """client.accounts.Account, or None: somebody else wants to work on this computer."""
    lock_asked = Signal()
    quick_lead_asked = Signal()

    def __init__(self, screens: tuple[Screen, ...], now: Now = system_now) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("StreamFlow Field"))
        self.setMinimumSize(_SMALLEST)
        self.clock = RunningClock(now)
        self.pill = ConnectionPill(PillValue(Connection.ONLINE))
        self.header = Header(self.clock, self.pill)
        self.sidebar = Sidebar()
        self._screens = {screen.key: screen for screen in screens}
        self._pages: dict[str, QWidget] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._actions: list[Action] = []
        self._trail: list[str] = []
        self._counts: dict[str, int] = {}
        self._detail: QScrollArea | None = None
        self._toast: Toast | None = None
        self._is_running = False
        self._stack = PageStack()
        self._arrival = Arrival(self)
        self._sidebar_area = scrolling(self.sidebar)
        self._central = QWidget()
        self._lay_out()
        self._register(screens)
        self.bind(Action.BACK, self.back)
        self.bind(Action.HELP, self.show_help)
        self._fit_sidebar()

    @property
    def current(self) -> str:
        return self._trail[-1] if self._trail else ""

    @property
    def ground(self) -> QWidget:
        """What everything stands on, and what lies over everything is put on."""
        return self._central

    def page(self, key: str) -> QWidget:
        """The screen's widget, built at the first call."""
        self._make(key)
        self._put(key)
        return self._pages[key]

    def steps_ahead(self) -> tuple[Callable[[], None], ...]:
        """What builds every screen before somebody asks for it, in steps between which the window comes first."""
        return tuple(partial(step, key) for key in self._screens for step in (self._make, self._put))

    def show_screen(self, key: str) -> None:
        self.page(key)
        if key in self._trail:
            self._trail.remove(key)
        self._trail.append(key)
        self.sidebar.select(key)
        self.sidebar.item(key).setFocus(Qt.FocusReason.OtherFocusReason)
        self._turn_to(self._areas[key])
        self.screen_shown.emit(key)

    def open_detail(self, page: QWidget) -> None:
        """Drills in above the current screen; Esc comes back, and the page is deleted."""
        detail = self._add_area()
        keep_room_for_bar(detail)
        _stand(page, detail)
        self._turn_to(detail, detail)

    @property
    def keys(self) -> tuple[str, ...]:
        """Of the screens, in the order of the sidebar."""
        return tuple(self._screens)

    def has_screen(self, key: str) -> bool:
        return key in self._screens

    @property
    def built(self) -> tuple[QWidget, ...]:
        """The pages that there are by now."""
        return tuple(self._pages.values())

    def named(self, key: str) -> Screen:
        return self._screens[key]

    def hint_of(self, key: str) -> str:
        """The screen's key as it is written on buttons; none from the eleventh on."""
        sequence = keys.screen_sequence(self.keys.index(key))
        return keys.readable(sequence) if sequence else ""

    def bring_into_view(self, part: QWidget) -> None:
        """Once it has its place, of the page that is shown."""
        bring_into_view_soon(part)

    def back(self) -> None:
        if self._detail is not None:
            self._turn_to(self._areas[self.current])
        elif isinstance(page := self._pages.get(self.current), Page) and page.step_back():
            return
        elif len(self._trail) > 1:
            self._trail.pop()
            self.show_screen(self._trail[-1])

    def bind(self, action: Action, do: Callable[[], object]) -> None:
        """Makes the action's keys work in the whole window and lists them in F1."""
        self._actions.append(action)
        for sequence in keys.sequences(action):
            self._shortcut(sequence, do)

    def read_counts(self) -> dict[str, int]:
        """By screen; on any thread."""
        return {key: screen.count() for key, screen in self._screens.items() if screen.count is not None}

    def show_counts(self, counts: Mapping[str, int]) -> None:
        if counts != self._counts:
            self._counts = dict(counts)
            for key, count in counts.items():
                screen = self._screens[key]
                self.sidebar.item(key).set_count(count, screen.counts, attention=screen.is_attention)
            self._fit_sidebar()

    def set_running(self, running: Running | None) -> None:
        """What the header's clock counts; None = off the clock."""
        self.clock.set_running(running)
        self._is_running = running is not None
        self._show_clock()

    def toast(self, value: ToastValue) -> Toast:
        """Replaces the one before; connect `action_asked` of the one returned."""
        if self._toast is not None:
            self._toast.dismiss()
        toast = Toast(value, self._central)
        toast.closed.connect(self._forget_toast)
        self._toast = toast
        toast.present()
        return toast

    def tell_trouble(self, trouble: object) -> None:
        """As long as it takes to read it."""
        self.toast(ToastValue(str(trouble), sign="triangle-alert", seconds=20))

    def show_help(self) -> None:
        screens = [(screen.title, hint) for key, screen in self._screens.items() if (hint := self.hint_of(key))]
        known = [action for action in keys.KEY_MAP if action in self._actions or action is Action.SAVE]
        page = KeyHelp(rows_for(known, screens))
        page.back_asked.connect(self.back)
        self.open_detail(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    def focusNextPrevChild(self, next: bool) -> bool:
        return tabbing.step(self, forward=next) if self.isWindow() else super().focusNextPrevChild(next)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit_sidebar()

    def _make(self, key: str) -> None:
        if key not in self._pages:
            self._areas[key] = self._add_area()
            self._pages[key] = self._screens[key].build()

    def _add_area(self) -> QScrollArea:
        """Empty, so that its page is styled once, and small: what is laid behind the shown page has as much of that
        painted as it covers."""
        area = scrolling()
        area.resize(0, 0)
        self._stack.addWidget(area)
        return area

    def _put(self, key: str) -> None:
        if self._areas[key].widget() is None:
            _stand(self._pages[key], self._areas[key])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._sidebar_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.addWidget(self._sidebar_area)
        row.addWidget(self._stack, 1)
        column.addLayout(row, 1)
        self.setCentralWidget(self._central)

    def _register(self, screens: tuple[Screen, ...]) -> None:
        section = ""
        for position, screen in enumerate(screens):
            if screen.section and screen.section != section:
                self.sidebar.add_heading(screen.section)
            section = screen.section
            sequence = keys.screen_sequence(position)
            self.sidebar.add_item(screen.key, screen.title, screen.icon, keys.readable(sequence) if sequence else "")
            if sequence:
                self._shortcut(sequence, partial(self._come_to, screen.key))
        self.sidebar.chosen.connect(self.show_screen)

    def _shortcut(self, sequence: QKeySequence, do: Callable[[], object]) -> None:
        QShortcut(sequence, self).activated.connect(do)

    def _come_to(self, key: str) -> None:
        """By its key."""
        self.show_screen(key)
        self._arrival.come_to(self._pages[key])

    def _turn_to(self, area: QScrollArea, detail: QScrollArea | None = None) -> None:
        """What was drilled into before is over; taking it apart waits until what is shown now is there."""
        before, self._detail = self._detail, detail
        self._stack.turn_to(area)
        self._show_clock()
        if before is not None:
            stop_building(before)
            self._stack.removeWidget(before)
            Later(self, before.deleteLater)

    def _show_clock(self) -> None:
        screen = self._screens.get(self.current)
        is_wanted = screen is None or screen.shows_clock or self._detail is not None
        self.clock.setVisible(self._is_running and is_wanted)

    def _fit_sidebar(self) -> None:
        room = self.width() / look.current().scale
        fit = Fit.WIDE if room >= _WIDE_FROM else Fit.NARROW if room >= _NARROW_FROM else Fit.ICONS
        self.sidebar.set_fit(fit)
        self._sidebar_area.setFixedWidth(self.sidebar.width())

    def _forget_toast(self) -> None:
        self._toast = None


def scrolling(page: QWidget | None = None) -> QScrollArea:
    """Every page can be reached to its end on a small screen or with large letters."""
    area = make_area()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if page is not None:
        area.setWidget(page)
    return area


def _stand(page: QWidget, area: QScrollArea) -> None:
    """On the window's own ground: a page that filled its ground itself would be painted twice when it is turned to."""
    area.setWidget(page)
    page.setAutoFillBackground(False)
