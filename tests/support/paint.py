"""What a window paints: its picture, and each text, icon and outline of our own widgets with what was beneath it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import count
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

from ui import icon, look
from ui.palette import Role
from ui.widgets import canvas

DENSITY = 4
"""Strokes are drawn large enough to be solid."""
_DECOR = (Role.LINE, Role.WARN_LINE, Role.BAD_LINE)
"""Lines that only part what can be told apart without them."""
_SAID = 0.5
"""A colour that covers this share of what the most seen ink covers is ink as well, and not the edge of a stroke."""


class Made(Enum):
    TEXT = "text"
    SHAPE = "shape"


@dataclass(frozen=True)
class Mark:
    """Something that one of our widgets has painted."""

    made: Made
    name: str
    contrast: float


@dataclass
class Picture:
    image: QImage
    marks: list[Mark]

    def contrast_in(self, place: QRect) -> float:
        """Of the text in this part of the window; all its inks count."""
        counts = _colors(self.image, QRect(place.topLeft() * DENSITY, place.size() * DENSITY))
        (ground, _), *inks = counts.most_common()
        if not inks:
            return 1.0
        solid = [ink for ink, count in inks if count >= _SAID * inks[0][1]]
        return min(contrast(QColor.fromRgb(ground), QColor.fromRgb(ink)) for ink in solid)

    def strongest(self, place: QRect) -> float:
        """The greatest contrast to the first pixel of this part of the window."""
        cut = self.image.copy(QRect(place.topLeft() * DENSITY, place.size() * DENSITY))
        ground = cut.pixelColor(0, 0)
        return max(contrast(ground, QColor.fromRgb(color)) for color in _colors(cut, cut.rect()))


def contrast(first: QColor, second: QColor) -> float:
    """As WCAG 2 computes it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def paint(window: QWidget) -> Picture:
    """The whole window, since the ground of a widget is often a parent's."""
    image = QImage(window.size() * DENSITY, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DENSITY)
    image.fill(window.palette().window().color())
    picture = Picture(image, [])
    known = window.findChildren(QWidget)  # else a painter can't tell which of them it paints on
    with _watched(picture):
        window.render(image)
    del known
    return picture


@contextmanager
def _watched(picture: Picture) -> Iterator[None]:
    """Whatever our widgets' few strokes are asked to paint is noted before they do."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name, note in ((canvas, "write", _text), (canvas, "rounded", _outline), (icon, "paint", _icon)):
            patch.setattr(owner, name, partial(_noting, picture, note, getattr(owner, name)))
        yield


def _noting(picture: Picture, note: Any, stroke: Any, painter: QPainter, box: QRectF, *rest: Any, **named: Any) -> None:
    found = note(picture.image, painter, box, *rest, **named)
    if found is not None:
        picture.marks.append(found)
    stroke(painter, box, *rest, **named)


def _text(
    image: QImage, painter: QPainter, box: QRectF, text: str, font: Any, color: QColor, align: Any = canvas.LEFT
) -> Mark | None:
    ground = _ground(image, painter, QFontMetricsF(font).boundingRect(box, int(align), text))
    return Mark(Made.TEXT, text, contrast(ground, color)) if ground is not None and text.strip() else None


def _icon(image: QImage, painter: QPainter, box: QRectF, name: str, color: QColor) -> Mark | None:
    ground = _ground(image, painter, box)
    return Mark(Made.SHAPE, f"icon {name}", contrast(ground, color)) if ground is not None else None


def _outline(
    image: QImage,
    painter: QPainter,
    box: QRectF,
    _radius: float,
    _fill: QColor | None,
    line: QColor | None = None,
    _width: float = 1,
) -> Mark | None:
    if line is None or line in [look.fill(role) for role in _DECOR]:
        return None
    ground = _ground(image, painter, box)
    if ground is None or ground == line:  # a gap, not a line
        return None
    return Mark(Made.SHAPE, f"outline {line.name()}", contrast(ground, line))


def _ground(image: QImage, painter: QPainter, box: QRectF) -> QColor | None:
    """What is painted there so far; None where it is out of sight."""
    seen = place_of(painter.device())  # type: ignore[arg-type]  # our widgets paint on widgets only
    in_sight = QRect(seen.topLeft() * DENSITY, seen.size() * DENSITY)
    place = painter.deviceTransform().mapRect(box).toRect().intersected(in_sight)
    if place.height() < DENSITY * min(8.0, box.height()) or place.width() < DENSITY:
        return None
    return QColor.fromRgb(_colors(image, place).most_common(1)[0][0])


def _colors(image: QImage, place: QRect) -> Counter[int]:
    """Of every few pixels: at this density no stroke falls between them, nor is it always its edge that is met."""
    cut = image.copy(place)
    step = next(step for step in count(DENSITY + 1) if (cut.width() or 1) % step)
    return Counter(memoryview(cut.constBits()).cast("I")[::step])


def _luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def place_of(widget: QWidget) -> QRect:
    """Where what is in sight of it lies in its window."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(widget.window(), QPoint(0, 0)))
