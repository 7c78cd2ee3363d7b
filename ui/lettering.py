"""Letters are drawn behind somebody's back once: the first time of each takes as long as painting a whole page."""

import string
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPixmap

from ui import look
from ui.look import Kind

_LETTERS = string.digits + string.ascii_letters + string.punctuation + "äöüßÄÖÜáéíóúñ¿¡·–…€£"
_KINDS = (Kind.STRONG, Kind.LABEL, Kind.TITLE, Kind.BODY, Kind.HEADING, Kind.NOTE)


def steps() -> tuple[Callable[[], QPixmap], ...]:
    """One for each face that pages and lists are written in."""
    lists = partial(look.font, Kind.BODY, tabular=True)
    return tuple(partial(_draw, font) for font in (lists, *(partial(look.font, kind) for kind in _KINDS)))


def _draw(font: Callable[[], QFont]) -> QPixmap:
    """As dense as the screen: letters of another size are others."""
    density = QGuiApplication.primaryScreen().devicePixelRatio()
    picture = QPixmap(round(64 * density), round(64 * density))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font())
    painter.drawText(QPointF(0, 48), _LETTERS)
    painter.end()
    return picture
