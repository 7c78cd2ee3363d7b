"""What changed, told after the commit, so that a screen asks again only if it is touched."""

from collections import Counter
from collections.abc import Callable, Iterable
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
        subjects = _folded(touched)
        if not subjects:
            return
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(subjects)


def _folded(touched: Iterable[Subject]) -> frozenset[Subject]:
    """Many records of one kind become the whole kind, so that a notice stays small whatever was pulled."""
    subjects = frozenset(touched)
    if len(subjects) <= MANY:
        return subjects
    counts = Counter(subject.kind for subject in subjects)
    return frozenset(Subject(s.kind) if counts[s.kind] > MANY else s for s in subjects)
