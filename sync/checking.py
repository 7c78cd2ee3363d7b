"""The self-check: now and then, and when somebody asks, whether this device holds what the server has for it.

Compared is only what stands still: both sides at the same version, with nothing left to sweep. What differs is rebuilt,
kind by kind, from a snapshot of it alone.
"""

import logging
from collections.abc import Mapping
from datetime import timedelta

from sync.clock import Clock
from sync.contact import Contact
from sync.ports import Server, Store
from sync.protocol import Tallies, Tally
from sync.status import Checked

EVERY = timedelta(days=1)
# After a check that could not be made or told nothing: not at every pull.
REST = 3_600.0
ATTEMPTS = 3

_log = logging.getLogger(__name__)


class Checking:
    def __init__(self, store: Store, server: Server, contact: Contact, clock: Clock) -> None:
        self._store = store
        self._server = server
        self._contact = contact
        self._clock = clock
        self._attempts_left = 0
        self._not_before = clock.monotonic()
        self.last: Checked | None = None

    def want(self) -> None:
        """Somebody asks."""
        self._attempts_left = ATTEMPTS

    def is_due(self) -> bool:
        if self._attempts_left:
            return True
        last = self._store.last_check()
        is_long_ago = last is not None and self._clock.now() - last >= EVERY
        return is_long_ago and self._clock.monotonic() >= self._not_before and not self._store.outbox_size()

    def run(self, version: int) -> int:
        """Ask, compare if nothing has moved since `version` was reached, and answer with the server's version."""
        self._attempts_left = max(0, self._attempts_left - 1)
        self._not_before = self._clock.monotonic() + REST
        theirs = self._contact.ask(self._server.check)
        ours = self._store.tallies()
        if theirs.version == version and ours is not None:
            self._conclude(differing(ours, theirs))
        return theirs.version

    def _conclude(self, wrong: tuple[str, ...]) -> None:
        self._attempts_left = 0
        if wrong:
            _log.error("What is kept here of %s is not what the server has; it is fetched again", ", ".join(wrong))
            self._store.rebuild(wrong)
        self._store.note_check(self._clock.now(), wrong)
        self.last = Checked(self._clock.now(), wrong)


def differing(ours: Mapping[str, Tally], theirs: Tallies) -> tuple[str, ...]:
    """The kinds of which the two sides do not hold the same."""
    named = {each.kind: each for each in theirs.kinds if each.count}
    held = {kind: each for kind, each in ours.items() if each.count}
    return tuple(sorted(kind for kind in named.keys() | held.keys() if named.get(kind) != held.get(kind)))
