"""What the operating system says of the line reaches the session, and nothing is heard after the window is closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from support.window import Place, found_copy, open_copy, open_window
from sync.status import Phase
from ui import network
from ui.theme import Theme


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_copy(tmp_path_factory.mktemp("company"), ())


@pytest.fixture
def place(company: Path, tmp_path: Path) -> Iterator[Place]:
    with open_copy(company, tmp_path) as place:
        yield place


@pytest.fixture
def heard() -> Iterator[QNetworkInformation]:
    """Only here is it listened to; other windows in this process stay as they are."""
    assert network.listen()
    assert network.listen()
    (information,) = network._held
    yield information
    information.isMeteredChanged.emit(information.isMetered())


def test_files_wait_while_the_line_costs_extra_where_that_is_wanted(
    place: Place, theme: Theme, qtbot: QtBot, heard: QNetworkInformation
) -> None:
    attachments, settings = place.session.attachments, place.session.settings
    with open_window(place.session, theme, qtbot):
        assert not attachments.is_held_back
        heard.isMeteredChanged.emit(True)
        assert not attachments.is_held_back
        settings.put("attachments_network", "unmetered")
        assert attachments.is_held_back
        heard.isMeteredChanged.emit(False)
        assert not attachments.is_held_back
        settings.put("attachments_network", "held")
        assert attachments.is_held_back
        settings.put("attachments_network", "unmetered")
    heard.isMeteredChanged.emit(True)
    assert not attachments.is_held_back


def test_a_line_that_goes_down_or_comes_up_is_tried_at_once(
    place: Place, theme: Theme, qtbot: QtBot, heard: QNetworkInformation
) -> None:
    engine = place.session._line._engine
    with open_window(place.session, theme, qtbot):
        place.session.sync.once(0)
        assert engine.status.is_online
        place.line.is_cut = True
        heard.reachabilityChanged.emit(QNetworkInformation.Reachability.Disconnected)
        engine.step()
        assert engine.status.phase is Phase.OFFLINE
        place.line.is_cut = False
        heard.reachabilityChanged.emit(QNetworkInformation.Reachability.Online)
        while engine.status.phase in (Phase.OFFLINE, Phase.PROBING):
            assert engine.step() <= place.clock.monotonic()
        assert engine.status.is_online
