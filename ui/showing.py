"""The one application object, and the window in it from shown to closed."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from client.home import DESKTOP_FILE
from client.settings import Settings
from sync.aside import take_short_turns
from ui.appearance import Appearance
from ui.collector import Collector
from ui.network import listen
from ui.opening import Opening
from ui.program import Program
from ui.stopping import Stopping
from ui.theme import Theme
from ui.walls import raise_walls

_SIZE, _SMALLEST = QSize(1280, 800), QSize(1024, 640)

Prepare = Callable[[Program], None]


def application() -> QApplication:
    made = QApplication(sys.argv[:1])
    made.setApplicationName("StreamFlow Field")
    made.setDesktopFileName(DESKTOP_FILE)
    return made


def show(app: QApplication, opening: Opening, prepare: Prepare) -> int:
    """Show the window, open the work behind it, and come back when the window is closed."""
    take_short_turns()
    listen()
    theme = Theme(app)
    Appearance(theme, Settings(opening.home)).apply()
    program = Program(opening, theme)
    raise_walls(program.trouble_found.emit)
    stopping = Stopping(program.end)
    program.setMinimumSize(_SMALLEST)
    program.resize(_SIZE)
    collector = Collector(program)
    program.opened.connect(collector.rest)
    program.furnished.connect(collector.settle)
    prepare(program)
    program.show()
    program.begin()
    try:
        return app.exec()
    finally:
        stopping.end()
