"""Hour labels below a picture of time."""

from datetime import tzinfo

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ui import look, words
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.timescale import TimeScale

HEIGHT = 22
_APART = 18


def paint_hours(painter: QPainter, scale: TimeScale, zone: tzinfo, top: float) -> None:
    font, color = look.font(Kind.CAPTION, tabular=True), look.ink(Role.MUTED, Role.SURFACE)
    wide = QFontMetrics(font).horizontalAdvance(words.time_text(scale.end, zone)) + look.px(_APART)
    last = scale.left + scale.width - wide
    for instant in scale.ticks(zone, wide):
        wanted = scale.x(instant) - wide / 2
        left = min(max(scale.left, wanted), last)
        box = QRectF(left, top + 4, wide, look.px(HEIGHT) - 4)
        canvas.write(painter, box, words.time_text(instant), font, color, _alignment(wanted, left))


def _alignment(wanted: float, left: float) -> Qt.AlignmentFlag:
    """A label that was pushed in from an edge stands flush with that edge."""
    if wanted < left:
        return canvas.LEFT
    return canvas.RIGHT if wanted > left else canvas.CENTER
