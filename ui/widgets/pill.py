"""The pill at the top right: the connection's state and what is kept here, on every screen."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget

from sync.language import translate
from ui import icon, look
from ui.announce import announce
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.badge import Tone
from ui.widgets.pressable import Pressable
from ui.words import number_text

_ICON, _PAD, _GAP = 16, 14, 8


class Connection(Enum):
    """value = tone and icon."""

    ONLINE = (Tone.BRAND, "cloud-check")
    WAITING = (Tone.INFO, "arrow-up")
    SENDING = (Tone.INFO, "refresh-cw")
    CONNECTING = (Tone.NEUTRAL, "cloud")
    BUSY = (Tone.WARN, "clock")
    OFFLINE = (Tone.WARN, "cloud-off")
    PAUSED = (Tone.WARN, "pause")
    SIGN_IN = (Tone.WARN, "key-round")
    UPDATE = (Tone.WARN, "download")
    REVOKED = (Tone.BAD, "lock")
    ATTENTION = (Tone.BAD, "triangle-alert")


@dataclass(frozen=True)
class PillValue:
    """Counts are of records, never of operations."""

    connection: Connection
    saved: int = 0
    sent: int = 0
    total: int = 0
    attention: int = 0


def pill_text(value: PillValue) -> str:
    if value.connection is Connection.SENDING:
        form = translate("pill", "Sending {sent} of {total}")
        return form.format(sent=number_text(value.sent), total=number_text(value.total))
    if value.connection is Connection.ATTENTION:
        form = translate("pill", "Needs attention: {count}")
        return form.format(count=number_text(value.attention))
    kept = _kept(value)
    return f"{_state_word(value.connection)} · {kept}" if kept else _state_word(value.connection)


def _state_word(connection: Connection) -> str:
    return {
        Connection.ONLINE: translate("pill", "Online"),
        Connection.WAITING: translate("pill", "Online"),
        Connection.CONNECTING: translate("pill", "Connecting"),
        Connection.BUSY: translate("pill", "Server busy"),
        Connection.OFFLINE: translate("pill", "Offline"),
        Connection.PAUSED: translate("pill", "Paused"),
        Connection.SIGN_IN: translate("pill", "Sign in to send"),
        Connection.UPDATE: translate("pill", "Update needed"),
        Connection.REVOKED: translate("pill", "Locked out"),
    }[connection]


def _kept(value: PillValue) -> str:
    if value.saved:
        return translate("pill", "{count} saved here").format(count=number_text(value.saved))
    return translate("pill", "all sent") if value.connection is Connection.ONLINE else ""


class ConnectionPill(Pressable):
    """`clicked` opens Sync."""

    def __init__(self, value: PillValue, parent: QWidget | None = None) -> None:
        super().__init__(pill_text(value), parent)
        self._value = value
        self.setToolTip(self.tr("Open Sync"))
        self.setAccessibleDescription(self.tr("Connection. Opens Sync."))

    @property
    def value(self) -> PillValue:
        return self._value

    def set_value(self, value: PillValue) -> None:
        if value == self._value:
            return
        is_new_state = value.connection is not self._value.connection
        self._value = value
        self.setText(pill_text(value))
        self.updateGeometry()
        self.update()
        if is_new_state:
            announce(self, self.text())

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(look.font(Kind.STRONG)).horizontalAdvance(self.text())
        return QSize(wide + look.px(_ICON + _GAP + 2 * _PAD) + 2, look.touch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone, name = self._value.connection.value
        ink, ground = tone.value
        color = look.ink(ink, ground)
        box = QRectF(self.rect()).adjusted(0, 4, 0, -4)
        with canvas.painter_for(self) as painter:
            edge = color if self.is_under_pointer else None
            canvas.rounded(painter, box, box.height() / 2, look.fill(ground), edge)
            side, left = look.px(_ICON), look.px(_PAD)
            icon.paint(painter, QRectF(left, box.center().y() - side / 2, side, side), name, color)
            text = box.adjusted(left + side + look.px(_GAP), 0, 0, 0)
            canvas.write(painter, text, self.text(), look.font(Kind.STRONG), color)
            if self.shows_focus:
                canvas.rounded(painter, box, box.height() / 2, None, look.shape(Role.TEXT, ground), 2)
