import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from client.home import Home
from client.passphrase import Cost, PassphraseFile
from ui import main as command
from ui.appearance import Appearance
from ui.theme import Mode, Theme
from ui.walls import LOG_FILE, raise_walls

_START = "import sys; from ui.main import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home.at(tmp_path / "home")
    PassphraseFile(made.secrets_file, "for tests", Cost(64, 1, 1)).write("begun", "")
    return made


def environment(home: Home) -> dict[str, str]:
    return {**os.environ, "STREAMFLOW_HOME": str(home.data), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def running(home: Home, qtbot: QtBot) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen([sys.executable, "-c", _START], env=environment(home), stderr=subprocess.PIPE, text=True)
    qtbot.waitUntil(home.address_file.exists, timeout=20_000)
    yield process
    process.kill()
    process.communicate()


def test_without_a_display_it_says_what_does_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not command.has_display()
    assert command.main([]) == 1
    assert "`streamflow`" in capsys.readouterr().err
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert command.has_display()


def test_a_second_window_raises_the_first(running: subprocess.Popen[str], home: Home) -> None:
    second = subprocess.run([sys.executable, "-c", _START], env=environment(home), timeout=30)
    assert second.returncode == 0
    assert running.poll() is None
    assert json.loads(home.address_file.read_text())["pid"] == running.pid


def test_a_command_is_told_that_nobody_is_signed_in_yet(running: subprocess.Popen[str], home: Home) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "client.cli", "clock", "in"],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert said.returncode != 0
    assert "nobody is signed in" in said.stderr


def test_it_ends_when_it_is_asked_to(running: subprocess.Popen[str], home: Home) -> None:
    running.send_signal(signal.SIGTERM)
    _, errors = running.communicate(timeout=20)
    assert running.returncode == 0, errors
    assert not home.address_file.exists()
    assert "Traceback" not in (home.logs / LOG_FILE).read_text()


def test_what_nobody_foresaw_is_logged_whole_and_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[int] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("ui.walls.qInstallMessageHandler", lambda _handler: None)
    raise_walls(lambda: told.append(threading.get_ident()))
    error = ValueError("a bug")
    sys.excepthook(ValueError, error, None)
    empty: dict[int, str] = {}
    thread = threading.Thread(target=lambda: empty[1])
    thread.start()
    thread.join()
    assert len(told) == 2
    assert [record.levelno for record in caplog.records] == [logging.CRITICAL] * 2
    assert "a bug" in caplog.text
    assert "KeyError" in caplog.text


def test_theme_and_text_size_are_remembered(home: Home, theme: Theme) -> None:
    from client.settings import Settings

    settings = Settings(home)
    settings.put("theme", "dark")
    settings.put("text_size", 125)
    Appearance(theme, Settings(home)).apply()
    assert (theme.mode, theme.scale) == (Mode.DARK, 1.25)
    home.settings_file.write_text('{"theme": "pink", "text_size": 9000}')
    Appearance(theme, Settings(home)).apply()
    assert (theme.mode, theme.scale) == (Mode.SYSTEM, 2.0)
