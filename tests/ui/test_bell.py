"""The bell and the list behind it, on a real session with a real colleague."""


import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from support.crawler import crawl
from support.desk import Desk
from sync.kinds import Kind
from sync.terms import Status
from ui.news import Bell, NewsPanel
from ui.theme import Mode, Theme


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.sync()
    desk.mine.news.remove(*(line.id for line in desk.mine.news.list()))  # of the founding
    desk.sync()
    return desk


def give_work(desk: Desk, title: str) -> str:
    fields = {"title": title, "assignee_id": desk.mine.profile.user_id, "status": Status.ASSIGNED}
    order = desk.office.work_orders.create(fields)
    desk.sync()
    return order


def bell(desk: Desk) -> Bell:
    return desk.window.frame.bell


def opened(desk: Desk) -> NewsPanel:
    desk.qtbot.mouseClick(bell(desk), Qt.MouseButton.LeftButton)
    desk.settle()
    return desk.window.frame.news


def test_the_bell_counts_and_a_click_opens_the_record(desk: Desk) -> None:
    assert (bell(desk).unread, bell(desk).accessibleName()) == (0, "Notifications: all read")
    give_work(desk, "Fit a valve")
    order = give_work(desk, "Bleed radiators")
    assert (bell(desk).unread, bell(desk).accessibleName()) == (2, "Notifications: 2 unread")
    panel = opened(desk)
    assert panel.rows[0].accessibleName().startswith("Office gave you WO-")
    desk.qtbot.mouseClick(panel.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    desk.settle()
    assert not panel.isVisible()
    assert desk.window.place.shell.current == "work-orders"
    assert desk.mine.recent.hits(1)[0].id == order
    assert bell(desk).unread == 1


def test_read_all_and_delete_work_offline_and_hold_on_the_server(desk: Desk) -> None:
    for title in ("One", "Two", "Three"):
        give_work(desk, title)
    desk.line.is_cut = True
    panel = opened(desk)
    panel._read_all.click()
    desk.settle()
    assert (bell(desk).unread, panel._read_all.isEnabled()) == (0, False)
    panel.rows[1].remove.setFocus()
    panel.rows[1].remove.click()
    desk.settle()
    assert [row.line.title.split(" · ")[1] for row in panel.rows] == ["Three", "One"]
    assert QApplication.focusWidget() is panel.rows[1].open
    desk.line.is_cut = False
    desk.sync()
    assert desk.mine.sync.status().waiting == 0
    assert [line.is_read for line in desk.mine.news.list()] == [True, True]


def test_what_is_no_longer_here_is_said_and_not_opened(desk: Desk) -> None:
    order = give_work(desk, "Somebody else's soon")
    desk.office.work_orders.change(order, {"assignee_id": desk.office.profile.user_id})
    desk.sync()
    panel = opened(desk)
    panel.rows[0].open.click()
    desk.settle()
    toast = desk.window.place.shell._toast
    assert toast is not None
    assert toast.accessibleName().startswith("Somebody else's soon is no longer on this device")


@pytest.mark.parametrize(("mode", "scale"), [(Mode.LIGHT, 1.0), (Mode.DARK, 1.5)])
def test_the_list_has_no_fault(desk: Desk, theme: Theme, mode: Mode, scale: float) -> None:
    give_work(desk, "A work order with a title so long that it has to go on in the next line, and then in another")
    theme.apply(mode, scale)
    desk.window.place.shell.resize(1024, 640)
    panel = opened(desk)
    desk.window.place.shell.grab()
    assert crawl(panel) == []
    desk.mine.news.remove(*(line.id for line in desk.mine.news.list()))
    desk.settle()
    assert crawl(panel) == []


def test_a_change_elsewhere_is_not_asked_for(desk: Desk) -> None:
    """Only what was done to one's own work is told."""
    desk.office.leads.create({"name": "Orchard House"})
    desk.mine.time.clock_in(desk.mine.work_orders.list()[0].id)
    desk.sync()
    assert desk.mine.news.list() == ()
    assert not desk.mine.may_create(Kind.NOTIFICATION)
