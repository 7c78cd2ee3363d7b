"""Today as a test sees it and works with it."""

from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.composition import Workshop
from ui.today import TodayScreen
from ui.widgets.button import Button
from ui.widgets.toast import Toast


def page(window: Workshop) -> TodayScreen:
    found = window.place.shell.page("today")
    assert isinstance(found, TodayScreen)
    return found


def press(window: Workshop, qtbot: QtBot, keys: str) -> None:
    """Like a person: the key goes to whatever has the focus, and the next comes when this is saved."""
    combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]  # the stub lacks this operator
    target = QApplication.focusWidget() or window.place.shell
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())
    qtbot.waitUntil(lambda: window.place.writer.is_idle)


def shown_buttons(window: Workshop) -> list[str]:
    return [button.text() for button in page(window).clock.findChildren(Button) if button.isVisible()]


def toast(window: Workshop) -> str:
    (found,) = [one for one in window.place.shell.findChildren(Toast) if one.isVisible()]
    return found.accessibleName()


def button(root: QWidget, text: str) -> Button:
    return next(one for one in root.findChildren(Button) if one.text() == text and one.isVisible())
