"""A small state chip: a sign, a word and a shape, so that colour is never the only difference."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from sync.language import translate
from ui import icon, look
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.picture import Picture


class Tone(Enum):
    """value = text and ground."""

    NEUTRAL = (Role.MUTED, Role.RAISED)
    BRAND = (Role.BRAND, Role.BRAND_SOFT)
    INFO = (Role.INFO, Role.INFO_SOFT)
    WARN = (Role.WARN, Role.WARN_SOFT)
    BAD = (Role.BAD, Role.BAD_SOFT)


class Outline(Enum):
    SQUARE = "square"
    ROUND = "round"
    PILL = "pill"
    CUT = "cut"


@dataclass(frozen=True)
class BadgeValue:
    word: str
    tone: Tone = Tone.NEUTRAL
    sign: str = ""
    """Name of an icon."""
    outline: Outline = Outline.ROUND


class SyncMark(Enum):
    """The four states of a record's changes, in the same words everywhere."""

    SAVED = "saved"
    SENDING = "sending"
    SENT = "sent"
    ATTENTION = "attention"


def sync_badge(mark: SyncMark, detail: str = "") -> BadgeValue:
    if mark is SyncMark.SAVED:
        made = BadgeValue(translate("badge", "Saved here"), Tone.NEUTRAL, "arrow-up", Outline.SQUARE)
    elif mark is SyncMark.SENDING:
        made = BadgeValue(translate("badge", "Sending"), Tone.INFO, "refresh-cw", Outline.PILL)
    elif mark is SyncMark.SENT:
        made = BadgeValue(translate("badge", "Sent"), Tone.BRAND, "check", Outline.ROUND)
    else:
        made = BadgeValue(translate("badge", "Needs attention"), Tone.BAD, "triangle-alert", Outline.CUT)
    return BadgeValue(f"{made.word} {detail}", made.tone, made.sign, made.outline) if detail else made


@lru_cache(maxsize=1_000)
def _size(value: BadgeValue, _scale: float) -> QSize:
    return QSize(_metrics().horizontalAdvance(value.word) + _around(value), look.px(22))


def _metrics() -> QFontMetrics:
    return QFontMetrics(look.font(Kind.LABEL))


def _around(value: BadgeValue) -> int:
    """The edges and the sign."""
    return look.px(18) + (look.px(16) if value.sign else 0)


@lru_cache(maxsize=1_000)
def _shortened(value: BadgeValue, room: int, _scale: float) -> BadgeValue:
    return replace(value, word=_metrics().elidedText(value.word, canvas.ELIDE, max(0, room - _around(value))))


def badge_size(value: BadgeValue) -> QSize:
    """Asked for with every line of a list that is painted, of the same few words."""
    return QSize(_size(value, look.current().scale))


def fitted(value: BadgeValue, room: float) -> BadgeValue:
    """With as much of its word as there is room for, so that a state is never left out."""
    return value if badge_size(value).width() <= room else _shortened(value, int(room), look.current().scale)


def paint_badge(painter: QPainter, box: QRectF, value: BadgeValue, on: Role = Role.SURFACE) -> None:
    """The same few over and over, so each is drawn once."""
    worn, density = look.current(), painter.device().devicePixelRatio()
    painter.drawPixmap(box.topLeft(), _picture(value, on, worn.scale, worn.dark, density))


@lru_cache(maxsize=200)
def _picture(value: BadgeValue, on: Role, _scale: float, _is_dark: bool, density: float) -> QPixmap:
    size = badge_size(value)
    made = QPixmap(size * density)
    made.setDevicePixelRatio(density)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, QRectF(QPointF(), size), value, on)
    painter.end()
    return made


def _draw(painter: QPainter, box: QRectF, value: BadgeValue, on: Role) -> None:
    """On a coloured ground, which its own may be like, it has an edge."""
    ink, ground = value.tone.value
    edge = look.shape(ink, on) if on is Role.BRAND_SOFT else None
    _paint_outline(painter, box, value.outline, look.fill(ground), edge)
    inner = box.adjusted(look.px(9), 0, -look.px(4), 0)
    color = look.ink(ink, ground)
    if value.sign:
        side = look.px(12)
        icon.paint(painter, QRectF(inner.left(), box.center().y() - side / 2, side, side), value.sign, color)
        inner.setLeft(inner.left() + look.px(16))
    canvas.write(painter, inner, value.word, look.font(Kind.LABEL), color)


def _paint_outline(painter: QPainter, box: QRectF, outline: Outline, ground: QColor, edge: QColor | None) -> None:
    if outline is Outline.CUT:
        inset = 0.5 if edge else 0
        painter.setBrush(ground)
        painter.setPen(edge or Qt.PenStyle.NoPen)
        painter.drawPolygon(_cut_corners(box.adjusted(inset, inset, -inset, -inset), box.height() * 0.4))
        return
    radius = {Outline.SQUARE: 1.0, Outline.ROUND: look.px(6), Outline.PILL: box.height() / 2}[outline]
    canvas.rounded(painter, box, radius, ground, edge)


def _cut_corners(box: QRectF, cut: float) -> QPolygonF:
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    points = [
        (left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut),
        (right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut),
    ]  # fmt: skip
    return QPolygonF([QPointF(x, y) for x, y in points])


class Badge(Picture):
    def __init__(self, value: BadgeValue, parent: QWidget | None = None) -> None:
        super().__init__(value.word, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._value = value

    @property
    def value(self) -> BadgeValue:
        return self._value

    def set_value(self, value: BadgeValue) -> None:
        self._value = value
        self.setAccessibleName(value.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._value)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            paint_badge(painter, QRectF(self.rect()), self._value)
