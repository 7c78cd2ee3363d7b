"""Each kind of fault is planted once, so that a clean crawl means something."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from support.crawler import Kind, crawl
from ui import icon, look
from ui.palette import Role
from ui.rows import Row, RowsModel
from ui.shell import scrolling
from ui.widgets import canvas
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.table import Cell, TableView
from ui.widgets.text import Text


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    return made


def kinds(page: QWidget) -> set[Kind]:
    page.show()
    page.grab()
    return {fault.kind for fault in crawl(page)}


def placed(widget: QWidget, page: QWidget, x: int, y: int, wide: int = 200, high: int = 48) -> QWidget:
    widget.setParent(page)
    widget.setGeometry(x, y, wide, high)
    return widget


def test_a_good_page_has_no_fault(page: QWidget) -> None:
    column = QVBoxLayout(page)
    line = QLineEdit()
    line.setAccessibleName("Name")
    for widget in (Text("A lead", on=Role.BACKGROUND), Text("It is kept. " * 30, wrap=True), line, Button("Save")):
        column.addWidget(widget)
    assert kinds(page) == set()


@pytest.mark.parametrize("wrap", [False, True])
def test_clipped_text(page: QWidget, wrap: bool) -> None:
    placed(Text("A sentence far too long for its place, " * 3, wrap=wrap), page, 10, 10, 120, 20)
    assert kinds(page) == {Kind.CLIPPED}


def test_clipped_button(page: QWidget) -> None:
    placed(Button("Save this and make another one"), page, 10, 10, 90, 48)
    assert Kind.CLIPPED in kinds(page)


def test_sticking_out_of_the_parent(page: QWidget) -> None:
    placed(Button("Save"), page, 560, 10, 100, 48)
    assert kinds(page) == {Kind.CLIPPED}


def test_scrolling_sideways(page: QWidget) -> None:
    column = QVBoxLayout(page)
    wide = QWidget()
    wide.setMinimumWidth(700)
    column.addWidget(scrolling(wide))
    assert kinds(page) == {Kind.SIDEWAYS}
    wide.setMinimumWidth(100)
    assert kinds(page) == set()


def test_endless_words_break_and_titles_end_with_dots(page: QWidget) -> None:
    column = QVBoxLayout(page)
    endless = "Llanfairpwllgwyngyll" * 12
    wrapped, title = Text(endless, wrap=True), Text(endless, elide=True)
    for text in (wrapped, title):
        column.addWidget(text)
    assert kinds(page) == set()
    assert page.width() == 600
    assert {text.text() for text in (wrapped, title)} == {endless}
    assert {text.accessibleName() for text in (wrapped, title)} == {endless}


def test_overlap(page: QWidget) -> None:
    placed(Button("Save"), page, 10, 10)
    placed(Button("Discard"), page, 100, 30)
    assert kinds(page) == {Kind.OVERLAP}


def test_overlap_on_purpose(page: QWidget) -> None:
    placed(Button("Save"), page, 10, 10)
    placed(Button("Discard"), page, 100, 30).setProperty("floats", True)
    assert kinds(page) == set()


def test_pale_text(page: QWidget) -> None:
    label = QLabel("Barely to be read", page)
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, look.fill(Role.OUTLINE))
    label.setPalette(palette)
    placed(label, page, 10, 10)
    assert kinds(page) == {Kind.CONTRAST}


class Painted(QWidget):
    """A word and a sign by our own hand, in these colours."""

    def __init__(self, word: Role, sign: Role) -> None:
        super().__init__()
        self._word, self._sign = look.fill(word), look.fill(sign)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            canvas.write(painter, QRectF(0, 0, 90, 40), "Painted", look.font(look.Kind.BODY), self._word)
            icon.paint(painter, QRectF(100, 10, 20, 20), "check", self._sign)


@pytest.mark.parametrize(
    ("word", "sign", "faults"),
    [
        (Role.TEXT, Role.BRAND, set()),
        (Role.OUTLINE, Role.BRAND, {Kind.CONTRAST}),
        (Role.TEXT, Role.LINE, {Kind.SHAPE}),
    ],
)
def test_pale_paint(page: QWidget, word: Role, sign: Role, faults: set[Kind]) -> None:
    placed(Painted(word, sign), page, 10, 10)
    assert kinds(page) == faults


def test_what_is_scrolled_away_is_not_taken_for_pale(page: QWidget) -> None:
    """Where the upper one would be, is the ground of something else."""
    area, inner = scrolling(), QWidget()
    column = QVBoxLayout(inner)
    painted = Painted(Role.TEXT, Role.BRAND)
    painted.setFixedHeight(40)
    column.addWidget(painted)
    for _ in range(30):
        column.addWidget(Button("Save", ButtonKind.PRIMARY))
    area.setWidget(inner)
    dark = Button("Over it", ButtonKind.PRIMARY)
    placed(dark, page, 0, 0, 600, 60)
    placed(area, page, 0, 60, 600, 340)
    page.show()
    QApplication.processEvents()
    area.verticalScrollBar().setValue(40)
    assert kinds(page) == set()


@pytest.mark.parametrize("wide", range(140, 147))
def test_small_letters_are_read_by_their_ink(page: QWidget, wide: int) -> None:
    """However wide their place is: looked at in even steps, it may be one and the same edge that is met."""
    placed(Text("Until you decide, what is", look.Kind.NOTE, Role.MUTED), page, 10, 10, wide)
    assert kinds(page) <= {Kind.CLIPPED}


def test_one_pale_word_beside_a_strong_one(page: QWidget) -> None:
    label = QLabel(f'Strong words, and <span style="color: {look.fill(Role.OUTLINE).name()}">pale ones</span>', page)
    placed(label, page, 10, 10, 300)
    assert kinds(page) == {Kind.CONTRAST}


def test_pale_hint_in_a_field(page: QWidget) -> None:
    line = QLineEdit()
    line.setAccessibleName("Name")
    line.setPlaceholderText("such as Brook & Sons")
    line.setStyleSheet(f"placeholder-text-color: {look.fill(Role.OUTLINE).name()}")
    placed(line, page, 10, 10)
    assert kinds(page) == {Kind.CONTRAST}


@pytest.mark.parametrize("role", [Role.OUTLINE, Role.LINE])
def test_pale_edge_of_a_field(page: QWidget, role: Role) -> None:
    line = QLineEdit()
    line.setAccessibleName("Name")
    line.setStyleSheet(f"border: 1px solid {look.fill(role).name()}")
    placed(line, page, 10, 10)
    assert kinds(page) == ({Kind.SHAPE} if role is Role.LINE else set())


def test_control_without_a_name(page: QWidget) -> None:
    placed(QLineEdit(), page, 10, 10)
    assert kinds(page) == {Kind.NAME}


def test_small_target(page: QWidget) -> None:
    placed(QPushButton("Ok"), page, 10, 10, 80, 30)
    assert kinds(page) == {Kind.TOUCH}


@pytest.mark.parametrize(("height", "faults"), [(30, {Kind.TOUCH}), (44, set())])
def test_low_rows(page: QWidget, height: int, faults: set[Kind]) -> None:
    model = RowsModel(("What",))
    model.set_rows((Row("1", (Cell("One"),)), Row("2", (Cell("Two"),))))
    table = TableView("Things")
    table.setModel(model)
    placed(table, page, 10, 10, 300, 200)
    page.show()
    table.verticalHeader().setMinimumSectionSize(10)
    table.verticalHeader().setDefaultSectionSize(height)
    assert kinds(page) == faults


def test_what_is_wrong_with_a_list_that_is_open(page: QWidget) -> None:
    """Pale words; low rows without a name."""
    good, pale, bad = Choice(("One", "Two")), Choice(("One", "Two")), QComboBox()
    bad.addItems(["One", "Two"])
    pale.setStyleSheet(f"QComboBox QAbstractItemView::item {{ color: {look.fill(Role.OUTLINE).name()} }}")
    for row, made in enumerate((good, pale, bad)):
        made.setAccessibleName("Which")
        placed(made, page, 10, 10 + 60 * row)
    page.show()
    for made, faults in ((good, set()), (pale, {Kind.CONTRAST}), (bad, {Kind.NAME, Kind.TOUCH})):
        made.showPopup()
        assert kinds(page) == faults
        made.hidePopup()


def test_out_of_reach_of_the_keyboard(page: QWidget) -> None:
    button = Button("Save")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    placed(button, page, 10, 10)
    assert kinds(page) == {Kind.TAB}
