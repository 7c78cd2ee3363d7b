"""What sending needs, looked at one by one, in the order in which a person can do something about it."""

from collections.abc import Callable
from dataclasses import dataclass

from client.views import Check, SyncStatus
from sync.clock import Clock
from sync.errors import DeviceRevoked, NetworkTrouble, Unauthenticated, Unreachable, UpdateNeeded, WrongUser
from sync.language import translate, words
from sync.protocol import Account, Health
from sync.status import Checked

_LITTLE_SPACE = 200_000_000
_CLOCK_OFF = 120.0


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
            return Check(
                "records", None, translate("diagnosis", "Not compared with the server since the program was started.")
            )
        return Check("records", not self.checked.wrong, told(self.checked))

    def _disk(self) -> Check:
        megabytes = self.free_bytes // 1_000_000
        if self.free_bytes < _LITTLE_SPACE:
            return Check(
                "disk",
                False,
                translate(
                    "diagnosis", "Only {megabytes} MB are free. Make some room, or new work can't be saved."
                ).format(megabytes=megabytes),
            )
        return Check("disk", True, translate("diagnosis", "{megabytes:,} MB are free.").format(megabytes=megabytes))

    def _server(self) -> tuple[Check, ...]:
        try:
            health, account = self.look()
        except Unreachable as trouble:
            return (Check("server", False, str(trouble)), _unknown("sign-in"), _unknown("clock"))
        except (Unauthenticated, WrongUser, DeviceRevoked) as trouble:
            return (_answers(), Check("sign-in", False, str(trouble)), _unknown("clock"))
        except UpdateNeeded as trouble:
            return (_answers(), Check("version", False, str(trouble)))
        except NetworkTrouble as trouble:
            message = translate("diagnosis", "The server is in trouble: {trouble}").format(trouble=trouble)
            return (Check("server", False, message), _unknown("sign-in"), _unknown("clock"))
        offset = (health.server_time - self.clock.now()).total_seconds()
        return (
            _answers(),
            Check(
                "sign-in",
                True,
                translate("diagnosis", "Signed in as {name}, {organisation}.").format(
                    name=account.name, organisation=account.organisation
                ),
            ),
            Check(
                "clock",
                abs(offset) < _CLOCK_OFF,
                translate("diagnosis", "The server's clock is {offset:+.1f} s from this one.").format(offset=offset),
            ),
        )


def told(checked: Checked) -> str:
    """What the self-check found, as a person reads it."""
    if not checked.wrong:
        return translate("diagnosis", "Everything that is kept here is as on the server.")
    kinds = ", ".join(words(kind) for kind in checked.wrong)
    return translate(
        "diagnosis", "Not as on the server: {kinds}. It is fetched again by itself; what you entered is kept."
    ).format(kinds=kinds)


def _queue(status: SyncStatus) -> tuple[Check, ...]:
    attention = (
        translate("diagnosis", "{attention} need you.").format(attention=status.attention)
        if status.attention
        else translate("diagnosis", "Nothing needs you.")
    )
    return (
        Check("connection", None, status.sentence),
        Check("attention", status.attention == 0, attention),
    )


def _answers() -> Check:
    return Check("server", True, translate("diagnosis", "The server answers."))


def _unknown(name: str) -> Check:
    return Check(name, None, translate("diagnosis", "Can't be told without the server."))
