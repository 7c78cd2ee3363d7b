from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QImage, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from support.crawler import crawl
from ui.keys import Action
from ui.look import Kind
from ui.palette import Role
from ui.shell import Screen, Shell
from ui.theme import Mode, Theme
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.clock import Running
from ui.widgets.field import FormField
from ui.widgets.header import Header
from ui.widgets.keyhelp import KeyHelp
from ui.widgets.page_stack import PageStack
from ui.widgets.pill import Connection, PillValue
from ui.widgets.search_button import SearchButton
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def page() -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(24, 20, 24, 20)
    column.addWidget(Banner(BannerValue("You are offline.", "3 records are saved here", action="See them")))
    column.addWidget(Text("Leads", Kind.TITLE, on=Role.BACKGROUND))
    card = Card("New lead")
    card.add(FormField("Name", QLineEdit(), "As on the bill"))
    card.add(Button("Save", ButtonKind.PRIMARY, key=Action.SAVE))
    column.addWidget(card)
    column.addStretch(1)
    return made


def screens(count: Callable[[], int] = lambda: 3) -> tuple[Screen, ...]:
    return (
        Screen("today", "Today", "clock", page, shows_clock=False),
        Screen("leads", "Leads", "user-plus", page),
        Screen("sync", "Sync", "refresh-cw", page, count, "This device"),
        Screen("attention", "Needs attention", "triangle-alert", page, count, "This device", is_attention=True),
    )


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = Shell(screens(), now=lambda: NOON)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show_screen("today")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_number_keys_choose_screens(shell: Shell, qtbot: QtBot) -> None:
    for digit, key in ((Qt.Key.Key_2, "leads"), (Qt.Key.Key_3, "sync"), (Qt.Key.Key_1, "today")):
        with qtbot.waitSignal(shell.screen_shown):
            qtbot.keyClick(shell, digit, Qt.KeyboardModifier.ControlModifier)
        assert shell.current == key
        assert shell.sidebar.item(key).isChecked()


