"""The window on a large company, as a process of its own; prints what it measured.

python -m benchmarks.large frame HOME       the longest that its thread was busy at a stretch, by what was being done
python -m benchmarks.large search HOME      from a keystroke to the rows that it finds
python -m benchmarks.large memory HOME      what it holds after every list was scrolled through

Busy is counted in the thread's own processor time, so that a crowded machine does not look like slow code.
"""

import json
import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from benchmarks.secret import PASSPHRASE
from client.home import Home
from client.session import Session
from ui.composition import Workshop
from ui.list_view import ListView
from ui.opening import Opening
from ui.program import Program
from ui.showing import application, show
from ui.widgets.search_line import SearchLine

_BEAT, _PAUSE = 2, 60
_SCROLLS = 40
_AHEAD = 3_000
_PLAIN_CELLS, _PLAIN_SIZE, _PLAIN_TIMES = (13, 6), (996, 547), 25
_TYPED = ("lena grant 7", "bristol", "22 orch")
_WORDS = ("l", "le", "lena", "lena g", "bristol", "22 orchard", "gra 77", "zzz")


class Busy:
    """The longest stretch between two beats, by label, in milliseconds of the thread's own processor time."""

    def __init__(self) -> None:
        self.label = ""
        self.longest: dict[str, float] = {}
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT)

    def begin(self, label: str) -> None:
        """What was done before is not told of."""
        self.label, self._last = label, time.thread_time()

    def _beat(self) -> None:
        now = time.thread_time()
        busy = (now - self._last) * 1_000
        self.longest[self.label] = max(self.longest.get(self.label, 0.0), busy)
        self._last = now


class Walk:
    """Takes the next step when the pause that the last one asked for is over."""

    def __init__(self, program: Program, workshop: Workshop, what: str) -> None:
        self._program, self._place = program, workshop.place
        self._busy = Busy()
        self._facts: dict[str, Any] = {}
        self._steps = {"frame": self._frame, "search": self._search, "memory": self._memory}[what]()
        self._wait_for_the_day()

    def _wait_for_the_day(self) -> None:
        """The window can be used then: what is built from there on is built behind somebody's back."""
        if not self._place.reader.is_idle:
            QTimer.singleShot(_BEAT, self._wait_for_the_day)
            return
        self._program.repaint()
        QTimer.singleShot(0, self._build_ahead)

    def _build_ahead(self) -> None:
        self._busy.begin("ahead")
        QTimer.singleShot(_AHEAD, self._step)

    def _step(self) -> None:
        try:
            QTimer.singleShot(next(self._steps), self._step)
        except StopIteration:
            print(json.dumps(self._facts), flush=True)
            self._program.close()

    def _frame(self) -> Iterator[int]:
        for again in ("first", "again"):
            for key in self._place.shell.keys:
                self._busy.label = f"{key} {again}"
                self._place.shell.show_screen(key)
                yield 10 * _PAUSE
                for found in _lists(self._place.shell.page(key)):
                    yield from self._use(key, found)
        longest = {name: round(took, 1) for name, took in self._busy.longest.items() if name}
        self._facts = {"longest": longest, "floor": _paint_plain_tables()}

    def _use(self, key: str, found: ListView) -> Iterator[int]:
        self._busy.label = f"{key} scroll"
        yield from _scroll(found)
        self._busy.label = f"{key} type"
        for search in found.window().findChildren(SearchLine):
            if search.isVisible():
                yield from _type(search)
        self._busy.label = f"{key} select"
        for row in range(8):
            found.table.selectRow(row)
            yield 2 * _PAUSE
        self._busy.label = f"{key} open"
        for row in range(4):
            found.opened.emit(found.model.item(row))
            yield 6 * _PAUSE
            self._place.shell.back()
            yield 2 * _PAUSE

    def _search(self) -> Iterator[int]:
        """Through the whole way: the key, the reader, the rows in the model."""
        self._place.shell.show_screen("leads")
        yield 20 * _PAUSE
        page: Any = self._place.shell.page("leads")
        took: list[float] = []
        began = 0.0

        def tell(_count: int) -> None:
            took.append((time.perf_counter() - began) * 1_000)

        page.list.counted.connect(tell)
        for words in _WORDS:
            known = len(took)
            began = time.perf_counter()
            page.filters.search.setText(words)
            while len(took) == known:
                yield 1
            yield _PAUSE
        self._facts = {"took": took, "cpu": [_work_of(self._place.session, words) for words in _WORDS]}

    def _memory(self) -> Iterator[int]:
        for key in self._place.shell.keys:
            self._place.shell.show_screen(key)
            yield 10 * _PAUSE
            for found in _lists(self._place.shell.page(key)):
                yield from _scroll(found)
        self._facts = {"mib": _rss_mib()}


def _work_of(session: Session, words: str) -> float:
    """What a keystroke asks of the file, in processor time."""
    began = time.thread_time()
    session.leads.list(words, sort="newest", limit=100)
    session.leads.count(words)
    return (time.thread_time() - began) * 1_000


def _lists(page: QWidget) -> list[ListView]:
    return [found for found in page.findChildren(ListView) if found.isVisible()]


def _paint_plain_tables() -> list[float]:
    """As many cells as a list has in sight, as Qt paints them by itself: says how fast the machine is just now."""
    rows, columns = _PLAIN_CELLS
    table = QTableWidget(rows, columns)
    table.resize(*_PLAIN_SIZE)
    for row, column in product(range(rows), range(columns)):
        table.setItem(row, column, QTableWidgetItem(f"Row {row}, column {column} of a plain table"))
    took = []
    for _ in range(_PLAIN_TIMES):
        began = time.thread_time()
        table.grab()
        took.append((time.thread_time() - began) * 1_000)
    return took


def _scroll(found: ListView) -> Iterator[int]:
    bar = found.table.verticalScrollBar()
    for step in range(_SCROLLS):
        bar.setValue(bar.maximum() * step // (_SCROLLS - 1))
        yield _PAUSE // 2
    bar.setValue(0)
    yield 2 * _PAUSE


def _type(search: SearchLine) -> Iterator[int]:
    for text in _TYPED:
        for letters in range(1, len(text) + 1):
            search.setText(text[:letters])
            yield _PAUSE
    search.clear()
    yield 5 * _PAUSE


def _rss_mib() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


_walks: list[Walk] = []


def main(what: str, home: Path) -> int:
    def prepare(program: Program) -> None:
        program.opened.connect(lambda workshop: _walks.append(Walk(program, workshop, what)))

    return show(application(), Opening(Home.at(home), passphrase=PASSPHRASE), prepare)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], Path(sys.argv[2])))
