"""Who is signed in, and the few settings of the window: theme and text size."""

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QActionGroup, QPaintEvent
from PySide6.QtWidgets import QMenu

from client.views import Person
from ui import keys, look
from ui.appearance import SIZES, Appearance
from ui.keys import Action
from ui.look import Kind
from ui.palette import Role
from ui.theme import Mode
from ui.widgets import canvas
from ui.widgets.pressable import Pressable

_CIRCLE = 34


class AccountButton(Pressable):
    sign_out_asked = Signal()

    def __init__(self, person: Person, organisation: str, appearance: Appearance) -> None:
        super().__init__(person.initials)
        self._appearance = appearance
        self.setAccessibleName(self.tr("{name}: theme, text size, sign out").format(name=person.name))
        self.setToolTip(f"{person.name} · {organisation} ({keys.hint(Action.SETTINGS)})")
        self._menu = QMenu(self)
        self._add_heading(f"{person.name} · {organisation}")
        self._add_themes()
        self._add_sizes()
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Sign out…")).triggered.connect(self.sign_out_asked)
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(self.width() - self._menu.sizeHint().width(), self.height() + 4)))

    def sizeHint(self) -> QSize:
        return QSize(look.touch(), look.touch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = look.px(_CIRCLE)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        with canvas.painter_for(self) as painter:
            edge = look.shape(Role.INFO, Role.INFO_SOFT) if self.underMouse() else None
            canvas.rounded(painter, box, side / 2, look.fill(Role.INFO_SOFT), edge)
            ink = look.ink(Role.INFO, Role.INFO_SOFT)
            canvas.write(painter, box, self.text(), look.font(Kind.LABEL), ink, canvas.CENTER)
            if self.shows_focus:
                canvas.focus_ring(painter, box, side / 2)

    def _add_heading(self, text: str) -> None:
        """An ampersand would mark a key in a menu."""
        self._menu.addAction(text.replace("&", "&&")).setEnabled(False)

    def _add_themes(self) -> None:
        self._menu.addSeparator()
        self._add_heading(self.tr("Theme"))
        texts = {
            Mode.SYSTEM: self.tr("Follow the system"),
            Mode.LIGHT: self.tr("Light"),
            Mode.DARK: self.tr("Dark"),
        }
        group = QActionGroup(self._menu)
        for mode, text in texts.items():
            self._add_choice(group, text, "theme", mode.value, is_chosen=self._appearance.mode is mode)

    def _add_sizes(self) -> None:
        self._menu.addSeparator()
        self._add_heading(self.tr("Text size"))
        group = QActionGroup(self._menu)
        for size in SIZES:
            is_chosen = self._appearance.size == size
            self._add_choice(group, self.tr("{size} %").format(size=size), "text_size", size, is_chosen=is_chosen)

    def _add_choice(self, group: QActionGroup, text: str, name: str, value: str | int, *, is_chosen: bool) -> None:
        action = self._menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.setEnabled(not self._appearance.is_locked(name))
        action.triggered.connect(partial(self._choose, name, value))
        group.addAction(action)

    def _choose(self, name: str, value: str | int, _checked: bool = True) -> None:
        self._appearance.choose(name, value)
