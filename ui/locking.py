"""Locks the window behind a PIN when nobody has touched it for a while; what stands in it stays as it is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from client.session import Session
from ui.opening import Opening
from ui.secret_page import SecretPage, SecretValue
from ui.shell import scrolling
from ui.turned_away import TurnedAway
from ui.widgets.ticker import Now
from ui.writer import Writer

_LOOK_EVERY = 1_000


class Locking(QObject):
    """`pages` shows either the work or the lock; the work is only hidden, with all that is typed in it."""

    switch_asked = Signal(object)

    def __init__(self, pages: QStackedWidget, session: Session, opening: Opening, worker: Writer, now: Now) -> None:
        super().__init__(pages)
        self._pages, self._session, self._opening = pages, session, opening
        self._worker, self._now = worker, now
        self._work = pages.currentWidget()
        self._page: QWidget | None = None
        self._turned_away = TurnedAway()
        self._focus: QWidget | None = None
        self._touched = now()
        self._pointer = QCursor.pos()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_EVERY)
        # Signs of somebody, without listening to every event: a filter in Python is asked about widgets that end.
        QApplication.inputMethod().cursorRectangleChanged.connect(self._touch)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._touch)

    @property
    def is_locked(self) -> bool:
        return self._page is not None

    def lock(self) -> None:
        """Nothing without a PIN."""
        if self.is_locked or not self._session.pin.is_set:
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._focus = QApplication.focusWidget()
        self._ask_pin()

    def look(self) -> None:
        """By the wall clock, which goes on while the computer sleeps."""
        pointer = QCursor.pos()
        if self._is_idle(self._now()):
            self.lock()
        elif pointer != self._pointer:
            self._touch()
        self._pointer = pointer

    def _touch(self, *_: object) -> None:
        """Too late for a pause that was too long already."""
        now = self._now()
        if not self._is_idle(now):
            self._touched = now

    def _is_idle(self, now: datetime) -> bool:
        minutes = int(self._session.settings.get("lock_minutes").value)
        return self._session.pin.is_set and now - self._touched >= timedelta(minutes=max(1, minutes))

    def _ask_pin(self) -> None:
        value = SecretValue(
            self.tr("Locked"),
            self.tr("{name}, enter your PIN. Your work is as you left it, and the clock keeps running.").format(
                name=self._session.profile.name
            ),
            self.tr("PIN"),
            self.tr("Unlock"),
            (self.tr("Forgot the PIN?"), self.tr("Somebody else…")),
        )
        page = SecretPage(value, self._worker, self._session.pin.enter)
        page.link_asked.connect(self._go_another_way)
        self._show(page)

    def _ask_password(self) -> None:
        value = SecretValue(
            self.tr("Forgot the PIN?"),
            self.tr("Sign in with the password of {email}. The PIN is removed, and you can choose another one.").format(
                email=self._session.profile.email
            ),
            self.tr("Password"),
            self.tr("Sign in"),
            (self.tr("Back to the PIN"),),
        )
        page = SecretPage(value, self._worker, partial(self._opening.reset_pin, self._session))
        page.link_asked.connect(lambda _: self._ask_pin())
        self._show(page)

    def _show(self, page: SecretPage) -> None:
        before, self._page = self._page, scrolling(page)
        page.accepted.connect(self._unlock)
        self._pages.addWidget(self._page)
        self._pages.setCurrentWidget(self._page)
        self._drop(before)
        page.setFocus()

    def _go_another_way(self, place: int) -> None:
        ways: tuple[Callable[[], None], ...] = (self._ask_password, partial(self.switch_asked.emit, None))
        ways[place]()

    def _unlock(self, _outcome: object) -> None:
        before, self._page = self._page, None
        self._touched = self._now()
        if self._work is not None:
            self._pages.setCurrentWidget(self._work)
        self._drop(before)
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()

    def _drop(self, page: QWidget | None) -> None:
        if page is not None:
            self._pages.removeWidget(page)
            self._turned_away.let_go(page)

    def end(self) -> None:
        self._timer.stop()
        self._drop(self._page)
        self.deleteLater()
