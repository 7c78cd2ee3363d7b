import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import null
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from client.session import Session
from support.desk import Desk, open_desk
from support.window import Place, found_copy, open_copy, open_window, settle
from ui import language, words
from ui.composition import Workshop
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


@pytest.fixture
def qtbot(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """What is a window of its own in a test wears what the program's window does."""
    keep = qtbot.addWidget

    def dress_and_keep(widget: QWidget, **options: Any) -> None:
        theme.dress(widget)
        keep(widget, **options)

    monkeypatch.setattr(qtbot, "addWidget", dress_and_keep)
    return qtbot


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's database and a worker's device, to be copied; where it must be another one, a file has its own."""
    return found_copy(tmp_path_factory.mktemp("company"))


@pytest.fixture
def desk(company: Path, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    with open_desk(company, tmp_path, theme, qtbot) as made:
        yield made


@pytest.fixture
def device(company: Path, tmp_path: Path) -> Iterator[Place]:
    with open_copy(company, tmp_path) as made:
        yield made


@pytest.fixture
def worker(device: Place) -> Session:
    return device.session


@pytest.fixture
def window(worker: Session, theme: Theme, qtbot: QtBot) -> Iterator[Workshop]:
    with open_window(worker, theme, qtbot) as made:
        settle(made, qtbot)
        yield made


@pytest.fixture
def no_keyring() -> Iterator[None]:
    """As on a bare computer, whatever this one has."""
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())
    yield
    keyring.set_keyring(before)


def _as_at_the_start(theme: Theme) -> None:
    language.speak(language.Language.SYSTEM)
    words.use_time_format(TimeFormat.SYSTEM)
    words.use_week_start(WeekStart.ORGANISATION)
    if (theme.mode, theme.scale) != (Mode.LIGHT, 1.0):
        theme.apply(Mode.LIGHT)
