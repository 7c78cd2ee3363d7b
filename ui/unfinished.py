"""What is begun and can't be kept, as a file that is being looked at: asked about before it is gone."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import look
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text

_WIDE = 460


class Unfinished(Overlay):
    """Esc stays."""

    def __init__(self, host: QWidget) -> None:
        card = Card(self.tr("Something is not finished"))
        super().__init__(host, card.accessibleName(), card)
        self._go: Callable[[], object] = self.close_it
        told = self.tr("An import, a merge or a new PIN was begun, and can't be kept. All that you typed elsewhere is.")
        self.stay = Button(self.tr("Go back to it"), ButtonKind.PRIMARY)
        self.leave = Button(self.tr("Leave it"))
        card.add(Text(told, ink=Role.MUTED, wrap=True))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.stay)
        line.addWidget(self.leave)
        line.addStretch(1)
        card.add(line)
        self.stay.clicked.connect(self.close_it)
        self.leave.clicked.connect(self._leave)

    def ask(self, go: Callable[[], object]) -> None:
        """`go` is what was wanted, and is done after all where that is the answer."""
        self._go = go
        self.open_over(self.stay)

    def card_size(self, room: QSize) -> QSize:
        wide = min(look.px(_WIDE), room.width())
        return QSize(wide, self._card.heightForWidth(wide))

    def _leave(self) -> None:
        self.close_it()
        self._go()
