"""Two leads that are one: which of them stays, and whose value stands where they differ."""

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from client.said import as_read
from client.views import MergeField, MergeView
from sync.errors import StreamFlowError
from ui import look, record_words
from ui.leads.words import field_word
from ui.page import clear_area
from ui.palette import Role
from ui.widgets.badge import Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.clearing import clear
from ui.widgets.field import FormField
from ui.widgets.text import Text
from ui.workplace import Workplace


class MergePanel(Card):
    merged = Signal(str)
    """The lead that stays."""
    cancelled = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("Merge two leads"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._place = place
        self._view: MergeView | None = None
        self._choices: dict[str, Choice] = {}
        self._stays = Choice()
        self._fields = QVBoxLayout()
        self._fields.setSpacing(12)
        self._trouble = Banner()
        self._merge = Button(self.tr("Merge"), ButtonKind.PRIMARY)
        self._cancel = Button(self.tr("Cancel"))
        self._lay_out()
        self._connect()

    def show_pair(self, kept_id: str, other_id: str) -> None:
        self._trouble.hide()
        try:
            self._view = self._place.session.leads.merging.view(kept_id, other_id)
        except StreamFlowError as trouble:
            self._refuse(trouble)
            return
        view = self._view
        self._stays.blockSignals(True)
        self._stays.clear()
        self._stays.addItems(_told_apart(view, self._place.session.people.names()))
        self._stays.blockSignals(False)
        self._fill(view)
        self._merge.setEnabled(True)

    @property
    def is_begun(self) -> bool:
        return self._view is not None

    def focus(self) -> None:
        self._stays.setFocus()

    def minimumSizeHint(self) -> QSize:
        """The fields scroll, and the buttons below them stay in sight."""
        return QSize(look.px(344), look.px(300))

    def _turn_round(self) -> None:
        """The other one stays instead."""
        if self._view is not None and self._stays.currentIndex() == 1:
            self.show_pair(self._view.other.id, self._view.kept.id)

    def _fill(self, view: MergeView) -> None:
        clear(self._fields)
        self._choices = {}
        names = self._place.session.people.names()
        for field in view.fields:
            choice = Choice(tuple(_text(field, value, names) for value in (field.kept, field.other)))
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(12)
            choice.setCurrentIndex(int(field.is_other_suggested))
            self._choices[field.name] = choice
            self._fields.addWidget(FormField(field_word(field.name), choice))

    def _do(self) -> None:
        view = self._view
        if view is None:
            return
        taken = {field.name: field.other for field in view.fields if self._choices[field.name].currentIndex() == 1}
        self._merge.setEnabled(False)
        job = partial(self._place.session.leads.merging.do, view.kept.id, view.other.id, taken)
        self._place.writer.do(job, partial(self._done, view.kept.id), self._refuse)

    def forget(self) -> None:
        """It is begun anew, with the two leads as they are then."""
        self._view = None

    def _drop(self) -> None:
        self.forget()
        self.cancelled.emit()

    def _done(self, kept_id: str, _nothing: None) -> None:
        self._view = None
        self.merged.emit(kept_id)

    def _refuse(self, trouble: StreamFlowError) -> None:
        text = self.tr("Not merged: {trouble} Both leads are as they were.").format(trouble=trouble)
        self._trouble.set_value(BannerValue(text, tone=Tone.BAD, sign="octagon-alert"))
        self._trouble.show()
        self._merge.setEnabled(False)

    def _connect(self) -> None:
        self._stays.currentIndexChanged.connect(self._turn_round)
        self._merge.clicked.connect(self._do)
        self._cancel.clicked.connect(self._drop)

    def _lay_out(self) -> None:
        self._stays.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._stays.setMinimumContentsLength(12)
        said = self.tr("The other lead leaves the list. Its notes and photos are shown with this one.")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(12)
        column.addWidget(Text(said, ink=Role.MUTED, wrap=True))
        column.addWidget(self._trouble)
        column.addWidget(FormField(self.tr("The lead that stays"), self._stays))
        column.addLayout(self._fields)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._merge)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        self.add(clear_area(inner), 1)
        self.add(buttons)
        self._trouble.hide()


def _told_apart(view: MergeView, names: dict[str, str]) -> tuple[str, str]:
    """Two of one name by the first thing in which they differ."""
    kept, other = view.kept.name, view.other.name
    if kept != other or not view.fields:
        return kept, other
    field = view.fields[0]
    return f"{kept} · {_text(field, field.kept, names)}", f"{other} · {_text(field, field.other, names)}"


def _text(field: MergeField, value: Any, names: dict[str, str]) -> str:
    """A value as it stands in a form."""
    match field.name:
        case "stage":
            return record_words.stage_word(value)
        case "value":
            return record_words.money_text(value) or record_words.NONE
        case "follow_up_on":
            return record_words.date_text(value) or record_words.NONE
        case "source":
            return as_read(value) or record_words.NONE
        case "assignee_id":
            return names.get(value or "", record_words.NONE)
        case _:
            return " ".join(str(value or "").split()) or record_words.NONE
