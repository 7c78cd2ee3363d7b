"""The palette over the window: it takes the keys while it is open, and gives the focus back when it goes."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from client.views import SearchHit
from sync.records import Kind
from ui import look
from ui.actions import Actions
from ui.announce import announce
from ui.finder.entries import Entry, Offer
from ui.finder.listing import EntriesModel, EntriesView
from ui.going import open_record
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.workplace import Workplace

_WIDE, _HIGH, _TOP, _MARGIN = 620, 420, 110, 24
_ROUND = 10
"""The list ends above the card's round corners."""
_SHADE = 0.42
_FOUND = 18
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


class Finder(QWidget):
    def __init__(self, place: Workplace, actions: Actions) -> None:
        self._host = place.shell.ground
        super().__init__(self._host)
        self._place, self._actions = place, actions
        self._offer = Offer((), ())
        self._searched = ""
        self._is_searching = False
        self._before: QWidget | None = None
        self.setProperty("floats", True)
        self.setAccessibleName(self.tr("Search or command"))
        self.search = _Search()
        self.model = EntriesModel()
        self.view = EntriesView(self.model)
        self._none = Text(self.tr("Nothing like that on this device."), wrap=True, ink=Role.MUTED)
        self._none.setContentsMargins(look.px(18), look.px(10), look.px(18), look.px(10))
        self._card = self._make_card()
        self._connect()
        self.hide()

    def open_it(self) -> None:
        if self.isVisible():
            self.search.selectAll()
            return
        self._before = QApplication.focusWidget()
        self._offer = Offer(self._actions.screens(), self._actions.commands())
        self._searched = ""
        self.search.clear()
        self.search.has_chosen = False
        self._show_rows()
        self._place_card()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._place.reader.do(self._place.session.recent.hits, self._take_recent)

    def close_it(self) -> None:
        """The focus goes back to where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = QColor(look.fill(Role.SHADE))
        shade.setAlphaF(_SHADE)
        with canvas.painter_for(self) as painter:
            painter.fillRect(QRectF(self.rect()), shade)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the card: away with it."""
        event.accept()
        self.close_it()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._host:
            self._place_card()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._place_card()

    def _make_card(self) -> Card:
        card = Card(margin=1)
        card.setParent(self)
        card.set_spacing(0)
        card.add(self.search)
        card.add(self.view, 1)
        card.add(self._none)
        card.setContentsMargins(0, 0, 0, _ROUND)
        return card

    def _connect(self) -> None:
        self._host.installEventFilter(self)
        self.search.textChanged.connect(self._ask)
        self.search.stepped.connect(self._step)
        self.search.given_up.connect(self.close_it)
        self.search.left.connect(self.hide)
        self.search.returnPressed.connect(self._take)
        self.view.clicked.connect(self._take)

    def _place_card(self) -> None:
        room = self._host.rect()
        self.setGeometry(room)
        wide = min(look.px(_WIDE), room.width() - 2 * _MARGIN)
        high = min(look.px(_HIGH), room.height() - 2 * _MARGIN)
        top = max(_MARGIN, min(_TOP, room.height() - high - _MARGIN))
        self._card.setGeometry((room.width() - wide) // 2, top, wide, high)

    def _ask(self, _typed: str) -> None:
        """What is already known at once; records as soon as they are found."""
        self._show_rows()
        self._search()

    def _search(self) -> None:
        """One search at a time, and only for what stands there by then."""
        typed = self.search.text().strip()
        if self._is_searching or typed == self._searched:
            return
        self._is_searching = True
        job = partial(self._place.session.search, typed, _FOUND)
        self._place.reader.do(job, partial(self._take_found, typed), self._fail)

    def _take_found(self, typed: str, found: tuple[SearchHit, ...]) -> None:
        self._is_searching, self._searched = False, typed
        self._offer = self._offer.with_found(found)
        self._show_rows()
        self._search()

    def _fail(self, trouble: Exception) -> None:
        """What can be done is still there; which records there are will show when the file can be read again."""
        self._is_searching, self._searched = False, self.search.text().strip()
        self._none.setText(str(trouble))

    def _take_recent(self, recent: tuple[SearchHit, ...]) -> None:
        self._offer = self._offer.with_recent(recent)
        self._show_rows()

    def _show_rows(self) -> None:
        chosen = self.view.current if self.search.has_chosen else None
        self.model.set_rows(self._offer.rows(self.search.text(), self._open))
        self.view.choose(chosen.id if chosen else "")
        self.view.setVisible(bool(self.model.rows))
        is_certain = self._searched == self.search.text().strip()
        self._none.setVisible(not self.model.rows and is_certain)
        self._tell()

    def _step(self, by: int) -> None:
        self.view.step(by)
        self._tell()

    def _tell(self) -> None:
        current = self.view.current
        self.search.setAccessibleDescription(current.plain() if current else self._none.text())
        if self.isVisible() and current is not None:
            announce(self.search, current.plain())

    def _take(self, _index: QModelIndex | None = None) -> None:
        entry: Entry | None = self.view.current
        if entry is not None:
            self.close_it()
            entry.do()

    def _open(self, kind: Kind, record_id: str) -> None:
        open_record(self._place.shell, kind, record_id)


class _Search(QLineEdit):
    """The arrow keys move in the list below, Esc gives up, and whatever takes the focus away closes it all."""

    stepped = Signal(int)
    given_up = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.has_chosen = False
        """Whether the arrows have moved since something was typed."""
        self.setProperty("bare", True)
        self.setPlaceholderText(self.tr("Search or command…"))
        self.setAccessibleName(self.tr("Search or command"))
        self.textEdited.connect(self._forget_chosen)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.given_up.emit()
                return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _STEPS:
            self.has_chosen = True
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()

    def _forget_chosen(self, _typed: str) -> None:
        self.has_chosen = False
