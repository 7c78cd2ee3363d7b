"""How the window looks to this person: what was chosen in the settings, put to use at once."""

from PySide6.QtCore import QObject, Signal

from client.settings import Settings
from ui import words
from ui.language import Language, speak
from ui.theme import Mode, Theme
from ui.words import TimeFormat, WeekStart

SIZES = (100, 125, 150)
_SMALLEST, _LARGEST = 100, 200


class Appearance(QObject):
    changed = Signal(str)
    """Something else was chosen for this setting."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings

    @property
    def mode(self) -> Mode:
        """A word that this program doesn't know means the usual."""
        named = self._settings.text("theme")
        return Mode(named) if named in list(Mode) else Mode.SYSTEM

    @property
    def size(self) -> int:
        """Of texts, in per cent."""
        return max(_SMALLEST, min(_LARGEST, int(self._settings.get("text_size").value)))

    @property
    def time_format(self) -> TimeFormat:
        named = self._settings.text("time_format")
        return TimeFormat(named) if named in list(TimeFormat) else TimeFormat.SYSTEM

    @property
    def language(self) -> Language:
        named = self._settings.text("language")
        return Language(named) if named in list(Language) else Language.SYSTEM

    @property
    def week_start(self) -> WeekStart:
        named = self._settings.text("week_start")
        return WeekStart(named) if named in list(WeekStart) else WeekStart.ORGANISATION

    def chosen(self, name: str) -> str | int:
        """What is in effect, also where a policy says something that this program doesn't know."""
        known: dict[str, str | int] = {
            "theme": self.mode.value,
            "text_size": self.size,
            "time_format": self.time_format.value,
            "week_start": self.week_start.value,
            "language": self.language.value,
        }
        return known[name]

    def is_locked(self, name: str) -> bool:
        return self._settings.get(name).is_locked

    def choose(self, name: str, value: str | int | bool) -> None:
        self._settings.put(name, value)
        self.apply()
        self.changed.emit(name)

    def apply(self) -> None:
        speak(self.language)
        words.use_time_format(self.time_format)
        words.use_week_start(self.week_start)
        self._theme.apply(self.mode, self.size / 100)
