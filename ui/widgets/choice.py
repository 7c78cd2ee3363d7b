"""A drop-down list that does not change by an accidental turn of the wheel."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from ui import icon, look
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.offers import dress_offers

_INSET = 1
"""Qt writes this much inside the place that it has counted with, on each side."""


class Choice(QComboBox):
    """Has room for its longest option; what is longer than there is room for ends in dots."""

    def __init__(self, options: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems(list(options))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # of itself it takes the focus from whoever scrolls past it
        dress_offers(self.view(), "")

    def showPopup(self) -> None:
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(2 * _INSET, 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(2 * _INSET, 0)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = self.fontMetrics().elidedText(option.currentText, canvas.ELIDE, self.room_of(option))

    def room_of(self, option: QStyleOptionComboBox) -> int:
        """Of the text."""
        field = QStyle.SubControl.SC_ComboBoxEditField
        place = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        return place.width() - 2 * _INSET

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls on

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = look.px(16)
        box = QRectF(self.width() - side - look.px(11), (self.height() - side) / 2, side, side)
        with canvas.painter_for(self) as painter:
            icon.paint(painter, box, "chevron-down", look.ink(Role.MUTED, Role.SURFACE))
