from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from ui import keys
from ui.keys import Action

MAP = {
    Action.PALETTE: ["Ctrl+K"],
    Action.CLOCK: ["Ctrl+Shift+I"],
    Action.BREAK: ["Ctrl+Shift+B"],
    Action.SWITCH_JOB: ["Ctrl+J"],
    Action.NEW: ["Ctrl+N"],
    Action.SAVE: ["Ctrl+S", "Ctrl+Return", "Ctrl+Enter"],
    Action.UNDO: ["Ctrl+Z"],
    Action.SYNC_NOW: ["F5"],
    Action.NEXT_ATTENTION: ["F8"],
    Action.QUICK_LEAD: ["Ctrl+Shift+L"],
    Action.PRINT: ["Ctrl+P"],
    Action.SETTINGS: ["Ctrl+,"],
    Action.HELP: ["F1"],
    Action.BACK: ["Esc"],
}


def test_the_key_map_is_the_one_that_is_promised() -> None:
    assert {action: [s.toString() for s in keys.sequences(action)] for action in Action} == MAP


def test_no_key_does_two_things() -> None:
    every = [s.toString() for action in Action for s in keys.sequences(action)] + list(keys.SCREEN_KEYS)
    assert len(every) == len(set(every))


def test_save_never_clocks_out() -> None:
    assert not {s.toString() for s in keys.sequences(Action.CLOCK)} & {"Ctrl+Return", "Ctrl+Enter"}


def test_screens_have_ten_keys() -> None:
    assert keys.screen_sequence(0) == QKeySequence("Ctrl+1")
    assert keys.screen_sequence(9) == QKeySequence("Ctrl+0")
    assert keys.screen_sequence(10) is None


def test_keys_are_written_as_on_the_keyboard(qapp: QApplication) -> None:
    assert keys.hint(Action.CLOCK) == "Ctrl Shift I"
    assert keys.readable(QKeySequence("Ctrl++")) == "Ctrl +"
    assert all(keys.label(action) for action in Action)
