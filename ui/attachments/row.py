"""One attachment: a small picture of it, what it is, where its bytes are, and what can be done with it."""

from datetime import date, tzinfo

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from client.views import AttachmentLine, Mark, Where
from sync.language import translate
from sync.terms import Purpose
from ui import icon, look, record_words, words
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.badge import Badge, BadgeValue, Outline, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.menu import offer
from ui.widgets.picture import Picture
from ui.widgets.text import Text

_SIDE, _RADIUS = 56, 8
# A preview comes from another device: one that claims to be larger than ours ever are is not decoded.
_LARGEST = QSize(1_000, 1_000)
_SIGNS = {Purpose.PHOTO: "image", Purpose.FILE: "paperclip", Purpose.SIGNATURE: "pencil"}


def where_badge(line: AttachmentLine) -> BadgeValue:
    """The state of its bytes; what needs attention is its record's state, and comes first."""
    if line.mark is Mark.NEEDS_ATTENTION:
        return record_words.mark_badge(line.mark)
    match line.where:
        case Where.SENT:
            return BadgeValue(translate("attachment", "Sent"), Tone.BRAND, "check", Outline.ROUND)
        case Where.SENDING:
            share = translate("attachment", "Sending {share} %").format(share=words.number_text(int(100 * line.share)))
            return BadgeValue(share, Tone.INFO, "refresh-cw", Outline.PILL)
        case Where.HERE:
            return BadgeValue(translate("attachment", "On this device"), Tone.NEUTRAL, "arrow-up", Outline.SQUARE)
        case Where.FETCHING:
            share = translate("attachment", "Fetching {share} %").format(share=words.number_text(int(100 * line.share)))
            return BadgeValue(share, Tone.INFO, "refresh-cw", Outline.PILL)
        case Where.THERE:
            return BadgeValue(translate("attachment", "Not on this device"), Tone.NEUTRAL, "cloud", Outline.ROUND)
        case Where.ELSEWHERE:
            return BadgeValue(translate("attachment", "Not sent to us yet"), Tone.NEUTRAL, "clock", Outline.SQUARE)


class Thumbnail(Picture):
    def __init__(self) -> None:
        super().__init__("")
        self._line: AttachmentLine | None = None
        self._shown = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.px(_SIDE), look.px(_SIDE))

    def show_line(self, line: AttachmentLine) -> None:
        if self._line is None or line.preview != self._line.preview:
            self._shown = _read(line)
        self._line = line
        self.setAccessibleName(line.name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._line is None:
            return
        box = QRectF(self.rect())
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, box, _RADIUS, look.fill(Role.RAISED), look.fill(Role.LINE))
            if self._shown.isNull():
                side = look.px(24)
                middle = QRectF((box.width() - side) / 2, (box.height() - side) / 2, side, side)
                icon.paint(painter, middle, _SIGNS[self._line.purpose], look.ink(Role.MUTED, Role.RAISED))
                return
            path = QPainterPath()
            path.addRoundedRect(box, _RADIUS, _RADIUS)
            painter.setClipPath(path)
            painter.drawPixmap(box, self._shown, _middle(self._shown))


class AttachmentRow(QWidget):
    opened = Signal(object)
    fetched = Signal(object)
    saved = Signal(object)
    removed = Signal(object)
    """Each with the `AttachmentLine` that is meant."""

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self._zone = zone
        self._line: AttachmentLine | None = None
        self._thumbnail = Thumbnail()
        self._name = Text("", Kind.STRONG)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._facts = Text("", Kind.NOTE, Role.MUTED, wrap=True)
        self._badge = Badge(BadgeValue(""))
        self._act = Button("", ButtonKind.LINK)
        self._more = Button("", ButtonKind.LINK, icon_name="chevron-down")
        self._act.clicked.connect(self._on_act)
        self._more.clicked.connect(self._show_more)
        self._lay_out()

    @property
    def line(self) -> AttachmentLine | None:
        return self._line

    def show_line(self, line: AttachmentLine, today: date) -> None:
        self._line = line
        self._thumbnail.show_line(line)
        self._name.setText(line.name)
        self._name.setToolTip(line.name)
        who = self.tr("you") if line.is_mine else line.author
        size = QLocale().formattedDataSize(line.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        self._facts.setText(" · ".join((record_words.when_text(line.taken_at, self._zone, today), who, size)))
        self._badge.set_value(where_badge(line))
        is_there = line.where is Where.THERE
        self._act.setText(self.tr("Fetch") if is_there else self.tr("Open"))
        self._act.setVisible(is_there or line.may_open)
        self._act.setAccessibleName(f"{self._act.text()}: {line.name}")
        self._more.setAccessibleName(self.tr("More for {name}").format(name=line.name))
        self.setAccessibleName(f"{line.name}, {self._badge.value.word}")

    def menu(self) -> QMenu | None:
        line = self._line
        if line is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_here = line.where in (Where.HERE, Where.SENDING, Where.SENT)
        save = menu.addAction(self.tr("Save a copy…"))
        save.setEnabled(is_here)
        save.triggered.connect(lambda: self.saved.emit(line))
        remove = menu.addAction(self.tr("Remove"))
        remove.setEnabled(line.may_remove)
        remove.triggered.connect(lambda: self.removed.emit(line))
        return menu

    def _show_more(self) -> None:
        menu = self.menu()
        if menu is not None:
            offer(menu, self._more)

    def _on_act(self) -> None:
        if self._line is not None:
            (self.fetched if self._line.where is Where.THERE else self.opened).emit(self._line)

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self._badge)
        state.addStretch(1)
        state.addWidget(self._act)
        state.addWidget(self._more)
        words_of_it = QVBoxLayout()
        words_of_it.setSpacing(2)
        words_of_it.addStretch(1)
        words_of_it.addWidget(self._name)
        words_of_it.addWidget(self._facts)
        words_of_it.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words_of_it, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(state)  # below the picture, so that it fits beside a list


def _read(line: AttachmentLine) -> QPixmap:
    """Nothing where there is no preview, or one that is not to be trusted."""
    if line.preview is None:
        return QPixmap()
    reader = QImageReader(str(line.preview), b"jpeg")
    size = reader.size()
    if not size.isValid() or size.width() > _LARGEST.width() or size.height() > _LARGEST.height():
        return QPixmap()
    return QPixmap.fromImage(reader.read())


def _middle(pixmap: QPixmap) -> QRectF:
    """The largest square in the middle of a picture."""
    side = min(pixmap.width(), pixmap.height())
    return QRectF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side)
