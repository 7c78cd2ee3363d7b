"""Buttons: primary, plain, danger and link, with the key that does the same as a hint."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import icon, keys, look
from ui.keys import Action
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.pressable import Pressable

RADIUS = 9
_PAD, _GAP, _ICON = 14, 8, 18


@dataclass(frozen=True)
class _Colors:
    ink: Role
    ground: Role
    hover: Role
    line: Role | None


class ButtonKind(Enum):
    PRIMARY = _Colors(Role.ON_BRAND, Role.BRAND, Role.BRAND_HOVER, None)
    PLAIN = _Colors(Role.TEXT, Role.SURFACE, Role.RAISED, Role.OUTLINE)
    DANGER = _Colors(Role.BAD, Role.SURFACE, Role.BAD_SOFT, Role.BAD_LINE)
    NOTICE = _Colors(Role.WARN, Role.WARN_SOFT, Role.WARN_SOFT, Role.WARN_LINE)
    LINK = _Colors(Role.BRAND, Role.SURFACE, Role.BRAND_SOFT, None)


_DISABLED = _Colors(Role.MUTED, Role.RAISED, Role.RAISED, None)


class Button(Pressable):
    """A checkable plain button shows its choice as a primary one (used for "Yours | Theirs")."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        key: Action | None = None,
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._icon = kind, icon_name
        self._hint = keys.hint(key) if key else ""
        if key:
            self.setToolTip(f"{keys.label(key)} ({self._hint})")
            self.setAccessibleDescription(self._hint)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        pad = 4 if self._kind is ButtonKind.LINK else _PAD
        wide = QFontMetrics(look.font(Kind.STRONG)).horizontalAdvance(self.text()) + 2 * look.px(pad) + 2
        wide += self._icon_width()
        if self._hint:
            wide += self._hint_width() + look.px(_GAP)
        return QSize(max(wide, look.touch()), look.touch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = self._colors()
        ground = colors.hover if self.isDown() or self.is_under_pointer else colors.ground
        box = QRectF(self.rect())
        with canvas.painter_for(self) as painter:
            line = look.fill(colors.line) if colors.line else None
            if self._kind is not ButtonKind.LINK or ground is colors.hover:
                canvas.rounded(painter, box, RADIUS, look.fill(ground), line)
            self._paint_content(painter, box, look.ink(colors.ink, ground))
            if self.shows_focus:
                self._paint_focus(painter, box, colors)

    def _colors(self) -> _Colors:
        if not self.isEnabled():
            return _DISABLED
        return ButtonKind.PRIMARY.value if self.isChecked() else self._kind.value

    def _paint_content(self, painter: QPainter, box: QRectF, color: QColor) -> None:
        left = (box.width() - self._content_width()) / 2
        if self._icon:
            side = look.px(_ICON)
            icon.paint(painter, QRectF(left, (box.height() - side) / 2, side, side), self._icon, color)
            left += side + look.px(_GAP)
        font = look.font(Kind.STRONG)
        wide = QFontMetrics(font).horizontalAdvance(self.text())
        canvas.write(painter, QRectF(left, 0, wide + 2, box.height()), self.text(), font, color)
        if self._hint:
            high = look.px(19)
            chip = QRectF(left + wide + look.px(_GAP), (box.height() - high) / 2, self._hint_width(), high)
            canvas.rounded(painter, chip, 4, None, color)
            canvas.write(painter, chip, self._hint, look.key_font(), color, canvas.CENTER)

    def _paint_focus(self, painter: QPainter, box: QRectF, colors: _Colors) -> None:
        if colors.ground is Role.BRAND:
            canvas.rounded(painter, box.adjusted(3, 3, -3, -3), RADIUS - 3, None, look.ink(colors.ink, Role.BRAND), 2)
        else:
            canvas.focus_ring(painter, box, RADIUS)

    def _content_width(self) -> float:
        wide = QFontMetrics(look.font(Kind.STRONG)).horizontalAdvance(self.text())
        wide += self._icon_width()
        return wide + (self._hint_width() + look.px(_GAP) if self._hint else 0)

    def _icon_width(self) -> int:
        if not self._icon:
            return 0
        return look.px(_ICON + _GAP) if self.text() else look.px(_ICON)

    def _hint_width(self) -> int:
        return QFontMetrics(look.key_font()).horizontalAdvance(self._hint) + look.px(12)