class Sheet(QWidget):
    """Tells of what Qt asks of it."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__()
        self._heard = heard

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._heard.append("laid out")

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._heard.append("painted")


def turns(shell: Shell, qtbot: QtBot) -> list[list[str]]:
    """What a page that is turned to hears, turn by turn of the loop."""
    heard: list[str] = []
    shell.open_detail(Sheet(heard))
    QApplication.sendPostedEvents()
    first = list(heard)
    qtbot.waitUntil(lambda: "painted" in heard)
    return [first, heard[len(first) :]]


def test_a_page_is_laid_out_in_one_turn_and_painted_in_the_next(shell: Shell, qtbot: QtBot) -> None:
    assert turns(shell, qtbot) == [["laid out"], ["painted"]]


def test_what_was_shown_stays_on_the_screen_until_then(shell: Shell, qtbot: QtBot) -> None:
    (stack,) = shell.findChildren(PageStack)
    qtbot.waitUntil(lambda: stack.is_painting)
    before = on_screen(shell)
    shell.show_help()
    QApplication.sendPostedEvents()
    assert on_screen(shell) == before
    shell.back()
    QApplication.sendPostedEvents()
    assert on_screen(shell) == before
    shell.show_help()
    qtbot.waitUntil(lambda: on_screen(shell) != before)


def on_screen(shell: Shell) -> QImage:
    """Without the sidebar, which turns at once."""
    (part,) = shell.findChildren(PageStack)
    where = QRect(part.mapTo(shell, QPoint(0, 0)), part.size())
    return shell.screen().grabWindow(shell.winId(), *where.getRect()).toImage()


def test_planted_painting_at_once_is_seen(shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PageStack, "setUpdatesEnabled", lambda _stack, _are_enabled: None)
    assert turns(shell, qtbot) != [["laid out"], ["painted"]]


def test_a_click_in_the_sidebar_shows_the_screen_once_built(shell: Shell, qtbot: QtBot) -> None:
    qtbot.mouseClick(shell.sidebar.item("leads"), Qt.MouseButton.LeftButton)
    first = shell.page("leads")
    shell.show_screen("today")
    shell.show_screen("leads")
    assert shell.page("leads") is first
    assert first.isVisible()


def test_a_screen_reader_toggles_without_a_click(shell: Shell) -> None:
    """Its action changes the button and tells nobody that it was pressed."""
    shown: list[str] = []
    shell.screen_shown.connect(shown.append)
    item = shell.sidebar.item("leads")
    actions = QAccessible.queryAccessibleInterface(item).actionInterface()
    actions.doAction(QAccessibleActionInterface.toggleAction())
    assert (shell.current, shown) == ("leads", ["leads"])


def test_escape_goes_back_through_details_and_screens(shell: Shell, qtbot: QtBot) -> None:
    shell.show_screen("leads")
    detail = page()
    shell.open_detail(detail)
    assert detail.isVisible()
    with qtbot.waitSignal(detail.destroyed):
        qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.page("leads").isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.current == "today"
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.current == "today"


def test_counts_come_from_their_source(qtbot: QtBot) -> None:
    numbers = [3]
    shell = Shell(screens(lambda: numbers[0]))
    qtbot.addWidget(shell)
    shell.show_counts(shell.read_counts())
    assert shell.sidebar.item("sync").accessibleDescription() == "3"
    numbers[0] = 0
    shell.show_counts(shell.read_counts())
    assert shell.sidebar.item("sync").accessibleDescription() == ""


def test_the_running_clock_is_on_every_screen_but_its_own(shell: Shell) -> None:
    assert shell.clock.isHidden()
    shell.set_running(Running(NOON - timedelta(hours=1), "WO-1042"))
    assert shell.clock.isHidden()
    shell.show_screen("leads")
    assert shell.clock.isVisible()
    shell.show_screen("today")
    shell.open_detail(page())
    assert shell.clock.isVisible()
    shell.set_running(None)
    assert shell.clock.isHidden()


def test_bound_actions_answer_their_keys_and_are_in_the_help(shell: Shell, qtbot: QtBot) -> None:
    done: list[str] = []
    shell.bind(Action.SAVE, lambda: done.append("saved"))
    qtbot.keyClick(shell, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shell, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == ["saved", "saved"]
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    texts = {text.text() for text in shell.findChild(KeyHelp).findChildren(Text)}
    assert {"Back", "Save", "Ctrl S · Ctrl Return · Ctrl Enter", "Ctrl 2", "Leads"} <= texts
    assert "Print" not in texts


def test_a_form_that_closes_hands_no_keys_to_the_clock(shell: Shell, qtbot: QtBot) -> None:
    line = shell.page("today").findChildren(QLineEdit)[0]
    shell.set_running(Running(NOON, "WO-1042"))
    shell.show_screen("leads")
    shell.show_screen("today")
    line.setFocus()
    card = line.parentWidget().parentWidget()
    assert isinstance(card, Card)
    card.hide()
    assert shell.focusWidget() is shell.page("today").findChildren(Button)[0]


def test_headings_stand_apart_whatever_the_style(shell: Shell, theme: Theme) -> None:
    heading = shell.sidebar.findChildren(Text)[0]
    for scale in (1.0, 1.5):
        theme.apply(Mode.DARK, scale)
        shell.grab()
        assert heading.height() >= 40 * scale


def test_a_newer_toast_takes_the_place_of_the_older(shell: Shell, qtbot: QtBot) -> None:
    first = shell.toast(ToastValue("Clocked in", seconds=60))
    with qtbot.waitSignal(first.destroyed):
        second = shell.toast(ToastValue("Lead saved", seconds=60))
    assert second.isVisible()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 1.0), ((1024, 640), 1.5)])
def test_the_frame_has_no_fault(shell: Shell, theme: Theme, mode: Mode, size: tuple[int, int], scale: float) -> None:
    theme.apply(mode, scale)
    shell.resize(*size)
    shell.show_screen("leads")
    shell.set_running(Running(NOON, "WO-1042"))
    shell.pill.set_value(PillValue(Connection.SIGN_IN, saved=1234))
    shell.toast(ToastValue("Clocked in 08:02 – saved on this device", action="Undo", seconds=60))
    shell.grab()
    assert crawl(shell) == []


def test_the_sidebar_gives_way_to_the_page(shell: Shell, theme: Theme) -> None:
    wide = shell.sidebar.width()
    theme.apply(Mode.LIGHT, 1.5)
    shell.resize(1024, 640)
    assert shell.sidebar.width() < wide / 2
    assert shell.sidebar.item("leads").text() == "Leads"
    assert shell.width() == 1024


def test_a_window_at_rest_lays_nothing_out(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.header.add_search(SearchButton())
    shell.show_screen("today")
    laid_out: list[Header] = []
    give_way = Header._give_way

    def note(header: Header) -> None:
        laid_out.append(header)
        give_way(header)

    monkeypatch.setattr(Header, "_give_way", note)
    for _ in range(100):
        QApplication.processEvents()
    assert len(laid_out) < 10
