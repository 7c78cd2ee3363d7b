"""A lead caught in passing, from any screen, with the keyboard alone."""


import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from client.views import Mark
from support.crawler import crawl
from support.desk import Desk
from sync.errors import DiskFull
from ui.account_menu import AccountButton
from ui.quick_lead import QuickLead
from ui.theme import Mode, Theme
from ui.unsaved import UnsavedNote


@pytest.fixture
def quick(desk: Desk) -> QuickLead:
    desk.press("Ctrl+Shift+L")
    found = desk.window.place.shell.findChild(QuickLead)
    assert isinstance(found, QuickLead)
    assert found.isVisible()
    return found


def type_in(desk: Desk, text: str) -> None:
    desk.qtbot.keyClicks(QApplication.focusWidget(), text)


def test_name_and_phone_are_enough_and_nobody_is_led_away(desk: Desk, quick: QuickLead) -> None:
    type_in(desk, "Orchard House")
    desk.press("Return")
    type_in(desk, "020 7946 0018")
    desk.press("Return")
    (line,) = desk.mine.leads.list()
    assert (line.name, line.phone, line.mark) == ("Orchard House", "020 7946 0018", Mark.SAVED_HERE)
    assert not quick.isVisible()
    assert not quick.is_typed
    assert desk.window.place.shell.current == "today"
    assert desk.window.place.shell._toast.accessibleName() == "Orchard House – saved on this device"


@pytest.mark.parametrize("keys", ["Ctrl+S", "Ctrl+Return"])
def test_it_is_saved_once_by_its_key_also_over_a_screen_that_has_the_same(desk: Desk, keys: str) -> None:
    leads = desk.show("leads")
    leads.new()
    leads.inspector.form._lines["address"].setText("typed elsewhere")
    desk.press("Ctrl+Shift+L")
    type_in(desk, "Quay Lane 91")
    desk.press(keys)
    assert [line.name for line in desk.mine.leads.list()] == ["Quay Lane 91"]
    assert leads.inspector.form.text("address") == "typed elsewhere"


def test_a_lead_caught_at_work_says_so(desk: Desk, quick: QuickLead) -> None:
    desk.mine.time.clock_in(desk.mine.work_orders.list()[0].id)
    desk.settle()
    type_in(desk, "Next door")
    quick.save()
    desk.settle()
    assert desk.mine.leads.list()[0].source == "On site"


def test_the_same_phone_is_pointed_out(desk: Desk, quick: QuickLead) -> None:
    known = desk.mine.leads.create({"name": "Orchard Rd 18", "phone": "020 7946 0018"})
    type_in(desk, "Orchard House")
    desk.press("Tab")
    type_in(desk, "+44 20 7946 0018")
    assert quick._banner.isVisible()
    assert "Orchard Rd 18" in quick._banner.accessibleName()
    quick._banner.action_asked.emit()
    desk.settle()
    assert desk.page("leads").inspector.lead_id == known
    desk.press("Ctrl+Shift+L")
    assert quick.is_typed


def test_without_a_name_it_says_what_is_missing(desk: Desk, quick: QuickLead) -> None:
    desk.press("Tab")
    type_in(desk, "020 7946 0018")
    desk.press("Return")
    assert quick._fields["name"].error == "Name is needed."
    assert QApplication.focusWidget() is quick._name
    assert desk.mine.leads.count() == 0


def test_nothing_behind_it_tells_of_what_is_being_typed(desk: Desk, quick: QuickLead) -> None:
    note = desk.page("today").findChild(UnsavedNote)
    type_in(desk, "Half a na")
    desk.window.place.drafts.flush()
    assert not note.isVisible()
    desk.press("Escape")
    assert "Quick lead" in note.accessibleName()
    assert note.isVisible()


def test_what_was_typed_stays_until_it_is_saved(desk: Desk, quick: QuickLead) -> None:
    type_in(desk, "Half a na")
    desk.press("Escape")
    assert not quick.isVisible()
    desk.press("Ctrl+3")
    desk.press("Ctrl+Shift+L")
    assert quick._name.text() == "Half a na"
    desk.qtbot.mouseClick(quick, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not quick.isVisible()


def test_a_full_disk_loses_nothing(desk: Desk, quick: QuickLead, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise DiskFull("The disk is full. Nothing was changed.")

    monkeypatch.setattr(desk.mine.leads, "create", full)
    type_in(desk, "Orchard House")
    desk.press("Ctrl+S")
    assert quick.isVisible()
    assert "disk is full" in quick._fields["name"].error
    assert quick._name.text() == "Orchard House"


def test_tab_stays_within_it(desk: Desk, quick: QuickLead) -> None:
    seen = []
    for keys in ("Tab",) * 5 + ("Shift+Tab",):
        seen.append(QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text())
        desk.press(keys)
    assert seen == ["Name", "Phone", "Save", "Later", "Name", "Phone"]
    assert quick.isVisible()


def test_another_screen_puts_it_away(desk: Desk, quick: QuickLead) -> None:
    desk.press("Ctrl+4")
    assert desk.window.place.shell.current == "timesheet"
    assert not quick.isVisible()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 1.0), ((1024, 640), 1.0), ((1024, 640), 1.5)])
def test_it_has_no_fault(
    desk: Desk, quick: QuickLead, theme: Theme, mode: Mode, size: tuple[int, int], scale: float
) -> None:
    theme.apply(mode, scale)
    desk.window.place.shell.resize(*size)
    desk.mine.leads.create({"name": "Orchard Rd 18", "phone": "020 7946 0018"})
    quick._phone.setText("020 7946 0018")
    quick.save()
    desk.settle()
    quick.grab()
    assert crawl(quick) == []


def test_tab_in_it_takes_nothing_else_along(desk: Desk) -> None:
    """PySide may take what the keys go through for a part of the page that was open, and end it with that page."""
    shell = desk.window.place.shell
    account = shell.findChild(AccountButton)
    assert account is not None
    shell.show_help()
    page = shell._detail
    desk.press("Ctrl+Shift+L")
    desk.press("Tab")
    desk.press("Esc")
    shell.back()
    desk.qtbot.waitUntil(lambda: not isValid(page))
    assert isValid(account._lock)
