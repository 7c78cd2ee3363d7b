"""The few strokes that all painted widgets share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import look
from ui.look import shape
from ui.palette import Role

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignCenter
ELIDE = Qt.TextElideMode.ElideRight


def painter_for(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def rounded(
    painter: QPainter, box: QRectF, radius: float, ground: QColor | None, line: QColor | None = None, width: float = 1
) -> None:
    """A rounded box whose line lies inside `box`, so that nothing is cut off at a widget's edge."""
    inset = width / 2 if line else 0
    painter.setBrush(QBrush(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, width) if line else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def write(
    painter: QPainter, box: QRectF, text: str, font: QFont, color: QColor, align: Qt.AlignmentFlag = LEFT
) -> None:
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, int(align), text)


def focus_ring(painter: QPainter, box: QRectF, radius: float, on: Role = Role.SURFACE) -> None:
    rounded(painter, box, radius, None, shape(Role.BRAND, on), 2)


def hatch(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Slanted lines over a block: not sent yet."""
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(color, 1.5))
    step, height = look.px(7), box.height()
    x = box.left() - height
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + height, box.top()))
        x += step
    painter.restore()
