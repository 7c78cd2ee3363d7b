"""The fields of a lead, each with what is wrong with it beside it."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from client.said import as_read
from sync.errors import Problem
from sync.terms import Stage
from ui import look, record_words
from ui.draft import Texts
from ui.leads.draft import FIELDS, empty_texts
from ui.leads.words import field_word
from ui.widgets.choice import Choice
from ui.widgets.field import FormField
from ui.widgets.offers import dress_completions


class LeadForm(QWidget):
    edited = Signal(str, str)
    """Name of a field and its text, when a person has typed or chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._stage = Choice(tuple(record_words.stage_word(stage) for stage in Stage))
        self._need = QPlainTextEdit()
        self._need.setTabChangesFocus(True)
        self._need.setFixedHeight(look.px(84))
        self._lines = {name: QLineEdit() for name in FIELDS if name not in ("stage", "need")}
        self._fields = {name: FormField(field_word(name), self._editor(name)) for name in FIELDS}
        self._lines["follow_up_on"].setPlaceholderText(self.tr("a date"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for field in self._fields.values():
            self._column.addWidget(field)
        self._listen()
        self.show_texts(empty_texts())

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Only editors whose text differs are touched, so that a cursor stays where it is."""
        for name in FIELDS:
            if self.text(name) != texts[name]:
                self._set_text(name, texts[name])

    def texts(self) -> Texts:
        return {name: self.text(name) for name in FIELDS}

    def text(self, name: str) -> str:
        if name == "stage":
            return tuple(Stage)[self._stage.currentIndex()].value
        return self._need.toPlainText() if name == "need" else self._lines[name].text()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        messages = {problem.field: problem.message for problem in problems}
        for name, field in self._fields.items():
            if field.error != messages.get(name, ""):
                field.set_error(messages.get(name, ""))

    def focus(self, name: str = "name") -> None:
        editor = self._fields[name].editor
        editor.setFocus()
        if isinstance(editor, QLineEdit):
            editor.selectAll()

    def focus_first_error(self) -> None:
        wrong = next((name for name, field in self._fields.items() if field.has_error), "name")
        self._fields[wrong].editor.setFocus()

    def offer_sources(self, completer_words: tuple[str, ...]) -> None:
        """Sources in use, offered while typing."""
        line = self._lines["source"]
        made = QCompleter([as_read(one) for one in completer_words], line)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        dress_completions(made, line)
        line.setCompleter(made)

    def _editor(self, name: str) -> QWidget:
        if name == "stage":
            return self._stage
        return self._need if name == "need" else self._lines[name]

    def _set_text(self, name: str, text: str) -> None:
        editor = self._editor(name)
        editor.blockSignals(True)
        if name == "stage":
            self._stage.setCurrentIndex(tuple(Stage).index(Stage(text)))
        elif name == "need":
            self._need.setPlainText(text)
        else:
            self._lines[name].setText(text)
        editor.blockSignals(False)

    def _listen(self) -> None:
        for name, line in self._lines.items():
            line.textChanged.connect(partial(self.edited.emit, name))
        self._need.textChanged.connect(lambda: self.edited.emit("need", self.text("need")))
        self._stage.currentIndexChanged.connect(lambda: self.edited.emit("stage", self.text("stage")))
