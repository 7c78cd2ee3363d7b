"""Signing out while something is only on this device: stay, save a copy, or leave it here to be sent later."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from client.account import UnsentWork
from sync.errors import StreamFlowError
from ui.keys import Action
from ui.look import Kind
from ui.palette import Role
from ui.secret_page import centered
from ui.sync_words import copied_text
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.writer import Writer


class LeavingPage(QWidget):
    stay_asked = Signal()
    leave_asked = Signal()

    def __init__(self, trouble: UnsentWork, worker: Writer, save_copy: Callable[[Path], int]) -> None:
        super().__init__()
        self._worker, self._save_copy = worker, save_copy
        title = self.tr("Not everything is sent yet")
        self.setAccessibleName(title)
        self._told = Text("", ink=Role.MUTED, wrap=True)
        self._told.hide()
        stay = Button(self.tr("Stay signed in"), ButtonKind.PRIMARY, key=Action.BACK)
        copy = Button(self.tr("Save a copy…"), icon_name="download")
        one, more = self.tr("Sign out and keep it here"), self.tr("Sign out and keep them here")
        leave = Button(one if trouble.count == 1 else more)
        stay.clicked.connect(self.stay_asked)
        copy.clicked.connect(self._choose_file)
        leave.clicked.connect(self.leave_asked)
        card = Card(margin=28)
        card.set_spacing(14)
        card.add(Text(title, Kind.TITLE, wrap=True))
        card.add(Text(str(trouble), ink=Role.MUTED, wrap=True))
        card.add(self._told)
        buttons = QVBoxLayout()
        buttons.setSpacing(10)
        for button in (stay, copy, leave):
            buttons.addWidget(button)
        card.add(buttons)
        centered(self, card)
        self.setFocusProxy(stay)

    def save_to(self, path: Path) -> None:
        self._worker.do(partial(self._save_copy, path), partial(self._saved, path), self._tell)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save a copy of unsent data"),
            str(Path.home() / "streamflow-unsent.jsonl"),
            self.tr("JSON lines (*.jsonl)"),
        )
        if name:
            self.save_to(Path(name))

    def _saved(self, path: Path, count: int) -> None:
        self._say(copied_text(count, path.name), Role.MUTED)

    def _tell(self, trouble: StreamFlowError) -> None:
        self._say(str(trouble), Role.BAD)

    def _say(self, text: str, ink: Role) -> None:
        self._told.set_ink(ink)
        self._told.setText(text)
        self._told.show()
