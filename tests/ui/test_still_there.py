"""The question after a sleep or past the usual end."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from client.session import Session
from support.clock import FakeClock
from support.crawler import crawl
from support.today import button, page
from support.window import Place, open_copy, open_window
from ui.composition import Workshop
from ui.still_there import StillThere
from ui.theme import Mode, Theme
from ui.widgets.text import Text
from ui.widgets.toast import Toast


def sleeping(window: Workshop, worker: Session, clock: FakeClock) -> StillThere:
    """On the clock at eight; from ten to one the machine sleeps."""
    worker.time.clock_in()
    for hours in (2, 3):
        clock.advance(hours * 3_600)
        window.watching.look()
    return page(window).still_there


@pytest.fixture
def morning(company: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    monkeypatch.setenv("TZ", "UTC")
    with open_copy(company, tmp_path, clock=FakeClock()) as made:
        yield made


def open_watched(place: Place, theme: Theme, qtbot: QtBot) -> AbstractContextManager[Workshop]:
    assert isinstance(place.clock, FakeClock)
    return open_window(place.session, theme, qtbot, place.clock.now, place.clock.monotonic)


def test_after_a_sleep_it_is_asked_calmly_and_nothing_changes_by_itself(
    morning: Place, theme: Theme, qtbot: QtBot
) -> None:
    assert isinstance(morning.clock, FakeClock)
    with open_watched(morning, theme, qtbot) as window:
        focus = QApplication.focusWidget()
        card = sleeping(window, morning.session, morning.clock)
        qtbot.waitUntil(card.isVisible)
        assert QApplication.focusWidget() is focus
        shown = [one.text() for one in card.findChildren(Text) if one.isVisible()]
        assert "This computer slept from 10:00 to 13:00 while you were on the clock." in shown
        for mode, size in ((Mode.LIGHT, (1440, 900)), (Mode.DARK, (1024, 640))):
            theme.apply(mode)
            window.place.shell.resize(*size)
            assert crawl(window.place.shell) == []
        assert morning.session.time.today().total.worked == timedelta(hours=5)
        qtbot.mouseClick(button(card, "It was a break"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not card.isVisible())
        told = window.place.shell.findChildren(Toast)[-1].accessibleName()
        assert told == "Break from 10:00 to 13:00 – saved on this device"
        assert morning.session.time.today().total.worked == timedelta(hours=2)


def test_on_another_screen_a_word_leads_to_the_question(morning: Place, theme: Theme, qtbot: QtBot) -> None:
    assert isinstance(morning.clock, FakeClock)
    with open_watched(morning, theme, qtbot) as window:
        window.place.shell.show_screen("leads")
        card = sleeping(window, morning.session, morning.clock)
        assert window.place.shell.current == "leads"
        qtbot.mouseClick(button(window.place.shell, "Look at it"), Qt.MouseButton.LeftButton)
        assert window.place.shell.current == "today"
        qtbot.waitUntil(card.isVisible)
        card.findChild(QLineEdit).setText("25:00")
        qtbot.mouseClick(button(card, "It ended then"), Qt.MouseButton.LeftButton)
        assert card.isVisible()
        card.findChild(QLineEdit).setText("10:30")
        qtbot.mouseClick(button(card, "It ended then"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not card.isVisible())
        (entry,) = morning.session.time.today().entries
        assert entry.duration == timedelta(hours=2, minutes=30)
