"""The day of somebody who hears the window: through the accessibility bus, as a screen reader and its keys do it."""

import subprocess
import sys
from pathlib import Path

from client.home import Home
from client.views import Activity
from support.display import open_display
from support.window import PASSPHRASE, found_copy
from sync.terms import Status
from ui.opening import Opening

_SYSTEM_PYTHON = "/usr/bin/python3"
"""Where Debian's python3-pyatspi is."""
_READER = Path(__file__).parents[1] / "support" / "assistive_day.py"


def test_a_working_day_through_the_accessibility_tree_alone(tmp_path: Path) -> None:
    found_copy(tmp_path)
    window = [sys.executable, "-X", "faulthandler", "-m", "support.real_window", str(tmp_path)]
    command = ["dbus-run-session", "--", _SYSTEM_PYTHON, "-I", str(_READER), *window]
    with open_display() as display:
        environment = {**display, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANGUAGE": "en", "LANG": "C.UTF-8"}
        said = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=110)
    assert said.returncode == 0, said.stderr
    session = Opening(Home.at(tmp_path / "worker"), passphrase=PASSPHRASE).look()
    assert session is not None
    with session:
        entries = session.time.today().entries
        assert [entry.activity for entry in entries] == [Activity.WORK, Activity.BREAK, Activity.WORK, Activity.WORK]
        assert not session.time.state().is_on_clock
        assert [(line.name, line.phone) for line in session.leads.list()] == [("Quay Lane 91", "020 7946 0744")]
        (started,) = session.work_orders.list(statuses=(Status.IN_PROGRESS,))
        assert entries[-1].work_order == started.label
