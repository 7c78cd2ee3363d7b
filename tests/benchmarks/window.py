"""The window as a process of its own, on a home in which somebody is signed in; prints what it measured.

python -m benchmarks.window start HOME      when it can be used, by the clock that all processes share
python -m benchmarks.window drain HOME      how long its thread was away from events while the queue goes out
python -m benchmarks.window first-sync HOME the same while a new device fetches everything
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.secret import PASSPHRASE
from client.home import Home
from ui.main import work

if TYPE_CHECKING:  # as in the program, where nothing is loaded before it is needed
    from client.views import SyncStatus
    from ui.composition import Workshop
    from ui.program import Program

_QUIET = 1_500
RECEIVED = 10_000


def run(home: Path, begin: "Callable[[Program, Workshop], None]") -> int:
    def prepare(program: "Program") -> None:
        program.opened.connect(lambda workshop: begin(program, workshop))

    os.environ["STREAMFLOW_PASSPHRASE"] = PASSPHRASE
    return work(Home.at(home), prepare=prepare)


def start(program: "Program", workshop: "Workshop") -> None:
    """Usable: the day is read and painted, and the loop has come round to the next event of a person."""
    from PySide6.QtCore import QTimer

    def paint() -> None:
        if not workshop.place.reader.is_idle:
            QTimer.singleShot(2, paint)
            return
        program.repaint()
        QTimer.singleShot(0, tell)

    def tell() -> None:
        say(at=time.monotonic(), cpu=time.process_time() * 1_000)
        program.close()

    QTimer.singleShot(0, paint)


class Exchange:
    """Holds the sync back until the leads' screen is there, then lets it go and clocks in and out until it is over."""

    def __init__(self, program: "Program", workshop: "Workshop", is_over: "Callable[[SyncStatus], bool]") -> None:
        from PySide6.QtCore import QTimer

        from support.watchdog import Watchdog

        self._program, self._place, self._is_over = program, workshop.place, is_over
        self._watchdog = Watchdog()
        self._began = 0.0
        self._waiting = 0
        self._clock = QTimer(program)
        self._clock.timeout.connect(self._place.puncher.toggle_clock)
        self._place.session.sync.pause()
        self._place.shell.show_screen("leads")
        self._after = QTimer.singleShot
        self._after(_QUIET, self._go)

    def _go(self) -> None:
        self._waiting = self._place.session.sync.status().waiting
        self._place.bridge.status_changed.connect(self._look)
        self._watchdog.__enter__()
        self._began = time.monotonic()
        self._clock.start(300)
        self._place.session.sync.resume()

    def _look(self, status: "SyncStatus") -> None:
        if self._is_over(status) and self._clock.isActive():
            self._clock.stop()
            seconds = time.monotonic() - self._began
            self._after(_QUIET, lambda: self._end(seconds))

    def _end(self, seconds: float) -> None:
        self._watchdog.__exit__(None, None, None)
        status = self._place.session.sync.status()
        longest = self._watchdog.longest * 1_000
        say(longest_ms=longest, seconds=seconds, waited=self._waiting, received=status.received_today)
        self._program.close()


_under_way: list[Exchange] = []


def drain(program: "Program", workshop: "Workshop") -> None:
    _under_way.append(Exchange(program, workshop, lambda status: not status.waiting))


def first_sync(program: "Program", workshop: "Workshop") -> None:
    def is_over(status: "SyncStatus") -> bool:
        return not status.waiting and status.fetching is None and status.received_today >= RECEIVED

    _under_way.append(Exchange(program, workshop, is_over))


def say(**facts: float) -> None:
    print(json.dumps(facts), flush=True)


if __name__ == "__main__":
    what, home = sys.argv[1:]
    raise SystemExit(run(Path(home), {"start": start, "drain": drain, "first-sync": first_sync}[what]))
