"""A calm line across the page: what is so, what is kept, and at most one thing to do."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import look
from ui.on_demand import OnDemand
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.badge import Tone
from ui.widgets.button import Button
from ui.widgets.glyph import Glyph
from ui.widgets.text import Text

_LINES = {Tone.WARN: Role.WARN_LINE, Tone.BAD: Role.BAD_LINE}


@dataclass(frozen=True)
class BannerValue:
    """`strong` is the part of the sentence set in bold."""

    lead: str
    strong: str = ""
    tail: str = ""
    action: str = ""
    tone: Tone = Tone.WARN
    sign: str = "cloud-off"


class Banner(QFrame):
    action_asked = Signal()

    def __init__(self, value: BannerValue | None = None, parent: QWidget | None = None) -> None:
        """Without a value it is for something that may have to be said, and built when it is."""
        super().__init__(parent)
        self._value = BannerValue("")
        if value is not None:
            self.set_value(value)

    @OnDemand
    def _parts(self) -> tuple[Glyph, Text, Button]:
        ink, ground = self._value.tone.value
        glyph = Glyph(self._value.sign, ink, ground)
        text = Text("", ink=ink, on=ground, wrap=True)
        text.setTextFormat(Qt.TextFormat.RichText)
        action = Button("")
        action.clicked.connect(self.action_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 9, 14, 9)
        line.setSpacing(12)
        line.addWidget(glyph)
        line.addWidget(text, 1)
        line.addWidget(action)
        return glyph, text, action

    def set_value(self, value: BannerValue) -> None:
        self._value = value
        glyph, text, action = self._parts
        ink, ground = value.tone.value
        glyph.set_glyph(value.sign, ink, ground)
        text.set_ink(ink, ground)
        strong = f"<b>{escape(value.strong)}</b>" if value.strong else ""
        parts = (escape(value.lead), strong, escape(value.tail))
        text.setText(" ".join(part for part in parts if part))
        action.setText(value.action)
        action.setVisible(bool(value.action))
        self.setAccessibleName(" ".join(part for part in (value.lead, value.strong, value.tail) if part))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _, ground = self._value.tone.value
        line = look.fill(_LINES.get(self._value.tone, Role.LINE))
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, QRectF(self.rect()), 10, look.fill(ground), line)
