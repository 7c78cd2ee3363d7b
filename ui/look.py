"""The look in use: colours and font scale. Painted widgets ask here each time they paint."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor, QFont, QFontDatabase

from ui.palette import LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Colors, Role

FAMILY = "Inter"
TOUCH = 44
"""The smallest height of anything that is pressed, in logical pixels, so that it works with gloves."""


class Kind(Enum):
    """What a text is; value = size in logical pixels at scale 1, and weight."""

    CLOCK = (54, QFont.Weight.Bold)
    FIGURE = (34, QFont.Weight.Bold)
    TITLE = (22, QFont.Weight.Bold)
    HEADING = (15, QFont.Weight.Bold)
    STRONG = (14, QFont.Weight.DemiBold)
    BODY = (14, QFont.Weight.Normal)
    LABEL = (12, QFont.Weight.DemiBold)
    NOTE = (12, QFont.Weight.Normal)
    SECTION = (11, QFont.Weight.DemiBold)
    CAPTION = (11, QFont.Weight.Normal)


@dataclass(frozen=True)
class Look:
    colors: Colors
    scale: float
    dark: bool


_look = Look(LIGHT, 1.0, dark=False)


def use(look: Look) -> None:
    global _look  # noqa: PLW0603 - one look per process, as there is one QApplication
    _look = look


def current() -> Look:
    return _look


def fill(role: Role) -> QColor:
    """The colour of a ground."""
    return QColor(_look.colors[role])


def ink(role: Role, on: Role) -> QColor:
    """The colour of text; only for pairs whose contrast is tested."""
    if (role, on) not in TEXT_PAIRS:
        raise ValueError(f"{role} text on {on} is not a tested pair")
    return QColor(_look.colors[role])


def shape(role: Role, on: Role) -> QColor:
    """The colour of a shape that carries meaning; only for pairs whose contrast is tested."""
    if (role, on) not in SHAPE_PAIRS:
        raise ValueError(f"a {role} shape on {on} is not a tested pair")
    return QColor(_look.colors[role])


def font(kind: Kind, *, tabular: bool = False) -> QFont:
    size, weight = kind.value
    made = QFont(FAMILY)
    made.setPixelSize(px(size))
    made.setWeight(weight)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    if kind is Kind.SECTION:
        made.setCapitalization(QFont.Capitalization.AllUppercase)
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    return made


def key_font() -> QFont:
    """For keys on buttons: a face that tells I from l."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(px(Kind.CAPTION.value[0]))
    return made


def px(size: float) -> int:
    """A length at the user's font scale."""
    return round(size * _look.scale)


def touch() -> int:
    """The height of a pressable thing: never under 44, and growing with the font."""
    return max(TOUCH, px(TOUCH))
