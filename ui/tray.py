"""The clock in the system's tray, where there is one: what runs, and the two or three things that one does with it."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from client.views import Activity, ClockState
from ui import look, words
from ui.clock_card import state_badge
from ui.palette import Role
from ui.widgets import canvas
from ui.workplace import Workplace

_SIDE = 64
_PACE = 30_000
_DOTS = {Activity.WORK: Role.WORK, Activity.TRAVEL: Role.TRAVEL, Activity.BREAK: Role.BREAK}


class Tray(QObject):
    """Told by the same clock as the window, so that the two never disagree."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.shell)
        self._place = place
        self.menu = QMenu(place.shell)
        # Made and kept here: those that a menu makes from a text were seen to be given up while the menu still lived.
        self._what, self._clock, self._break = QAction(self), QAction(self), QAction(self)
        self._what.setEnabled(False)
        show = QAction(self.tr("Show the window"), self)
        show.triggered.connect(self._raise)
        self.menu.addAction(self._what)
        self.menu.addSeparator()
        self.menu.addActions([self._clock, self._break])
        self.menu.addSeparator()
        self.menu.addAction(show)
        self._clock.triggered.connect(place.puncher.toggle_clock)
        self._break.triggered.connect(place.puncher.toggle_break)
        self.menu.aboutToShow.connect(self._tell)
        self.icon = QSystemTrayIcon(place.shell)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activate)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._tell)
        self._minute.start(_PACE)
        place.puncher.state_changed.connect(self._show_state)
        self._show_state(place.puncher.state)

    def close(self) -> None:
        self._minute.stop()
        self.icon.hide()

    def _show_state(self, state: ClockState) -> None:
        self._clock.setText(self.tr("Clock out") if state.is_on_clock else self.tr("Clock in"))
        is_break = state.activity is Activity.BREAK
        self._break.setText(self.tr("Back to work") if is_break else self.tr("Take an unpaid meal break"))
        self._break.setVisible(state.is_on_clock)
        self.icon.setIcon(_icon(state.activity))
        self._tell()

    def _tell(self) -> None:
        """Also of itself: at a login the tray may come later than the program."""
        if self._minute.isActive() and not self.icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()
        text = tray_text(self._place.puncher.state, self._place.now(), self._place.zone)
        self._what.setText(text.replace("&", "&&"))
        self.icon.setToolTip(text)

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._raise()

    def _raise(self) -> None:
        window = self._place.shell.window()
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()


def tray_text(state: ClockState, now: datetime, zone: tzinfo) -> str:
    """ "2 h 41 min · On the clock since 09:31 · WO-1042 · Boiler service"."""
    running = words.duration_text(now - state.since) if state.since else ""
    parts = (running, state_badge(state, zone).word, state.work_order)
    return " · ".join(part for part in parts if part)


def _icon(activity: Activity) -> QIcon:
    """The program's mark, with a dot in the colour of what runs; that of a break is square."""
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(look.fill(Role.BRAND))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    canvas.rounded(painter, QRectF(14, 26, 36, 12), 6, look.fill(Role.ON_BRAND))
    if activity in _DOTS:
        side = 26
        box = QRectF(_SIDE - side - 2, _SIDE - side - 2, side, side)
        radius = 3 if activity is Activity.BREAK else side / 2
        canvas.rounded(painter, box, radius, look.fill(_DOTS[activity]), look.fill(Role.SURFACE), 4)
    painter.end()
    return QIcon(picture)
