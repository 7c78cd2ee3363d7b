from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from support.paint import contrast
from ui import look
from ui.keys import Action
from ui.look import TOUCH
from ui.palette import LIGHT, Role
from ui.rows import Row, RowsModel
from ui.theme import Mode, Theme
from ui.widgets.badge import Badge, BadgeValue, Outline, SyncMark, Tone, badge_size, fitted, sync_badge
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.checklist import ChecklistItem, ChecklistRow
from ui.widgets.choice import Choice
from ui.widgets.clock import ClockFace, Running, RunningClock
from ui.widgets.columns import Columns
from ui.widgets.field import FormField
from ui.widgets.nav import NavItem
from ui.widgets.page_stack import PageStack
from ui.widgets.pill import Connection, ConnectionPill, PillValue, pill_text
from ui.widgets.search_line import LONGEST, SearchLine
from ui.widgets.stat import StatTile, StatValue
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.table import CELL_ROLE, PAD, Cell, TableView
from ui.widgets.toast import Toast, ToastValue


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (PillValue(Connection.ONLINE), "Online · all sent"),
        (PillValue(Connection.WAITING, saved=2), "Online · 2 saved here"),
        (PillValue(Connection.OFFLINE, saved=3), "Offline · 3 saved here"),
        (PillValue(Connection.OFFLINE), "Offline"),
        (PillValue(Connection.CONNECTING), "Connecting"),
        (PillValue(Connection.BUSY, saved=2), "Server busy · 2 saved here"),
        (PillValue(Connection.REVOKED), "Locked out"),
        (PillValue(Connection.SENDING, sent=34, total=1200), "Sending 34 of 1,200"),
        (PillValue(Connection.ATTENTION, attention=1), "Needs attention: 1"),
        (PillValue(Connection.SIGN_IN, saved=3), "Sign in to send · 3 saved here"),
        (PillValue(Connection.UPDATE, saved=3), "Update needed · 3 saved here"),
        (PillValue(Connection.PAUSED, saved=3), "Paused · 3 saved here"),
    ],
)
def test_pill_says_what_is_so(qtbot: QtBot, value: PillValue, text: str) -> None:
    pill = ConnectionPill(PillValue(Connection.ONLINE))
    qtbot.addWidget(pill)
    pill.set_value(value)
    assert pill.text() == pill_text(value) == text
    assert pill.sizeHint().height() >= TOUCH


def test_every_state_differs_by_more_than_colour() -> None:
    badges = [sync_badge(mark) for mark in SyncMark]
    assert len({badge.word for badge in badges}) == len({badge.sign for badge in badges}) == 4
    assert len({badge.outline for badge in badges}) == len(Outline)
    assert len({connection.value[1] for connection in Connection}) == len(Connection)
    assert sync_badge(SyncMark.SENDING, "61 %").word == "Sending 61 %"


def pressable() -> list[QWidget]:
    return [
        *(Button("Go", kind, key=Action.CLOCK) for kind in ButtonKind),
        Button("…"),
        NavItem("Leads", "user-plus"),
        ConnectionPill(PillValue(Connection.ONLINE)),
        ChecklistRow(ChecklistItem("Clean burner")),
        Choice(("New", "Quoted")),
        QLineEdit(),
    ]


def test_everything_pressed_is_at_least_44_high_and_wide(qtbot: QtBot) -> None:
    for widget in pressable():
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.sizeHint().height() >= TOUCH, widget
        assert widget.sizeHint().width() >= TOUCH, widget


def test_button_tells_its_key(qtbot: QtBot) -> None:
    button = Button("Clock out", ButtonKind.PRIMARY, key=Action.CLOCK)
    qtbot.addWidget(button)
    assert button.toolTip() == "Clock in or out (Ctrl Shift I)"
    assert button.accessibleDescription() == "Ctrl Shift I"


def test_enter_presses_a_button_once_and_save_keys_pass_by(qtbot: QtBot) -> None:
    button, pressed = Button("Leave it"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(
        button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, autorep=True)
    )
    assert len(pressed) == 3


def test_focus_ring_only_for_those_who_come_by_keyboard(qtbot: QtBot) -> None:
    page = QWidget()
    button = Button("Save", parent=page)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert not button.shows_focus
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.shows_focus


def test_a_badge_gives_letters_before_it_is_left_out(qtbot: QtBot) -> None:
    badge = sync_badge(SyncMark.ATTENTION)
    width = badge_size(badge).width()
    assert fitted(badge, width) is badge
    narrow = fitted(badge, width - 30)
    assert (narrow.word[:5], narrow.word[-1], narrow.sign) == ("Needs", "…", badge.sign)
    assert badge_size(narrow).width() <= width - 30


