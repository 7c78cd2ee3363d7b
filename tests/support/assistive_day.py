"""A day's work by assistive technology alone: the window is read and acted on through the accessibility bus only.

For the system's Python, which is where Debian puts pyatspi: `python3 assistive_day.py COMMAND OF THE WINDOW`. Ends with
0 when the day is over; else it says what could not be found, and what could.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from typing import Any

import pyatspi

PATIENCE, ONCE, BEAT = 40.0, 15.0, 0.2
_TEXTS = ("entry", "text")
_PRESSED = ("push button", "toggle button", "radio button", "check box", "menu item", "button")


class Lost(Exception):
    """What a person would look for is not there."""


class Reader:
    """Sees what is shown, by role and name, the way a screen reader walks it; `*` in a name is anything."""

    def __init__(self, window: "subprocess.Popen[bytes]") -> None:
        self._window = window

    def press(self, name: str, hears: tuple[str, str] | None = None) -> None:
        """By the action that the control offers; once more if what follows is not heard, as a person would."""
        for _ in range(2):
            self._press(name)
            if hears is None or self._hears(*hears):
                return
        raise Lost(self._missing(f"{hears} after {name!r}"))

    def _press(self, name: str) -> None:
        action = self._find(_PRESSED, name).queryAction()
        names = [action.getName(place).lower() for place in range(action.nActions)]
        wanted = next((one for one in ("press", "toggle", "click") if one in names), names[0])
        action.doAction(names.index(wanted))

    def _hears(self, role: str, name: str) -> bool:
        give_up_at = time.monotonic() + ONCE
        while self._look((role,), name) is None:
            if time.monotonic() > give_up_at:
                return False
            time.sleep(BEAT)
        return True

    def fill(self, name: str, text: str) -> None:
        """As dictation does, which presses no key."""
        self._find(_TEXTS, name).queryEditableText().setTextContents(text)

    def everything(self) -> list[str]:
        """The whole tree, as role and name."""
        return [f"{depth * ' '}{one.getRoleName()}: {one.name}" for depth, one in self._walk()]

    def _find(self, roles: tuple[str, ...], name: str) -> Any:
        give_up_at = time.monotonic() + PATIENCE
        while time.monotonic() < give_up_at:
            found = self._look(roles, name)
            if found is not None:
                return found
            if self._window.poll() is not None:
                raise Lost(f"{name!r}: the window has ended with {self._window.returncode}")
            time.sleep(BEAT)
        raise Lost(self._missing(f"{roles} {name!r}"))

    def _missing(self, what: str) -> str:
        return "\n".join((f"{what} is not among:", *self.everything()))

    def _look(self, roles: tuple[str, ...], name: str) -> Any:
        """None while it is not there, or while what is asked for is just going."""
        for _, one in self._walk():
            if _is(one, roles, name):
                return one
        return None

    def _walk(self) -> Iterator[tuple[int, Any]]:
        desktop = pyatspi.Registry.getDesktop(0)
        for application in _children(desktop):
            if application is not None and _pid(application) == self._window.pid:
                yield from _below(application, 0)


def _below(parent: Any, depth: int) -> Iterator[tuple[int, Any]]:
    for child in _children(parent):
        if child is not None and _is_shown(child):
            yield depth, child
            yield from _below(child, depth + 1)


def _children(parent: Any) -> list[Any]:
    return _asked(lambda: [parent.getChildAtIndex(place) for place in range(parent.childCount)], [])


def _pid(application: Any) -> int:
    return _asked(application.get_process_id, 0)


def _is_shown(one: Any) -> bool:
    return _asked(lambda: one.getState().contains(pyatspi.STATE_VISIBLE), False)


def _is(one: Any, roles: tuple[str, ...], name: str) -> bool:
    return _asked(lambda: one.getRoleName() in roles and fnmatchcase(one.name, name), False)


def _asked(question: Callable[[], Any], otherwise: Any) -> Any:
    """What was there a moment ago may be gone by now; whoever looks again sees what is there instead."""
    try:
        return question()
    except Exception as gone:  # the bus has no error of its own to catch
        if "GLib" not in type(gone).__module__ and not isinstance(gone, (RuntimeError, NotImplementedError)):
            raise
        return otherwise


def work(reader: Reader) -> None:
    reader.press("Clock in", hears=("label", "On the clock since *"))
    reader.press("Take a break")
    reader.press("Unpaid meal", hears=("label", "On a meal break since *"))
    reader.press("Back to work", hears=("label", "On the clock since *"))
    reader.press("Leads", hears=("label", "Leads"))
    reader.press("New lead")
    reader.fill("Name", "Quay Lane 91")
    reader.fill("Phone", "020 7946 0744")
    reader.press("Save", hears=("table cell", "Quay Lane 91*"))
    reader.press("Today", hears=("table", "Today's work orders"))
    reader.press("Start WO-*", hears=("table cell", "In progress*"))
    reader.press("Clock out", hears=("label", "Off the clock"))


def main(command: list[str]) -> int:
    window = subprocess.Popen(command)
    try:
        work(Reader(window))
    except Lost as lost:
        sys.stderr.write(f"{lost}\n")
        return 1
    else:
        return 0
    finally:
        window.terminate()
        window.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
