"""One line of a checklist: the whole line is the target."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui import icon, look
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.badge import BadgeValue, badge_size, paint_badge

_BOX, _GAP = 24, 10


@dataclass(frozen=True)
class ChecklistItem:
    text: str
    is_done: bool = False
    badge: BadgeValue | None = None


class ChecklistRow(QCheckBox):
    """`toggled` when the person ticks it, by whatever means; `set_item` never emits that."""

    def __init__(self, item: ChecklistItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_item(item)

    def set_item(self, item: ChecklistItem) -> None:
        self._badge = item.badge
        self.setText(item.text)
        self.setToolTip(item.text)
        with QSignalBlocker(self):
            self.setChecked(item.is_done)
        self.setAccessibleDescription(item.badge.word if item.badge else "")
        self.update()

    def sizeHint(self) -> QSize:
        badge = badge_size(self._badge).width() + look.px(_GAP) if self._badge else 0
        return QSize(self._text_left() + look.px(160) + badge, look.touch())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = look.px(_BOX)
        tick = QRectF(1, (self.height() - side) / 2, side, side)
        with canvas.painter_for(self) as painter:
            if self.isChecked():
                canvas.rounded(painter, tick, 5, look.fill(Role.BRAND))
                mark = tick.adjusted(4, 4, -4, -4)
                icon.paint(painter, mark, "check", look.ink(Role.ON_BRAND, Role.BRAND))
            else:
                canvas.rounded(painter, tick, 5, None, look.shape(Role.OUTLINE, Role.SURFACE), 2)
            right = self.width()
            if self._badge:
                size = badge_size(self._badge)
                right -= size.width()
                box = QRectF(right, (self.height() - size.height()) / 2, size.width(), size.height())
                paint_badge(painter, box, self._badge)
                right -= look.px(_GAP)
            font = look.font(Kind.BODY)
            text = QRectF(self._text_left(), 0, right - self._text_left(), self.height())
            shown = QFontMetrics(font).elidedText(self.text(), canvas.ELIDE, int(text.width()))
            canvas.write(painter, text, shown, font, look.ink(Role.TEXT, Role.SURFACE))
            painter.fillRect(0, self.height() - 1, self.width(), 1, look.fill(Role.LINE))
            if self.hasFocus():
                canvas.focus_ring(painter, QRectF(self.rect()).adjusted(0, 1, 0, -2), 6)

    def _text_left(self) -> int:
        return look.px(_BOX + _GAP)
