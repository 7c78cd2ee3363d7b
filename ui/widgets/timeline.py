"""The day, drawn to scale: work, break and travel blocks, what is not sent yet, and now."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from ui import icon, look, words
from ui.palette import Role
from ui.widgets import canvas, hours
from ui.widgets.picture import Picture
from ui.widgets.timescale import TimeScale

_BAR, _NOW_TOP = 34, 6


class BlockKind(Enum):
    """value = colour and icon."""

    WORK = (Role.WORK, "wrench")
    BREAK = (Role.BREAK, "coffee")
    TRAVEL = (Role.TRAVEL, "car")


@dataclass(frozen=True)
class Block:
    """`end` None = still running, drawn up to now."""

    kind: BlockKind
    start: datetime
    end: datetime | None
    label: str = ""
    is_unsent: bool = False


@dataclass(frozen=True)
class Day:
    """All instants are aware; `start` and `end` are the part of the day that is shown."""

    start: datetime
    end: datetime
    zone: tzinfo
    now: datetime
    blocks: tuple[Block, ...] = ()


class DayTimeline(Picture):
    def __init__(self, day: Day, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Timeline of the day"))
        self.set_day(day)

    def set_day(self, day: Day) -> None:
        self._day = day
        sentences = [block_text(block, day.zone) for block in day.blocks]
        self.describe(". ".join(sentences) or self.tr("No time on this day yet"))
        self.update()

    def scale(self) -> TimeScale:
        return TimeScale(self._day.start, self._day.end, self.width())

    def block_box(self, block: Block) -> QRectF:
        left, wide = self.scale().span(block.start, block.end or self._day.now)
        return QRectF(left, _NOW_TOP, max(wide, 2.0), look.px(_BAR))

    def sizeHint(self) -> QSize:
        return QSize(look.px(320), _NOW_TOP + look.px(_BAR + hours.HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            texts = [
                block_text(block, self._day.zone)
                for block in self._day.blocks
                if self.block_box(block).contains(QPointF(event.pos()))
            ]
            QToolTip.showText(event.globalPos(), "\n".join(texts), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        track = QRectF(0, _NOW_TOP, self.width(), look.px(_BAR))
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, track, 7, look.fill(Role.RAISED))
            painter.save()
            clip = QPainterPath()
            clip.addRoundedRect(track, 7, 7)
            painter.setClipPath(clip)
            for block in self._day.blocks:
                self._paint_block(painter, block)
            painter.restore()
            hours.paint_hours(painter, self.scale(), self._day.zone, track.bottom())
            self._paint_now(painter, track)

    def _paint_block(self, painter: QPainter, block: Block) -> None:
        role, sign = block.kind.value
        box = self.block_box(block)
        painter.fillRect(box, look.shape(role, Role.RAISED))
        if block.is_unsent:
            canvas.hatch(painter, box, look.shape(Role.ON_BLOCK, role))
        side = look.px(16)
        if box.width() >= side + 6 and not block.is_unsent:
            mark = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            icon.paint(painter, mark, sign, look.shape(Role.ON_BLOCK, role))
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), look.fill(Role.SURFACE))

    def _paint_now(self, painter: QPainter, track: QRectF) -> None:
        if not self._day.start <= self._day.now <= self._day.end:
            return
        x, color = self.scale().x(self._day.now), look.shape(Role.TEXT, Role.RAISED)
        painter.fillRect(QRectF(x - 1, 0, 2, track.bottom()), color)
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([QPointF(x - 5, 0), QPointF(x + 5, 0), QPointF(x, _NOW_TOP)]))


def block_text(block: Block, zone: tzinfo) -> str:
    tr = QCoreApplication.translate
    word = {
        BlockKind.WORK: tr("timeline", "Work"),
        BlockKind.BREAK: tr("timeline", "Break"),
        BlockKind.TRAVEL: tr("timeline", "Travel"),
    }[block.kind]
    end = words.time_text(block.end, zone) if block.end else tr("timeline", "now")
    span = tr("timeline", "{start} to {end}").format(start=words.time_text(block.start, zone), end=end)
    parts = [word, block.label, span, tr("timeline", "not sent yet") if block.is_unsent else ""]
    return ", ".join(part for part in parts if part)
