"""A quiet line at the bottom that goes away by itself; never takes the focus, never covers a question."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import look
from ui.announce import announce
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.button import Button, ButtonKind
from ui.widgets.glyph import Glyph
from ui.widgets.text import Text

_MARGIN = 20
_MAX_WIDTH, _TEXT_WIDTH = 620, 320


@dataclass(frozen=True)
class ToastValue:
    """`action` is one word or two ("Undo"); `details` unfold on request."""

    text: str
    action: str = ""
    details: str = ""
    sign: str = "circle-check"
    seconds: float = 6.0


class Toast(QFrame):
    """Shown over `host`, one at a time; waits while the pointer is on it or the details are open."""

    action_asked = Signal()
    closed = Signal()

    def __init__(self, value: ToastValue, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("floats", True)
        self.setAccessibleName(value.text)
        self._milliseconds = round(value.seconds * 1000)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._details = Text(value.details, ink=Role.MUTED, wrap=True)
        self._details.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 6, 8, 6)
        self._column.addLayout(self._line(value))
        self._column.addWidget(self._details)
        host.installEventFilter(self)

    def present(self) -> None:
        self._place()
        self.show()
        self.raise_()
        self._timer.start(self._milliseconds)
        announce(self, self.accessibleName())

    def dismiss(self) -> None:
        self._timer.stop()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._details.isHidden():
            self._timer.start(self._milliseconds)
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Other letters make its parts larger, one after the other."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            line = look.shape(Role.OUTLINE, Role.SURFACE)
            canvas.rounded(painter, QRectF(self.rect()), 10, look.fill(Role.SURFACE), line)

    def _line(self, value: ToastValue) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(Glyph(value.sign, Role.BRAND))
        text = Text(value.text, wrap=True)
        text.setMinimumWidth(min(look.px(_TEXT_WIDTH), QFontMetrics(text.font()).horizontalAdvance(value.text) + 2))
        line.addWidget(text, 1)
        if value.details:
            line.addWidget(self._link(self.tr("Show details"), self._unfold))
        if value.action:
            line.addWidget(self._link(value.action, self._act))
        line.addWidget(self._link(self.tr("Close"), self.dismiss))
        return line

    def _link(self, text: str, done: Callable[[], None]) -> Button:
        button = Button(text, ButtonKind.LINK)
        button.clicked.connect(done)
        return button

    def _unfold(self) -> None:
        self._timer.stop()
        self._details.show()
        self._place()

    def _act(self) -> None:
        self.action_asked.emit()
        self.dismiss()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        wide = min(look.px(_MAX_WIDTH), host.width() - 2 * _MARGIN, self.sizeHint().width())
        self.setFixedWidth(wide)
        self._column.activate()
        high = max(self.sizeHint().height(), self.heightForWidth(wide))
        self.setFixedHeight(high)
        self.move((host.width() - wide) // 2, host.height() - high - _MARGIN)
