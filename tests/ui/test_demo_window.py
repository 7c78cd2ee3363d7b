"""The demo's window as a process: killed, it goes on where it was; closed, it leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from client.demo.folder import demo_folder
from ui.demo_strip import DemoStrip
from ui.widgets.button import Button
from ui.writer import Writer

pytestmark = pytest.mark.timeout(180)

_START = "import sys; from ui.main import main; sys.exit(main(['demo']))"
_PATIENCE = 60.0
_BEAT = 0.1


class Demo:
    def __init__(self, folder: Path) -> None:
        self.folder = demo_folder(folder)
        self._environment = {**os.environ, "STREAMFLOW_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        self.process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        self.process = subprocess.Popen([sys.executable, "-c", _START], env=self._environment)
        return self.process

    def command(self, *words: str) -> str:
        """Handed to the window, as soon as somebody is signed in there."""
        command = [sys.executable, "-m", "client.cli", *words]
        environment = {**self._environment, "STREAMFLOW_HOME": str(self.folder / "worker")}
        give_up_at = time.monotonic() + _PATIENCE
        while True:
            said = subprocess.run(command, env=environment, capture_output=True, text=True)
            if said.returncode == 0 or time.monotonic() > give_up_at:
                assert said.returncode == 0, said.stderr
                return said.stdout
            time.sleep(_BEAT)

    def status(self) -> dict[str, Any]:
        status: dict[str, Any] = json.loads(self.command("status", "--json"))
        return status


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    made = Demo(tmp_path)
    yield made
    made.process.kill()
    made.process.wait()


def test_a_demo_that_was_killed_goes_on_and_one_that_was_closed_is_gone(demo: Demo) -> None:
    demo.command("clock", "in")
    since = demo.status()["clock"]["since"]
    demo.process.kill()
    demo.process.wait()
    demo.start()
    assert demo.status()["clock"]["since"] == since
    demo.process.send_signal(signal.SIGTERM)
    assert demo.process.wait(_PATIENCE) == 0
    assert not demo.folder.exists()


class Line:
    """A network that can be neither cut nor restored."""

    def cut(self) -> None: ...

    restore = cut


def test_who_cuts_the_network_while_typing_goes_on_typing(qtbot: QtBot) -> None:
    window, strip, line = QWidget(), DemoStrip(Line(), Writer("demo")), QLineEdit()
    column = QVBoxLayout(window)
    for part in (strip, QLineEdit(), line):
        column.addWidget(part)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    with qtbot.waitSignal(strip.switched):
        qtbot.mouseClick(strip.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert line.hasFocus()
