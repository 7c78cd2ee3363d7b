"""A walk through the screens that draws each of them, light and dark; needs no display."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from client.demo.world import DemoWorld
from sync.errors import StreamFlowError
from ui.composition import Workshop
from ui.opening import DemoOpening
from ui.program import Program
from ui.theme import Mode, Theme

_SIZE = (1280, 800)
_PATIENCE = 30_000
_SETTLING = 150


def take_pictures(folder: Path, pictures: Path) -> None:
    """Of the demo's screens; `folder` is fresh and holds the demo's files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.main import application

    app = application()
    worlds: list[DemoWorld] = []
    theme = Theme(app)
    theme.apply(Mode.LIGHT)
    program = Program(DemoOpening(folder, worlds.append), theme)
    program.resize(*_SIZE)
    program.show()
    try:
        program.begin()
        _until(lambda: program.workshop is not None)
        assert program.workshop is not None
        _tour(program, program.workshop, theme, pictures)
    finally:
        program.close()
        for world in worlds:
            world.stop()


def _tour(program: Program, workshop: Workshop, theme: Theme, pictures: Path) -> None:
    pictures.mkdir(parents=True, exist_ok=True)
    place = workshop.place
    _until(lambda: place.bridge.status.pill == "Online · all sent")
    place.puncher.clock_in()
    _until(lambda: place.writer.is_idle)
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.apply(mode)
        for key in place.shell.keys:
            place.shell.show_screen(key)
            _wait(_SETTLING)
            program.grab().save(str(pictures / f"{key}-{mode}.png"))


def _until(is_so: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(_PATIENCE)
    while not is_so():
        if deadline.hasExpired():
            raise StreamFlowError("The demo's window did not come to rest, so no pictures were drawn.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _wait(milliseconds: int) -> None:
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
