"""The week's hours as bars, with the line above which a day is overtime."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import look, words
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.picture import Picture

_LABELS, _GAP = 20, 12


@dataclass(frozen=True)
class DayBar:
    day: date
    worked: timedelta
    is_today: bool = False


@dataclass(frozen=True)
class Week:
    days: tuple[DayBar, ...]
    overtime_after: timedelta | None = None
    """Hours of one day after which it is overtime; None draws no line."""


class WeekBars(Picture):
    def __init__(self, week: Week, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Hours of the week"))
        self.set_week(week)

    def set_week(self, week: Week) -> None:
        self._week = week
        self.describe(
            ", ".join(f"{words.weekday_text(bar.day)} {words.duration_text(bar.worked)}" for bar in week.days)
        )
        self.update()

    def bar_box(self, position: int) -> QRectF:
        count = max(1, len(self._week.days))
        wide = (self.width() - _GAP * (count - 1)) / count
        high = max(1.0, self._height_of(self._week.days[position].worked))
        return QRectF(position * (wide + _GAP), self._floor() - high, wide, high)

    def line_y(self) -> float | None:
        limit = self._week.overtime_after
        return self._floor() - self._height_of(limit) if limit else None

    def sizeHint(self) -> QSize:
        return QSize(look.px(220), look.px(126))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(220), look.px(96))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            for position, bar in enumerate(self._week.days):
                self._paint_bar(painter, self.bar_box(position), bar)
            line = self.line_y()
            if line is not None:
                painter.setPen(QPen(look.shape(Role.BREAK, Role.SURFACE), 2, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(0, line), QPointF(self.width(), line))

    def _paint_bar(self, painter: QPainter, box: QRectF, bar: DayBar) -> None:
        radius = min(4.0, box.height() / 2)
        if bar.is_today:
            canvas.rounded(painter, box, radius, look.shape(Role.WORK, Role.SURFACE))
        else:
            line = look.shape(Role.OUTLINE, Role.SURFACE)
            canvas.rounded(painter, box, radius, look.fill(Role.RAISED), line)
        label = QRectF(box.left() - _GAP / 2, self._floor() + 2, box.width() + _GAP, look.px(_LABELS) - 2)
        kind, ink = (Kind.SECTION, Role.TEXT) if bar.is_today else (Kind.CAPTION, Role.MUTED)
        font = look.font(kind)
        font.setCapitalization(font.Capitalization.MixedCase)
        canvas.write(painter, label, words.weekday_text(bar.day), font, look.ink(ink, Role.SURFACE), canvas.CENTER)

    def _floor(self) -> float:
        return self.height() - look.px(_LABELS)

    def _height_of(self, worked: timedelta) -> float:
        limit = self._week.overtime_after or timedelta(hours=8)
        tallest = max([limit * 1.15, *(bar.worked for bar in self._week.days)])
        return self._floor() * (worked / tallest)
