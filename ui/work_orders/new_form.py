"""A new work order: what, for whom, where and when."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sync.errors import InvalidInput, Problem, StreamFlowError
from ui import keys
from ui.draft import Draft
from ui.drafts import Typed, then_clear
from ui.keys import Action
from ui.page import PageTop, page_layout
from ui.widgets.badge import Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import go_to_wrong
from ui.work_orders.checklist_editor import ChecklistEditor
from ui.work_orders.order_fields import OrderFields, blank_texts
from ui.workplace import Workplace


class NewWorkOrderPage(QWidget):
    made = Signal(str)

    def __init__(self, place: Workplace, typed: Typed) -> None:
        """`typed` outlives the form, so that Esc loses nothing."""
        super().__init__()
        self._place, self._typed = place, typed
        usual = place.session.work_orders.usual_assignee()
        self.order = OrderFields(place, Draft(blank_texts(usual), typed))
        self.checklist = ChecklistEditor(typed)
        self._save = Button(self.tr("Save"), ButtonKind.PRIMARY, key=Action.SAVE)
        self._trouble = Banner()
        self._lay_out()
        self._save.clicked.connect(self.save)
        for sequence in keys.sequences(Action.SAVE):
            QShortcut(sequence, self).activated.connect(self.save)

    def focus(self) -> None:
        self.order.focus()

    def save(self) -> None:
        if not self._save.isEnabled():
            return
        fields, problems = self._read()
        problems += self._place.session.work_orders.problems(fields)
        self._show_problems(problems)
        if problems:
            if not go_to_wrong(self.order.fields.values()):
                self._place.shell.bring_into_view(self.checklist.trouble)
            return
        self._save.setEnabled(False)
        create = partial(self._place.session.work_orders.plan_new, fields)
        self._place.writer.do(create, then_clear(self._typed, self._saved), self._not_saved)

    def _saved(self, order_id: str) -> None:
        self.made.emit(order_id)

    def _not_saved(self, trouble: StreamFlowError) -> None:
        self._save.setEnabled(True)
        text = self.tr("Not saved: {trouble} What you typed is still here.").format(trouble=trouble)
        self._trouble.set_value(BannerValue(text, tone=Tone.BAD, sign="octagon-alert"))
        self._trouble.show()
        if isinstance(trouble, InvalidInput):
            self._show_problems(list(trouble.problems))

    def _read(self) -> tuple[dict[str, Any], list[Problem]]:
        fields, problems = self.order.read()
        items, wrong = self.checklist.read()
        fields["checklist"] = [{"id": f"item-{place}", **item} for place, item in enumerate(items, start=1)]
        return {name: value for name, value in fields.items() if value or name == "title"}, problems + wrong

    def _show_problems(self, problems: list[Problem]) -> None:
        self.order.show_problems(problems)
        wrong = next((problem.message for problem in problems if problem.field == "checklist"), "")
        self.checklist.set_error(wrong)

    def _lay_out(self) -> None:
        back = Button(self.tr("Back"), key=Action.BACK, icon_name="arrow-left")
        back.clicked.connect(self._place.shell.back)
        card = Card(margin=24)
        card.set_spacing(14)
        card.add(self.order)
        card.add(self.checklist)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        card.add(buttons)
        page = page_layout(self)
        page.addWidget(PageTop(self.tr("New work order"), (back,)))
        page.addWidget(self._trouble)
        page.addWidget(card)
        page.addStretch(1)
        self._trouble.hide()
