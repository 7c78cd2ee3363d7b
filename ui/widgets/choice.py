"""A drop-down list that does not change by an accidental turn of the wheel."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui import icon, look
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.offers import dress_offers


class Choice(QComboBox):
    def __init__(self, options: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems(list(options))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # of itself it takes the focus from whoever scrolls past it
        dress_offers(self.view(), "")

    def showPopup(self) -> None:
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls on

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = look.px(16)
        box = QRectF(self.width() - side - look.px(11), (self.height() - side) / 2, side, side)
        with canvas.painter_for(self) as painter:
            icon.paint(painter, box, "chevron-down", look.ink(Role.MUTED, Role.SURFACE))
