"""Work orders in the window: the list, the way of one, and a new one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from client.views import Activity, Mark
from support.crawler import crawl
from support.desk import Desk
from support.window import open_copy, open_window, settle
from sync.rules import next_statuses
from sync.terms import AnswerKind, Role, Status
from ui import look, record_words
from ui.links import map_url, phone_url
from ui.look import Kind
from ui.theme import Mode, Theme
from ui.widgets.badge import badge_size
from ui.widgets.text import Text
from ui.work_orders import WorkOrdersScreen, steps
from ui.work_orders.detail import WorkOrderPage
from ui.work_orders.new_form import NewWorkOrderPage


@pytest.fixture
def orders(desk: Desk) -> WorkOrdersScreen:
    found = desk.show("work-orders")
    assert isinstance(found, WorkOrdersScreen)
    return found


@pytest.fixture
def order_id(desk: Desk) -> str:
    """With a customer, a checklist and a plan."""
    customer = desk.office.customers.create({"name": "Hill Street Residents", "phone": "020 7946 0018"})
    items = [{"id": name, "text": name.title()} for name in ("isolate", "clean", "signature")]
    order = desk.office.work_orders.create(
        {
            "title": "Boiler service",
            "customer_id": customer,
            "address": "14 Hill Street",
            "assignee_id": desk.mine.profile.user_id,
            "status": Status.ASSIGNED,
            "planned_minutes": 240,
            "checklist": items,
        }
    )
    desk.sync()
    return order


def shown(desk: Desk) -> WorkOrderPage:
    (page,) = (one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible())
    return page


def status(desk: Desk, order_id: str) -> Status:
    return desk.mine.work_orders.get(order_id).work_order.status


def test_the_list_filters_and_opens(desk: Desk, orders: WorkOrdersScreen, order_id: str) -> None:
    desk.settle()
    model = orders.list.model
    assert model.rowCount() == 3
    orders.search.setText("boiler")
    orders._whose.setCurrentIndex(1)
    desk.settle()
    assert model.rowCount() == 2
    orders._status.setCurrentIndex(2 + list(Status).index(Status.COMPLETED))
    desk.settle()
    assert model.rowCount() == 0
    orders._act_on_empty()
    desk.settle()
    assert model.rowCount() == 3
    orders.list.select(order_id)
    orders.list.table.setFocus()
    desk.press("Return")
    assert shown(desk).order_id == order_id
    desk.press("Esc")
    assert orders.isVisible()


def test_the_sidebar_and_the_page_say_what_they_count(
    company: Path, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    """A crew lead has more on this device than is handed to them."""
    with open_copy(company, tmp_path, "lead") as device:
        session = device.session
        fields = {"title": "Meter room", "assignee_id": session.profile.user_id, "status": Status.ASSIGNED}
        session.work_orders.create(fields)
        with open_window(session, theme, qtbot) as window:
            shell = window.place.shell
            shell.show_screen("work-orders")
            settle(window, qtbot)
            item, page = shell.sidebar.item("work-orders"), shell.page("work-orders")
            assert isinstance(page, WorkOrdersScreen)
            assert item.accessibleDescription() == "Handed to you: 1"
            assert item.toolTip() == "Work orders (Ctrl 2)\nHanded to you: 1"
            assert said(page) == ["Work orders", "Handed to you: 1"]
            assert page.list.model.rowCount() == 3
            assert crawl(shell) == []
            page.search.setText("meter")
            settle(window, qtbot)
            assert said(page) == ["Work orders"]


def said(page: WorkOrdersScreen) -> list[str]:
    """Beside the number, at the top."""
    return [one.text() for one in page._top.findChildren(Text) if one.isVisible()]


def test_no_title_no_status_and_no_time_lacks_room(desk: Desk, orders: WorkOrdersScreen, theme: Theme) -> None:
    when, status, mark = 2, 4, 5
    for width, scale in ((1024, 1.0), (1280, 1.0), (1024, 1.5)):
        desk.window.place.shell.resize(width, 640)
        theme.apply(Mode.LIGHT, scale)
        desk.settle()
        table, pads = orders.list.table, 2 * look.px(12)
        widest = max(badge_size(record_words.status_badge(one)).width() for one in Status)
        assert table.columnWidth(status) >= widest + pads
        assert table.columnWidth(0) >= look.px(270), "whoever it is for gives way to what it is"
        marks = (record_words.plan_badge(), record_words.mark_badge(Mark.SAVED_HERE))
        widest = max(badge_size(one).width() for one in marks)
        assert table.isColumnHidden(mark) or table.columnWidth(mark) >= widest + pads
        letters = QFontMetrics(look.font(Kind.BODY, tabular=True))
        assert table.columnWidth(when) >= letters.horizontalAdvance("Wed 28 Nov 15:30") + pads


def test_the_day_of_a_work_order(desk: Desk, orders: WorkOrdersScreen, order_id: str) -> None:
    orders.open(order_id)
    page = shown(desk)
    assert (page.head.forward.text(), page.head.beside.text()) == ("Start", "Start travel")
    page.head.forward.click()
    desk.settle()
    assert status(desk, order_id) is Status.IN_PROGRESS
    state = desk.mine.time.state()
    assert (state.activity, state.work_order_id) == (Activity.WORK, order_id)
    page.head.beside.click()
    page.question._take()
    assert page.question._form.field.has_error
    page.question._form.line.setText("Waiting for a part")
    page.question._take()
    desk.settle()
    assert status(desk, order_id) is Status.ON_HOLD
    assert "Waiting for a part" in page.banner.accessibleName()
    page.go(Status.IN_PROGRESS)
    desk.settle()
    page.answer("isolate", True)
    page.answer("clean", True)
    desk.settle()
    assert page.cards.checklist.count == "2 of 3"
    page.head.forward.click()
    assert "Signature" in page.question._form.text.text()
    assert status(desk, order_id) is Status.IN_PROGRESS
    assert "Nobody has signed." in page.question._form.text.text()
    assert "Still on the clock for it: Worker." in page.question._form.text.text()
    page.answer("signature", True)
    desk.settle()
    page.head.forward.click()
    assert "checklist" not in page.question._form.text.text()
    page.question._take()
    desk.settle()
    assert status(desk, order_id) is Status.COMPLETED


def test_tab_goes_in_the_order_of_reading_and_nobody_is_carried_off(
    desk: Desk, orders: WorkOrdersScreen, order_id: str
) -> None:
    orders.open(order_id)
    page = shown(desk)
    page.answer("isolate", True)
    desk.settle()
    page.head.forward.setFocus()
    passed: list[str] = []
    while len(passed) < 20 and (not passed or passed[-1] != "Show history"):
        desk.press("Tab")
        focus = desk.window.place.shell.focusWidget()
        passed.append(QAccessible.queryAccessibleInterface(focus).text(QAccessible.Text.Name))
    signing = "Signature"  # on the checklist, and the button for it
    listed = ["Isolate", "Clean", signing, "Change the checklist", "Add part", "Add photo or file", signing]
    assert [one for one in passed if one in listed] == listed
    assert passed[-2:] == ["New note", "Show history"]
    desk.press("Space")
    desk.settle()
    assert page.isAncestorOf(desk.window.place.shell.focusWidget())
    page.head.forward.click()
    desk.settle()
    page.head.forward.click()
    page.question._form.yes.setFocus()
    page.question._take()
    desk.settle()
    assert page.head.isAncestorOf(desk.window.place.shell.focusWidget())


def test_a_note_and_its_draft(desk: Desk, orders: WorkOrdersScreen, order_id: str) -> None:
    orders.open(order_id)
    desk.qtbot.keyClicks(shown(desk).cards.notes._editor, "Key at reception")
    desk.press("Esc")
    orders.open(order_id)
    page = shown(desk)
    assert page.cards.notes.draft == "Key at reception"
    assert page.cards.notes._button.isEnabled()
    page.cards.notes._editor.setFocus()
    desk.press("Ctrl+Return")
    assert page.cards.notes.draft == ""
    (note,) = desk.mine.work_orders.get(order_id).notes
    assert (note.text, note.mark) == ("Key at reception", Mark.SAVED_HERE)


def test_it_follows_what_others_change_and_says_when_it_goes(
    desk: Desk, orders: WorkOrdersScreen, order_id: str
) -> None:
    orders.open(order_id)
    page = shown(desk)
    desk.office.work_orders.change(order_id, {"title": "Boiler replaced"})
    desk.sync()
    desk.qtbot.waitUntil(lambda: "Boiler replaced" in page.head.title)
    desk.office.work_orders.change(order_id, {"assignee_id": desk.office.profile.user_id})
    desk.sync()
    desk.qtbot.waitUntil(lambda: "not on this device" in page.banner.accessibleName())
    assert not page.head.forward.isVisible()


def test_calls_and_maps_are_the_systems(
    desk: Desk, orders: WorkOrdersScreen, order_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    orders.open(order_id)
    shown(desk).head.call.click()
    shown(desk).head.map.click()
    assert asked == [phone_url("020 7946 0018").toString(), map_url("14 Hill Street").toString()]
    assert phone_url("+44 (0)20 7946") == QUrl("tel:+440207946")


def test_a_new_one(desk: Desk, orders: WorkOrdersScreen, order_id: str) -> None:
    desk.press("Ctrl+N")
    (form,) = desk.window.place.shell.findChildren(NewWorkOrderPage)
    form.save()
    assert form.order.fields["title"].error == "Title is needed."
    form.order._lines["title"].setText("Radiator")
    form.order._lines["customer"].setText("Nobody known")
    form.order._lines["day"].setText("someday")
    form.order._lines["time"].setText("half past")
    for hours in ("two", "inf", "nan"):
        form.order._lines["hours"].setText(hours)
        form.save()
        assert all(form.order.fields[name].has_error for name in ("customer", "day", "time", "hours"))
    form.order._lines["day"].clear()
    form.save()
    assert form.order.fields["day"].error == "Say on which day, too."
    desk.press("Esc")
    desk.press("Ctrl+N")
    (form,) = (one for one in desk.window.place.shell.findChildren(NewWorkOrderPage) if one.isVisible())
    assert form.order._lines["title"].text() == "Radiator"
    _type_checklist(form)
    typed = {"customer": "Hill Street Residents", "day": "24/12/2026", "time": "9.30", "hours": "1,5"}
    for name, text in typed.items():
        form.order._lines[name].setText(text)
    desk.press("Ctrl+S")
    order = shown(desk).detail.work_order
    assert (order.title, order.planned_minutes, order.status) == ("Radiator", 90, Status.ASSIGNED)
    assert order.scheduled_start is not None
    assert desk.mine.local(order.scheduled_start).strftime("%d.%m. %H:%M") == "24.12. 09:30"
    assert shown(desk).detail.customer.name == "Hill Street Residents"
    assert [(item.id, item.text, item.kind) for item in order.checklist] == [
        ("item-1", "Isolate gas", AnswerKind.TICK),
        ("item-2", "Draught", AnswerKind.NUMBER),
        ("item-3", "Side", AnswerKind.CHOICE),
    ]
    assert (order.checklist[1].unit, order.checklist[1].least, order.checklist[1].most) == ("Pa", -30, 0)
    assert order.checklist[2].choices == ("Front", "Rear")
    assert not desk.window.place.drafts.unsaved


def test_a_new_one_that_is_saved_twice_is_there_once(desk: Desk, orders: WorkOrdersScreen) -> None:
    desk.press("Ctrl+N")
    (form,) = desk.window.place.shell.findChildren(NewWorkOrderPage)
    form.order._lines["title"].setText("Radiator")
    form.save()
    form.save()
    desk.settle()
    assert [line.title for line in desk.mine.work_orders.list("radiator")].count("Radiator") == 1


def _type_checklist(form: NewWorkOrderPage) -> None:
    """Four items, of which one is removed again; what is wrong is said below them."""
    wanted: list[tuple[AnswerKind, dict[str, str]]] = [
        (AnswerKind.TICK, {"text": "Isolate gas"}),
        (AnswerKind.PHOTO, {"text": "Meter"}),
        (AnswerKind.NUMBER, {"text": "Draught", "unit": "Pa", "least": "low", "most": "0"}),
        (AnswerKind.CHOICE, {"text": "Side", "choices": "Front"}),
    ]
    for kind, texts in wanted:
        form.checklist.add_button.click()
        row = form.checklist.rows[-1]
        row.choose(kind)
        for name, text in texts.items():
            row.lines[name].setText(text)
    form.checklist.rows[1].removed.emit()
    form.save()
    assert form.checklist.trouble.text() == "Draught: low is not a number."
    form.checklist.rows[1].lines["least"].setText("-30")
    assert not form.checklist.trouble.isVisible()
    form.save()
    assert form.checklist.trouble.text() == "Side: a choice needs two things to choose from."
    form.checklist.rows[2].lines["choices"].setText("Front; Rear")


@pytest.mark.parametrize("role", list(Role))
def test_every_allowed_step_has_a_button(role: Role) -> None:
    for before in Status:
        allowed = next_statuses(before, role)
        ways = steps.ways_from(before, allowed)
        offered = [way for way in (ways.forward, ways.beside, *ways.others) if way is not None]
        assert sorted(offered) == sorted(allowed)
        assert all(steps.action_text(before, after) for after in offered)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
def test_nobody_stumbles_here(
    desk: Desk, orders: WorkOrdersScreen, order_id: str, theme: Theme, mode: Mode, size: tuple[int, int]
) -> None:
    shell = desk.window.place.shell
    shell.resize(*size)
    theme.apply(mode)
    desk.settle()
    assert crawl(shell) == []
    orders.open(order_id)
    shown(desk).go(Status.IN_PROGRESS)
    desk.settle()
    shown(desk).go(Status.COMPLETED)
    assert crawl(shell) == []
    shell.back()
    orders.new()
    (form,) = (one for one in shell.findChildren(NewWorkOrderPage) if one.isVisible())
    for kind in AnswerKind:
        form.checklist.add_button.click()
        form.checklist.rows[-1].choose(kind)
    desk.settle()
    assert crawl(shell) == []
    assert QApplication.focusWidget() is not None
