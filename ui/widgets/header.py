"""The top line of the window: mark and name left, running clock and pill right."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import look
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.clock import RunningClock
from ui.widgets.pill import ConnectionPill
from ui.widgets.search_button import SearchButton
from ui.widgets.text import Text

_SPACES = 110
"""Margins and gaps of the line together."""
_NAME_END = 2


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
        self._name = Text(self.tr("StreamFlow Field"), Kind.HEADING)
        self._clock = clock
        self._right: list[QWidget] = [pill]
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(20, 5, 20, 6)
        line.setSpacing(8)
        line.addWidget(Logo())
        line.addWidget(self._name)
        line.addStretch(1)
        line.addWidget(clock)
        line.addSpacing(6)
        line.addWidget(pill)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._search: SearchButton | None = None

    def add_search(self, search: SearchButton) -> None:
        """Beside the name."""
        self._search = search
        self._line.insertSpacing(_NAME_END, 12)
        self._line.insertWidget(_NAME_END + 1, search, 1)

    def add(self, part: QWidget) -> None:
        """At the right end."""
        self._right.append(part)
        self._line.addWidget(part)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._give_way()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _give_way(self) -> None:
        """The clock and the pill are needed; where there is no room for all, the program's name goes first, then the
        words on the search, and last the name of the job."""
        others = sum(part.sizeHint().width() for part in self._right if not part.isHidden())
        free = self.width() - others - look.px(22) - _SPACES
        if not self._clock.isHidden():
            self._clock.set_short(free < self._clock.full_width + look.touch())
            free -= self._clock.sizeHint().width()
        if self._search is not None:
            self._search.set_icon_only(free < self._search.full_width)
            free -= self._search.full_width
        self._name.setVisible(free >= self._name.sizeHint().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            painter.fillRect(self.rect(), look.fill(Role.SURFACE))
            painter.fillRect(0, self.height() - 1, self.width(), 1, look.fill(Role.LINE))
