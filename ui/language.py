"""The language of the window, of Qt's own dialogs in it, and of all that the floors below say to its reader."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from sync import language


class Language(StrEnum):
    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"


NAMES = {Language.ENGLISH: "English", Language.GERMAN: "Deutsch", Language.SPANISH: "Español"}
"""Each in its own words, so that whoever needs it can read it."""
FILES = Path(__file__).parent / "translations"
_system: QLocale | None = None
_translators: list[QTranslator] = []


def speak(wanted: Language) -> None:
    """Whatever is asked for from now on; what is shown already stays as it is."""
    global _system  # noqa: PLW0603 - one per process, as there is one person reading
    _system = _system or QLocale()
    spoken = _of(_system) if wanted is Language.SYSTEM else wanted
    _translate_into(spoken)
    QLocale.setDefault(_locale(_system, spoken))
    language.use(_look_up if spoken is not Language.ENGLISH else None)


def _of(system: QLocale) -> Language:
    """The first of the person's languages that this program speaks; English where there is none."""
    spoken = (name.partition("-")[0] for name in system.uiLanguages())
    return next((Language(name) for name in spoken if name in NAMES), Language.ENGLISH)


def _locale(system: QLocale, spoken: Language) -> QLocale:
    """Dates and numbers as in the person's own country, as far as that language is at home there."""
    if spoken is _of(system):
        return system
    return QLocale(QLocale(spoken.value).language(), system.territory())


def _translate_into(spoken: Language) -> None:
    for old in _translators:
        QCoreApplication.removeTranslator(old)
    _translators.clear()
    if spoken is Language.ENGLISH:
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{spoken}", qt), (f"streamflow_{spoken}", str(FILES))):
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            _translators.append(translator)


def _look_up(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
