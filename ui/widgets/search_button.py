"""Opens the palette; looks like the field that it opens, and says which key does the same."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui import icon, keys, look
from ui.keys import Action
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.pressable import Pressable

_PAD, _GAP, _ICON, _WIDEST, _RADIUS = 12, 10, 17, 400, 8


class SearchButton(Pressable):
    def __init__(self) -> None:
        super().__init__("")
        self.setText(self.tr("Search or command…"))
        self._hint = keys.hint(Action.PALETTE)
        self._is_icon_only = False
        self.setToolTip(f"{keys.label(Action.PALETTE)} ({self._hint})")
        self.setAccessibleDescription(self._hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_icon_only(False)

    @property
    def full_width(self) -> int:
        text = QFontMetrics(look.font(Kind.BODY)).horizontalAdvance(self.text())
        return text + self._hint_width() + look.px(_ICON + 2 * _GAP + 2 * _PAD) + 2

    def set_icon_only(self, icon_only: bool) -> None:
        """Nothing where nothing changes: a header that is laid out asks, and would be laid out for ever."""
        widest = look.touch() if icon_only else max(self.full_width, look.px(_WIDEST))
        if (icon_only, widest) != (self._is_icon_only, self.maximumWidth()):
            self._is_icon_only = icon_only
            self.setMaximumWidth(widest)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(look.touch() if self._is_icon_only else self.full_width, look.touch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        box, ink = QRectF(self.rect()).adjusted(0, 3, 0, -3), look.ink(Role.MUTED, Role.RAISED)
        side = look.px(_ICON)
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, box, _RADIUS, look.fill(Role.RAISED), look.fill(Role.LINE))
            left = (box.width() - side) / 2 if self._is_icon_only else look.px(_PAD)
            icon.paint(painter, QRectF(left, box.center().y() - side / 2, side, side), "search", ink)
            if not self._is_icon_only:
                text = box.adjusted(left + side + look.px(_GAP), 0, 0, 0)
                canvas.write(painter, text, self.text(), look.font(Kind.BODY), ink)
                high = look.px(20)
                chip = QRectF(box.right() - look.px(_PAD) - self._hint_width(), 0, self._hint_width(), high)
                chip.moveTop(box.center().y() - high / 2)
                canvas.rounded(painter, chip, 4, look.fill(Role.SURFACE), look.fill(Role.LINE))
                color = look.ink(Role.MUTED, Role.SURFACE)
                canvas.write(painter, chip, self._hint, look.key_font(), color, canvas.CENTER)
            if self.shows_focus:
                canvas.focus_ring(painter, box, _RADIUS, Role.RAISED)

    def _hint_width(self) -> int:
        return QFontMetrics(look.key_font()).horizontalAdvance(self._hint) + look.px(12)
