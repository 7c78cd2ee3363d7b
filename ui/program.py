"""The one window: it is shown first, then the data is opened behind it; sign-in, trouble, or the screens.

Over 300 lines: it only turns between pages, which have files of their own.
"""

from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sync.errors import Corrupt, StreamFlowError
from sync.language import translate
from ui import tabbing
from ui.known import Known, known_of
from ui.opening import Opening
from ui.palette import Role
from ui.shell import scrolling
from ui.theme import Theme
from ui.turned_away import TurnedAway
from ui.widgets.states import ErrorState, LoadingState, StateValue
from ui.widgets.ticker import Now, system_now
from ui.widgets.toast import ToastValue
from ui.writer import UNEXPECTED, Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from client.accounts import Account
    from client.session import Session
    from ui.composition import Workshop
    from ui.locking import Locking


def _with_screens(look: "Callable[[], Session | None]") -> "Session | None":
    """What shows the session is loaded here as well: it takes longer than the window may be away."""
    session = look()
    if session is not None:
        import_module("ui.composition")
    return session


def _nothing() -> None:
    """Done when all that was asked for before is done."""


class Program(QWidget):
    opened = Signal(object)
    """composition.Workshop: somebody can work."""
    furnished = Signal()
    """All screens are there, also those that nobody has looked at yet."""
    ending = Signal()
    """The window was closed; what is under way is brought to its end."""
    raise_asked = Signal()
    trouble_found = Signal()
    """A wall was hit; may be emitted on any thread."""

    def __init__(self, opening: Opening, theme: Theme, now: Now = system_now) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("StreamFlow Field"))
        theme.dress(self)
        self.workshop: Workshop | None = None
        self.locking: Locking | None = None
        self._may_leave = self._has_ended = False
        self._turned_away = TurnedAway()
        self.worker = Writer("opening")
        self._opening, self._theme, self._now = opening, theme, now
        self._pages = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._pages)
        self.raise_asked.connect(self._raise)
        self.trouble_found.connect(self._tell_trouble)

    def begin(self) -> None:
        """Once the window is seen."""
        self._turn_to(LoadingState(self.tr("Opening your work…"), Role.BACKGROUND))
        self.worker.do(partial(_with_screens, self._opening.look), self._show, self._cannot_open)

    def add_strip(self, strip: QWidget) -> None:
        """Above everything."""
        self._column.insertWidget(0, strip)

    def focusNextPrevChild(self, next: bool) -> bool:
        return tabbing.step(self, forward=next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whatever was asked for is saved before the window is gone."""
        if self._is_unfinished:
            event.ignore()
            self._ask_to_leave(self.close)
            return
        self._has_ended = True
        self.ending.emit()
        self.close_session()
        self.worker.close()
        super().closeEvent(event)

    def close_session(self) -> None:
        session = self.workshop.place.session if self.workshop is not None else None
        self._leave()
        if session is not None:
            session.stop()

    @property
    def _is_unfinished(self) -> bool:
        """Behind the PIN nobody can be asked."""
        is_locked = self.locking is not None and self.locking.is_locked
        return self.workshop is not None and self.workshop.has_unsaved and not (is_locked or self._may_leave)

    def _ask_to_leave(self, go: "Callable[[], object]") -> None:
        from ui.unfinished import Unfinished

        assert self.workshop is not None
        ground = self.workshop.place.shell.ground
        (ground.findChild(Unfinished) or Unfinished(ground)).ask(partial(self._leave_unfinished, go))

    def end(self) -> None:
        """The system asks, and waits for no answer: what is unfinished ends with it."""
        self._leave_unfinished(self.close)

    def _leave_unfinished(self, go: "Callable[[], object]") -> None:
        self._may_leave = True
        go()
        self._may_leave = False

    def _show(self, session: "Session | None") -> None:
        if session is None:
            self._ask_who()
            return
        workshop = self._furnish(session, "today")
        assert self.locking is not None
        self.locking.lock()
        self.opened.emit(workshop)
        self._go_on_when_read(workshop)

    def _go_on_when_read(self, workshop: "Workshop") -> None:
        """Not before the day has been read, which all of this would only hold up."""
        workshop.place.reader.do(_nothing, partial(self._go_on, workshop))

    def _go_on(self, workshop: "Workshop", _read: None) -> None:
        if workshop is self.workshop:
            workshop.place.session.start()
            workshop.load_screens(partial(self._build_ahead, workshop))

    def _build_ahead(self, workshop: "Workshop", _loaded: None) -> None:
        if workshop is self.workshop:
            workshop.build_screens(self.furnished.emit)

    def _furnish(self, session: "Session", first: str) -> "Workshop":
        from ui.composition import furnish
        from ui.locking import Locking

        self.workshop = workshop = furnish(session, self._now, self._theme)
        workshop.place.shell.sign_in_asked.connect(self._ask_again)
        workshop.place.shell.sign_out_asked.connect(partial(self._sign_out, keep_unsent=False))
        workshop.place.shell.setMinimumSize(0, 0)
        self._turn_to(workshop.place.shell, has_own_scrolling=True)
        workshop.place.shell.show_screen(first)
        self.locking = Locking(self._pages, session, self._opening, self.worker, self._now)
        self.locking.switch_asked.connect(self._switch)
        workshop.place.shell.lock_asked.connect(self.locking.lock)
        workshop.place.shell.switch_asked.connect(self._switch)
        workshop.appearance.changed.connect(self._hear)
        return workshop

    def _hear(self, setting: str) -> None:
        if setting == "language":
            QTimer.singleShot(0, self, self._say_anew)  # not while the old window is still telling of it

    def _say_anew(self) -> None:
        """Every text is another one, so the screens are made anew; the work behind them goes on."""
        if self.workshop is None:
            return
        shell, session = self.workshop.place.shell, self.workshop.place.session
        if self._is_unfinished:
            self._ask_to_leave(self._say_anew)
            return
        self._leave()
        self._go_on_when_read(self._furnish(session, shell.current))
        self._go_on_typing()

    def _go_on_typing(self) -> None:
        """Where somebody was in the middle of it."""
        from ui.unsaved import open_typed, screen_of

        assert self.workshop is not None
        place = self.workshop.place
        for typed in place.drafts.unsaved[:1]:
            if screen_of(typed) == place.shell.current:
                open_typed(typed, place)

    def _leave(self) -> None:
        if self.locking is not None:
            self.locking.end()
            self.locking = None
        if self.workshop is not None:
            self.workshop.leave()
            self.workshop = None

    def _cannot_open(self, trouble: StreamFlowError) -> None:
        from client.secrets import SecretsUnavailable

        if isinstance(trouble, SecretsUnavailable):
            self._ask_passphrase(str(trouble))
            return
        if isinstance(trouble, Corrupt):
            self._ask_how_to_go_on(trouble)
            return
        value = StateValue(
            self.tr("Your work could not be opened"), str(trouble), self.tr("Try again"), "octagon-alert"
        )
        page = ErrorState(value, Role.BACKGROUND)
        page.action_asked.connect(self.begin)
        self._turn_to(page)

    def _ask_who(self, known: Known | None = None) -> None:
        from ui.sign_in import SignInPage

        known = known or self._opening.known()
        page = SignInPage(self.worker, self._opening.sign_in, known, self._opening.accounts())
        page.entered.connect(self._show)
        page.account_chosen.connect(self._switch)
        self._turn_to(page)

    def _switch(self, account: "Account | None") -> None:
        """What is not sent stays in its own queue, and goes out when its person is back."""
        if self._is_unfinished:
            self._ask_to_leave(partial(self._switch, account))
            return
        self.close_session()
        if account is None:
            self._ask_who(replace(self._opening.known(), email=""))
            return
        self._turn_to(LoadingState(self.tr("Opening your work…"), Role.BACKGROUND))
        self.worker.do(partial(self._opening.switch, account), partial(self._switched, account), self._cannot_open)

    def _switched(self, account: "Account", session: "Session | None") -> None:
        if session is None:
            self._ask_who(known_of(account))
        else:
            self._show(session)

    def _ask_passphrase(self, why: str) -> None:
        from ui.secret_page import SecretPage, SecretValue

        value = SecretValue(self.tr("Welcome back"), why, self.tr("Passphrase"), self.tr("Open"))
        page = SecretPage(value, self.worker, self._opening.unlock)
        page.accepted.connect(self._show)
        self._turn_to(page)

    def _ask_how_to_go_on(self, trouble: Corrupt) -> None:
        from ui.recovery_page import RecoveryPage, Ways

        recovery = self._opening.recovery()
        page = RecoveryPage(trouble, self.worker, Ways(recovery.go_on_with_older, recovery.start_afresh))
        page.retry_asked.connect(self.begin)
        self._turn_to(page)

    def _ask_again(self) -> None:
        from ui.secret_page import SecretPage, SecretValue

        if self.workshop is None:
            return
        place = self.workshop.place
        value = SecretValue(
            self.tr("Sign in again"),
            self.tr("For {email}. What you saved here stays and is sent afterwards.").format(
                email=place.session.profile.email
            ),
            self.tr("Password"),
            self.tr("Sign in"),
        )
        page = SecretPage(value, place.messenger, partial(self._opening.sign_in_again, place.session))
        page.accepted.connect(place.shell.back)
        place.shell.open_detail(page)

    def _sign_out(self, *, keep_unsent: bool) -> None:
        if self.workshop is None:
            return
        if self._is_unfinished:
            self._ask_to_leave(partial(self._sign_out, keep_unsent=keep_unsent))
            return
        place = self.workshop.place
        job = partial(self._opening.sign_out, place.session, keep_unsent=keep_unsent)
        profile = place.session.profile
        known = Known(profile.server_url, profile.code, profile.email)
        place.messenger.do(job, partial(self._signed_out, known), self._not_signed_out)

    def _signed_out(self, known: Known, _done: object) -> None:
        self.close_session()
        self._ask_who(known)

    def _not_signed_out(self, trouble: StreamFlowError) -> None:
        """Work that is only here: say so, and let the person decide."""
        from client.account import UnsentWork
        from ui.leaving import LeavingPage

        if self.workshop is None:
            return
        shell = self.workshop.place.shell
        if not isinstance(trouble, UnsentWork):
            self.workshop.frame.tell_trouble(trouble)
            return
        place = self.workshop.place
        page = LeavingPage(trouble, place.messenger, place.session.sync.export_unsent)
        page.stay_asked.connect(shell.back)
        page.leave_asked.connect(partial(self._sign_out, keep_unsent=True))
        shell.open_detail(page)
        page.setFocus()

    def _turn_to(self, content: QWidget, *, has_own_scrolling: bool = False) -> None:
        before = self._pages.currentWidget()
        page = content if has_own_scrolling else scrolling(content)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            self._turned_away.let_go(before)
        content.setFocus()

    def _raise(self) -> None:
        if self._has_ended:
            return
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _tell_trouble(self) -> None:
        if self.workshop is not None:
            toast = ToastValue(translate("trouble", UNEXPECTED), sign="triangle-alert", seconds=60)
            self.workshop.place.shell.toast(toast)
