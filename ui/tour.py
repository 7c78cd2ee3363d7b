"""A walk through the screens that draws each of them, light and dark; needs no display."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from client.demo.world import DemoWorld
from client.home import Home
from client.views import Link
from sync.errors import StreamFlowError
from sync.terms import BreakKind
from ui.composition import Workshop
from ui.opening import DemoOpening
from ui.program import Program
from ui.theme import Mode, Theme
from ui.walls import keep_log, raise_walls

_SIZE = (1280, 800)
_MODES = (Mode.LIGHT, Mode.DARK)
_PATIENCE = 30_000
_SETTLING = 150


def take_pictures(folder: Path, pictures: Path) -> None:
    """Of the demo's screens; `folder` is fresh and holds the demo's files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.showing import application

    keep_log(Home.at(folder))
    app = application()
    worlds: list[DemoWorld] = []
    theme = Theme(app)
    theme.apply(Mode.LIGHT)
    program = Program(DemoOpening(folder, worlds.append), theme)
    raise_walls(program.trouble_found.emit)
    program.resize(*_SIZE)
    program.show()
    try:
        program.begin()
        _until(lambda: program.workshop is not None)
        assert program.workshop is not None
        _tour(program, program.workshop, theme, pictures)
        worlds[0].cut()
        _tour_offline(program, program.workshop, theme, pictures)
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
    for mode in _MODES:
        theme.apply(mode)
        for key in place.shell.keys:
            place.shell.show_screen(key)
            _save(program, pictures / f"{key}-{mode}.png")


def _tour_offline(program: Program, workshop: Workshop, theme: Theme, pictures: Path) -> None:
    place = workshop.place
    place.session.sync.sync_now()
    _until(lambda: place.bridge.status.link is Link.OFFLINE)
    place.puncher.take_break(BreakKind.UNPAID_MEAL)
    _until(lambda: place.writer.is_idle and place.bridge.status.waiting > 0)
    for mode in _MODES:
        theme.apply(mode)
        for key in ("today", "sync"):
            place.shell.show_screen(key)
            _save(program, pictures / f"{key}-offline-{mode}.png")


def _save(program: Program, file: Path) -> None:
    _wait(_SETTLING)
    program.grab().save(str(file))


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
