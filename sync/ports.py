"""What the engine needs of a store and of a server. `storage` plugs into one, HTTP into the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sync.protocol import Chunk, Health, Item, Page, PushReply, PushRequest, Refusal, Tallies, Tally


@dataclass(frozen=True)
class Position:
    """Where a profile stands: its stream, what the server last called its database, and how far it has pulled.

    Without a cursor a snapshot comes first, and while some kinds are rebuilt one of those; `token` says how far it is.
    """

    stream: str
    epoch: str
    cursor: str
    confirmed_seq: int
    token: str = ""
    rebuilding: tuple[str, ...] = ()

    @property
    def needs_snapshot(self) -> bool:
        return not self.cursor or bool(self.rebuilding)


class Store(Protocol):
    """The local file as the engine sees it. Every method is one transaction, or what it says instead."""

    def position(self) -> Position: ...

    def next_batch(self, most_items: int, most_bytes: int) -> tuple[Item, ...]:
        """The outbox from its lowest seq on, groups whole, at least one item (or group) if there is any."""
        ...

    def batch_behind(self, seq: int, most_items: int, most_bytes: int) -> tuple[Item, ...]:
        """The same from behind this seq on, to be sent before the lines up to there are settled."""
        ...

    def settle(self, reply: PushReply) -> None:
        """Store verdicts: the row as it is afterwards, the mutation to sent log or attention, and show."""
        ...

    def absorb(self, page: Page) -> None:
        """Store confirmed rows, lay unsettled mutations over them, move the cursor, tell the screens once."""
        ...

    def make_ready(self, chunk: Chunk) -> Chunk:
        """The same, with whatever can be worked out of it without the file; called on any thread."""
        ...

    def absorb_chunk(self, chunk: Chunk) -> None:
        """The same with a snapshot's rows and token; after the last one, sweep what no chunk named."""
        ...

    def open_stream(self) -> None:
        """Start a new stream: renumber the outbox from 1, keys and frozen bytes unchanged."""
        ...

    def meet_epoch(self, epoch: str) -> None:
        """The server's database is another one: new stream, the sent log before the outbox, cursor dropped."""
        ...

    def drop_cursor(self) -> None:
        """Begin a new snapshot; rows that no chunk names are swept at its end, the outbox is untouched."""
        ...

    def tallies(self) -> Mapping[str, Tally] | None:
        """What is confirmed, counted by kind; None while something is left that the server did not name."""
        ...

    def rebuild(self, kinds: Sequence[str]) -> None:
        """Fetch a snapshot of these kinds alone; what it does not name is swept."""
        ...

    def note_check(self, at: datetime, wrong: Sequence[str]) -> None:
        """Remember when everything was last compared with the server, and the kinds that were wrong."""
        ...

    def last_check(self) -> datetime | None: ...

    def withdraw(self, key: str, refusal: Refusal) -> None:
        """Park a mutation that can't be sent as it is, with its dependants; its line goes out as a withdrawal."""
        ...

    def seal(self) -> None:
        """This device was locked out: wipe what came from the server, keep what only this device has."""
        ...

    def rest(self) -> None:
        """Nothing is on its way any more: what was has failed, and waits here."""
        ...

    def log_contact(self, at: datetime, *, is_online: bool) -> None:
        """Remember when the server was and was not reachable, for the activity picture."""
        ...

    def outbox_size(self) -> int: ...


class Server(Protocol):
    """The server as the engine sees it. Every method raises `NetworkTrouble` where there is no usable answer."""

    def health(self) -> Health: ...

    def push(self, request: PushRequest) -> PushReply: ...

    def pull(self, cursor: str, limit: int) -> Page: ...

    def snapshot(self, token: str, limit: int, kinds: tuple[str, ...] = ()) -> Chunk: ...

    def check(self) -> Tallies: ...


class Events(Protocol):
    """The hint channel: versions as the server announces them, until the connection ends."""

    def versions(self) -> Iterator[int]: ...
