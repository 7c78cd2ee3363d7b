"""Customers in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from support.crawler import crawl
from support.desk import Desk, open_desk
from support.window import found_copy
from sync.records import Status
from ui.customers import CustomersScreen
from ui.customers.detail import CustomerPage
from ui.theme import Mode, Theme
from ui.work_orders.detail import WorkOrderPage


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_copy(tmp_path_factory.mktemp("company"))


@pytest.fixture
def desk(company: Path, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    with open_desk(company, tmp_path, theme, qtbot) as made:
        yield made


@pytest.fixture
def customers(desk: Desk) -> CustomersScreen:
    found = desk.show("customers")
    assert isinstance(found, CustomersScreen)
    return found


def shown(desk: Desk) -> CustomerPage:
    (page,) = (one for one in desk.window.place.shell.findChildren(CustomerPage) if one.isVisible())
    return page


def test_a_customer_is_entered_and_nothing_typed_is_lost(desk: Desk, customers: CustomersScreen) -> None:
    desk.press("Ctrl+N")
    desk.qtbot.keyClicks(shown(desk)._editors["name"], "Brook & Sons")
    desk.press("Esc")
    desk.press("Ctrl+N")
    assert shown(desk)._editors["name"].text() == "Brook & Sons"
    desk.press("Ctrl+S")
    (line,) = desk.mine.customers.list("brook")
    assert shown(desk).customer_id == line.id
    desk.press("Esc")
    desk.settle()
    customers.search.setText("nobody")
    desk.settle()
    assert customers.list.model.rowCount() == 0
    customers._act_on_empty()
    desk.settle()
    assert customers.list.model.rowCount() == 1


def test_from_a_customer_to_their_work_order(desk: Desk, customers: CustomersScreen) -> None:
    customer = desk.mine.customers.create({"name": "Hill Street Residents", "phone": "1"})
    order = desk.mine.work_orders.create(
        {"title": "Boiler", "customer_id": customer, "status": Status.ASSIGNED, "assignee_id": desk.mine.me.id}
    )
    customers.open(customer)
    page = shown(desk)
    page.notes.put_draft("Dog in the yard")
    page.notes._write()
    desk.settle()
    assert [note.text for note in desk.mine.customers.get(customer).notes] == ["Dog in the yard"]
    page._table.opened.emit(page._model.index(0, 0))
    desk.settle()
    (opened,) = (one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible())
    assert opened.order_id == order


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
def test_nobody_stumbles_here(
    desk: Desk, customers: CustomersScreen, theme: Theme, mode: Mode, size: tuple[int, int]
) -> None:
    shell = desk.window.place.shell
    shell.resize(*size)
    theme.apply(mode)
    desk.settle()
    assert crawl(shell) == []
    customers.open(desk.mine.customers.create({"name": "Brook & Sons", "address": "Unit 4, Mill Park"}))
    desk.settle()
    assert crawl(shell) == []
