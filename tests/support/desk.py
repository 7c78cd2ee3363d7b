"""A window for one person, with any of its screens, and a colleague at another device of the same company."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from client.home import Home
from client.session import Session
from storage.outbox import Draft
from support.fieldwork import Line
from support.window import PASSPHRASE, Place, open_copy, open_window, settle
from sync.kinds import Kind
from sync.protocol import Op
from ui.composition import Workshop
from ui.opening import Opening
from ui.theme import Theme


@dataclass
class Desk:
    """`mine` is the session in the window, `office` somebody else's."""

    window: Workshop
    mine: Session
    office: Session
    line: Line
    qtbot: QtBot

    def page(self, key: str) -> Any:
        return self.window.place.shell.page(key)

    def show(self, key: str) -> Any:
        self.window.place.shell.show_screen(key)
        self.settle()
        return self.page(key)

    def settle(self) -> None:
        settle(self.window, self.qtbot)

    def press(self, keys: str) -> None:
        combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]  # the stub lacks this operator
        target = QApplication.focusWidget() or self.window.place.shell
        self.qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())
        self.settle()

    def sync(self) -> None:
        """Both know all afterwards."""
        for session in (self.mine, self.office, self.mine):
            session.sync.once(10)
        self.settle()

    def slip_past_the_rules(self, kind: Kind, fields: dict[str, Any]) -> str:
        """A change as an older program might have saved it, which the server will refuse."""
        desk = self.mine._desk
        record_id = desk.new_id()
        desk.file.outbox.record(Draft(Op.CREATE, kind, record_id, fields))
        return record_id


@contextmanager
def open_desk(template: Path, folder: Path, theme: Theme, qtbot: QtBot, **options: Any) -> Iterator[Desk]:
    with open_copy(template, folder) as place:
        office = _colleague(folder, place)
        try:
            with open_window(place.session, theme, qtbot, **options) as window:
                yield Desk(window, place.session, office, place.line, qtbot)
        finally:
            office.stop()


def _colleague(folder: Path, place: Place) -> Session:
    line = Line(place.server.transport)
    session = Opening(Home.at(folder / "office"), passphrase=PASSPHRASE, transport=line).look()
    assert session is not None
    return session
