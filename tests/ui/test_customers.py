"""Customers in the window."""


import pytest
from PySide6.QtCore import Qt

from support.crawler import crawl
from support.desk import Desk
from sync.terms import Status
from ui.customers import CustomersScreen
from ui.customers.detail import CustomerPage
from ui.theme import Mode, Theme
from ui.work_orders.detail import WorkOrderPage


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
    desk.qtbot.keyClicks(shown(desk).form.editors["name"], "Brook & Sons")
    desk.press("Esc")
    desk.press("Ctrl+N")
    assert shown(desk).form.editors["name"].text() == "Brook & Sons"
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
    page.cards.notes.type_in("Dog in the yard")
    page.cards.notes._write()
    desk.settle()
    assert [note.text for note in desk.mine.customers.get(customer).notes] == ["Dog in the yard"]
    page.cards.orders.table.opened.emit(page.cards.orders.model.index(0, 0))
    desk.settle()
    (opened,) = (one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible())
    assert opened.order_id == order


def test_sites_and_contacts_are_added_and_corrected_and_typing_stays(desk: Desk, customers: CustomersScreen) -> None:
    customer = desk.mine.customers.create({"name": "Hill Street Residents"})
    desk.mine.leads.convert(desk.mine.leads.create({"name": "Garage"}), customer_id=customer)
    customers.open(customer)
    page = shown(desk)
    assert [row.cells[0].strong for row in page.cards.leads.model.rows] == ["Garage"]
    page.cards.sites._add.click()
    page.cards.sites.form.save.click()
    assert page.cards.sites.form.fields["name"].error == "Name is needed."
    desk.qtbot.keyClicks(page.cards.sites.form.editors["name"], "Boiler house")
    desk.press("Esc")
    customers.open(customer)
    page = shown(desk)
    assert page.cards.sites.form.editors["name"].text() == "Boiler house"
    page.cards.sites.form.save.click()
    desk.settle()
    page.cards.contacts._add.click()
    for name, text in (("name", "Jo"), ("phone", "020 7946 0018")):
        desk.qtbot.keyClicks(page.cards.contacts.form.editors[name], text)
    desk.qtbot.keyClick(page.cards.contacts.form.editors["phone"], Qt.Key.Key_Return)
    desk.settle()
    detail = desk.mine.customers.get(customer)
    assert [line.name for line in detail.sites] == ["Boiler house"]
    page.cards.contacts.edit(detail.contacts[0])
    assert not page.cards.contacts.form.remove.isVisible(), "a worker removes no contact"
    desk.qtbot.keyClicks(page.cards.contacts.form.editors["role"], "Caretaker")
    page.cards.contacts.form.save.click()
    desk.settle()
    assert [(line.name, line.role) for line in desk.mine.customers.get(customer).contacts] == [("Jo", "Caretaker")]
    assert not page._remove.isVisible(), "only the office deletes customers"


def test_the_key_to_save_is_the_contact_s_while_one_is_typed(desk: Desk, customers: CustomersScreen) -> None:
    customer = desk.mine.customers.create({"name": "Hill Street Residents"})
    customers.open(customer)
    page = shown(desk)
    page.cards.contacts._add.click()
    desk.qtbot.keyClicks(page.cards.contacts.form.editors["name"], "Jo")
    desk.press("Ctrl+S")
    assert [line.name for line in desk.mine.customers.get(customer).contacts] == ["Jo"]
    assert page.cards.contacts._add.hasFocus()


def test_what_is_sent_off_twice_is_saved_once(desk: Desk, customers: CustomersScreen) -> None:
    """A key that is held down comes again before the disk has answered."""
    customer = desk.mine.customers.create({"name": "Hill Street Residents"})
    customers.open(customer)
    page = shown(desk)
    page.cards.contacts._add.click()
    name = page.cards.contacts.form.editors["name"]
    desk.qtbot.keyClicks(name, "Jo")
    page.cards.notes.type_in("Dog in the yard")
    for _ in range(2):
        desk.qtbot.keyClick(name, Qt.Key.Key_Return)
        page.cards.notes._editor.sent.emit()
    desk.settle()
    detail = desk.mine.customers.get(customer)
    assert [line.name for line in detail.contacts] == ["Jo"]
    assert [note.text for note in detail.notes] == ["Dog in the yard"]


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
    customer = desk.mine.customers.create({"name": "Brook & Sons", "address": "Unit 4, Mill Park"})
    desk.mine.customers.sites.add(customer, {"name": "Boiler house", "address": "3 Mill Park", "access": "Ring twice"})
    desk.mine.customers.contacts.add(customer, {"name": "Jo", "phone": "020 7946 0018", "email": "jo@brook.example"})
    customers.open(customer)
    desk.settle()
    assert crawl(shell) == []
    page = shown(desk)
    page.cards.sites.edit(None)
    page.cards.contacts.edit(desk.mine.customers.get(customer).contacts[0])
    desk.settle()
    assert crawl(shell) == []
