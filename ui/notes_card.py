"""Notes on a record: what was written, by whom and when, and a place to write the next one."""

from collections.abc import Callable
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from client.views import Mark, NoteLine
from sync.errors import StreamFlowError
from ui import look, record_words
from ui.drafts import Typed, then_clear
from ui.look import Kind
from ui.palette import Role
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.clearing import clear
from ui.widgets.text import Text
from ui.widgets.ticker import Now
from ui.writer import Writer

_SHOWN = 30


class NoteEditor(QPlainTextEdit):
    sent = Signal()
    """Ctrl+Enter, which is the note's while one is being written, and not the form's beside it."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and _is_send(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.sent.emit()
                return True
        return super().event(event)


class NotesCard(Card):
    """What was typed goes only when it is on the disk."""

    changed = Signal()

    def __init__(self, writer: Writer, zone: tzinfo, now: Now) -> None:
        super().__init__(self.tr("Notes"))
        self._writer, self._zone, self._now = writer, zone, now
        self._add: Callable[[str], str] | None = None
        self._shown: tuple[NoteLine, ...] = ()
        self._typed: Typed | None = None
        self._is_writing = False
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._editor = NoteEditor()
        self._editor.setPlaceholderText(self.tr("Write a note…"))
        self._editor.setAccessibleName(self.tr("New note"))
        self._editor.setTabChangesFocus(True)
        self._editor.setFixedHeight(look.px(76))
        self._editor.textChanged.connect(self._on_typed)
        self._editor.sent.connect(self._write)
        self._button = Button(self.tr("Add note"))
        self._button.clicked.connect(self._write)
        self._trouble = Text("", Kind.NOTE, Role.BAD, wrap=True)
        self._trouble.hide()
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._button)
        self.add(self._list)
        self.add(self._editor)
        self.add(self._trouble)
        self.add(line)
        self._allow()

    @property
    def draft(self) -> str:
        return self._editor.toPlainText()

    def show_notes(self, notes: tuple[NoteLine, ...], add: Callable[[str], str]) -> None:
        self._add = add
        self._allow()
        if notes == self._shown and self._list.count():
            return
        self._shown = notes
        clear(self._list)
        for note in notes[-_SHOWN:]:
            self._list.addWidget(self._note(note))

    def go_on(self, typed: Typed) -> None:
        """With what was typed before; it outlives the card."""
        self._typed = typed
        self.type_in(typed.get("text", ""))

    def type_in(self, text: str) -> None:
        self._editor.setPlainText(text)

    def _note(self, note: NoteLine) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        who = self.tr("you") if note.is_mine else note.author
        today = self._now().astimezone(self._zone).date()
        when = record_words.when_text(note.written_at, self._zone, today)
        head = QHBoxLayout()
        head.addWidget(Text(f"{when} · {who}", Kind.NOTE, Role.MUTED, wrap=True), 1)
        if note.mark is not Mark.SENT:
            head.addWidget(Badge(record_words.mark_badge(note.mark)))
        column.addLayout(head)
        column.addWidget(Text(note.text, wrap=True))
        return made

    def _write(self) -> None:
        if self._button.isEnabled() and self._add is not None and self._typed is not None:
            self._is_writing = True
            self._allow()
            done = partial(self._written, self.draft)
            self._writer.do(partial(self._add, self.draft.strip()), then_clear(self._typed, done), self._not_written)

    def _written(self, text: str, _note_id: str) -> None:
        self._is_writing = False
        self._trouble.hide()
        if self.draft == text:
            self._editor.clear()
        self._allow()
        self.changed.emit()

    def _not_written(self, trouble: StreamFlowError) -> None:
        self._is_writing = False
        self._trouble.setText(self.tr("{trouble} What you wrote is still here.").format(trouble=trouble))
        self._trouble.show()
        self._allow()

    def _allow(self) -> None:
        self._button.setEnabled(bool(self.draft.strip()) and self._add is not None and not self._is_writing)

    def _on_typed(self) -> None:
        self._allow()
        if self._typed is not None and self._typed.get("text", "") != self.draft:
            self._typed["text"] = self.draft


def _is_send(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
