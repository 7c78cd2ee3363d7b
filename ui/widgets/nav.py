"""The sidebar: screens by section, each with an icon, a count and its key."""

from enum import Enum
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui import icon, look, words
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text

_ICON, _PAD, _GAP = 20, 12, 11
_HEADING = 40
"""Room instead of margins, which a style sheet takes from a label."""


class Fit(Enum):
    """How much room the sidebar has; value = least width."""

    WIDE = 216
    NARROW = 184
    ICONS = 0


class NavItem(Pressable):
    def __init__(self, title: str, icon_name: str, key_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._icon = icon_name
        self._count = 0
        self._is_attention = False
        self._is_icon_only = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tip = f"{title} ({key_hint})" if key_hint else title
        self.setToolTip(self._tip)

    def set_count(self, count: int, says: str = "{count}", *, attention: bool = False) -> None:
        self._count, self._is_attention = count, attention
        said = says.format(count=words.number_text(count)) if count else ""
        self.setAccessibleDescription(said)
        self.setToolTip("\n".join(filter(None, (self._tip, said))))
        self.updateGeometry()
        self.update()

    def set_icon_only(self, icon_only: bool) -> None:
        self._is_icon_only = icon_only
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self._is_icon_only:
            return QSize(look.px(_ICON + 3 * _PAD), look.touch())
        wide = QFontMetrics(look.font(Kind.STRONG)).horizontalAdvance(self.text())
        wide += look.px(_ICON + _GAP + 2 * _PAD) + (self._chip_width() + look.px(6) if self._count else 0)
        return QSize(wide, look.touch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        ink, ground = self._colors()
        color = look.ink(ink, ground)
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, box, 8, look.fill(ground))
            side, left = look.px(_ICON), look.px(_PAD)
            icon.paint(painter, QRectF(left, (box.height() - side) / 2, side, side), self._icon, color)
            if not self._is_icon_only:
                text = box.adjusted(left + side + look.px(_GAP), 0, -left, 0)
                canvas.write(painter, text, self.text(), self._font(), color)
            if self._count:
                self._paint_count(painter, box)
            if self.shows_focus:
                canvas.focus_ring(painter, box, 8, ground)

    def _colors(self) -> tuple[Role, Role]:
        if self.isChecked():
            return Role.BRAND, Role.BRAND_SOFT
        return (Role.TEXT, Role.RAISED) if self.is_under_pointer else (Role.MUTED, Role.SURFACE)

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        ink, ground = (Role.BAD, Role.BAD_SOFT) if self._is_attention else (Role.MUTED, Role.RAISED)
        wide, high = self._chip_width(), look.px(18 if self._is_icon_only else 20)
        chip = QRectF(box.right() - look.px(_PAD) - wide, (box.height() - high) / 2, wide, high)
        if self._is_icon_only:
            chip.moveTo(box.right() - wide, box.top())
        canvas.rounded(painter, chip, high / 2, look.fill(ground))
        font = look.font(Kind.LABEL)
        canvas.write(painter, chip, words.number_text(self._count), font, look.ink(ink, ground), canvas.CENTER)

    def _chip_width(self) -> int:
        wide = QFontMetrics(look.font(Kind.LABEL)).horizontalAdvance(words.number_text(self._count))
        return max(look.px(24), wide + look.px(14))

    def _font(self) -> QFont:
        return look.font(Kind.STRONG if self.isChecked() else Kind.BODY)


class Sidebar(QFrame):
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Screens"))
        self._items: dict[str, NavItem] = {}
        self._headings: list[Text] = []
        self._selected = ""
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(10, 14, 11, 14)
        self._lines.setSpacing(2)
        self._lines.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add_heading(self, title: str) -> None:
        heading = Text(title, Kind.SECTION, Role.MUTED)
        self._headings.append(heading)
        self._append(heading)

    def add_item(self, key: str, title: str, icon_name: str, key_hint: str = "") -> NavItem:
        item = NavItem(title, icon_name, key_hint)
        item.clicked.connect(lambda: self.chosen.emit(key))
        item.toggled.connect(partial(self._on_toggled, key))
        self._items[key] = item
        self._append(item)
        return item

    def item(self, key: str) -> NavItem:
        return self._items[key]

    def select(self, key: str) -> None:
        self._selected = key
        self._items[key].setChecked(True)

    def set_fit(self, fit: Fit) -> None:
        for item in self._items.values():
            item.set_icon_only(fit is Fit.ICONS)
        for heading in self._headings:
            heading.setVisible(fit is not Fit.ICONS)
            heading.setIndent(look.px(_PAD))
            heading.setFixedHeight(look.px(_HEADING))
        self._lines.activate()
        self.setFixedWidth(max(fit.value, self._lines.sizeHint().width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            painter.fillRect(self.rect(), look.fill(Role.SURFACE))
            edge = self.width() - 1
            painter.fillRect(edge, 0, 1, self.height(), look.fill(Role.LINE))

    def _on_toggled(self, key: str, is_on: bool) -> None:
        """A screen reader toggles without a click."""
        if is_on and key != self._selected and not self._items[key].is_pressing:
            self.chosen.emit(key)

    def _append(self, widget: QWidget) -> None:
        self._lines.insertWidget(self._lines.count() - 1, widget)
