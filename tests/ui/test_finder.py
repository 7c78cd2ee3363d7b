"""The palette: everything by name, with the keyboard alone."""


import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from client.views import Activity
from support.crawler import crawl
from support.desk import Desk
from sync import rules
from sync.kinds import Kind
from sync.protocol import Op
from ui.finder import Finder
from ui.finder.entries import Entry, Heading
from ui.job_picker import JobPicker
from ui.keys import Action
from ui.theme import Mode, Theme
from ui.widgets.search_line import LONGEST


@pytest.fixture
def finder(desk: Desk) -> Finder:
    desk.press("Ctrl+K")
    found = desk.window.frame.finder
    assert found.isVisible()
    return found


def type_in(desk: Desk, finder: Finder, text: str) -> None:
    desk.qtbot.keyClicks(finder.search, text)
    desk.settle()
    desk.qtbot.waitUntil(lambda: finder._searched == text.strip())


def titles(finder: Finder) -> list[str]:
    return [row.title for row in finder.model.rows if isinstance(row, Entry)]


def headings(finder: Finder) -> list[str]:
    return [row.title for row in finder.model.rows if isinstance(row, Heading)]


def test_an_action_is_done_by_typing_a_little_of_it(desk: Desk, finder: Finder) -> None:
    type_in(desk, finder, "clock in")
    assert titles(finder)[0] == "Clock in"
    desk.press("Return")
    assert not finder.isVisible()
    assert desk.mine.time.state().activity is Activity.WORK


def test_a_book_that_is_pasted_is_not_searched_for(desk: Desk, finder: Finder) -> None:
    finder.search.insert("boiler " * 10_000)
    assert len(finder.search.text()) == LONGEST
    picker = JobPicker(desk.mine)
    desk.qtbot.addWidget(picker)
    (line,) = picker.findChildren(QLineEdit)
    line.insert("boiler " * 10_000)
    assert len(line.text()) == LONGEST


def test_actions_say_what_they_would_do_now(desk: Desk, finder: Finder) -> None:
    assert {"Clock in", "Clock in on a job…"} <= set(titles(finder))
    assert not {"Clock out", "Take a paid rest", "Travel"} & set(titles(finder))
    desk.press("Escape")
    desk.press("Ctrl+Shift+I")
    desk.press("Ctrl+K")
    assert {"Clock out", "Switch job…", "Take a paid rest", "Travel"} <= set(titles(finder))
    assert "Clock in" not in titles(finder)


def test_every_screen_and_its_key_is_there(desk: Desk, finder: Finder) -> None:
    shell = desk.window.place.shell
    hints = {row.title: row.hint for row in finder.model.rows if isinstance(row, Entry)}
    for position, key in enumerate(shell.keys):
        assert hints[shell.named(key).title] == f"Ctrl {position + 1}"
    type_in(desk, finder, "timesh")
    desk.press("Return")
    assert shell.current == "timesheet"


def test_records_are_found_by_what_is_in_them(desk: Desk, finder: Finder) -> None:
    desk.mine.leads.create({"name": "Switchgear Ltd", "phone": "020 7946 0420"})
    desk.mine.customers.create({"name": "Quay Lane", "address": "Switch Road"})
    type_in(desk, finder, "switch")
    assert headings(finder) == ["Actions", "Leads", "Customers"]
    lead = next(row for row in finder.model.rows if isinstance(row, Entry) and row.title == "Switchgear Ltd")
    assert lead.spans == ((0, 6),)
    finder.search.clear()
    type_in(desk, finder, "0420")
    assert titles(finder) == ["Switchgear Ltd"]
    desk.press("Return")
    assert desk.window.place.shell.current == "leads"
    assert desk.page("leads").inspector.form.text("name") == "Switchgear Ltd"


def test_a_record_that_fits_better_than_any_action_comes_first(desk: Desk, finder: Finder) -> None:
    desk.mine.leads.create({"name": "Orders"})
    type_in(desk, finder, "orders")
    assert titles(finder)[0] == "Orders"