@pytest.mark.parametrize(("wide", "is_painted"), [(200, True), (80, True), (50, False)])
def test_a_badge_is_painted_in_a_cell_that_is_too_narrow_for_its_word(
    wide: int, is_painted: bool, theme: Theme, qtbot: QtBot
) -> None:
    """Unless there is not even room for its sign."""
    theme.apply(Mode.LIGHT)
    model = RowsModel(("", ""))
    model.set_rows((Row("one", (Cell(badges=(sync_badge(SyncMark.ATTENTION),)), Cell())),))
    table = TableView("Badges")
    table.setModel(model)
    table.set_widths({0: wide})
    qtbot.addWidget(table)
    picture = table.grab().toImage()
    ground = look.fill(Role.BAD_SOFT).rgb()
    colors = {picture.pixel(x, y) for x in range(0, wide, 2) for y in range(0, picture.height(), 2)}
    assert (ground in colors) is is_painted


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("outline", list(Outline))
@pytest.mark.parametrize("tone", list(Tone))
def test_a_badge_has_an_edge_that_is_seen_where_its_row_is_chosen(
    tone: Tone, outline: Outline, mode: Mode, theme: Theme, qtbot: QtBot
) -> None:
    theme.apply(mode)
    badge = BadgeValue("New", tone, outline=outline)
    model = RowsModel(("",))
    model.set_rows((Row("one", (Cell(badges=(badge,)),)),))
    table = TableView("Badges")
    table.setModel(model)
    qtbot.addWidget(table)
    table.selectRow(0)
    picture = table.viewport().grab().toImage()
    middle = table.visualRect(model.index(0, 0)).center().y()
    across = [picture.pixelColor(x, middle) for x in range(PAD + badge_size(badge).width() + 6)]
    edge = max(contrast(across[-1], color) for color in across[PAD - 2 : PAD + 3])
    assert edge >= 3.0


def test_a_choice_that_has_too_little_room_ends_in_dots(qtbot: QtBot) -> None:
    choice = Choice(("Newest first", "By name"))
    qtbot.addWidget(choice)
    option = QStyleOptionComboBox()
    for wide, last in ((choice.sizeHint().width(), "t"), (110, "…")):
        choice.resize(wide, choice.sizeHint().height())
        choice.initStyleOption(option)
        assert (option.currentText[:3], option.currentText[-1]) == ("New", last)


