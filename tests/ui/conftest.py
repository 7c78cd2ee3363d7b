import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui import language, words
from ui.theme import Mode, Theme
from ui.words import TimeFormat, WeekStart


@pytest.fixture(scope="session")
def _collector_off() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _collect_on_this_thread(_collector_off: None) -> Iterator[None]:
    """As the program does (`ui.collector`): what is left of a window must not end on another thread."""
    yield
    QApplication.processEvents()
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale("en_GB"))
    return Theme(qapp)


@pytest.fixture(autouse=True)
def theme(_theme: Theme) -> Iterator[Theme]:
    """Light at scale 1 and the computer's own language, before each test and after it."""
    _as_at_the_start(_theme)
    yield _theme
    _as_at_the_start(_theme)


def _as_at_the_start(theme: Theme) -> None:
    language.speak(language.Language.SYSTEM)
    words.use_time_format(TimeFormat.SYSTEM)
    words.use_week_start(WeekStart.ORGANISATION)
    if (theme.mode, theme.scale) != (Mode.LIGHT, 1.0):
        theme.apply(Mode.LIGHT)
