"""The window on a real session, for tests that look at it and press its keys.

A company is founded once and copied for each test, since passwords are slow on purpose.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from client.doubts import elapsed_clock
from client.home import Home
from client.passphrase import Cost, PassphraseFile
from client.session import Session
from support.fieldwork import Line, open_field
from support.inprocess import InProcessServer
from sync.clock import Clock, SystemClock
from sync.terms import Status
from ui.composition import Workshop, furnish
from ui.later import Later
from ui.opening import Opening
from ui.theme import Theme
from ui.widgets.page_stack import PageStack
from ui.widgets.ticker import Now, system_now

PASSPHRASE = "only for tests"
_QUICK = Cost(memory_kib=64, iterations=1, lanes=1)


def found_copy(folder: Path, titles: tuple[str, ...] = ("Boiler service", "Radiator leak")) -> Path:
    """A company whose worker and crew lead have a device each, and work for today; copy the folder and open it."""
    for name in ("worker", "lead", "office"):
        PassphraseFile(Home.at(folder / name).secrets_file, PASSPHRASE, _QUICK).write("begun", "")
    with open_field(folder) as field:
        office, worker, lead = (field.session(name) for name in ("office", "worker", "lead"))
        office.sync.once(10)
        for title in titles:
            office.work_orders.create(
                {
                    "title": title,
                    "assignee_id": worker.profile.user_id,
                    "status": Status.ASSIGNED,
                    "scheduled_start": datetime.now(UTC),
                    "address": "14 Hill Street",
                }
            )
        for session in (office, worker, lead):
            session.sync.once(10)
    return folder


@dataclass
class Place:
    """One device of the copied company, and its way to the server."""

    session: Session
    line: Line
    server: InProcessServer
    clock: Clock


@contextmanager
def open_copy(template: Path, folder: Path, name: str = "worker", clock: Clock | None = None) -> Iterator[Place]:
    shutil.copytree(template, folder, dirs_exist_ok=True)
    server = InProcessServer(f"sqlite:///{folder / 'server.db'}", SystemClock(), random.Random(2))
    line = Line(server.transport)
    clock = clock or SystemClock()
    session = Opening(Home.at(folder / name), passphrase=PASSPHRASE, clock=clock, transport=line).look()
    assert session is not None
    try:
        yield Place(session, line, server, clock)
    finally:
        session.stop()
        server.close()


@contextmanager
def open_window(
    session: Session,
    theme: Theme,
    qtbot: QtBot,
    now: Now = system_now,
    elapsed: Callable[[], float] = elapsed_clock,
) -> Iterator[Workshop]:
    """Shown and active. A double click is not guarded against, so that keys may follow each other."""
    pause = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    workshop = furnish(session, now, theme, elapsed)
    shell = workshop.place.shell
    try:
        theme.dress(shell)
        shell.resize(1280, 800)
        shell.show_screen("today")
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        yield workshop
    finally:
        shell.close()
        workshop.close()
        shell.deleteLater()
        QApplication.setDoubleClickInterval(pause)


def click_row(table: QTableView, row: int, qtbot: QtBot) -> None:
    """`selectRow` would go by the keys that Qt saw last, in a test before this one."""
    where = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)


def settle(window: Workshop, qtbot: QtBot) -> None:
    """Until nothing that was asked for is under way, and nothing that was heard is still to be told."""
    place = window.place
    workers = (place.writer, place.messenger, place.reader, place.bridge._looker)

    def is_still() -> bool:
        QApplication.processEvents()
        is_idle = all(worker.is_idle for worker in workers) and not place.bridge._is_told
        is_built = all(one.is_done for one in place.shell.findChildren(Later))
        return is_idle and is_built and all(one.is_painting for one in place.shell.findChildren(PageStack))

    qtbot.waitUntil(is_still, timeout=10_000)
