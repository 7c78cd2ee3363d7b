"""Two people change the same record: nothing that somebody wrote meanwhile is written over without a word."""

import pytest

from support.desk import Desk
from sync.kinds import Kind
from ui.customers.detail import CustomerPage
from ui.drafts import Typed
from ui.meanwhile import told_once
from ui.work_orders.detail import WorkOrderPage

_PHONE = "020 7946 0018"


def shown(desk: Desk, customer: str) -> CustomerPage:
    desk.show("customers").open(customer)
    (page,) = (one for one in desk.window.place.shell.findChildren(CustomerPage) if one.isVisible())
    return page


@pytest.fixture
def customer(desk: Desk) -> str:
    made = desk.mine.customers.create({"name": "Brook & Sons", "phone": _PHONE})
    desk.mine.customers.contacts.add(made, {"name": "Jo", "phone": _PHONE, "email": "jo@brook.example"})
    desk.sync()
    return made


def test_a_customer(desk: Desk, customer: str) -> None:
    page = shown(desk, customer)
    page.form.editors["phone"].setText("1")
    page.form.editors["name"].setText("Brook and Sons")
    desk.office.customers.change(customer, {"phone": "2", "address": "3 Mill Park"})
    desk.sync()
    page.form.editors["phone"].setText("11")
    page.save()
    assert "“2”" in page.form.fields["phone"].error
    assert [field.has_error for field in page.form.fields.values()] == [False, True, False, False]
    assert page.form.texts()["address"] == "3 Mill Park"
    page.save()
    assert not any(field.has_error for field in page.form.fields.values())
    typed = desk.window.place.drafts.of(Kind.CUSTOMER, customer)
    assert typed.changed == {"name": "Brook and Sons", "phone": "11"}


def test_a_contact(desk: Desk, customer: str) -> None:
    card = shown(desk, customer).cards.contacts
    (contact,) = desk.mine.customers.get(customer).contacts
    card.edit(contact)
    card.form.editors["role"].setText("Caretaker")
    desk.office.customers.contacts.change(contact.id, {"email": "", "phone": "2"})
    desk.sync()
    card.form.save.click()
    desk.settle()
    (saved,) = desk.mine.customers.get(customer).contacts
    assert (saved.role, saved.email, saved.phone) == ("Caretaker", "", "2")
    card.edit(saved)
    card.form.editors["phone"].setText("1")
    desk.office.customers.contacts.change(contact.id, {"phone": ""})
    desk.sync()
    card.form.save.click()
    assert "emptied this meanwhile" in card.form.fields["phone"].error
    card.form.save.click()
    desk.settle()
    assert [line.phone for line in desk.mine.customers.get(customer).contacts] == ["1"]


def test_a_part(desk: Desk) -> None:
    order = desk.office.work_orders.plan_new({"title": "Boiler", "assignee_id": desk.mine.profile.user_id})
    desk.office.parts.add(order, {"name": "Pipe", "quantity": 2_000, "unit": "m"})
    desk.sync()
    desk.show("work-orders").open(order)
    (page,) = (one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible())
    (part,) = desk.mine.parts.of(order)
    page.cards.parts._open(part)
    page.cards.parts.form.put("name", "Copper pipe")
    desk.office.parts.change(part.id, {"quantity": 3_000})
    desk.sync()
    page.cards.parts.form.save()
    desk.settle()
    (saved,) = desk.mine.parts.of(order)
    assert (saved.name, saved.quantity) == ("Copper pipe", 3_000)


def test_what_others_wrote_is_told_once_and_the_same_words_not_at_all() -> None:
    typed = Typed("customer/contact", "a", lambda _: None)
    typed.begin({"name": "Jo", "phone": "1", "role": ""})
    typed["phone"] = "2"
    assert typed.changed == {"phone": "2"}
    assert told_once(typed, {"name": "Joe", "phone": "2", "role": ""}) == []
    assert [one.field for one in told_once(typed, {"name": "Joe", "phone": "3", "role": ""})] == ["phone"]
    assert told_once(typed, {"name": "Joe", "phone": "3", "role": ""}) == []
