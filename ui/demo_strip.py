"""The demo's own line above the window: it is a demo, and the network is a switch here."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui import look
from ui.palette import Role
from ui.widgets.badge import Badge, BadgeValue, Outline, Tone
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.writer import Writer


class Network(Protocol):
    def cut(self) -> None: ...

    def restore(self) -> None: ...


class DemoStrip(QFrame):
    switched = Signal(bool)
    """True = the network is there."""

    def __init__(self, network: Network, worker: Writer) -> None:
        super().__init__()
        self._network, self._worker = network, worker
        self._is_up = True
        self.setAutoFillBackground(True)
        self._about = Text("", ink=Role.MUTED, on=Role.BACKGROUND)
        self._state = Badge(BadgeValue(""))
        self._switch = Button("")
        self._switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who presses it goes on typing where they were
        self._switch.clicked.connect(self.toggle)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 4, 20, 4)
        line.setSpacing(12)
        line.addWidget(self._about)
        line.addStretch(1)
        line.addWidget(self._state)
        line.addWidget(self._switch)
        self._show()

    def toggle(self) -> None:
        self._switch.setEnabled(False)
        do: Callable[[], None] = self._network.cut if self._is_up else self._network.restore
        self._worker.do(do, self._switched)

    def changeEvent(self, event: QEvent) -> None:
        """The strip outlives the windows below it, which are made anew in another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show()

    def _switched(self, _done: object) -> None:
        self._is_up = not self._is_up
        self._switch.setEnabled(True)
        self._show()
        self.switched.emit(self._is_up)

    def _show(self) -> None:
        self._about.setText(self.tr("Demo. The server runs on this computer."))
        up, down = self.tr("Network is up"), self.tr("Network is cut")
        value = BadgeValue(up, Tone.BRAND, "cloud-check") if self._is_up else BadgeValue(down, Tone.WARN, "cloud-off")
        self._state.set_value(BadgeValue(value.word, value.tone, value.sign, Outline.PILL))
        self._switch.setText(self.tr("Cut the network") if self._is_up else self.tr("Connect again"))
        self.setMinimumHeight(look.touch() + 8)
