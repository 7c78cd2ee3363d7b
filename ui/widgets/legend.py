"""What the colours of a picture mean, as small swatches with words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import look
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.picture import Picture

_SWATCH, _GAP, _APART = 11, 6, 14


class Legend(Picture):
    """`entries` = (colour, word); a colour that needs hatching is given as Role.TEXT. Without room for all of it there
    is none: buttons beside it come first."""

    def __init__(self, entries: tuple[tuple[Role, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(", ".join(word for _, word in entries), parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._entries = entries

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(look.font(Kind.BODY))
        wide = sum(metrics.horizontalAdvance(word) + look.px(_SWATCH + _GAP + _APART) for _, word in self._entries)
        return QSize(wide - look.px(_APART) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.width() < self.sizeHint().width():
            return
        font, color = look.font(Kind.BODY), look.ink(Role.MUTED, Role.SURFACE)
        metrics = QFontMetrics(font)
        left, side = 0.0, look.px(_SWATCH)
        with canvas.painter_for(self) as painter:
            for role, word in self._entries:
                box = QRectF(left, (self.height() - side) / 2, side, side)
                if role is Role.TEXT:
                    canvas.hatch(painter, box, look.shape(Role.TEXT, Role.SURFACE))
                else:
                    painter.fillRect(box, look.shape(role, Role.SURFACE))
                wide = metrics.horizontalAdvance(word)
                text = QRectF(box.right() + look.px(_GAP), 0, wide + 2, self.height())
                canvas.write(painter, text, word, font, color)
                left = text.left() + wide + look.px(_APART)
