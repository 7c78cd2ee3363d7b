"""What is known of the server: whether it answers, when it last did, and what its clock says."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Generic, NamedTuple, Protocol, TypeVar

from sync.clock import Clock
from sync.errors import EpochChanged
from sync.language import translate
from sync.ports import Position, Store
from sync.status import ServerClock


class Timed(Protocol):
    @property
    def server_time(self) -> datetime: ...


R = TypeVar("R", bound=Timed)


class Heard(NamedTuple, Generic[R]):
    """An answer, when it was asked for and came by the monotonic clock, and when it came by the wall clock."""

    reply: R
    asked_at: float
    at: float
    now: datetime

    @property
    def took(self) -> float:
        return self.at - self.asked_at


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
        return self.take(self.listen(call))

    def listen(self, call: Callable[[], R]) -> Heard[R]:
        """Make one exchange, on any thread: nothing is kept of it yet."""
        asked_at = self._clock.monotonic()
        reply = call()
        return Heard(reply, asked_at, self._clock.monotonic(), self._clock.now())

    def take(self, heard: Heard[R]) -> R:
        """An answer may have waited while others came: the youngest one tells the server's time."""
        self.took = heard.took
        if self.server_clock is None or self.server_clock.measured_at <= heard.at:
            offset = heard.reply.server_time - (heard.now - timedelta(seconds=heard.took / 2))
            milliseconds = round(offset.total_seconds() * 1_000)
            self.server_clock = ServerClock(heard.reply.server_time, milliseconds, heard.at)
        self.remember(is_online=True)
        return heard.reply

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
        raise EpochChanged(translate("network", "The server's database is another one than before."), epoch)
