"""Today's work orders where there are many: some at once, and more when somebody asks."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from client.views import Mark, PlanChange, WorkOrderLine
from support.today import button
from sync.terms import Status
from ui import look
from ui.list_view import room_for_all
from ui.theme import Mode, Theme
from ui.today_orders import TodayOrders
from ui.widgets.button import Button
from ui.widgets.table import CELL_ROLE

DAY = date(2026, 3, 2)


def order(number: int) -> WorkOrderLine:
    return WorkOrderLine(
        id=f"id-{number}",
        number=f"WO-{number}",
        title="Boiler service",
        customer="Brook & Sons",
        address="22 Orchard Road",
        scheduled_start=datetime(2026, 3, 2, 8, tzinfo=UTC),
        status=Status.ASSIGNED,
        assignee="Robin Carver",
        mark=Mark.SENT,
    )


@pytest.fixture
def card(qtbot: QtBot) -> TodayOrders:
    card = TodayOrders(ZoneInfo("UTC"))
    qtbot.addWidget(card)
    card.resize(900, 600)
    card.show()
    return card


def startable(card: TodayOrders) -> list[str]:
    shown = (one for one in card.findChildren(Button) if one.isVisible() and one.text() == "Start")
    return [one.accessibleName().split()[1] for one in shown]


def test_a_long_day_shows_some_and_more_when_asked(card: TodayOrders, qtbot: QtBot) -> None:
    card.show_orders(tuple(map(order, range(40))), None, DAY)
    assert startable(card) == [f"WO-{number}" for number in range(15)]
    qtbot.mouseClick(button(card, "Show more (25)"), Qt.MouseButton.LeftButton)
    assert len(startable(card)) == 30
    assert card._table.currentIndex().row() == 15
    assert card._table.hasFocus()
    qtbot.mouseClick(button(card, "Show more (10)"), Qt.MouseButton.LeftButton)
    assert len(startable(card)) == 40
    assert not card._more.isVisible()


def test_a_plan_that_was_changed_is_marked(card: TodayOrders) -> None:
    moved = replace(order(1), plan_change=PlanChange(None, "", is_moved=True, is_handed_over=False))
    card.show_orders((order(0), moved), None, DAY)
    said = [card._model.index(row, 3).data(CELL_ROLE).plain() for row in (0, 1)]
    assert ["Plan changed" in text for text in said] == [False, True]


def test_what_runs_is_shown_however_late_it_was_to_begin(card: TodayOrders) -> None:
    card.show_orders(tuple(map(order, range(40))), "id-33", DAY)
    assert card._model.rows[0].id == "id-33"
    assert card._table.selectionModel().isRowSelected(0)
    assert len(startable(card)) == 15
    card.show_orders(tuple(map(order, range(3))), None, DAY)
    assert startable(card) == ["WO-0", "WO-1", "WO-2"]
    assert not card._more.isVisible()


def test_what_is_under_way_from_another_day_says_which(card: TodayOrders) -> None:
    since_friday = replace(order(2), scheduled_start=datetime(2026, 2, 27, 8, tzinfo=UTC))
    card.show_orders((order(1), since_friday, replace(order(3), scheduled_start=None)), None, DAY)
    assert [row.cells[0].plain() for row in card._model.rows] == ["08:00", "Fri 27 Feb", "–"]
    wide = card._table.columnWidth(0)
    assert wide > card._table.sizeHintForColumn(0)
    card.show_orders((order(1),), None, DAY)
    assert card._table.columnWidth(0) < wide


@pytest.mark.parametrize(("width", "scale"), [(770, 1.0), (1160, 1.0), (860, 1.5), (1160, 1.5)])
def test_the_title_is_given_room_first_and_no_state_is_cut(
    card: TodayOrders, theme: Theme, width: int, scale: float
) -> None:
    theme.apply(Mode.LIGHT, scale)
    card.resize(width, 600)
    for mark in (Mark.SENT, Mark.SAVED_HERE):
        card.show_orders((replace(order(1), mark=mark), order(2)), None, DAY)
        state = card._model.rows[0].cells[3].badges
        assert card._table.columnWidth(3) >= look.px(room_for_all(state))
        if mark is Mark.SENT:
            assert card._table.columnWidth(1) >= look.px(270)
