"""Who is signed in, and the way to the settings and out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu

from client.accounts import Account
from client.views import Person
from sync.language import translate
from ui import keys, look
from ui.keys import Action
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.menu import offer
from ui.widgets.pressable import Pressable
from ui.words import number_text

_CIRCLE = 34


def account_text(account: Account) -> str:
    """Who it is, and what of theirs is only on this computer."""
    if account.unsent is None:
        return translate("account", "{who} (its file can't be read)").format(who=account.label)
    if not account.unsent:
        return account.label
    return translate("account", "{who} ({count} not sent)").format(who=account.label, count=number_text(account.unsent))


class AccountButton(Pressable):
    settings_asked = Signal()
    sign_out_asked = Signal()
    lock_asked = Signal()
    switch_asked = Signal(object)
    """client.accounts.Account, or None for one that hasn't been here yet."""

    def __init__(
        self,
        person: Person,
        organisation: str,
        others: Callable[[], Sequence[Account]],
        has_pin: Callable[[], bool],
    ) -> None:
        super().__init__(person.initials)
        self.setAccessibleName(self.tr("{name}: settings, sign out").format(name=person.name))
        self.setToolTip(f"{person.name} · {organisation} ({keys.hint(Action.SETTINGS)})")
        self._menu = QMenu(self)
        self._add_heading(f"{person.name} · {organisation}")
        self._others, self._has_pin = others, has_pin
        self._menu.addSeparator()
        self._lock = self._menu.addAction(self.tr("Lock"))
        self._lock.triggered.connect(self.lock_asked)
        self._menu.addAction(self.tr("Settings")).triggered.connect(self.settings_asked)
        self._menu.addAction(self.tr("Sign out…")).triggered.connect(self.sign_out_asked)
        self._switches = QMenu(self.tr("Switch account"), self._menu)  # one that Qt makes may be taken for deleted
        self._menu.addMenu(self._switches)
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        self.list_accounts()
        self._lock.setVisible(self._has_pin())
        offer(self._menu, self)

    def list_accounts(self) -> None:
        """As they stand now: what is not sent changes."""
        self._switches.clear()
        for account in self._others():
            action = self._switches.addAction(account_text(account).replace("&", "&&"))
            action.triggered.connect(partial(self.switch_asked.emit, account))
        another = self._switches.addAction(self.tr("Another account…"))
        another.triggered.connect(partial(self.switch_asked.emit, None))

    def sizeHint(self) -> QSize:
        return QSize(look.touch(), look.touch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = look.px(_CIRCLE)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        with canvas.painter_for(self) as painter:
            edge = look.shape(Role.INFO, Role.INFO_SOFT) if self.is_under_pointer else None
            canvas.rounded(painter, box, side / 2, look.fill(Role.INFO_SOFT), edge)
            ink = look.ink(Role.INFO, Role.INFO_SOFT)
            canvas.write(painter, box, self.text(), look.font(Kind.LABEL), ink, canvas.CENTER)
            if self.shows_focus:
                canvas.focus_ring(painter, box, side / 2)

    def _add_heading(self, text: str) -> None:
        """An ampersand would mark a key in a menu."""
        self._menu.addAction(text.replace("&", "&&")).setEnabled(False)
