"""A menu as a card over the window.

Qt keeps the windows of its own menus out of what assistive technology sees; here a `QMenu` only says what is in it.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QHideEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSizePolicy, QWidget

from ui import look
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.card import Card
from ui.widgets.overlay import Overlay
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text

_PAD, _GAP, _EDGE = 16, 4, 8


def offer(menu: QMenu, under: QAbstractButton) -> "MenuCard":
    """Below the button that was pressed, and called as it is."""
    name = under.accessibleName() or under.text()
    return offer_at(menu, under, name, under.mapToGlobal(QPoint(0, under.height() + _GAP)))


def offer_at(menu: QMenu, asker: QWidget, name: str, corner: QPoint) -> "MenuCard":
    """`corner` is the upper left one, as far as there is room; on the whole screen."""
    card = MenuCard(menu, asker.window(), name, corner)
    card.open_over(card.items[0] if card.items else card)
    return card


class MenuCard(Overlay):
    """Arrows move, Enter and a press choose; gone as soon as something is chosen or the focus is elsewhere."""

    def __init__(self, menu: QMenu, host: QWidget, name: str, corner: QPoint) -> None:
        card = Card(margin=6)
        super().__init__(host, name, card)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._corner = host.mapFromGlobal(corner)
        card.set_spacing(0)
        self.items: list[MenuItem] = []
        for text, action in _flat(menu):
            self._add(card, text, action)
        if menu.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
            menu.setParent(self, menu.windowFlags())
        self._answers |= {"Return": self._choose, "Enter": self._choose}

    def card_size(self, _room: QSize) -> QSize:
        return self._card.sizeHint()

    def place_card(self) -> None:
        super().place_card()
        room = self.rect().adjusted(_EDGE, _EDGE, -_EDGE - self._card.width(), -_EDGE - self._card.height())
        corner = self._corner
        self._card.move(
            max(room.left(), min(corner.x(), room.right())), max(room.top(), min(corner.y(), room.bottom()))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """No shade: what is below goes on."""

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.deleteLater()

    def _add(self, card: Card, text: str, action: QAction | None) -> None:
        if action is None:
            line = Text(_plain(text), Kind.NOTE, Role.MUTED)
            line.setContentsMargins(look.px(_PAD), look.px(6), look.px(_PAD), look.px(6))
            card.add(line)
            return
        item = MenuItem(text)
        item.clicked.connect(partial(self._take, action))
        self.items.append(item)
        card.add(item)

    def _choose(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, MenuItem):
            focused.click()

    def _take(self, action: QAction, _checked: bool = False) -> None:
        self.close_it()
        action.trigger()


class MenuItem(Pressable):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(look.font(Kind.BODY)).horizontalAdvance(_plain(self.text()))
        return QSize(wide + 2 * look.px(_PAD) + 2, look.touch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        is_marked = self.hasFocus() or self.is_under_pointer or self.isDown()
        ink, ground = (Role.BRAND, Role.BRAND_SOFT) if is_marked else (Role.TEXT, Role.SURFACE)
        box = QRectF(self.rect())
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, box, 6, look.fill(ground))
            text = box.adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
            canvas.write(painter, text, _plain(self.text()), look.font(Kind.BODY), look.ink(ink, ground))
            if self.shows_focus:
                canvas.focus_ring(painter, box, 6, ground)


def _flat(menu: QMenu) -> Iterator[tuple[str, QAction | None]]:
    """What can't be chosen is only read; a menu in a menu is its title, and what is in it."""
    for action in filter(QAction.isVisible, menu.actions()):
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield action.text(), None
            yield from _flat(inner)
        elif not action.isSeparator():
            yield action.text(), action if action.isEnabled() else None


def _plain(text: str) -> str:
    """In menus a single ampersand marks a key."""
    return text.replace("&&", "&")
