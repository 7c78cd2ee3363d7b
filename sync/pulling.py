"""The pull exchange: how many rows at once, what was pulled and heard of, and when to pull next."""

import random

from sync.clock import Clock
from sync.contact import Contact, check_epoch
from sync.errors import Rejected
from sync.plan import fewer_rows, more_rows
from sync.ports import Server, Store
from sync.protocol import MAX_PAGE_ROWS

POLL = (30.0, 60.0)


class Pulling:
    """`at` is when pulling is next wanted, by the monotonic clock: at once after news, else at the next poll."""

    def __init__(self, store: Store, server: Server, contact: Contact, clock: Clock, randomness: random.Random) -> None:
        self._store = store
        self._server = server
        self._contact = contact
        self._clock = clock
        self._randomness = randomness
        self._rows = MAX_PAGE_ROWS
        self._heard_version = 0
        self._ceiling: int | None = None
        self.version = 0
        self.at = clock.monotonic()

    def run(self) -> None:
        """Pull one page and absorb it."""
        position = self._store.position()
        page = self._contact.ask(lambda: self._server.pull(position.cursor, self._rows))
        check_epoch(position, page.epoch)
        if page.more and page.cursor == position.cursor:
            raise Rejected("The server's answer leads nowhere: it names the same place again.")
        self._store.absorb(page)
        self._rows = more_rows(self._rows)
        if self._ceiling is None or not position.cursor:
            self._ceiling = page.version
        self.hear(page.version)
        if not page.more:
            self._finish(self._ceiling)

    def is_news(self, version: int) -> bool:
        return version > self.version

    def hear(self, version: int) -> None:
        self._heard_version = max(self._heard_version, version)

    def want(self) -> None:
        self.at = min(self.at, self._clock.monotonic())

    def doubt(self) -> None:
        """Ask for a smaller page after trouble: a slow line gets through with it."""
        self._rows = fewer_rows(self._rows)

    def start_over(self) -> None:
        """The server counts anew."""
        self.version = self._heard_version = 0
        self._ceiling = None
        self.want()

    def _finish(self, version: int) -> None:
        """All up to the version that the first page named is here; what was written since is news."""
        now = self._clock.monotonic()
        self._ceiling = None
        self.at = now if self._heard_version > version else now + self._randomness.uniform(*POLL)
        self.version = self._heard_version = version
