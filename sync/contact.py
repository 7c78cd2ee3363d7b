"""What is known of the server: whether it answers, when it last did, and what its clock says."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from sync.clock import Clock
from sync.errors import EpochChanged
from sync.ports import Position, Store
from sync.status import ServerClock


class Timed(Protocol):
    @property
    def server_time(self) -> datetime: ...


R = TypeVar("R", bound=Timed)


class Contact:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._is_online: bool | None = None
        self.last: datetime | None = None
        self.server_clock: ServerClock | None = None
        self.took = 0.0

    def now(self) -> datetime:
        """What this device's clock says."""
        return self._clock.now()

    def monotonic_ms(self) -> int:
        return int(self._clock.monotonic() * 1000)

    def ask(self, call: Callable[[], R]) -> R:
        """Make one exchange and take the server's time from its answer, as of the middle of the exchange."""
        asked_at = self._clock.monotonic()
        reply = call()
        heard_at, now = self._clock.monotonic(), self._clock.now()
        self.took = heard_at - asked_at
        offset = reply.server_time - (now - timedelta(seconds=self.took / 2))
        self.server_clock = ServerClock(reply.server_time, round(offset.total_seconds() * 1_000), heard_at)
        self.remember(is_online=True)
        return reply

    def reach(self, call: Callable[[], R]) -> R:
        """Make one exchange whose answer may have been fetched a while ago, so that its time says nothing."""
        reply = call()
        self.remember(is_online=True)
        return reply

    def remember(self, *, is_online: bool) -> None:
        """Keep the moment of contact; each change goes into the activity picture."""
        now = self._clock.now()
        if is_online:
            self.last = now
        if is_online is not self._is_online:
            self._is_online = is_online
            self._store.log_contact(now, is_online=is_online)


def check_epoch(position: Position, epoch: str) -> None:
    """An answer out of another database is not taken, whatever it says."""
    if position.epoch and epoch != position.epoch:
        raise EpochChanged("The server's database is another one than before.", epoch)
