"""Signing for a work order: who signs, and the sheet; what was drawn stays until it is on the disk."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from sync.errors import StreamFlowError
from sync.language import translate
from ui import look, words
from ui.attachments.card import AttachmentsCard
from ui.attachments.pad import SignaturePad
from ui.drafts import Typed, then_clear
from ui.look import Kind
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import FormField
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text
from ui.workplace import Workplace

_WIDE = 560


class Signing(Overlay):
    def __init__(self, place: Workplace, attachments: AttachmentsCard, typed: Typed) -> None:
        """`typed` outlives it, with what was drawn in its rows."""
        card = Card(translate("attachments", "Signature"))
        super().__init__(place.shell.ground, card.accessibleName(), card)
        self._place, self._attachments, self._drafted = place, attachments, typed
        self._name = QLineEdit(typed.get("name", ""))
        self._field = FormField(self.tr("Who signs?"), self._name)
        self.pad = SignaturePad()
        self._trouble = Text("", Kind.NOTE, Role.BAD, wrap=True)
        self._trouble.hide()
        self._save = Button(self.tr("Save signature"), ButtonKind.PRIMARY)
        self._typed = Button(self.tr("Use the typed name"))
        self._clear = Button(self.tr("Clear"))
        self._later = Button(self.tr("Not now"))
        self._lay_out(card)
        attachments.destroyed.connect(self.deleteLater)
        self._save.clicked.connect(self.save)
        self._typed.clicked.connect(self._write_name)
        self._clear.clicked.connect(self.pad.clear)
        self._later.clicked.connect(self.close_it)
        self._name.textChanged.connect(self._allow)
        self.pad.changed.connect(self._allow)
        self._go_on()
        self._allow()

    def ask(self, customer: str) -> None:
        """Whoever the work was done for is the likeliest to sign."""
        if not self._name.text():
            self._name.setText(customer)
        self.open_over(self._name)

    def save(self) -> None:
        signer = self._name.text().strip()
        now = self._place.now().astimezone(self._place.zone)
        caption = f"{signer} · {words.date_text(now.date())} {words.time_text(now)} {now.tzname()}"
        self._save.setEnabled(False)
        done = then_clear(self._drafted, self._saved)
        self._attachments.sign(signer, self.pad.picture(caption), done, self._refused)

    def card_size(self, room: QSize) -> QSize:
        wide = min(look.px(_WIDE), room.width())
        return QSize(wide, max(self._card.heightForWidth(wide), self._card.sizeHint().height()))

    def _go_on(self) -> None:
        """With what was drawn before."""
        if self._drafted.get("written"):
            self.pad.write(self._drafted["written"])
        else:
            self.pad.draw(row["stroke"] for row in self._drafted.rows)
        self.pad.drawn.connect(self._keep)

    def _keep(self) -> None:
        """A name alone is no signature yet, and is filled in anew."""
        if self.pad.is_empty:
            self._drafted.clear()
            return
        self._drafted.update(name=self._name.text(), written=self.pad.written)
        self._drafted.rows[:] = [{"stroke": stroke} for stroke in self.pad.strokes()]
        self._drafted.touch()

    def _write_name(self) -> None:
        self.pad.write(self._name.text().strip())

    def _saved(self, _attachment_id: str) -> None:
        self._name.clear()
        self.pad.clear()
        self._trouble.hide()
        self.close_it()
        self._attachments.refresh()

    def _refused(self, trouble: StreamFlowError) -> None:
        self._trouble.setText(self.tr("{trouble} What was drawn is still here.").format(trouble=trouble))
        self._trouble.show()
        self._allow()

    def _allow(self, _text: str = "") -> None:
        has_name = bool(self._name.text().strip())
        self._typed.setEnabled(has_name)
        self._clear.setEnabled(not self.pad.is_empty)
        self._save.setEnabled(has_name and not self.pad.is_empty)

    def _lay_out(self, card: Card) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._typed)
        beside.addWidget(self._clear)
        beside.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._save)
        buttons.addWidget(self._later)
        buttons.addStretch(1)
        for part in (self._field, self.pad, beside, self._trouble, buttons):
            card.add(part)
