"""The diagnosis: everything that sending needs, each with what was found; and what a comparison found."""

from PySide6.QtWidgets import QGridLayout, QWidget

from client.views import Check
from ui.look import Kind
from ui.palette import Role
from ui.widgets.card import Card
from ui.widgets.clearing import clear
from ui.widgets.glyph import Glyph
from ui.widgets.text import Text


class ChecksCard(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("Check"))
        self._says = Text(self.tr("Looking…"), ink=Role.MUTED)
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(2, 1)
        self.add(self._says)
        self.add(self._lines)
        self.hide()

    def wait(self) -> None:
        self._says.setText(self.tr("Looking…"))
        self._says.show()
        self._lines.hide()
        self.show()

    def say(self, trouble: object) -> None:
        self._says.setText(str(trouble))

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        clear(self._grid)
        for row, check in enumerate(checks):
            name, ink = _sign(check.is_good)
            self._grid.addWidget(Glyph(name, ink), row, 0)
            self._grid.addWidget(Text(check.name, Kind.STRONG), row, 1)
            self._grid.addWidget(Text(check.sentence, ink=Role.MUTED, wrap=True), row, 2)
        self._says.hide()
        self._lines.show()


def _sign(is_good: bool | None) -> tuple[str, Role]:
    if is_good is None:
        return "circle-help", Role.MUTED
    return ("circle-check", Role.BRAND) if is_good else ("circle-alert", Role.WARN)
