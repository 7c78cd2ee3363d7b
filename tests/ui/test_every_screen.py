"""Every screen that the sidebar has, and every menu and view on it, at the sizes and themes that are promised."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from client.views import Activity
from support.crawler import crawl, find_nameless
from support.desk import Desk
from sync.kinds import Kind
from sync.terms import Status
from ui import look
from ui.finder.entries import Entry
from ui.theme import Mode, Theme
from ui.widgets.switch import Switch
from ui.widgets.text import Text
from ui.work_orders.detail import WorkOrderPage

SMALL, LARGE = (1024, 640), (1440, 900)
SIZES = [(SMALL, 1.0), (LARGE, 1.0), (LARGE, 1.5), (SMALL, 1.5)]


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.mine.leads.create({"name": "Orchard House", "phone": "020 7946 0018", "address": "22 Orchard Rd"})
    desk.mine.customers.create({"name": "Brook & Sons", "phone": "020 7946 0911"})
    desk.mine.time.clock_in(desk.mine.work_orders.list()[0].id)
    desk.settle()
    return desk


def looks(desk: Desk, key: str) -> Iterator[QWidget]:
    """A screen in each of its views."""
    page = desk.show(key)
    yield page
    for switch in page.findChildren(Switch):
        for button in switch.buttons[1:]:
            button.click()
            desk.settle()
            yield page


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_no_screen_has_a_fault(desk: Desk, theme: Theme, mode: Mode, size: tuple[int, int], scale: float) -> None:
    theme.apply(mode, scale)
    shell = desk.window.place.shell
    shell.resize(*size)
    assert len(shell.keys) >= 8
    for key in shell.keys:
        for page in looks(desk, key):
            shell.grab()
            assert crawl(shell) == [], (key, type(page).__name__)


def test_nothing_without_words_is_shown_before_the_first_reading_is_there(desk: Desk) -> None:
    shell = desk.window.place.shell
    for key in shell.keys:
        page = shell.named(key).build()
        page.setParent(shell.ground)
        page.show()
        found = list(find_nameless(page))
        page.deleteLater()
        assert found == [], key


def test_letters_grow_everywhere(desk: Desk, theme: Theme) -> None:
    shell = desk.window.place.shell
    desk.show("settings")
    theme.apply(Mode.LIGHT, 1.5)
    desk.show("today")
    labels = [one for one in shell.findChildren(Text) if one.isVisible()]
    assert labels
    assert {one.text() for one in labels if one.font().pixelSize() != look.font(one._kind).pixelSize()} == set()


def test_every_command_of_the_palette_does_something_and_breaks_nothing(desk: Desk) -> None:
    shell, finder = desk.window.place.shell, desk.window.frame.finder
    harmless = {"sign-out", "import"}  # the one ends the session, the other opens the system's own dialog
    desk.press("Ctrl+K")
    entries = [row for row in finder.model.rows if isinstance(row, Entry) and row.id not in harmless]
    assert len(entries) >= 15
    desk.press("Escape")
    for entry in entries:
        entry.do()
        desk.settle()
        assert shell.isVisible(), entry.title
        desk.press("Escape")


def test_a_working_day_by_keys_alone(desk: Desk) -> None:
    """Out and in again, a lead, a work order moved on by the palette, a break, and home."""
    desk.press("Ctrl+Shift+I")
    desk.press("Ctrl+Shift+I")
    desk.press("Ctrl+Shift+L")
    for text, key in (("Quay Lane 91", "Return"), ("020 7946 0744", "Return")):
        desk.qtbot.keyClicks(_focus(), text)
        desk.press(key)
    desk.press("Ctrl+K")
    desk.qtbot.keyClicks(_focus(), "radiator")
    desk.qtbot.waitUntil(lambda: desk.window.frame.finder._searched == "radiator")
    desk.press("Return")
    _tab_to(desk, "Start")
    desk.press("Space")
    (order,) = desk.mine.work_orders.list(statuses=(Status.IN_PROGRESS,))
    assert order.title == "Radiator leak"
    desk.press("Escape")
    desk.press("Ctrl+Shift+B")
    assert desk.mine.time.state().activity is Activity.BREAK
    desk.press("Ctrl+Shift+B")
    desk.press("Ctrl+J")
    desk.qtbot.keyClicks(_focus(), "boiler")
    desk.press("Return")
    assert desk.mine.time.state().work_order.endswith("Boiler service")
    desk.press("Ctrl+Shift+I")
    assert not desk.mine.time.state().is_on_clock
    assert "Quay Lane 91" in [line.name for line in desk.mine.leads.list()]
    assert desk.mine.recent.hits(1)[0].title.endswith("Radiator leak")


@pytest.mark.parametrize("is_built_ahead", [True, False])
def test_who_comes_by_a_screens_key_has_the_keys_in_its_list(desk: Desk, is_built_ahead: bool) -> None:
    desk.slip_past_the_rules(Kind.LEAD, {"name": ""})
    desk.sync()
    shell = desk.window.place.shell
    if is_built_ahead:
        desk.window.build_screens(lambda: None)
        desk.settle()
    rows = {}
    for place, key in enumerate(shell.keys, 1):
        desk.press(f"Ctrl+{place}")
        held = _focus()
        rows[key] = held.currentIndex().row() if isinstance(held, QTableView) else held
    assert rows.pop("settings") is shell.sidebar.item("settings"), "which has no list"
    assert rows == dict.fromkeys(shell.keys[:-1], 0)
    desk.press("Ctrl+2")
    desk.press("Down")
    desk.press("Return")
    assert any(one.isVisible() for one in shell.findChildren(WorkOrderPage))


def test_who_comes_another_way_has_the_keys_where_they_were(desk: Desk) -> None:
    shell = desk.window.place.shell
    desk.qtbot.mouseClick(shell.sidebar.item("customers"), Qt.MouseButton.LeftButton)
    desk.settle()
    assert _focus() is shell.sidebar.item("customers")
    desk.press("Ctrl+K")
    desk.qtbot.keyClicks(_focus(), "work orders")
    desk.press("Return")
    assert (shell.current, _focus()) == ("work-orders", shell.sidebar.item("work-orders"))


def test_who_comes_by_key_and_goes_on_is_not_called_back(desk: Desk) -> None:
    """Into a list that has nothing in it yet."""
    shell = desk.window.place.shell
    page = desk.page("sync")
    desk.qtbot.keyClick(shell, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    page._now.setFocus()
    desk.settle()
    assert _focus() is page._now


def test_a_new_lead_in_hand_is_not_put_away_for_the_list(desk: Desk) -> None:
    desk.press("Ctrl+3")
    desk.press("Ctrl+N")
    leads = desk.page("leads")
    desk.qtbot.keyClicks(_focus(), "Quay Lane 91")
    desk.press("Ctrl+1")
    desk.press("Ctrl+3")
    assert (leads.inspector.lead_id, leads.inspector.form.text("name")) == ("", "Quay Lane 91")


def _tab_to(desk: Desk, text: str) -> None:
    for _ in range(60):
        if getattr(_focus(), "text", lambda: "")() == text:
            return
        desk.press("Tab")
    raise AssertionError(f"Tab does not lead to {text}")


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found
