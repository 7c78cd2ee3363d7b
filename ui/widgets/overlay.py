"""A card over the window for something short; Esc, a click beside it or another screen puts it away."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import keys, look, tabbing
from ui.keys import Action
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.card import Card

MARGIN = 24
_TOP = 110
_SHADE = 0.42
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class Overlay(QWidget):
    """Tab stays within the card, and the focus goes back to where it was. Subclasses give `card_size`."""

    put_away = Signal()

    def __init__(self, host: QWidget, name: str, card: Card) -> None:
        super().__init__(host)
        self._host, self._card = host, card
        self._before: QWidget | None = None
        self._answers: dict[str, Callable[[], object]] = {}
        self.answer(Action.BACK, self.close_it)
        self.setProperty("floats", True)
        self.setAccessibleName(name)
        card.setParent(self)
        host.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self.hide()

    def answer(self, action: Action, do: Callable[[], object]) -> None:
        """The action's keys do this while it is open."""
        for sequence in keys.sequences(action):
            self._answers[sequence.toString()] = do

    def card_size(self, room: QSize) -> QSize:
        """How large the card is where there is this much room."""
        raise NotImplementedError

    def open_over(self, first: QWidget) -> None:
        """`first` gets the focus."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.place_card()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_it(self) -> None:
        before, self._before = self._before, None
        self.hide()
        self.put_away.emit()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_card(self) -> None:
        self.setGeometry(self._host.rect())
        room = self._host.size() - QSize(2 * MARGIN, 2 * MARGIN)
        size = self.card_size(room).boundedTo(room)
        top = max(MARGIN, min(_TOP, self.height() - size.height() - MARGIN))
        self._card.setGeometry((self.width() - size.width()) // 2, top, size.width(), size.height())

    def event(self, event: QEvent) -> bool:
        """Its own keys come before those of the screen below; what is in it may need another size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.place_card()
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            do = self._answers.get(QKeySequence(event.keyCombination()).toString())
            if do is not None:
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    do()
                return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._host:
            self.place_card()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.place_card()

    def focusNextPrevChild(self, next: bool) -> bool:
        stops = tabbing.stops(self)
        if not stops:
            return False
        here = QApplication.focusWidget()
        place = stops.index(here) if here in stops else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = QColor(look.fill(Role.SHADE))
        shade.setAlphaF(_SHADE)
        with canvas.painter_for(self) as painter:
            painter.fillRect(QRectF(self.rect()), shade)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.close_it()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Somebody went elsewhere: a key has shown another screen, say."""
        if self.isVisible() and new is not None and not self.isAncestorOf(new) and new.window() is self.window():
            self._before = None
            self.close_it()
