"""The top of a screen: its name, how many there are, and what can be done; buttons go below where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import words
from ui.look import Kind
from ui.palette import Role
from ui.widgets.area import make_area
from ui.widgets.badge import Badge, BadgeValue
from ui.widgets.columns import Strip, line_of
from ui.widgets.text import Text

MARGINS = (24, 20, 24, 20)
SPACING = 16


def page_layout(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(*MARGINS)
    column.setSpacing(SPACING)
    return column


def clear_area(inner: QWidget) -> QScrollArea:
    """A part that scrolls on the ground it stands on."""
    area = make_area()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def show_part(stack: QStackedWidget, part: QWidget) -> None:
    """Turn to the page that a part stands on, however deep."""
    pages = (stack.widget(position) for position in range(stack.count()))
    stack.setCurrentWidget(next(page for page in pages if page is not None and page.isAncestorOf(part)))


class PageTop(Strip):
    """`aside` are buttons at the right end."""

    def __init__(self, title: str, aside: tuple[QWidget, ...] = ()) -> None:
        self._title = Text(title, Kind.TITLE, on=Role.BACKGROUND)
        self._count = Badge(BadgeValue(""))
        self._count.hide()
        self._detail = Text("", ink=Role.MUTED, on=Role.BACKGROUND)
        self._detail.hide()
        self._names = line_of((self._title, self._count, self._detail))
        super().__init__((self._names, line_of(aside, at_end=True)), (1, 0))

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_count(self, count: int, what: str) -> None:
        self._count.set_value(BadgeValue(words.number_text(count)))
        self._count.setAccessibleName(what)
        self._count.setVisible(count > 0)

    def set_detail(self, detail: str) -> None:
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
