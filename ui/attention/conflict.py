"""Two people changed the same: both versions side by side, field by field, and which to keep."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from client.views import SyncItem
from ui import words
from ui.attention import values
from ui.look import Kind
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text


class Conflict(QWidget):
    decided = Signal(object)
    """The fields, by name, for which theirs is to be kept."""
    later_asked = Signal()

    def __init__(self, item: SyncItem, zone: tzinfo, person: values.Names) -> None:
        super().__init__()
        self._item, self._zone, self._person = item, zone, person
        self._groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for column, share in enumerate((2, 3, 3, 0)):
            self._grid.setColumnStretch(column, share)
        self._add_titles()
        for row, name in enumerate(differing(item.mine, item.theirs), start=1):
            self._add_field(row, name)
        self._add_buttons()

    def keep(self, name: str, *, theirs: bool) -> None:
        self._groups[name].buttons()[theirs].setChecked(True)

    def _add_titles(self) -> None:
        made = words.time_text(self._item.made_at, self._zone)
        titles = (
            self.tr("Field"),
            self.tr("Yours · this computer, {time}").format(time=made),
            self.tr("Theirs · on the server"),
            self.tr("Keep"),
        )
        for column, title in enumerate(titles):
            self._grid.addWidget(Text(title, Kind.LABEL, Role.MUTED, wrap=True), 0, column)

    def _add_field(self, row: int, name: str) -> None:
        self._grid.addWidget(Text(values.label(name), Kind.STRONG, wrap=True), row, 0)
        for column, side in ((1, self._item.mine), (2, self._item.theirs)):
            text = values.shown(name, side.get(name), self._zone, self._person)
            self._grid.addWidget(Text(text, wrap=True), row, column)
        group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(6)
        for position, text in enumerate((self.tr("Yours"), self.tr("Theirs"))):
            button = Button(text)
            button.setCheckable(True)
            button.setAccessibleName(f"{values.label(name)}: {text}")
            group.addButton(button, position)
            line.addWidget(button)
        group.buttons()[0].setChecked(True)
        self._groups[name] = group
        self._grid.addLayout(line, row, 3, Qt.AlignmentFlag.AlignVCenter)

    def _add_buttons(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        save = Button(self.tr("Save my choice"), ButtonKind.PRIMARY)
        save.clicked.connect(self._decide)
        later = Button(self.tr("Decide later"))
        later.clicked.connect(self.later_asked)
        line.addWidget(save)
        line.addWidget(later)
        line.addStretch(1)
        row = self._grid.rowCount()
        self._grid.addLayout(line, row, 0, 1, 4)
        note = self.tr("Until you decide, the server keeps theirs; yours is kept too.")
        self._grid.addWidget(Text(note, Kind.NOTE, Role.MUTED, wrap=True), row + 1, 0, 1, 4)

    def _decide(self) -> None:
        self.decided.emit(frozenset(name for name, group in self._groups.items() if group.checkedId() == 1))


def differing(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in mine if name in theirs and mine[name] != theirs[name])
