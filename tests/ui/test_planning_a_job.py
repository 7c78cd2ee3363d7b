"""A work order that is planned anew: another time, somebody else; only what was changed is saved."""

import pytest
from PySide6.QtCore import QPoint

from support.crawler import crawl
from support.desk import Desk
from sync.terms import Status
from ui.scrolling import area_of
from ui.theme import Mode, Theme
from ui.unsaved import name_of
from ui.work_orders import WorkOrdersScreen
from ui.work_orders.detail import WorkOrderPage
from ui.work_orders.planning import PlanForm


@pytest.fixture
def order_id(desk: Desk) -> str:
    fields = {"title": "Boiler service", "assignee_id": desk.mine.profile.user_id, "planned_minutes": 100}
    order = desk.office.work_orders.plan_new(fields)
    desk.sync()
    return order


def opened(desk: Desk, order_id: str) -> WorkOrderPage:
    screen = desk.show("work-orders")
    assert isinstance(screen, WorkOrdersScreen)
    screen.open(order_id)
    (page,) = (one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible())
    return page


def begun(page: WorkOrderPage) -> PlanForm:
    (action,) = (one for one in page.head.menu().actions() if one.text() == "Change the work order…")
    action.trigger()
    assert page.planning.form is not None
    return page.planning.form


def test_what_was_changed_is_saved_and_nothing_else(desk: Desk, order_id: str) -> None:
    page = opened(desk, order_id)
    form = begun(page)
    assert (form.order.texts["hours"], form.order.texts["title"]) == ("1.667", "Boiler service")
    desk.office.work_orders.change(order_id, {"title": "Boiler service and flush"})
    desk.sync()
    assert form.order.texts["title"] == "Boiler service and flush"
    form.order._lines["day"].setText("24/12/2026")
    form.order._lines["time"].setText("930")
    form.order._choices["who"].setCurrentIndex(form.order._choices["who"].findData(desk.office.profile.user_id))
    form.order._choices["who"].activated.emit(0)
    form.order._lines["day"].setFocus()
    desk.press("Ctrl+S")
    desk.settle()
    assert page.planning.form is None
    assert not desk.window.place.drafts.unsaved
    order = page.detail.work_order
    assert (order.title, order.planned_minutes, order.status) == ("Boiler service and flush", 100, Status.ASSIGNED)
    assert order.scheduled_start is not None
    assert desk.mine.local(order.scheduled_start).strftime("%d.%m. %H:%M") == "24.12. 09:30"
    assert f"assigned to {desk.office.profile.name}" in page.head._plan.text()


def test_what_is_typed_is_there_again_until_it_is_dropped(desk: Desk, order_id: str) -> None:
    form = begun(opened(desk, order_id))
    form.order._lines["hours"].setText("two")
    form.save()
    assert form.order.fields["hours"].has_error
    desk.press("Esc")
    place = desk.window.place
    assert [name_of(one, place).split(" · ")[0][:11] for one in place.drafts.unsaved] == ["Changes to "]
    page = opened(desk, order_id)
    assert page.planning.form.order.texts["hours"] == "two"
    page.planning.form._drop()
    assert page.planning.form is None
    assert not desk.window.place.drafts.unsaved


def test_what_others_write_meanwhile_is_named_and_what_is_typed_stays(desk: Desk, order_id: str) -> None:
    form = begun(opened(desk, order_id))
    form.order._lines["title"].setText("Boiler replaced")
    form.order._lines["hours"].setText("3")
    desk.office.work_orders.change(order_id, {"title": "Boiler service and flush", "planned_minutes": 180})
    desk.sync()
    assert form.order.texts["title"] == "Boiler replaced"
    assert "changed What is to be done meanwhile" in form._news.text()
    assert form._news.isVisible()
    assert dict(form._typed) == {"title": "Boiler replaced"}, "they wrote the same hours"
    assert form._typed.before == {"title": "Boiler service and flush"}


def test_whose_it_is_says_whether_it_is_handed_out(desk: Desk, order_id: str) -> None:
    office = desk.office.work_orders

    def status() -> Status:
        return office.get(order_id).work_order.status

    assert status() is Status.ASSIGNED
    office.plan(order_id, {"assignee_id": None})
    assert status() is Status.DRAFT
    office.plan(order_id, {"title": "Another title"})
    assert status() is Status.DRAFT
    office.plan(order_id, {"crew_id": order_id})
    assert status() is Status.ASSIGNED
    assert (office.usual_assignee(), desk.mine.work_orders.usual_assignee()) == ("", desk.mine.profile.user_id)


def test_a_form_that_is_taller_than_the_window_begins_at_its_top(desk: Desk, order_id: str, theme: Theme) -> None:
    theme.apply(Mode.LIGHT, 1.5)
    desk.window.place.shell.resize(1024, 640)
    form = begun(opened(desk, order_id))
    desk.settle()
    area = area_of(form)
    assert area is not None
    assert form.height() > area.viewport().height()
    assert form.mapTo(area.viewport(), QPoint()).y() == 0
    assert form.order._lines["title"].hasFocus()


def test_the_form_has_no_fault(desk: Desk, order_id: str, theme: Theme) -> None:
    shell = desk.window.place.shell
    form = begun(opened(desk, order_id))
    form.order._lines["title"].clear()
    form.save()
    for mode, scale in ((Mode.LIGHT, 1.0), (Mode.DARK, 1.5)):
        theme.apply(mode, scale)
        shell.resize(1024, 640)
        desk.settle()
        assert crawl(shell) == []
