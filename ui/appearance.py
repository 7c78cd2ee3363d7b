"""How the window looks to this person: what was chosen in the settings, put to use at once."""

from PySide6.QtCore import QObject, Signal

from client.settings import Settings
from ui.theme import Mode, Theme

SIZES = (100, 125, 150)
_SMALLEST, _LARGEST = 100, 200


class Appearance(QObject):
    changed = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._theme, self.settings = theme, settings
        theme.changed.connect(self.changed)

    @property
    def mode(self) -> Mode:
        """A word that this program doesn't know means the usual."""
        named = self.settings.text("theme")
        return Mode(named) if named in list(Mode) else Mode.SYSTEM

    @property
    def size(self) -> int:
        """Of texts, in per cent."""
        return max(_SMALLEST, min(_LARGEST, int(self.settings.get("text_size").value)))

    def is_locked(self, name: str) -> bool:
        return self.settings.get(name).is_locked

    def choose(self, name: str, value: str | int | bool) -> None:
        self.settings.put(name, value)
        self.apply()

    def apply(self) -> None:
        self._theme.apply(self.mode, self.size / 100)
