"""Every colour of the program, by role, for light and dark; no other module of the window names a colour."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a colour is for."""

    BACKGROUND = "background"
    SURFACE = "surface"
    RAISED = "raised"
    LINE = "line"
    OUTLINE = "outline"
    TEXT = "text"
    MUTED = "muted"
    BRAND = "brand"
    BRAND_HOVER = "brand-hover"
    ON_BRAND = "on-brand"
    BRAND_SOFT = "brand-soft"
    WARN = "warn"
    WARN_SOFT = "warn-soft"
    WARN_LINE = "warn-line"
    BAD = "bad"
    BAD_SOFT = "bad-soft"
    BAD_LINE = "bad-line"
    INFO = "info"
    INFO_SOFT = "info-soft"
    WORK = "work"
    BREAK = "break"
    TRAVEL = "travel"
    ON_BLOCK = "on-block"
    SHADE = "shade"


Colors = Mapping[Role, str]

LIGHT: Colors = {
    Role.BACKGROUND: "#f6f6f4",
    Role.SURFACE: "#ffffff",
    Role.RAISED: "#eeefea",
    Role.LINE: "#dddedb",
    Role.OUTLINE: "#828985",
    Role.TEXT: "#1b1f1d",
    Role.MUTED: "#58605b",
    Role.BRAND: "#0b6e4f",
    Role.BRAND_HOVER: "#095c42",
    Role.ON_BRAND: "#ffffff",
    Role.BRAND_SOFT: "#e2f2ea",
    Role.WARN: "#805300",
    Role.WARN_SOFT: "#fff2d2",
    Role.WARN_LINE: "#f2d48a",
    Role.BAD: "#b3261e",
    Role.BAD_SOFT: "#fde7e7",
    Role.BAD_LINE: "#e4a8a4",
    Role.INFO: "#1f5ba8",
    Role.INFO_SOFT: "#e3edf9",
    Role.WORK: "#0b6e4f",
    Role.BREAK: "#b0710c",
    Role.TRAVEL: "#3f74b8",
    Role.ON_BLOCK: "#ffffff",
    Role.SHADE: "#1b1f1d",
}

DARK: Colors = {
    Role.BACKGROUND: "#121615",
    Role.SURFACE: "#1b201d",
    Role.RAISED: "#252b28",
    Role.LINE: "#2f3532",
    Role.OUTLINE: "#77827c",
    Role.TEXT: "#e8ece9",
    Role.MUTED: "#a7b0ab",
    Role.BRAND: "#4cc38a",
    Role.BRAND_HOVER: "#63d19c",
    Role.ON_BRAND: "#06170f",
    Role.BRAND_SOFT: "#173328",
    Role.WARN: "#e5ab48",
    Role.WARN_SOFT: "#33260f",
    Role.WARN_LINE: "#5c4415",
    Role.BAD: "#ff8f86",
    Role.BAD_SOFT: "#3d1a1a",
    Role.BAD_LINE: "#7a3733",
    Role.INFO: "#86b4f1",
    Role.INFO_SOFT: "#17263d",
    Role.WORK: "#4cc38a",
    Role.BREAK: "#dfa43c",
    Role.TRAVEL: "#6ea3e6",
    Role.ON_BLOCK: "#0c1310",
    Role.SHADE: "#000000",
}

_PAGES = (Role.BACKGROUND, Role.SURFACE, Role.RAISED)
_SOFT = (Role.BRAND_SOFT, Role.WARN_SOFT, Role.BAD_SOFT, Role.INFO_SOFT)

TEXT_PAIRS: frozenset[tuple[Role, Role]] = frozenset(
    [(ink, page) for ink in (Role.TEXT, Role.MUTED, Role.BRAND, Role.WARN, Role.BAD, Role.INFO) for page in _PAGES]
    + [(ink, soft) for ink in (Role.TEXT, Role.MUTED) for soft in _SOFT]
    + [
        (Role.BRAND, Role.BRAND_SOFT),
        (Role.WARN, Role.WARN_SOFT),
        (Role.BAD, Role.BAD_SOFT),
        (Role.INFO, Role.INFO_SOFT),
        (Role.ON_BRAND, Role.BRAND),
        (Role.ON_BRAND, Role.BRAND_HOVER),
    ]
)
"""Text (first) that may stand on a ground (second): at least 4.5 : 1, which a test computes."""

SHAPE_PAIRS: frozenset[tuple[Role, Role]] = TEXT_PAIRS | frozenset(
    [
        (shape, page)
        for shape in (Role.OUTLINE, Role.WORK, Role.BREAK, Role.TRAVEL)
        for page in (Role.SURFACE, Role.BACKGROUND)
    ]
    + [(shape, Role.RAISED) for shape in (Role.WORK, Role.BREAK, Role.TRAVEL)]
    + [(Role.ON_BLOCK, block) for block in (Role.WORK, Role.BREAK, Role.TRAVEL)]
    + [(Role.BREAK, Role.WARN_SOFT)]
    + [(edge, Role.BRAND_SOFT) for edge in (Role.INFO, Role.WARN, Role.BAD)]
)
"""Shapes that carry meaning, and the ground they stand on: at least 3 : 1."""
