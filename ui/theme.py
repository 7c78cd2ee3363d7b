"""Light, dark or the system's choice, with a font scale; sets palette, fonts and style sheet together."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget
from shiboken6 import isValid

from ui import look
from ui.look import Kind, Look
from ui.palette import DARK, LIGHT, Role
from ui.stylesheet import stylesheet

FONTS = Path(__file__).parent / "fonts"


class Mode(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """One per application; keep a reference for as long as the window lives.

    The sheet is put on windows: one for the whole application would be laid on each part of a page anew with every step
    that it takes from its own box to its place, which is most of what building takes.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.mode = Mode.SYSTEM
        self.scale = 1.0
        self._windows: list[QWidget] = []
        self._worn: Look | None = None
        """Styling all widgets anew takes long, so only where it changes something."""
        load_fonts()
        application.setStyle(QStyleFactory.create("Fusion"))
        application.styleHints().colorSchemeChanged.connect(self._follow)

    def apply(self, mode: Mode, scale: float = 1.0) -> None:
        self.mode, self.scale = mode, scale
        dark = mode is Mode.DARK or (mode is Mode.SYSTEM and self._is_system_dark())
        wanted = Look(DARK if dark else LIGHT, scale, dark)
        if wanted == self._worn:
            return
        self._worn = wanted
        look.use(wanted)
        self._application.setPalette(qt_palette())
        self._application.setFont(look.font(Kind.BODY))
        for window in self._living_windows():
            window.setStyleSheet(stylesheet())
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """With all that is in it and opens from it, from now on."""
        if not any(window is known for known in self._living_windows()):
            self._windows.append(window)
            if self._worn is not None:
                window.setStyleSheet(stylesheet())

    def _living_windows(self) -> list[QWidget]:
        self._windows = [window for window in self._windows if isValid(window)]
        return self._windows

    def _follow(self) -> None:
        """Always anew: Qt has told its controls of the system's colours by now."""
        if self.mode is Mode.SYSTEM:
            self._worn = None
            self.apply(Mode.SYSTEM, self.scale)

    def _is_system_dark(self) -> bool:
        return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark


def load_fonts() -> None:
    """Without the bundled files Qt falls back to the system's own font; nothing else depends on them."""
    if look.FAMILY in QFontDatabase.families():
        return
    for file in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def qt_palette() -> QPalette:
    """What Qt's own controls are drawn with."""
    part = QPalette.ColorRole
    chosen = {
        part.Window: look.fill(Role.BACKGROUND),
        part.WindowText: look.ink(Role.TEXT, on=Role.BACKGROUND),
        part.Base: look.fill(Role.SURFACE),
        part.AlternateBase: look.fill(Role.RAISED),
        part.Text: look.ink(Role.TEXT, on=Role.SURFACE),
        part.PlaceholderText: look.ink(Role.MUTED, on=Role.SURFACE),
        part.Button: look.fill(Role.SURFACE),
        part.ButtonText: look.ink(Role.TEXT, on=Role.SURFACE),
        part.ToolTipBase: look.fill(Role.RAISED),
        part.ToolTipText: look.ink(Role.TEXT, on=Role.RAISED),
        part.BrightText: look.ink(Role.BAD, on=Role.SURFACE),
        part.Link: look.ink(Role.BRAND, on=Role.SURFACE),
        part.Highlight: look.fill(Role.BRAND),
        part.HighlightedText: look.ink(Role.ON_BRAND, on=Role.BRAND),
        part.Accent: look.fill(Role.BRAND),
    }
    palette = QPalette()
    for role, color in chosen.items():
        palette.setColor(role, color)
    for role in (part.WindowText, part.Text, part.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.ink(Role.MUTED, on=Role.SURFACE))
    return palette
