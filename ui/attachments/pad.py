"""A sheet to sign on, with mouse, finger or pen; what is drawn becomes a picture with the name and time below it."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QPolygonF,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import look
from ui.palette import LIGHT, Role
from ui.widgets import canvas

# Ink is dark on white in every theme: it is a paper that others will look at.
_INK, _PAPER, _FAINT = QColor(LIGHT[Role.TEXT]), QColor(LIGHT[Role.SURFACE]), QColor(LIGHT[Role.OUTLINE])
_WIDE, _HIGH, _CAPTION = 900, 300, 40
_PEN = 3.2


class SignaturePad(QWidget):
    changed = Signal()
    drawn = Signal()
    """A stroke has ended, or all is another."""

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[QPolygonF] = []
        self._written = ""
        self._is_drawing = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Signature"))
        self.setAccessibleDescription(self.tr("Sign here with mouse, finger or pen, or use the typed name."))

    @property
    def is_empty(self) -> bool:
        return not self._written and not any(stroke.size() > 1 for stroke in self._strokes)

    @property
    def written(self) -> str:
        return self._written

    def strokes(self) -> tuple[str, ...]:
        """What was drawn, each stroke as its points from 0 to 1."""
        return tuple(" ".join(f"{at.x():.4f},{at.y():.4f}" for at in stroke.toList()) for stroke in self._strokes)

    def draw(self, strokes: Iterable[str]) -> None:
        """What `strokes` has told."""
        points = [[tuple(map(float, at.split(","))) for at in stroke.split()] for stroke in strokes]
        self._strokes = [QPolygonF([QPointF(x, y) for x, y in stroke]) for stroke in points]
        self._tell()

    def clear(self) -> None:
        self._strokes.clear()
        self._written = ""
        self._tell()
        self.drawn.emit()

    def write(self, name: str) -> None:
        """For whoever can't or won't draw: the name in script."""
        self._strokes.clear()
        self._written = name
        self._tell()
        self.drawn.emit()

    def picture(self, caption: str) -> bytes:
        """A PNG of what was drawn, the whole sheet of it, with a line below that says whose it is and when."""
        image = QImage(_WIDE, _HIGH + _CAPTION, QImage.Format.Format_RGB32)
        image.fill(_PAPER)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, QRectF(0, 0, _WIDE, _HIGH))
        painter.setPen(_INK)
        font = QFont(self.font())
        font.setPixelSize(20)
        painter.setFont(font)
        below = QRectF(20, _HIGH, _WIDE - 40, _CAPTION - 8)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, caption)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub lacks the format as text for a buffer
        return bytes(buffer.data().data())

    def sizeHint(self) -> QSize:
        return QSize(look.px(480), look.px(180))

    def event(self, event: QEvent) -> bool:
        """One finger draws; Qt would make a mouse of it only where nobody takes the touch."""
        if isinstance(event, QTouchEvent) and event.device().type() is not QPointingDevice.DeviceType.TouchPad:
            point = event.points()[0].position()
            if event.type() is QEvent.Type.TouchBegin:
                self._begin(point)
            elif event.type() is QEvent.Type.TouchUpdate:
                self._go_on(point)
            else:
                self._end()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._end()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            box = QRectF(self.rect())
            canvas.rounded(painter, box, 8, _PAPER, look.fill(Role.OUTLINE))
            line = box.height() * 0.78
            painter.setPen(QPen(_FAINT, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(box.width() * 0.06, line), QPointF(box.width() * 0.94, line))
            self._draw(painter, box)

    def _begin(self, at: QPointF) -> None:
        if self._written:
            self._written = ""
        self._is_drawing = True
        self._strokes.append(QPolygonF([self._share(at)]))

    def _go_on(self, at: QPointF) -> None:
        if self._is_drawing:
            self._strokes[-1].append(self._share(at))
            self._tell()

    def _end(self) -> None:
        self._is_drawing = False
        self.drawn.emit()

    def _share(self, at: QPointF) -> QPointF:
        """Where it is on the sheet, from 0 to 1 each way, so that it looks the same at any size."""
        return QPointF(
            min(1.0, max(0.0, at.x() / max(1, self.width()))), min(1.0, max(0.0, at.y() / max(1, self.height())))
        )

    def _draw(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(_INK, _PEN * box.width() / _WIDE + 0.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self._strokes:
            points = [
                QPointF(box.left() + point.x() * box.width(), box.top() + point.y() * box.height())
                for point in stroke.toList()
            ]
            painter.drawPolyline(QPolygonF(points))
        if self._written:
            font = QFont(self.font())
            font.setItalic(True)
            font.setPixelSize(round(box.height() * 0.3))
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._written)

    def _tell(self) -> None:
        self.update()
        self.changed.emit()
