"""The snapshot exchange: chunk after chunk until everything is here as it is now; pulls go on from there."""

from sync.contact import Contact, check_epoch
from sync.errors import Rejected
from sync.plan import FIRST_CHUNK, fewer_rows, more_rows
from sync.ports import Position, Server, Store
from sync.protocol import MAX_CHUNK_ROWS
from sync.status import Progress


class Snapshotting:
    """`progress` is how far the snapshot is that is under way, if one is."""

    def __init__(self, store: Store, server: Server, contact: Contact) -> None:
        self._store = store
        self._server = server
        self._contact = contact
        self._rows = FIRST_CHUNK
        self.progress: Progress | None = None

    def run(self, position: Position) -> int | None:
        """Fetch one chunk and absorb it; after the last one of all kinds, the version from which pulls go on."""
        chunk = self._contact.reach(lambda: self._server.snapshot(position.token, self._rows, position.rebuilding))
        check_epoch(position, chunk.epoch)
        if chunk.token and chunk.token == position.token:
            raise Rejected("The server's answer leads nowhere: it names the same place again.")
        self._store.absorb_chunk(chunk)
        self._rows = more_rows(self._rows, MAX_CHUNK_ROWS)
        self.progress = Progress(chunk.part, chunk.done, chunk.total) if chunk.token else None
        return None if chunk.token or position.rebuilding else chunk.version

    def start_over(self) -> None:
        self.progress = None

    def doubt(self) -> None:
        """Ask for a smaller chunk after trouble: a slow line gets through with it."""
        self._rows = fewer_rows(self._rows)
