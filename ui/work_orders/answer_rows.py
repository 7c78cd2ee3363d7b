"""Items of a checklist that ask for more than a tick: a sign whether it is answered, and the answer to be typed."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from client.views import CheckLine
from sync.language import translate
from sync.records import CheckItem
from sync.rules import Answer
from sync.terms import AnswerKind
from ui import icon, look
from ui.drafts import Typed
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.field import FormField
from ui.work_orders import answers

_SIGN, _GAP = 24, 10


class AnswerRow(QWidget):
    """`show_line` never emits `answered`, and leaves alone what is being typed."""

    answered = Signal(object)

    def __init__(self, item: CheckItem, editor: QWidget) -> None:
        super().__init__()
        self.item = item
        self.is_done = False
        self.field = FormField(title_of(item), editor, answers.hint(item))
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(_SIGN + _GAP), look.px(10), 0, look.px(10))
        line.addWidget(self.field, 1)

    def show_line(self, line: CheckLine) -> None:
        self.is_done = line.is_answered
        self.put(line)
        self.update()

    def put(self, line: CheckLine) -> None:
        raise NotImplementedError

    def show_trouble(self, sentence: str) -> None:
        self.field.set_error(sentence)

    def focus(self) -> None:
        self.field.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = look.px(_SIGN)
        box = QRectF(1, look.px(10), side, side)
        with canvas.painter_for(self) as painter:
            if self.is_done:
                canvas.rounded(painter, box, 5, look.fill(Role.BRAND))
                icon.paint(painter, box.adjusted(4, 4, -4, -4), "check", look.ink(Role.ON_BRAND, Role.BRAND))
            else:
                canvas.rounded(painter, box, side / 2, None, look.shape(Role.OUTLINE, Role.SURFACE), 2)
            painter.fillRect(0, self.height() - 1, self.width(), 1, look.fill(Role.LINE))


class TypedRow(AnswerRow):
    """A number or words; saved by Enter, and when the field is left."""

    def __init__(self, item: CheckItem, typed: Typed) -> None:
        self._line = QLineEdit(typed.get(item.id, ""))
        super().__init__(item, self._line)
        self._shown = ""
        self._typed = typed
        self._line.editingFinished.connect(self._finish)
        self._line.textChanged.connect(self._take)

    def put(self, line: CheckLine) -> None:
        text = self._text(line)
        is_typed = self._line.text() != self._shown
        self._shown = text
        if not is_typed:
            self._line.setText(text)
        if self._line.text() == text:
            self._typed.drop(self.item.id)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide:
            self._finish()
        return super().event(event)

    def _take(self) -> None:
        """Assistive technology sets a text without ever entering the field."""
        self.field.set_error("")
        self._typed.change(self.item.id, self._line.text(), self._shown)
        if not self._line.hasFocus():
            self._finish()

    def _finish(self) -> None:
        text = self._line.text().strip()
        if text == self._shown or self.field.has_error:
            return
        self.answered.emit(self._read(text) if text else None)

    def _read(self, text: str) -> Answer:
        if self.item.kind is not AnswerKind.NUMBER:
            return text
        number = answers.read_number(text)
        return text if number is None else number

    def _text(self, line: CheckLine) -> str:
        if line.answer is None:
            return ""
        return answers.number_text(line.answer) if self.item.kind is AnswerKind.NUMBER else str(line.answer)


class ChoiceRow(AnswerRow):
    def __init__(self, item: CheckItem) -> None:
        nothing = translate("AnswerRow", "Not answered")
        self._choice = Choice((nothing, *item.choices))
        super().__init__(item, self._choice)
        self._choice.activated.connect(self._choose)

    def put(self, line: CheckLine) -> None:
        given = str(line.answer) if line.is_answered else ""
        self._choice.setCurrentIndex(1 + self.item.choices.index(given) if given in self.item.choices else 0)

    def _choose(self, position: int) -> None:
        self.answered.emit(self.item.choices[position - 1] if position else None)


class PhotoRow(AnswerRow):
    photo_asked = Signal()

    def __init__(self, item: CheckItem) -> None:
        self._add = Button("", icon_name="camera")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        super().__init__(item, holder)
        self._add.clicked.connect(self.photo_asked)

    def focus(self) -> None:
        self._add.setFocus(Qt.FocusReason.TabFocusReason)

    def put(self, line: CheckLine) -> None:
        first, next_one = translate("AnswerRow", "Add photo…"), translate("AnswerRow", "Another photo…")
        self._add.setText(next_one if line.is_answered else first)
        self._add.setAccessibleName(f"{self._add.text()}: {line.text}")


def title_of(item: CheckItem) -> str:
    if not item.is_optional:
        return item.text
    return translate("AnswerRow", "{item} (optional)").format(item=item.text)
