"""The icon set (Lucide), tinted at paint time so that it follows the theme and stays sharp on any screen."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent / "icons"
_DENSITIES = (1, 2, 3)


def paint(painter: QPainter, box: QRectF, name: str, color: QColor) -> None:
    _renderer(name, color.name()).render(painter, box)


def pixmap(name: str, color: QColor, size: int, density: float = 1.0) -> QPixmap:
    return _pixmap(name, color.name(), size, density)


def icon(name: str, color: QColor, size: int = 20) -> QIcon:
    """For the places where Qt wants a QIcon (menus, item models)."""
    made = QIcon()
    for density in _DENSITIES:
        made.addPixmap(pixmap(name, color, size, density))
    return made


def names() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("*.svg"))


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


@cache
def _pixmap(name: str, color: str, size: int, density: float) -> QPixmap:
    made = QPixmap(QSize(size, size) * density)
    made.setDevicePixelRatio(density)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _renderer(name, color).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made
