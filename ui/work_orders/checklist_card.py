"""The checklist: ticks, and items that ask for a number, words, a choice or a photo, each answered where it stands."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.views import CheckLine
from sync.rules import Answer
from sync.terms import AnswerKind
from ui import words
from ui.drafts import Typed
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.checklist import ChecklistItem, ChecklistRow
from ui.widgets.text import Text
from ui.work_orders.answer_rows import AnswerRow, ChoiceRow, PhotoRow, TypedRow, title_of


class ChecklistCard(Card):
    answered = Signal(str, object)
    photo_asked = Signal(str)
    change_asked = Signal()

    def __init__(self, typed: Typed) -> None:
        self._typed = typed
        self._count = Text("", ink=Role.MUTED)
        super().__init__(self.tr("Checklist"), self._count)
        self.set_spacing(0)
        self._rows: dict[str, ChecklistRow | AnswerRow] = {}
        self._items: tuple[object, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._none = Text(self.tr("This work order has no checklist."), ink=Role.MUTED, wrap=True)
        self.change_button = Button(self.tr("Change the checklist"), ButtonKind.LINK, icon_name="pencil")
        self.change_button.clicked.connect(self.change_asked)
        line = QHBoxLayout()
        line.addWidget(self.change_button)
        line.addStretch(1)
        self.add(self._lines)
        self.add(self._none)
        self.add(line)

    @property
    def count(self) -> str:
        return self._count.text()

    def row(self, item_id: str) -> QWidget:
        return self._rows[item_id]

    def show_lines(self, lines: tuple[CheckLine, ...], pending: Mapping[str, Answer]) -> None:
        """`pending` are ticks on their way to the disk."""
        if self._items != tuple(line.item for line in lines):
            self._rebuild(lines)
        done = 0
        for line in lines:
            is_done = bool(pending[line.id]) if line.id in pending else line.is_answered
            done += is_done
            row = self._rows[line.id]
            if isinstance(row, ChecklistRow):
                row.set_item(ChecklistItem(title_of(line.item), is_done))
            else:
                row.show_line(line)
        form = self.tr("{done} of {count}")
        self._count.setText(form.format(done=words.number_text(done), count=words.number_text(len(lines))))
        self._count.setVisible(bool(lines))
        self._none.setVisible(not lines)

    def show_trouble(self, item_id: str, sentence: str) -> None:
        """What is wrong with an answer, beside it; what was typed stays."""
        row = self._rows.get(item_id)
        if isinstance(row, AnswerRow):
            row.show_trouble(sentence)

    def focus_first_open(self) -> None:
        row = next((row for row in self._rows.values() if not _is_done(row)), None)
        if isinstance(row, AnswerRow):
            row.focus()
        elif row is not None:
            row.setFocus()

    def _rebuild(self, lines: tuple[CheckLine, ...]) -> None:
        self._items = tuple(line.item for line in lines)
        for row in self._rows.values():
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {line.id: self._row(line) for line in lines}
        for row in self._rows.values():
            self._lines.addWidget(row)

    def _row(self, line: CheckLine) -> ChecklistRow | AnswerRow:
        item = line.item
        row: AnswerRow
        match item.kind:
            case AnswerKind.TICK:
                tick = ChecklistRow(ChecklistItem(title_of(item)))
                tick.toggled.connect(partial(self.answered.emit, item.id))
                return tick
            case AnswerKind.CHOICE:
                row = ChoiceRow(item)
            case AnswerKind.PHOTO:
                row = PhotoRow(item)
                row.photo_asked.connect(partial(self.photo_asked.emit, item.id))
            case AnswerKind.NUMBER | AnswerKind.TEXT:
                row = TypedRow(item, self._typed)
        row.answered.connect(partial(self.answered.emit, item.id))
        return row


def _is_done(row: ChecklistRow | AnswerRow) -> bool:
    return row.isChecked() if isinstance(row, ChecklistRow) else row.is_done
