"""Parts and materials used on a work order: what, how much, at what price; added, changed and removed on the card."""

from functools import cached_property, partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.parts import totals_of
from client.views import Mark, PartLine
from ui import record_words
from ui.announce import announce
from ui.drafts import Typed
from ui.look import Kind
from ui.palette import Role
from ui.widgets.badge import Badge
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.clearing import clear
from ui.widgets.question import Question
from ui.widgets.text import Text
from ui.work_orders.part_form import PartForm
from ui.workplace import Workplace


class PartsCard(Card):
    def __init__(self, place: Workplace, typed: Typed) -> None:
        self._total = Text("", Kind.STRONG)
        super().__init__(self.tr("Parts and materials"), self._total)
        self._place = place
        self._typed = typed
        self._order_id = ""
        self._shown: tuple[PartLine, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._none = Text(self.tr("Nothing has been entered yet."), ink=Role.MUTED, wrap=True)
        self.question = Question()
        self._forms = QVBoxLayout()
        self.add_button = Button(self.tr("Add part"), icon_name="plus")
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        for part in (self._list, self._none, self.question, self._forms, line):
            self.add(part)
        self.add_button.clicked.connect(self._open_new)

    @cached_property
    def form(self) -> PartForm:
        """What nobody asks for is not built: a page is to be there at once."""
        form = PartForm(self._place, self._typed)
        form.hide()
        self._forms.addWidget(form)
        form.closed.connect(self._close)
        form.saved.connect(self._after_save)
        return form

    def show_of(self, order_id: str) -> None:
        """Read anew and show; an open form stays as it is."""
        self._order_id = order_id
        if self._typed and self.form.isHidden():
            self.form.go_on(order_id)
            self.add_button.hide()
        parts = self._place.session.parts.of(order_id)
        if parts == self._shown:
            return
        self._shown = parts
        clear(self._list)
        for part in parts:
            self._list.addWidget(self._row(part))
        self._none.setVisible(not parts)
        self._total.setText(" + ".join(record_words.money_text(money) for money in totals_of(parts)))

    def _row(self, part: PartLine) -> QWidget:
        made = QWidget()
        made.setAccessibleName(part.name)
        edit = Button(self.tr("Change"), ButtonKind.LINK)
        edit.setAccessibleName(self.tr("Change {name}").format(name=part.name))
        edit.clicked.connect(partial(self._open, part))
        remove = Button("", ButtonKind.LINK, icon_name="trash-2")
        remove.setAccessibleName(self.tr("Remove {name}").format(name=part.name))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(partial(self._ask_to_remove, part))
        if not part.may_remove:
            remove.hide()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Text(part.name, Kind.STRONG, wrap=True))
        names.addWidget(Text(self._facts(part), Kind.NOTE, Role.MUTED, wrap=True))
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addLayout(names, 1)
        if part.mark is not Mark.SENT:
            line.addWidget(Badge(record_words.mark_badge(part.mark)))
        line.addWidget(edit)
        line.addWidget(remove)
        return made

    def _facts(self, part: PartLine) -> str:
        price = ""
        if part.price is not None and part.total is not None:
            form = self.tr("{price} each, {total} in all")
            price = form.format(price=record_words.money_text(part.price), total=record_words.money_text(part.total))
        who = self.tr("you") if part.is_mine else part.author
        return " · ".join(one for one in (record_words.quantity_text(part.quantity, part.unit), price, who) if one)

    def _open_new(self) -> None:
        self.form.ask(self._order_id, None)
        self.add_button.hide()

    def _open(self, part: PartLine, _checked: bool = False) -> None:
        self.form.ask(self._order_id, part)
        self.add_button.hide()

    def _close(self) -> None:
        self.form.hide()
        self.add_button.show()
        self.add_button.setFocus()

    def _after_save(self) -> None:
        self._close()
        announce(self, self.tr("Saved on this device"))
        self.show_of(self._order_id)

    def _ask_to_remove(self, part: PartLine, _checked: bool = False) -> None:
        text = self.tr("Remove {name}? It goes for everybody.").format(name=part.name)
        self.question.ask(text, self.tr("Remove"), lambda _reason: self._remove(part))

    def _remove(self, part: PartLine) -> None:
        job = partial(self._place.session.parts.remove, part.id)
        self._place.writer.do(job, self._removed, self._place.shell.tell_trouble)

    def _removed(self, _nothing: None) -> None:
        self.show_of(self._order_id)
