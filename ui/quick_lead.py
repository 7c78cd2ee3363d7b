"""A lead caught in passing, without leaving what one is doing; what was typed stays until it is saved."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from client.views import Duplicate
from sync.errors import InvalidInput, Problem, StreamFlowError
from sync.kinds import Kind
from ui import keys, look
from ui.going import may_open, open_record
from ui.keys import Action
from ui.palette import Role
from ui.unsaved import QUICK_LEAD
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import FormField
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_WIDE = 460


class QuickLead(Overlay):
    def __init__(self, place: Workplace) -> None:
        card = Card(keys.label(Action.QUICK_LEAD))
        super().__init__(place.shell.ground, card.accessibleName(), card)
        self._place = place
        self._alike: Duplicate | None = None
        self._drafted = place.drafts.of(QUICK_LEAD)
        self._name, self._phone = QLineEdit(), QLineEdit()
        self._fields = {
            "name": FormField(self.tr("Name"), self._name),
            "phone": FormField(self.tr("Phone"), self._phone),
        }
        self._banner = Banner()
        self._save = Button(self.tr("Save"), ButtonKind.PRIMARY, key=Action.SAVE)
        self._cancel = Button(self.tr("Later"))
        self._lay_out(card)
        self._connect()
        self._drafted.follow({"name": self._name, "phone": self._phone})
        self._drafted.is_in_hand = self.isVisible
        self.put_away.connect(place.drafts.changed)

    @property
    def is_typed(self) -> bool:
        """Whether there is something here that is nowhere else."""
        return self._drafted.is_unsaved

    def open_it(self) -> None:
        self._show_alike()
        self.open_over(self._name)

    def save(self) -> None:
        if not self._save.isEnabled():
            return
        problems = self._place.session.leads.problems(self._typed())
        self._show_problems(problems)
        if problems:
            return
        leads, on_a_job = self._place.session.leads, self._place.puncher.state.work_order_id is not None
        self._save.setEnabled(False)
        typed = self._typed()
        job = partial(leads.capture, **typed, on_a_job=on_a_job)
        self._place.writer.do(job, partial(self._saved, typed), self._refused)

    def card_size(self, room: QSize) -> QSize:
        wide = min(look.px(_WIDE), room.width())
        return QSize(wide, self._card.heightForWidth(wide))

    def _typed(self) -> dict[str, str]:
        return {"name": self._name.text(), "phone": self._phone.text()}

    def _saved(self, typed: dict[str, str], lead_id: str) -> None:
        """What was typed on meanwhile is the beginning of the next one."""
        if self._typed() == typed:
            self._name.clear()
            self._phone.clear()
        self._save.setEnabled(True)
        self._show_problems([])
        self.close_it()
        text = self.tr("{name} – saved on this device").format(name=typed["name"].strip())
        toast = self._place.shell.toast(ToastValue(text, self.tr("Open")))
        toast.action_asked.connect(partial(open_record, self._place.shell, Kind.LEAD, lead_id))

    def _refused(self, trouble: StreamFlowError) -> None:
        self._save.setEnabled(True)
        problems = trouble.problems if isinstance(trouble, InvalidInput) else (Problem("name", "", str(trouble)),)
        self._show_problems(problems)
        self.open_it()

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        messages = {problem.field: problem.message for problem in problems}
        for name, field in self._fields.items():
            field.set_error(messages.pop(name, ""))
        if messages:
            self._fields["name"].set_error(" ".join(messages.values()))
        wrong = next((field for field in self._fields.values() if field.has_error), None)
        if wrong is not None:
            wrong.editor.setFocus()

    def _show_alike(self) -> None:
        found = self._place.session.leads.duplicates(self._phone.text()) if self._phone.text().strip() else ()
        self._alike = found[0] if found else None
        self._banner.setVisible(self._alike is not None)
        if self._alike is not None:
            can_open = may_open(self._place.shell, self._alike.kind)
            known, action = self.tr("Checked on this device only."), self.tr("Open") if can_open else ""
            self._banner.set_value(BannerValue(self._alike.because, tail=known, action=action, sign="info"))

    def _go_on(self) -> None:
        """Enter after the name: the phone number, if there is none yet."""
        if self._phone.text().strip():
            self.save()
        else:
            self._phone.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_alike(self) -> None:
        if self._alike is not None:
            self.close_it()
            open_record(self._place.shell, self._alike.kind, self._alike.id)

    def _connect(self) -> None:
        self._phone.textChanged.connect(self._show_alike)
        self._banner.action_asked.connect(self._open_alike)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.close_it)
        self._name.returnPressed.connect(self._go_on)
        self._phone.returnPressed.connect(self.save)
        self.answer(Action.SAVE, self.save)

    def _lay_out(self, card: Card) -> None:
        card.set_spacing(14)
        card.add(Text(self.tr("Name and phone are enough; the rest can follow."), ink=Role.MUTED, wrap=True))
        for field in self._fields.values():
            card.add(field)
        card.add(self._banner)
        self._banner.hide()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._save)
        line.addWidget(self._cancel)
        line.addStretch(1)
        card.add(line)
