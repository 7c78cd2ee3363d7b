"""How far something has come, as a line of named steps."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import icon, look
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.picture import Picture

_LEAST = 56
"""Of one step; where its name has no room it ends with dots."""


@dataclass(frozen=True)
class Steps:
    labels: tuple[str, ...]
    current: int
    """Position of the step that is reached; -1 = none."""


class StepBar(Picture):
    def __init__(self, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Progress"))
        self.set_steps(steps)

    def set_steps(self, steps: Steps) -> None:
        self._steps = steps
        reached = steps.labels[steps.current] if steps.current >= 0 else self.tr("not started")
        self.describe(
            self.tr("Step {position} of {count}: {name}").format(
                position=steps.current + 1, count=len(steps.labels), name=reached
            )
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._step_width() * len(self._steps.labels), look.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(_LEAST) * len(self._steps.labels), look.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        count = len(self._steps.labels)
        wide = self.width() / count
        with canvas.painter_for(self) as painter:
            track = QRectF(0, 0, self.width(), 4)
            canvas.rounded(painter, track, 2, look.fill(Role.RAISED))
            track.setWidth(wide * (self._steps.current + 1))
            canvas.rounded(painter, track, 2, look.shape(Role.WORK, Role.RAISED))
            for position, label in enumerate(self._steps.labels):
                self._paint_step(painter, QRectF(position * wide, 10, wide, self.height() - 10), position, label)

    def _paint_step(self, painter: QPainter, box: QRectF, position: int, label: str) -> None:
        is_reached = position <= self._steps.current
        color = look.ink(Role.BRAND if is_reached else Role.MUTED, Role.SURFACE)
        font = look.font(Kind.LABEL)
        font.setUnderline(position == self._steps.current)
        sign = look.px(16) if is_reached else 0
        metrics = QFontMetrics(font)
        label = metrics.elidedText(label, canvas.ELIDE, int(box.width()) - sign - look.px(4))
        wide = metrics.horizontalAdvance(label) + sign
        left = box.center().x() - wide / 2
        if is_reached:
            side = look.px(13)
            icon.paint(painter, QRectF(left, box.center().y() - side / 2, side, side), "check", color)
        canvas.write(painter, QRectF(left + sign, box.top(), wide, box.height()), label, font, color)

    def _step_width(self) -> int:
        metrics = QFontMetrics(look.font(Kind.LABEL))
        return max(metrics.horizontalAdvance(label) for label in self._steps.labels) + look.px(28)
