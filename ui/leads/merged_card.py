"""The leads that turned out to be this one, each with a way to stand by itself again."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sync.records import Lead
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.clearing import clear
from ui.widgets.text import Text


class MergedCard(Card):
    split_asked = Signal(str)
    """The id of the lead that is to stand by itself."""

    def __init__(self) -> None:
        super().__init__(self.tr("Merged into this lead"))
        self._shown: tuple[Lead, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add(self._rows)
        self.hide()

    def show_merged(self, merged: tuple[Lead, ...]) -> None:
        self.setVisible(bool(merged))
        if merged == self._shown:
            return
        self._shown = merged
        clear(self._rows)
        for lead in merged:
            self._rows.addWidget(self._row(lead))

    def _row(self, lead: Lead) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        facts = " · ".join(part for part in (lead.phone, lead.email, lead.address) if part)
        column.addWidget(Text(lead.name, wrap=True))
        if facts:
            column.addWidget(Text(facts, ink=Role.MUTED, wrap=True))
        split = Button(self.tr("Undo the merge"), ButtonKind.LINK)
        split.setAccessibleName(self.tr("Undo the merge of {name}").format(name=lead.name))
        split.clicked.connect(partial(self.split_asked.emit, lead.id))
        column.addWidget(split)
        return row
