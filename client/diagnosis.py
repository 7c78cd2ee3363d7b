"""What sending needs, looked at one by one, in the order in which a person can do something about it."""

from collections.abc import Callable
from dataclasses import dataclass

from client.views import Check, SyncStatus
from sync.clock import Clock
from sync.errors import DeviceRevoked, NetworkTrouble, Unauthenticated, Unreachable, UpdateNeeded, WrongUser
from sync.protocol import Account, Health
from sync.rules import words
from sync.status import Checked

_LITTLE_SPACE = 200_000_000
_CLOCK_OFF = 120.0
_ANSWERS = Check("server", True, "The server answers.")


@dataclass(frozen=True)
class Diagnosis:
    look: Callable[[], tuple[Health, Account]]
    clock: Clock
    free_bytes: int
    checked: Checked | None = None

    def run(self, status: SyncStatus) -> tuple[Check, ...]:
        return (self._disk(), *self._server(), *_queue(status), self._records())

    def _records(self) -> Check:
        if self.checked is None:
            return Check("records", None, "Not compared with the server since the program was started.")
        return Check("records", not self.checked.wrong, told(self.checked))

    def _disk(self) -> Check:
        megabytes = self.free_bytes // 1_000_000
        if self.free_bytes < _LITTLE_SPACE:
            return Check("disk", False, f"Only {megabytes} MB are free. Make some room, or new work can't be saved.")
        return Check("disk", True, f"{megabytes:,} MB are free.")

    def _server(self) -> tuple[Check, ...]:
        try:
            health, account = self.look()
        except Unreachable as trouble:
            return (Check("server", False, str(trouble)), _unknown("sign-in"), _unknown("clock"))
        except (Unauthenticated, WrongUser, DeviceRevoked) as trouble:
            return (_ANSWERS, Check("sign-in", False, str(trouble)), _unknown("clock"))
        except UpdateNeeded as trouble:
            return (_ANSWERS, Check("version", False, str(trouble)))
        except NetworkTrouble as trouble:
            message = f"The server is in trouble: {trouble}"
            return (Check("server", False, message), _unknown("sign-in"), _unknown("clock"))
        offset = (health.server_time - self.clock.now()).total_seconds()
        return (
            _ANSWERS,
            Check("sign-in", True, f"Signed in as {account.name}, {account.organisation}."),
            Check("clock", abs(offset) < _CLOCK_OFF, f"The server's clock is {offset:+.1f} s from this one."),
        )


def told(checked: Checked) -> str:
    """What the self-check found, as a person reads it."""
    if not checked.wrong:
        return "Everything that is kept here is as on the server."
    kinds = ", ".join(words(kind) for kind in checked.wrong)
    return f"Not as on the server: {kinds}. It is fetched again by itself; what you entered is kept."


def _queue(status: SyncStatus) -> tuple[Check, ...]:
    attention = f"{status.attention} need you." if status.attention else "Nothing needs you."
    return (
        Check("connection", None, status.sentence),
        Check("attention", status.attention == 0, attention),
    )


def _unknown(name: str) -> Check:
    return Check(name, None, "Can't be told without the server.")