def test_a_button_that_has_gone_from_under_the_pointer_does_not_look_pressable_any_more(qtbot: QtBot) -> None:
    """A form that opens above it, say: Qt sends it no word before the pointer moves."""
    page = QWidget()
    column = QVBoxLayout(page)
    button = Button("Add missed time…")
    column.addWidget(button)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(300, 400)
    with qtbot.waitExposed(page):
        page.show()

    def ground() -> QColor:
        corner = button.mapTo(page, QPoint(button.width() // 2, 4))
        return page.screen().grabWindow(page.winId(), corner.x(), corner.y(), 1, 1).toImage().pixelColor(0, 0)

    qtbot.mouseMove(button)
    qtbot.waitUntil(lambda: ground() == look.fill(Role.RAISED))
    column.setContentsMargins(0, 200, 0, 0)
    qtbot.waitUntil(lambda: ground() == look.fill(Role.SURFACE))
    column.setContentsMargins(0, 0, 0, 0)
    qtbot.waitUntil(lambda: ground() == look.fill(Role.RAISED))


def test_badge_and_stat_tile_are_read_out(qtbot: QtBot) -> None:
    tile = StatTile(StatValue(sync_badge(SyncMark.SAVED), 1204, "in order"))
    badge = Badge(BadgeValue("Won"))
    for widget in (tile, badge):
        qtbot.addWidget(widget)
    assert (tile.accessibleName(), tile.accessibleDescription()) == ("Saved here", "1,204. in order")
    badge.set_value(BadgeValue("Lost"))
    assert badge.accessibleName() == "Lost"


def test_banner_shows_text_as_typed_and_acts(qtbot: QtBot) -> None:
    banner = Banner(BannerValue("Lead <b>x</b>", "3 kept", "here.", action="See them"))
    qtbot.addWidget(banner)
    banner.show()
    assert banner.accessibleName() == "Lead <b>x</b> 3 kept here."
    button = banner.findChild(Button)
    assert isinstance(button, Button)
    with qtbot.waitSignal(banner.action_asked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    banner.set_value(BannerValue("All sent."))
    assert button.isHidden()


def test_field_shows_the_error_beside_it_and_takes_it_back(qtbot: QtBot) -> None:
    field = FormField("Phone", QLineEdit(), hint="With area code")
    qtbot.addWidget(field)
    field.set_error("Too short.")
    assert (field.has_error, field.error) == (True, "Too short.")
    assert field.editor.accessibleName() == "Phone"
    assert field.editor.accessibleDescription() == "Too short."
    field.set_error("")
    assert (field.has_error, field.editor.accessibleDescription()) == (False, "With area code")


def test_empty_state_offers_the_next_step(qtbot: QtBot) -> None:
    state = EmptyState(StateValue("No leads yet", "They appear here.", "New lead"))
    qtbot.addWidget(state)
    state.show()
    button = state.findChild(Button)
    assert isinstance(button, Button)
    with qtbot.waitSignal(state.action_asked):
        button.click()


def test_checklist_row_is_pressed_anywhere_and_not_by_values(qtbot: QtBot) -> None:
    row = ChecklistRow(ChecklistItem("Clean burner"))
    qtbot.addWidget(row)
    row.resize(400, 44)
    row.show()
    with qtbot.assertNotEmitted(row.toggled):
        row.set_item(ChecklistItem("Clean burner", is_done=True))
    with qtbot.waitSignal(row.toggled, timeout=1000):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert not row.isChecked()


class Hands:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 12, 12, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


def test_clock_counts_from_the_given_instant(qtbot: QtBot) -> None:
    now = Hands()
    face = ClockFace(now)
    qtbot.addWidget(face)
    face.set_since(now.time - timedelta(hours=2, minutes=41, seconds=8))
    assert face.shown == "2:41:08"
    now.time += timedelta(seconds=1)
    qtbot.waitUntil(lambda: face.shown == "2:41:09")
    face.set_since(None)
    assert face.shown == "0:00:00"


def test_clock_never_runs_backwards_below_zero(qtbot: QtBot) -> None:
    now = Hands()
    face = ClockFace(now)
    qtbot.addWidget(face)
    face.set_since(now.time + timedelta(minutes=5))
    assert face.shown == "0:00:00"


def test_running_clock_asks_to_clock_out(qtbot: QtBot) -> None:
    now = Hands()
    clock = RunningClock(now)
    qtbot.addWidget(clock)
    clock.set_running(Running(now.time, "WO-1042"))
    clock.show()
    button = clock.findChild(Button)
    assert isinstance(button, Button)
    with qtbot.waitSignal(clock.clock_out_asked):
        button.click()
    clock.set_running(Running(now.time, is_break=True))
    assert clock.accessibleDescription() == "On a break"


class Rows(QAbstractTableModel):
    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.asked: set[int] = set()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return self.count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 2

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        self.asked.add(index.row())
        cell = Cell(strong=f"Lead {index.row()}", badges=(sync_badge(SyncMark.SAVED),))
        return cell if role == CELL_ROLE else cell.plain() if role == Qt.ItemDataRole.DisplayRole else None


def test_only_rows_in_sight_are_asked_for(qtbot: QtBot) -> None:
    rows = Rows(100_000)
    table = TableView("Leads")
    qtbot.addWidget(table)
    table.setModel(rows)
    table.resize(600, 500)
    table.show()
    table.scrollTo(rows.index(60_000, 0))
    table.grab()
    assert 60_000 in rows.asked
    assert len(rows.asked) < 60
    assert table.rowHeight(60_000) >= TOUCH
    assert rows.index(3, 0).data() == "Lead 3 Saved here"


def test_rows_in_sight_are_written_ahead_a_few_at_a_turn(qtbot: QtBot) -> None:
    rows = Rows(100_000)
    table = TableView("Leads")
    qtbot.addWidget(table)
    table.setModel(rows)
    table.resize(600, 500)
    table.scrollTo(rows.index(60_000, 0))
    in_sight: set[int] = set()
    while True:
        rows.asked.clear()
        if not table.write_some():
            break
        assert 0 < len(rows.asked) <= 5
        assert not in_sight & rows.asked
        in_sight |= rows.asked
    rows.asked.clear()
    table.grab()
    assert in_sight == rows.asked
    table.scrollToTop()
    assert not table.write_some()


class FirstPaint(QObject):
    """What was asked for before a widget was painted."""

    def __init__(self, widget: QWidget, asked: set[int]) -> None:
        super().__init__(widget)
        self._asked = asked
        self.before: set[int] | None = None
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self.before is None:
            self.before = set(self._asked)
        return False


def test_a_list_is_written_before_its_page_is_painted(qtbot: QtBot) -> None:
    rows = Rows(100_000)
    table = TableView("Leads")
    table.setModel(rows)
    stack = PageStack()
    qtbot.addWidget(stack)
    stack.resize(600, 500)
    stack.addWidget(QWidget())
    stack.addWidget(table)
    with qtbot.waitExposed(stack):
        stack.show()
    first = FirstPaint(table.viewport(), rows.asked)
    stack.turn_to(table)
    qtbot.waitUntil(lambda: first.before is not None)
    assert first.before == rows.asked
    assert len(rows.asked) > 5


def test_enter_opens_the_row_but_save_keys_pass_by(qtbot: QtBot) -> None:
    rows = Rows(5)
    table = TableView("Leads")
    qtbot.addWidget(table)
    table.setModel(rows)
    table.show()
    table.setCurrentIndex(rows.index(2, 0))
    with qtbot.waitSignal(table.opened, check_params_cb=lambda index: index.row() == 2):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_chosen_row_is_marked_by_more_than_a_tint(qtbot: QtBot) -> None:
    rows = Rows(5)
    table = TableView("Leads")
    qtbot.addWidget(table)
    table.setModel(rows)
    table.resize(600, 300)
    table.selectRow(1)
    table.show()
    image = table.viewport().grab().toImage()
    middle = table.rowViewportPosition(1) + 20
    assert image.pixelColor(1, middle).name() == LIGHT[Role.BRAND]
    assert image.pixelColor(5, middle).name() == LIGHT[Role.BRAND_SOFT]


def test_toast_goes_by_itself_and_takes_no_focus(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    line = QLineEdit(host)
    host.show()
    host.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    toast = Toast(ToastValue("Clocked in", seconds=0.05), host)
    with qtbot.waitSignal(toast.closed):
        toast.present()
        assert line.hasFocus()
        assert host.rect().contains(toast.geometry())


def test_toast_waits_under_the_pointer_and_with_open_details(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    toast = Toast(ToastValue("Clocked in", action="Undo", details="Saved on this device.", seconds=60), host)
    toast.present()
    assert toast._timer.isActive()
    next(b for b in toast.findChildren(Button) if b.text() == "Show details").click()
    assert not toast._timer.isActive()
    with qtbot.waitSignals([toast.action_asked, toast.closed]):
        next(b for b in toast.findChildren(Button) if b.text() == "Undo").click()


def test_columns_stack_where_there_is_no_room(qtbot: QtBot) -> None:
    parts = tuple(Button(f"A rather long button {n}") for n in range(3))
    columns = Columns(parts)
    page = QWidget()
    QVBoxLayout(page).addWidget(columns)
    qtbot.addWidget(page)
    page.show()
    for width, is_stacked in ((900, False), (260, True), (900, False)):
        page.resize(width, 400)
        qtbot.waitUntil(lambda is_stacked=is_stacked: (parts[1].y() > parts[0].y()) is is_stacked)


def test_card_keeps_spare_height_at_its_end(qtbot: QtBot) -> None:
    card = Card("Checklist")
    row = ChecklistRow(ChecklistItem("Clean burner"))
    card.add(row)
    qtbot.addWidget(card)
    card.resize(400, 600)
    card.show()
    assert row.y() < 100


@pytest.mark.parametrize("has_focus", [False, True])
def test_a_choice_lets_the_page_scroll(qtbot: QtBot, has_focus: bool) -> None:
    """The turn comes in through the window, as a person's does: on its way it gives the focus to who wants it."""
    page, line, choice = QWidget(), QLineEdit(), Choice(("New", "Quoted"))
    column = QVBoxLayout(page)
    column.addWidget(line)
    column.addWidget(choice)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    (choice if has_focus else line).setFocus()
    QTest.wheelEvent(page.windowHandle(), QPointF(choice.geometry().center()), QPoint(0, -120))
    assert choice.currentText() == "New"
    assert choice.hasFocus() is has_focus


def test_a_book_that_is_pasted_is_not_searched_for(qtbot: QtBot) -> None:
    line = SearchLine()
    qtbot.addWidget(line)
    line.insert("boiler " * 10_000)
    assert len(line.text()) == LONGEST

