"""Who changed what: asked for when somebody wants to know; without a line, what this device knows."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.views import FieldChange, HistoryLine, Mark
from sync.errors import StreamFlowError
from sync.kinds import Kind
from sync.protocol import Op
from sync.records import ANSWER
from sync.terms import Status
from ui import field_values, record_words
from ui.look import Kind as TextKind
from ui.palette import Role
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.clearing import clear
from ui.widgets.text import Text
from ui.workplace import Workplace

_SHOWN = 60


class HistoryCard(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("History"))
        self._place = place
        self._order_id = ""
        self._texts: dict[str, str] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._note = Text(self.tr("Who changed what, and when."), ink=Role.MUTED, wrap=True)
        self._show = Button(self.tr("Show history"), icon_name="clock")
        line = QHBoxLayout()
        line.addWidget(self._show)
        line.addStretch(1)
        for part in (self._note, self._list, line):
            self.add(part)
        self._show.clicked.connect(self.fetch)

    @property
    def lines(self) -> list[str]:
        return [label.text() for label in self.findChildren(Text) if label.objectName() == "change"]

    @property
    def note(self) -> str:
        return self._note.text()

    def show_of(self, order_id: str, texts: dict[str, str]) -> None:
        """`texts` are the checklist's, by item; the history itself comes when it is asked for."""
        self._order_id, self._texts = order_id, texts

    def fetch(self) -> None:
        """At once what is known here, then what the server says."""
        self._show.setEnabled(False)
        history = self._place.session.history
        self._place.reader.do(partial(history.known, self._order_id), self._put)
        self._note.setText(self.tr("Asking the server…"))
        self._place.messenger.do(partial(history.fetch, Kind.WORK_ORDER, self._order_id), self._fetched, self._failed)

    def _fetched(self, lines: tuple[HistoryLine, ...]) -> None:
        self._put(lines)
        self._note.setText(self.tr("Everything that was changed, the newest first."))
        self._done()

    def _failed(self, _trouble: StreamFlowError) -> None:
        self._note.setText(self.tr("The server can't be asked now. This is what was done on this device."))
        self._done()

    def _done(self) -> None:
        self._show.setText(self.tr("Ask again"))
        self._show.setEnabled(True)

    def _put(self, lines: tuple[HistoryLine, ...]) -> None:
        clear(self._list)
        for line in lines[:_SHOWN]:
            self._list.addWidget(self._row(line))

    def _row(self, line: HistoryLine) -> QWidget:
        made = QWidget()
        today = self._place.now().astimezone(self._place.zone).date()
        when = record_words.when_text(line.at, self._place.zone, today)
        head = QHBoxLayout()
        who = self.tr("you") if line.is_mine else line.who
        head.addWidget(Text(f"{when} · {who}", TextKind.NOTE, Role.MUTED, wrap=True), 1)
        if line.mark is not Mark.SENT:
            head.addWidget(Badge(record_words.mark_badge(line.mark)))
        said = Text("\n".join(self._sentences(line)), wrap=True)
        said.setObjectName("change")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(said)
        return made

    def _sentences(self, line: HistoryLine) -> list[str]:
        if line.op is Op.CHANGE:
            about = [] if line.kind == Kind.WORK_ORDER else [line.name]
            return [*about, *(self._change(one) for one in line.changes)]
        forms = {
            Op.CREATE: self.tr("{what} added: {name}"),
            Op.REMOVE: self.tr("{what} removed: {name}"),
            Op.RESTORE: self.tr("{what} brought back: {name}"),
        }
        return [forms[line.op].format(what=self._kind(line.kind), name=line.name)]

    def _change(self, change: FieldChange) -> str:
        name = self._label(change.field)
        before, after = (self._value(change.field, value) for value in (change.before, change.after))
        if not change.knows_before:
            return self.tr("{field}: {after}").format(field=name, after=after)
        return self.tr("{field}: {before} → {after}").format(field=name, before=before, after=after)

    def _label(self, name: str) -> str:
        asked = self._texts.get(name.removeprefix(ANSWER)) if name.startswith(ANSWER) else None
        return asked or field_values.label(name)

    def _value(self, name: str, value: object) -> str:
        if name == "status" and value is None:
            value = Status.DRAFT.value
        return field_values.shown(name, value, self._place.zone, self._place.session.people.name)

    def _kind(self, kind: str) -> str:
        return {
            Kind.WORK_ORDER.value: self.tr("Work order"),
            Kind.NOTE.value: self.tr("Note"),
            Kind.ATTACHMENT.value: self.tr("Attachment"),
            Kind.PART.value: self.tr("Part"),
        }.get(kind, kind)
