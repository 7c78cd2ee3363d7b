"""PySide6 6.12.0 loses references to True and None on Python 3.11 and ends the process; small programs survive it.

The loop below is long enough to show it. Whoever raises the version runs this first.
"""

import subprocess
import sys
from importlib.metadata import version

EMIT = """
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    told = Signal(object)

heard = []
source = Source()
source.told.connect(heard.append)
for _ in range(20_000):
    source.told.emit(True)
    source.told.emit(None)
assert len(heard) == 40_000
"""


def test_signals_keep_the_references_of_shared_values() -> None:
    done = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_pinned_version_is_the_one_that_runs() -> None:
    assert version("PySide6-Essentials") == version("shiboken6") == "6.11.3"
