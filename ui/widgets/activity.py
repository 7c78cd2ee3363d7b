"""What was sent and received over the last hours, with the offline spans shaded."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import look, words
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas, hours
from ui.widgets.picture import Picture
from ui.widgets.timescale import TimeScale

_BAND = 4


@dataclass(frozen=True)
class Slot:
    """Counts of records between `start` and the next slot."""

    start: datetime
    sent: int
    received: int


@dataclass(frozen=True)
class Span:
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Activity:
    start: datetime
    end: datetime
    zone: tzinfo
    slot_length: timedelta
    slots: tuple[Slot, ...] = ()
    offline: tuple[Span, ...] = ()


class ActivityChart(Picture):
    def __init__(self, activity: Activity, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Sync activity"))
        self.set_activity(activity)

    def set_activity(self, activity: Activity) -> None:
        self._activity = activity
        self._most = max((max(slot.sent, slot.received) for slot in activity.slots), default=0)
        sentence = self.tr("{sent} sent, {received} received").format(
            sent=words.number_text(sum(slot.sent for slot in activity.slots)),
            received=words.number_text(sum(slot.received for slot in activity.slots)),
        )
        spans = [
            self.tr("offline from {start} to {end}").format(
                start=words.time_text(span.start, activity.zone), end=words.time_text(span.end, activity.zone)
            )
            for span in activity.offline
        ]
        self.describe(", ".join([sentence, *spans]))
        self.update()

    def scale(self) -> TimeScale:
        return TimeScale(self._activity.start, self._activity.end, self.width())

    def sizeHint(self) -> QSize:
        return QSize(look.px(320), look.px(120))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(320), look.px(100))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            for span in self._activity.offline:
                self._paint_offline(painter, span)
            for slot in self._activity.slots:
                self._paint_slot(painter, slot)
            painter.fillRect(QRectF(0, self._floor(), self.width(), 1), look.fill(Role.LINE))
            hours.paint_hours(painter, self.scale(), self._activity.zone, self._floor())

    def _paint_offline(self, painter: QPainter, span: Span) -> None:
        left, wide = self.scale().span(span.start, span.end)
        painter.fillRect(QRectF(left, 0, wide, self._floor()), look.fill(Role.WARN_SOFT))
        painter.fillRect(QRectF(left, 0, wide, _BAND), look.shape(Role.BREAK, Role.SURFACE))
        font, word = look.font(Kind.CAPTION), self.tr("offline")
        if wide > QFontMetrics(font).horizontalAdvance(word) + 10:
            box = QRectF(left, _BAND + 3, wide, look.px(16))
            canvas.write(painter, box, word, font, look.ink(Role.WARN, Role.WARN_SOFT), canvas.CENTER)

    def _paint_slot(self, painter: QPainter, slot: Slot) -> None:
        left, wide = self.scale().span(slot.start, slot.start + self._activity.slot_length)
        half = max(1.0, (wide - 3) / 2)
        for offset, count, role in ((0.0, slot.sent, Role.WORK), (half, slot.received, Role.TRAVEL)):
            high = self._height_of(count)
            painter.fillRect(QRectF(left + offset, self._floor() - high, half, high), look.shape(role, Role.SURFACE))

    def _floor(self) -> float:
        return self.height() - look.px(hours.HEIGHT)

    def _height_of(self, count: int) -> float:
        return (self._floor() - look.px(22)) * count / self._most if self._most else 0.0
