"""Parts side by side where there is room, one below the other where there is not."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget


class Columns(QWidget):
    """`shares` weighs the parts' widths while they stand side by side."""

    def __init__(self, parts: tuple[QWidget, ...], shares: tuple[int, ...] = (), spacing: int = 16) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        for position, part in enumerate(parts):
            self.add(part, shares[position] if shares else 1)

    def add(self, part: QWidget, share: int = 1) -> None:
        self._parts.append(part)
        self._line.addWidget(part, share)

    def minimumSizeHint(self) -> QSize:
        widest = max(map(_least_width, self._shown()), default=0)
        margins = self.contentsMargins()
        high = self._line.minimumSize().height() + margins.top() + margins.bottom()
        return QSize(widest + margins.left() + margins.right(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        shown = self._shown()
        needed = sum(map(_least_width, shown)) + self._line.spacing() * (len(shown) - 1)
        fits = needed <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction is not self._line.direction():
            self._line.setDirection(direction)
            self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]


class Strip(Columns):
    """Fields and buttons, no higher than they are."""

    def __init__(self, parts: tuple[QWidget, ...], shares: tuple[int, ...] = (), spacing: int = 12) -> None:
        super().__init__(parts, shares, spacing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


def line_of(parts: tuple[QWidget, ...], *, at_end: bool = False, spacing: int = 12) -> QWidget:
    """Parts that stay beside each other, as one part."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    if at_end:
        line.addStretch(1)
    for part in parts:
        line.addWidget(part)
    if not at_end:
        line.addStretch(1)
    return made


def _least_width(part: QWidget) -> int:
    """What its content needs, or what was asked for."""
    return max(part.minimumSizeHint().width(), part.minimumWidth())
