"""The day, drawn to scale: work, break and travel blocks, what is not sent yet, and now."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from sync.language import translate
from ui import icon, look, words
from ui.announce import announce
from ui.palette import Role
from ui.widgets import canvas, hours
from ui.widgets.picture import Picture
from ui.widgets.timescale import TimeScale

_BAR, _NOW_TOP = 34, 6
_SHORTEST = timedelta(minutes=5)
"""A gap that is shorter is hardly seen, and hardly meant."""
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


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
class Gap:
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Day:
    """All instants are aware; `start` and `end` are the part of the day that is shown."""

    start: datetime
    end: datetime
    zone: tzinfo
    now: datetime
    blocks: tuple[Block, ...] = ()


class DayTimeline(Picture):
    """A gap can be clicked, or reached with the arrow keys and chosen with Enter."""

    gap_chosen = Signal(object)
    """Gap."""

    def __init__(self, day: Day, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Timeline of the day"))
        self.setMouseTracking(True)
        self._gaps: tuple[Gap, ...] = ()
        self._at = 0
        self.set_day(day)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return self._gaps

    def set_day(self, day: Day) -> None:
        self._day, self._gaps = day, gaps_of(day)
        self._at = min(self._at, max(0, len(self._gaps) - 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._gaps else Qt.FocusPolicy.NoFocus)
        sentences = [block_text(block, day.zone) for block in day.blocks] or [self.tr("No time on this day yet")]
        sentences += [gap_text(gap, day.zone) for gap in self._gaps]
        self.describe(". ".join(sentences))
        self.update()

    def gap_box(self, gap: Gap) -> QRectF:
        left, wide = self.scale().span(gap.start, gap.end)
        return QRectF(left, _NOW_TOP, wide, look.px(_BAR))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        gap = self._gap_at(event.position())
        if gap is not None and event.button() is Qt.MouseButton.LeftButton:
            self._at = self._gaps.index(gap)
            self.gap_chosen.emit(gap)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self._gap_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if not self._gaps or (step is None and event.key() not in _TAKES):
            super().keyPressEvent(event)
        elif step is None:
            self.gap_chosen.emit(self._gaps[self._at])
        else:
            self._at = (self._at + step) % len(self._gaps)
            announce(self, gap_text(self._gaps[self._at], self._day.zone))
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _gap_at(self, place: QPointF) -> Gap | None:
        """The whole height counts: a finger in a glove needs it."""
        return next(
            (gap for gap in self._gaps if self.gap_box(gap).left() <= place.x() < self.gap_box(gap).right()), None
        )

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
            place = QPointF(event.pos())
            zone, gap = self._day.zone, self._gap_at(place)
            texts = [block_text(block, zone) for block in self._day.blocks if self.block_box(block).contains(place)]
            if gap is not None:
                texts.append(self.tr("{gap}: click to add time").format(gap=gap_text(gap, zone)))
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
            if self.hasFocus() and self._gaps:
                canvas.focus_ring(painter, self.gap_box(self._gaps[self._at]), 5, Role.RAISED)
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


def gaps_of(day: Day) -> tuple[Gap, ...]:
    """Where nothing is recorded, up to now."""
    gaps, free_from, last = [], day.start, min(day.now, day.end)
    for block in sorted(day.blocks, key=lambda block: block.start):
        if block.start - free_from >= _SHORTEST:
            gaps.append(Gap(free_from, min(block.start, last)))
        free_from = max(free_from, block.end or last)
    if last - free_from >= _SHORTEST:
        gaps.append(Gap(free_from, last))
    return tuple(gaps)


def gap_text(gap: Gap, zone: tzinfo) -> str:
    start, end = words.time_text(gap.start, zone), words.time_text(gap.end, zone)
    return translate("timeline", "Nothing recorded, {start} to {end}").format(start=start, end=end)


def block_text(block: Block, zone: tzinfo) -> str:
    word = {
        BlockKind.WORK: translate("timeline", "Work"),
        BlockKind.BREAK: translate("timeline", "Break"),
        BlockKind.TRAVEL: translate("timeline", "Travel"),
    }[block.kind]
    end = words.time_text(block.end, zone) if block.end else translate("timeline", "now")
    span = translate("timeline", "{start} to {end}").format(start=words.time_text(block.start, zone), end=end)
    parts = [word, block.label, span, translate("timeline", "not sent yet") if block.is_unsent else ""]
    return ", ".join(part for part in parts if part)
