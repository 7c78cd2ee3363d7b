"""The bell in the header, with the number of what nobody has read yet."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from ui import icon, look, words
from ui.announce import announce
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.pressable import Pressable

_ICON, _MOST = 20, 99


class Bell(Pressable):
    def __init__(self) -> None:
        super().__init__("")
        self._unread = 0
        self.setToolTip(self.tr("Notifications"))
        self.set_unread(0)

    @property
    def unread(self) -> int:
        return self._unread

    def set_unread(self, unread: int) -> None:
        is_more = unread > self._unread
        self._unread = unread
        some = self.tr("Notifications: {count} unread").format(count=words.number_text(unread))
        name = some if unread else self.tr("Notifications: all read")
        self.setAccessibleName(name)
        self.update()
        if is_more:
            announce(self, name)

    def sizeHint(self) -> QSize:
        return QSize(look.touch(), look.touch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        box, side = QRectF(self.rect()), look.px(_ICON)
        ground = Role.RAISED if self.is_under_pointer else Role.SURFACE
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, box.adjusted(2, 2, -2, -2), 8, look.fill(ground))
            at = QRectF((box.width() - side) / 2, (box.height() - side) / 2, side, side)
            icon.paint(painter, at, "bell", look.shape(Role.TEXT, ground))
            if self._unread:
                self._paint_count(painter, box)
            if self.shows_focus:
                canvas.focus_ring(painter, box, 8, ground)

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        text = words.number_text(self._unread) if self._unread <= _MOST else f"{words.number_text(_MOST)}+"
        font = look.font(Kind.LABEL)
        wide = max(look.px(18), QFontMetrics(font).horizontalAdvance(text) + look.px(8))
        high = look.px(18)
        chip = QRectF(box.right() - wide - 1, box.top() + 3, wide, high)
        canvas.rounded(painter, chip, high / 2, look.fill(Role.INFO_SOFT), look.fill(Role.SURFACE))
        canvas.write(painter, chip, text, font, look.ink(Role.INFO, Role.INFO_SOFT), canvas.CENTER)
