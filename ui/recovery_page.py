"""The data file was refused: what happened, what was kept, and what a person may decide about it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sync.errors import Corrupt, OlderFile, StreamFlowError
from ui.look import Kind
from ui.palette import Role
from ui.secret_page import centered
from ui.widgets.badge import Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.writer import Writer


@dataclass(frozen=True)
class Ways:
    """What can be done, on the worker: each returns when the file can be opened again."""

    go_on_with_older: Callable[[], object]
    start_afresh: Callable[[], object]


class RecoveryPage(QWidget):
    """`retry_asked`: open again, as it is or after a decision was carried out."""

    retry_asked = Signal()

    def __init__(self, trouble: Corrupt, worker: Writer, ways: Ways) -> None:
        super().__init__()
        self._worker = worker
        self._card = Card(margin=28)
        self._card.set_spacing(14)
        self._banner = Banner(BannerValue("", tone=Tone.BAD, sign="circle-alert"))
        self._banner.hide()
        self._card.add(Text(self.tr("Your work could not be opened"), Kind.TITLE, wrap=True))
        self._card.add(Text(str(trouble), wrap=True))
        self._card.add(self._banner)
        self._retry = Button(self.tr("Try again"), ButtonKind.PRIMARY)
        self._retry.clicked.connect(self.retry_asked)
        self._card.add(self._retry)
        self._buttons = [self._retry]
        if isinstance(trouble, OlderFile):
            what_it_costs = self.tr("What was made after this file and not sent yet is lost with the newer one.")
            self._offer(self.tr("Go on with the older file"), what_it_costs, ways.go_on_with_older)
        what_it_costs = self.tr(
            "The file is set aside, not deleted, and everything that the server has is fetched. What was not sent yet "
            "stays in the old file."
        )
        self._offer(self.tr("Start afresh"), what_it_costs, ways.start_afresh)
        centered(self, self._card)
        self.setFocusProxy(self._retry)

    def _offer(self, words: str, what_it_costs: str, way: Callable[[], object]) -> None:
        button = Button(words, ButtonKind.PLAIN)
        button.clicked.connect(partial(self._decide, way))
        self._card.add(button)
        self._card.add(Text(what_it_costs, ink=Role.MUTED, wrap=True))
        self._buttons.append(button)

    def _decide(self, way: Callable[[], object]) -> None:
        self._enable(is_enabled=False)
        self._worker.do(way, self._go_on, self._refuse)

    def _go_on(self, _done: object) -> None:
        self.retry_asked.emit()

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._enable(is_enabled=True)
        self._banner.set_value(BannerValue(str(trouble), tone=Tone.BAD, sign="circle-alert"))
        self._banner.show()

    def _enable(self, *, is_enabled: bool) -> None:
        for button in self._buttons:
            button.setEnabled(is_enabled)
