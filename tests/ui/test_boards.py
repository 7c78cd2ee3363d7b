"""Work orders by status and by day, leads by stage: every move by the mouse and by keys, and nothing decided here."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from support.crawler import crawl
from support.desk import Desk
from sync.terms import Stage, Status
from ui.boards.board import Board
from ui.leads import LeadsScreen
from ui.theme import Mode, Theme
from ui.widgets.menu import MenuItem
from ui.work_orders import WorkOrdersScreen
from ui.work_orders.detail import WorkOrderPage

_STATUSES = ["draft", "assigned", "en_route", "in_progress", "on_hold", "completed"]


@pytest.fixture
def orders(desk: Desk) -> WorkOrdersScreen:
    screen = desk.show("work-orders")
    screen.show_view(1)
    desk.settle()
    return screen


@pytest.fixture
def leads(desk: Desk) -> LeadsScreen:
    for name, stage in (("One", Stage.NEW), ("Two", Stage.NEW), ("Three", Stage.QUOTED)):
        desk.mine.leads.create({"name": name, "stage": stage, "source": "Web" if name == "One" else "Phone"})
    screen = desk.show("leads")
    screen.show_view(1)
    desk.settle()
    return screen


def cards(board: Board) -> dict[str, list[str]]:
    """What stands in each column, by the bold part."""
    return {
        column.key: [board._card(column.model.item(row)).strong for row in range(column.model.rowCount())]
        for column in board.columns
    }


def focused(board: Board) -> tuple[str, str]:
    (column,) = [one for one in board.columns if one.cards is QApplication.focusWidget()]
    return column.key, board._card(column.cards.current).strong


def pick(desk: Desk, board: Board, key: str, row: int = 0) -> None:
    column = next(one for one in board.columns if one.key == key)
    column.cards.choose(row)
    desk.settle()


def drag(desk: Desk, board: Board, key: str, to: str) -> None:
    source, target = (next(one for one in board.columns if one.key == name) for name in (key, to))
    view = source.cards.viewport()
    at = source.cards.visualRect(source.model.index(0, 0)).center()
    there = view.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    desk.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    for place in (at + QPoint(20, 0), there):
        desk.qtbot.mouseMove(view, place)
    QApplication.processEvents()
    desk.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=there)
    desk.settle()
    desk.settle()


def test_cards_stand_by_status(orders: WorkOrdersScreen) -> None:
    assert cards(orders.board.board) == {key: ["WO-1", "WO-2"] if key == "assigned" else [] for key in _STATUSES}


def test_tab_stops_only_where_there_are_cards(orders: WorkOrdersScreen) -> None:
    stops = [one.key for one in orders.board.board.columns if one.cards.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert stops == ["assigned"]


def test_who_comes_by_tab_sees_which_card_it_is(orders: WorkOrdersScreen) -> None:
    column = next(one for one in orders.board.board.columns if one.key == "assigned")
    column.cards.setFocus(Qt.FocusReason.TabFocusReason)
    assert column.cards.selectionModel().isSelected(column.cards.currentIndex())


def test_a_card_is_moved_by_keys_and_the_focus_goes_with_it(desk: Desk, orders: WorkOrdersScreen) -> None:
    board = orders.board.board
    pick(desk, board, "assigned", 1)
    desk.press("Shift+Right")
    desk.settle()
    assert cards(board)["en_route"] == ["WO-2"]
    assert focused(board) == ("en_route", "WO-2")
    assert {line.number: line.status for line in desk.mine.work_orders.list()}["WO-2"] is Status.EN_ROUTE
    desk.press("Left")
    assert focused(board) == ("assigned", "WO-1")


def test_a_card_is_moved_by_the_mouse(desk: Desk, orders: WorkOrdersScreen) -> None:
    board = orders.board.board
    drag(desk, board, "assigned", "in_progress")
    assert cards(board)["in_progress"] == ["WO-1"]
    assert not board._ghost.isVisible()


def test_where_it_may_not_go_it_does_not_and_says_why(desk: Desk, orders: WorkOrdersScreen) -> None:
    board = orders.board.board
    drag(desk, board, "assigned", "completed")
    assert cards(board)["assigned"] == ["WO-1", "WO-2"]
    assert "can't become completed" in desk.window.place.shell._toast.accessibleName()


def test_what_needs_a_word_more_is_asked_where_it_is_answered(desk: Desk, orders: WorkOrdersScreen) -> None:
    pick(desk, orders.board.board, "assigned")
    drag(desk, orders.board.board, "assigned", "on_hold")
    (page,) = [one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible()]
    assert page.question.isVisible()
    assert {line.status for line in desk.mine.work_orders.list()} == {Status.ASSIGNED}


def test_the_menu_offers_the_same_moves(desk: Desk, orders: WorkOrdersScreen) -> None:
    board = orders.board.board
    pick(desk, board, "assigned")
    column = next(one for one in board.columns if one.key == "assigned")
    column.cards.menu_asked.emit(column.cards.current, QPoint(10, 10))
    items = [one for one in desk.window.place.shell.findChildren(MenuItem) if one.isVisible()]
    texts = [item.text() for item in items]
    assert texts == ["Open", "Move to Draft", "Move to En route", "Move to In progress", "Move to On hold"]
    items[3].click()
    desk.settle()
    desk.settle()
    assert cards(board)["in_progress"] == ["WO-1"]


def test_enter_and_a_click_open_a_card(desk: Desk, orders: WorkOrdersScreen) -> None:
    board = orders.board.board
    pick(desk, board, "assigned")
    desk.press("Return")
    assert [one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible()]
    desk.press("Escape")
    view = next(one for one in board.columns if one.key == "assigned").cards
    at = view.visualRect(view.model().index(1, 0)).center()
    desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.settle()
    (page,) = [one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible()]
    assert page.detail.line.number == "WO-2"


def test_what_a_colleague_moves_moves_here(desk: Desk, orders: WorkOrdersScreen) -> None:
    order = desk.office.work_orders.list()[0]
    desk.office.work_orders.set_status(order.id, Status.EN_ROUTE)
    desk.sync()
    assert cards(orders.board.board)["en_route"] == [order.number]


def test_the_week_plans_for_another_day(desk: Desk, orders: WorkOrdersScreen) -> None:
    orders.show_view(2)
    desk.settle()
    board = orders.agenda.board
    today = next(key for key, found in cards(board).items() if found)
    keys = list(cards(board))
    pick(desk, board, today)
    step = "Shift+Left" if keys.index(today) else "Shift+Right"
    desk.press(step)
    desk.settle()
    moved_to = keys[keys.index(today) + (-1 if keys.index(today) else 1)]
    assert len(cards(board)[moved_to]) == 1
    assert focused(board)[0] == moved_to
    orders.agenda._go(1)
    desk.settle()
    assert not any(cards(board).values())
    orders.agenda._go(0)
    desk.settle()
    assert sum(map(len, cards(board).values())) == 2


def test_the_search_and_whose_they_are_hold_for_every_view(desk: Desk, orders: WorkOrdersScreen) -> None:
    orders.search.setText("radiator")
    desk.settle()
    assert cards(orders.board.board)["assigned"] == ["WO-2"]
    orders.search.clear()
    late = desk.mine.work_orders.list()[0]
    desk.mine.work_orders.change(late.id, {"scheduled_start": desk.mine.now() - timedelta(hours=2)})
    orders._whose.setCurrentText("Late")
    desk.settle()
    assert late.number in cards(orders.board.board)["assigned"]
    orders.show_view(0)
    desk.settle()
    assert orders.list.model.rowCount() == desk.mine.work_orders.count(late=True)


def test_leads_stand_by_stage_and_are_moved(desk: Desk, leads: LeadsScreen) -> None:
    board = leads.board.board
    assert {key: set(found) for key, found in cards(board).items()} == {
        "new": {"One", "Two"},
        "contacted": set(),
        "quoted": {"Three"},
        "won": set(),
        "lost": set(),
    }
    drag(desk, board, "quoted", "won")
    pick(desk, board, "new")
    name = focused(board)[1]
    desk.press("Shift+Right")
    desk.settle()
    assert {line.name: line.stage for line in desk.mine.leads.list()}["Three"] is Stage.WON
    assert focused(board) == ("contacted", name)
    desk.press("Return")
    assert leads.inspector.form.text("name") == name
    assert not leads._is_board


def test_a_filter_is_kept_brought_back_and_forgotten(desk: Desk, leads: LeadsScreen) -> None:
    leads.show_view(0)
    desk.settle()

    def offered() -> dict[str, object]:
        leads.filters.saved.click()
        menu = leads.filters.saved.menu_shown
        assert menu is not None
        desk.press("Esc")
        return {action.text(): action for action in menu.actions() if action.text()}

    assert [action.isEnabled() for action in offered().values()] == [False]  # type: ignore[attr-defined]  # a QAction
    leads.filters.search.setText("one")
    leads.filters.source.setCurrentText("Web")
    desk.settle()
    offered()["Keep this filter: Web · “one”"].trigger()  # type: ignore[attr-defined]  # a QAction
    desk.settle()
    leads.filters.search.clear()
    leads.filters.source.setCurrentIndex(0)
    desk.settle()
    assert leads.list.model.rowCount() == 3
    offered()["Web · “one”"].trigger()  # type: ignore[attr-defined]  # a QAction
    desk.settle()
    assert (leads.filters.search.text(), leads.filters.source.currentText()) == ("one", "Web")
    assert leads.list.model.rowCount() == 1
    offered()["Forget this filter"].trigger()  # type: ignore[attr-defined]  # a QAction
    desk.settle()
    assert "Web · “one”" not in offered()


def test_the_columns_are_sound_models(desk: Desk, orders: WorkOrdersScreen) -> None:
    testers = [
        QAbstractItemModelTester(column.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for column in orders.board.board.columns
    ]
    drag(desk, orders.board.board, "assigned", "in_progress")
    for tester in testers:
        tester.deleteLater()


def test_boards_have_no_fault(desk: Desk, leads: LeadsScreen, theme: Theme) -> None:
    theme.apply(Mode.DARK, 1.5)
    shell = desk.window.place.shell
    shell.resize(1024, 640)
    for key, view in (("leads", 1), ("work-orders", 1), ("work-orders", 2)):
        desk.show(key).show_view(view)
        desk.settle()
        shell.grab()
        assert crawl(shell) == [], (key, view)
