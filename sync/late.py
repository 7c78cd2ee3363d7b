"""A connection that is opened, and the library behind it loaded, when it is first asked for something.

A start needs none, and httpx with its certificates takes longer to load than a day to read.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar, cast

from sync.errors import Unreachable
from sync.language import translate

T = TypeVar("T")


def late(open_it: Callable[[], T]) -> T:
    """Stands for what will be opened. It has a `close`; whoever asks it after that hears that the line was closed."""
    return cast(T, _Late(open_it))


class _Late:
    def __init__(self, open_it: Callable[[], Any]) -> None:
        self._open = open_it
        self._opened: Any = None
        self._is_closed = False
        self._lock = Lock()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reach(), name)

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            if self._opened is not None:
                self._opened.close()

    def _reach(self) -> Any:
        with self._lock:
            if self._opened is None:
                if self._is_closed:
                    raise Unreachable(translate("network", "The line was closed."))
                self._opened = self._open()
            return self._opened
