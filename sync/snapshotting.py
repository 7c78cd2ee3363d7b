"""The snapshot exchange: chunk after chunk until everything is here as it is now; pulls go on from there."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import NamedTuple

from sync.aside import Begin, is_told_to_wait
from sync.contact import Contact, check_epoch
from sync.errors import Rejected
from sync.language import translate
from sync.plan import FIRST_CHUNK, fewer_rows, more_rows
from sync.ports import Position, Server, Store
from sync.protocol import MAX_CHUNK_ROWS, Chunk
from sync.status import Progress


class _UnderWay(NamedTuple):
    """The chunk that was asked for ahead, by its token."""

    token: str
    chunk: Future[Chunk]


class Snapshotting:
    """`progress` is how far the snapshot is that is under way, if one is.

    With a hand to `begin` with, the server makes and sends the next chunk while the last one is still being stored.
    Where a push has the next turn, no chunk lies about meanwhile, and none grows.
    """

    def __init__(self, store: Store, server: Server, contact: Contact, begin: Begin | None = None) -> None:
        self._store = store
        self._server = server
        self._contact = contact
        self._begin = begin
        self._under_way: _UnderWay | None = None
        self._rows = FIRST_CHUNK
        self.progress: Progress | None = None

    @property
    def is_told_to_wait(self) -> bool:
        return self._under_way is not None and is_told_to_wait(self._under_way.chunk)

    def run(self, position: Position, will_go_on: Callable[[], bool]) -> int | None:
        """Fetch one chunk and absorb it; after the last one of all kinds, the version from which pulls go on."""
        chunk = self._contact.reach(self._asked(position))
        check_epoch(position, chunk.epoch)
        if chunk.token and chunk.token == position.token:
            raise Rejected(translate("network", "The server's answer leads nowhere: it names the same place again."))
        if chunk.token and will_go_on():
            self._rows = more_rows(self._rows, MAX_CHUNK_ROWS)
            self._ask_ahead(chunk.token, position.rebuilding)
        self._store.absorb_chunk(chunk)
        self.progress = Progress(chunk.part, chunk.done, chunk.total) if chunk.token else None
        return None if chunk.token or position.rebuilding else chunk.version

    def start_over(self) -> None:
        self.progress = None

    def outdate(self) -> None:
        self._under_way = None

    def doubt(self) -> None:
        """Ask for a smaller chunk after trouble: a slow line gets through with it."""
        self._rows = fewer_rows(self._rows)

    def _asked(self, position: Position) -> Callable[[], Chunk]:
        under_way, self._under_way = self._under_way, None
        if under_way is not None and (under_way.token == position.token or is_told_to_wait(under_way.chunk)):
            return under_way.chunk.result
        return self._call(position.token, position.rebuilding)

    def _ask_ahead(self, token: str, kinds: tuple[str, ...]) -> None:
        if self._begin is not None:
            self._under_way = _UnderWay(token, self._begin(self._call(token, kinds)))

    def _call(self, token: str, kinds: tuple[str, ...]) -> Callable[[], Chunk]:
        rows = self._rows
        return lambda: self._store.make_ready(self._server.snapshot(token, rows, kinds))
