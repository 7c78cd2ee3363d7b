"""The pull exchange: how many rows at once, what was pulled and heard of, and when to pull next.

Where there is no cursor yet a snapshot comes first, and where a kind is rebuilt, its snapshot comes in between.
"""

import random
from collections.abc import Callable

from sync.aside import Begin
from sync.checking import Checking
from sync.clock import Clock
from sync.contact import Contact, check_epoch
from sync.errors import Rejected
from sync.language import translate
from sync.plan import fewer_rows, more_rows
from sync.ports import Position, Server, Store
from sync.protocol import MAX_PAGE_ROWS
from sync.snapshotting import Snapshotting
from sync.status import Checked, Progress

POLL = (30.0, 60.0)


class Pulling:
    """`at` is when pulling is next wanted, by the monotonic clock: at once after news, else at the next poll."""

    def __init__(
        self,
        store: Store,
        server: Server,
        contact: Contact,
        clock: Clock,
        randomness: random.Random,
        begin: Begin | None = None,
    ) -> None:
        self._store = store
        self._server = server
        self._contact = contact
        self._clock = clock
        self._randomness = randomness
        self._snapshotting = Snapshotting(store, server, contact, begin)
        self._checking = Checking(store, server, contact, clock)
        self._checks_next = False
        self._rows = MAX_PAGE_ROWS
        self._heard_version = 0
        self._ceiling: int | None = None
        self.version = 0
        self.at = clock.monotonic()

    @property
    def progress(self) -> Progress | None:
        return self._snapshotting.progress

    @property
    def checked(self) -> Checked | None:
        return self._checking.last

    @property
    def is_told_to_wait(self) -> bool:
        """By the answer to what was asked for ahead; the next `run` takes notice."""
        return self._snapshotting.is_told_to_wait

    def outdate(self) -> None:
        """What was asked for ahead is asked for again."""
        self._snapshotting.outdate()

    def run(self, will_go_on: Callable[[], bool] = lambda: False) -> None:
        """Fetch one page, or one chunk of a snapshot, and absorb it; or compare what is here with the server.

        Where pulling `will_go_on` after that, the next chunk is asked for before.
        """
        position = self._store.position()
        if position.needs_snapshot or self.is_told_to_wait:
            version = self._snapshotting.run(position, will_go_on)
            self.version = self.version if version is None else max(self.version, version)
        elif self._checks_next:
            self._check()
        else:
            self._pull(position)

    def want_check(self) -> None:
        self._checking.want()
        self.want()

    def _check(self) -> None:
        self._checks_next = False
        self.at = self._clock.monotonic() + self._randomness.uniform(*POLL)
        version = self._checking.run(self.version)
        self.hear(version)
        if self.is_news(version) or self._checking.is_due() or self._store.position().needs_snapshot:
            self.want()

    def _pull(self, position: Position) -> None:
        page = self._contact.ask(lambda: self._server.pull(position.cursor, self._rows))
        check_epoch(position, page.epoch)
        if page.more and page.cursor == position.cursor:
            raise Rejected(translate("network", "The server's answer leads nowhere: it names the same place again."))
        self._store.absorb(page)
        self._rows = more_rows(self._rows)
        if self._ceiling is None:
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
        self._snapshotting.doubt()

    def start_over(self) -> None:
        """The server counts anew, or a new snapshot is needed."""
        self.version = self._heard_version = 0
        self._ceiling = None
        self._snapshotting.start_over()
        self.want()

    def _finish(self, version: int) -> None:
        """All up to the version that the first page named is here; what was written since is news."""
        now = self._clock.monotonic()
        self._ceiling = None
        self.at = now if self._heard_version > version else now + self._randomness.uniform(*POLL)
        self.version = self._heard_version = version
        self._checks_next = self.at > now and self._checking.is_due()
        if self._checks_next:
            self.at = now
