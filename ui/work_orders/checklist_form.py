"""Changing the checklist of a work order that is there: what was answered stays with its item."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sync.errors import InvalidInput, StreamFlowError
from sync.records import CheckItem
from sync.terms import AnswerKind
from ui.announce import announce
from ui.drafts import Typed, then_clear
from ui.page import SPACING
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.clearing import clear
from ui.work_orders.checklist_card import ChecklistCard
from ui.work_orders.checklist_editor import ChecklistEditor, Item
from ui.workplace import Workplace


class ChecklistForm(Card):
    """`typed` outlives it: what is being written is there again when the work order is opened again."""

    saved = Signal()
    closed = Signal()

    def __init__(self, place: Workplace, order_id: str, typed: Typed) -> None:
        super().__init__(self.tr("Change the checklist"))
        self._place, self._order_id, self._typed = place, order_id, typed
        self._items: dict[str, CheckItem] = {}
        self.editor = ChecklistEditor(typed)
        self._save = Button(self.tr("Save the checklist"), ButtonKind.PRIMARY)
        self._cancel = Button(self.tr("Not now"))
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self._drop)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._save)
        line.addWidget(self._cancel)
        line.addStretch(1)
        self.add(self.editor)
        self.add(line)

    def show_items(self, items: tuple[CheckItem, ...]) -> None:
        """As they are on the work order; what is typed stays."""
        self._items = {item.id: item for item in items}

    def save(self) -> None:
        if not self._save.isEnabled():
            return
        items, problems = self.editor.read()
        if problems:
            self.editor.set_error(problems[0].message)
            return
        self._save.setEnabled(False)
        job = partial(self._place.session.work_orders.change_checklist, self._order_id, [*map(self._named, items)])
        self._place.writer.do(job, then_clear(self._typed, self._done), self._refuse)

    def _named(self, item: dict[str, Any]) -> dict[str, Any]:
        """One that nobody touched goes by its id alone, and stays as it is."""
        known = self._items.get(item.get("id", ""))
        return {"id": known.id} if known is not None and typed_of(known) in self._typed.rows else item

    def _done(self, _outcome: object) -> None:
        self._save.setEnabled(True)
        self.saved.emit()

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._save.setEnabled(True)
        problems = trouble.problems if isinstance(trouble, InvalidInput) else ()
        self.editor.set_error(" ".join(one.message for one in problems) or str(trouble))

    def _drop(self) -> None:
        self._typed.clear()
        self.closed.emit()


class ChecklistChange(QWidget):
    """The card, and below it the form while somebody changes the checklist: `typed` has rows as long."""

    saved = Signal()

    def __init__(self, place: Workplace, order_id: str, typed: Typed, card: ChecklistCard) -> None:
        super().__init__()
        self._place, self._order_id, self._typed, self.card = place, order_id, typed, card
        self._items: tuple[CheckItem, ...] = ()
        self.form: ChecklistForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING)
        self._column.addWidget(card)
        self._below = QVBoxLayout()
        self._column.addLayout(self._below)
        card.change_asked.connect(self._begin)

    def show_items(self, items: tuple[CheckItem, ...]) -> None:
        self._items = items
        if self._typed.rows and self.form is None:
            self.form = ChecklistForm(self._place, self._order_id, self._typed)
            self.form.saved.connect(self._saved)
            self.form.closed.connect(self._close)
            self._below.addWidget(self.form)
        if self.form is not None:
            self.form.show_items(items)
        self.card.change_button.setVisible(self.form is None)

    def _begin(self) -> None:
        items = tuple(typed_of(item) for item in self._items)
        self._typed.fill({}, items or ({"kind": AnswerKind.TICK.value},))
        self.show_items(self._items)
        if self.form is not None:
            self.form.editor.rows[0].focus()
            self._place.shell.bring_into_view(self.form)

    def _saved(self) -> None:
        self._close()
        announce(self, self.tr("Saved on this device"))
        self.saved.emit()

    def _close(self) -> None:
        clear(self._below)
        self.form = None
        self.card.change_button.show()
        self.card.change_button.setFocus()


def typed_of(item: CheckItem) -> Item:
    """An item as it stands in the form."""
    typed = {"id": item.id, "text": item.text, "kind": item.kind.value}
    if item.kind is AnswerKind.NUMBER:
        typed |= {"unit": item.unit, "least": _plain(item.least), "most": _plain(item.most)}
    if item.kind is AnswerKind.CHOICE:
        typed["choices"] = ", ".join(item.choices)
    return {name: text for name, text in typed.items() if text}


def _plain(number: float | None) -> str:
    """Without a mark between the thousands, which would be read as a decimal point."""
    return "" if number is None else f"{number:.15g}"
