"""What changed, told after the commit, so that a screen asks again only if it is touched."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

OUTBOX = "outbox"
ATTENTION = "attention"
ACTIVITY = "activity"
TIME_ENTRY = "time_entry"

MANY = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """A record, or with an empty id everything of a kind. Kinds are the synced ones and the four above."""

    kind: str
    id: str = ""


def subjects(kind: str, ids: Sequence[str]) -> list[Subject]:
    """Many records of one kind become the whole kind, so that a notice stays small whatever was pulled."""
    return [Subject(kind)] if len(ids) > MANY else [Subject(kind, record_id) for record_id in ids]


Listener = Callable[[frozenset[Subject]], None]


class Listeners:
    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._lock = Lock()

    def add(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each commit that changed something; the answer ends that."""
        with self._lock:
            self._listeners.append(listener)

        def leave() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return leave

    def tell(self, touched: Iterable[Subject]) -> None:
        changed = frozenset(touched)
        if not changed:
            return
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(changed)
