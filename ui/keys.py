"""The one key map: shortcuts, hints on buttons and the help page all come from here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sync.language import marked, translate


class Action(StrEnum):
    PALETTE = "palette"
    CLOCK = "clock"
    BREAK = "break"
    SWITCH_JOB = "switch-job"
    NEW = "new"
    SAVE = "save"
    UNDO = "undo"
    SYNC_NOW = "sync-now"
    NEXT_ATTENTION = "next-attention"
    QUICK_LEAD = "quick-lead"
    PRINT = "print"
    SETTINGS = "settings"
    HELP = "help"
    BACK = "back"


@dataclass(frozen=True)
class Binding:
    label: str
    keys: tuple[str, ...]


KEY_MAP: dict[Action, Binding] = {
    Action.PALETTE: Binding(marked("keys", "Search or command"), ("Ctrl+K",)),
    Action.CLOCK: Binding(marked("keys", "Clock in or out"), ("Ctrl+Shift+I",)),
    Action.BREAK: Binding(marked("keys", "Start or end a break"), ("Ctrl+Shift+B",)),
    Action.SWITCH_JOB: Binding(marked("keys", "Switch job"), ("Ctrl+J",)),
    Action.NEW: Binding(marked("keys", "New"), ("Ctrl+N",)),
    Action.SAVE: Binding(marked("keys", "Save"), ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter")),
    Action.UNDO: Binding(marked("keys", "Undo what has not been sent"), ("Ctrl+Z",)),
    Action.SYNC_NOW: Binding(marked("keys", "Sync now"), ("F5",)),
    Action.NEXT_ATTENTION: Binding(marked("keys", "Next item that needs attention"), ("F8",)),
    Action.QUICK_LEAD: Binding(marked("keys", "Quick lead"), ("Ctrl+Shift+L",)),
    Action.PRINT: Binding(marked("keys", "Print"), ("Ctrl+P",)),
    Action.SETTINGS: Binding(marked("keys", "Settings"), ("Ctrl+,",)),
    Action.HELP: Binding(marked("keys", "Help and keys"), ("F1",)),
    Action.BACK: Binding(marked("keys", "Back"), ("Esc",)),
}
# In Qt's own context: its words for keys are long in some languages, and ours are found first.
KEY_NAMES = (
    marked("QShortcut", "Ctrl"),
    marked("QShortcut", "Shift"),
    marked("QShortcut", "Return"),
    marked("QShortcut", "Esc"),
)
SCREEN_KEYS = tuple(f"Ctrl+{digit}" for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0))
"""The screens in the order of the sidebar; the tenth is Ctrl+0."""


def label(action: Action) -> str:
    return translate("keys", KEY_MAP[action].label)


def sequences(action: Action) -> list[QKeySequence]:
    return [QKeySequence(keys) for keys in KEY_MAP[action].keys]


def answer(action: Action, form: QWidget, do: Callable[[], object]) -> None:
    """While the focus is in the form."""
    for sequence in sequences(action):
        shortcut = QShortcut(sequence, form)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)


def screen_sequence(position: int) -> QKeySequence | None:
    return QKeySequence(SCREEN_KEYS[position]) if position < len(SCREEN_KEYS) else None


def hint(action: Action) -> str:
    """As written on buttons: the first key, in the words of this platform."""
    return readable(sequences(action)[0])


def readable(sequence: QKeySequence) -> str:
    """`Ctrl+Shift+I` as `Ctrl Shift I`; a plus key itself stays."""
    text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return re.sub(r"\+(?=.)", " ", text)
