"""The top line of the window: mark and name left, running clock and pill right."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import look
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.clock import RunningClock
from ui.widgets.pill import ConnectionPill
from ui.widgets.text import Text


class Logo(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.px(22), look.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = float(self.width())
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, QRectF(self.rect()), side * 0.25, look.fill(Role.BRAND))
            bar = QRectF(side * 0.25, side * 0.41, side * 0.5, side * 0.18)
            canvas.rounded(painter, bar, side * 0.09, look.fill(Role.ON_BRAND))


class Header(QFrame):
    def __init__(self, clock: RunningClock, pill: ConnectionPill) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 5, 20, 6)
        line.setSpacing(8)
        line.addWidget(Logo())
        line.addWidget(Text(self.tr("StreamFlow Field"), Kind.HEADING))
        line.addStretch(1)
        line.addWidget(clock)
        line.addSpacing(6)
        line.addWidget(pill)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            painter.fillRect(self.rect(), look.fill(Role.SURFACE))
            painter.fillRect(0, self.height() - 1, self.width(), 1, look.fill(Role.LINE))