def test_what_was_opened_lately_is_offered_first(desk: Desk, finder: Finder) -> None:
    desk.press("Escape")
    order = desk.mine.work_orders.list("Radiator")[0]
    desk.show("work-orders").open(order.id)
    desk.press("Ctrl+K")
    assert headings(finder)[0] == "Recent"
    assert titles(finder)[0] == order.label
    desk.press("Ctrl+K")
    type_in(desk, finder, "radi")
    assert titles(finder).count(order.label) == 1


def test_arrows_go_over_headings_and_round_the_ends(desk: Desk, finder: Finder) -> None:
    seen = [finder.view.current.title]
    for _ in range(len(titles(finder))):
        desk.press("Down")
        seen.append(finder.view.current.title)
    assert seen == [*titles(finder), titles(finder)[0]]
    desk.press("Up")
    assert finder.view.current.title == titles(finder)[-1]
    assert QApplication.focusWidget() is finder.search


def test_what_was_chosen_stays_when_records_come_in(desk: Desk, finder: Finder) -> None:
    type_in(desk, finder, "s")
    desk.press("Down")
    chosen = finder.view.current.id
    desk.mine.leads.create({"name": "S"})
    finder._take_found("s", desk.mine.search("s"))
    assert titles(finder)[0] == "S"
    assert finder.view.current.id == chosen


def test_escape_gives_the_focus_back(desk: Desk) -> None:
    leads = desk.show("leads")
    leads.new()
    editor = QApplication.focusWidget()
    desk.press("Ctrl+K")
    desk.press("Escape")
    assert QApplication.focusWidget() is editor
    assert desk.window.place.shell.current == "leads"


def test_a_key_that_shows_a_screen_closes_it(desk: Desk, finder: Finder) -> None:
    desk.press("Ctrl+3")
    assert not finder.isVisible()
    assert desk.window.place.shell.current == "leads"


def test_a_click_beside_it_closes_it_and_one_on_an_entry_takes_it(desk: Desk, finder: Finder, qtbot: QtBot) -> None:
    qtbot.mouseClick(finder, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not finder.isVisible()
    desk.window.frame._search.click()
    type_in(desk, finder, "customers")
    box = finder.view.visualRect(finder.model.index(1))
    qtbot.mouseClick(finder.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    desk.settle()
    assert desk.window.place.shell.current == "customers"


def test_nothing_found_is_said(desk: Desk, finder: Finder) -> None:
    type_in(desk, finder, "qqqq")
    assert finder._none.isVisible()
    desk.press("Return")
    assert finder.isVisible()


def test_what_one_may_not_do_is_not_offered(desk: Desk, finder: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "New customer" in titles(finder)
    desk.press("Escape")
    monkeypatch.setitem(rules.ALLOWED, (Kind.CUSTOMER, Op.CREATE), frozenset())
    desk.press("Ctrl+K")
    assert "New customer" not in titles(finder)
    assert "New lead" in titles(finder)


def test_the_help_lists_the_same_keys(desk: Desk, finder: Finder) -> None:
    bound = set(desk.window.place.shell._actions)
    assert {Action.PALETTE, Action.CLOCK, Action.HELP, Action.QUICK_LEAD, Action.SETTINGS} <= bound


def test_the_list_is_a_sound_model(desk: Desk, finder: Finder) -> None:
    tester = QAbstractItemModelTester(finder.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    type_in(desk, finder, "radiator")
    finder.search.clear()
    tester.deleteLater()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 1.0), ((1024, 640), 1.0), ((1024, 640), 1.5)])
def test_it_has_no_fault(
    desk: Desk, finder: Finder, theme: Theme, mode: Mode, size: tuple[int, int], scale: float
) -> None:
    theme.apply(mode, scale)
    desk.window.place.shell.resize(*size)
    type_in(desk, finder, "radi")
    finder.grab()
    assert crawl(finder) == []
    assert finder.rect().contains(finder._card.geometry())
    desk.press("Escape")
    desk.window.place.shell.grab()
    assert crawl(desk.window.place.shell.header) == []
