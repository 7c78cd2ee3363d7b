"""Doubles of the engine's two ports, in memory: just enough of a file and of a server to tell whether promises hold.

Over 300 lines: both doubles, which have to agree on every shape.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from msgspec import Raw, Struct, structs

from support.clock import FakeClock
from support.profiles import frozen
from sync.errors import Busy, CursorGone, EpochChanged, NetworkTrouble, Rejected, SequenceGap, StreamForked
from sync.ids import id_maker
from sync.ports import Position
from sync.protocol import (
    PROTOCOL,
    Chunk,
    Code,
    FrozenRow,
    Health,
    Item,
    Mutation,
    Op,
    Outcome,
    Page,
    Part,
    PushReply,
    PushRequest,
    Refusal,
    Row,
    Tallies,
    Tally,
    Verdict,
    body_hash,
    decode,
    encode,
)
from sync.tally import tally

T = TypeVar("T")

ACCEPTED = frozenset({Outcome.APPLIED, Outcome.MERGED})


class Line(Struct):
    seq: int
    key: str
    frozen: bytes
    group: str | None = None
    is_withdrawn: bool = False

    def item(self) -> Item:
        return (
            Item(seq=self.seq, key=self.key)
            if self.is_withdrawn
            else Item(seq=self.seq, key=self.key, mutation=Raw(self.frozen))
        )


class FakeStore:
    """`sync.ports.Store` over lists."""

    def __init__(self, clock: FakeClock, seed: int = 1) -> None:
        self.new_id = id_maker(clock, random.Random(seed))
        self.stream = self.new_id()
        self.epoch = ""
        self.cursor = ""
        self.token = ""
        self.rebuilding: tuple[str, ...] = ()
        self.named: set[str] = set()
        self.checked_at: datetime | None = None
        self.found_wrong: tuple[str, ...] = ()
        self.next_seq = 1
        self.outbox: list[Line] = []
        self.sent: dict[str, Line] = {}
        self.parked: dict[str, Refusal | None] = {}
        self.rows: dict[str, Row] = {}
        self.contacts: list[tuple[datetime, bool]] = []
        self.rests = 0
        self.streams_opened = 0

    def record(self, name: str, *, after: tuple[str, ...] = (), group: str | None = None, size: int = 0) -> str:
        """Mint the creation of a lead; `size` fills it up."""
        key = self.new_id()
        fields = {"name": name, **({"need": "x" * size} if size else {})}
        mutation = Mutation(
            key=key,
            op=Op.CREATE,
            kind="lead",
            id=self.new_id(),
            occurred_at=datetime.fromisoformat("2026-03-02T08:00:00Z"),
            fields=fields,
            after=after,
            group=group,
        )
        self.outbox.append(Line(self.next_seq, key, encode(mutation), group))
        self.next_seq += 1
        return key

    def position(self) -> Position:
        confirmed = self.outbox[0].seq - 1 if self.outbox else self.next_seq - 1
        return Position(self.stream, self.epoch, self.cursor, confirmed, self.token, self.rebuilding)

    def next_batch(self, most_items: int, most_bytes: int) -> tuple[Item, ...]:
        return self.batch_behind(0, most_items, most_bytes)

    def batch_behind(self, seq: int, most_items: int, most_bytes: int) -> tuple[Item, ...]:
        batch: list[Line] = []
        for line in (line for line in self.outbox if line.seq > seq):
            is_full = len(batch) >= most_items or sum(len(each.frozen) for each in batch) >= most_bytes
            if batch and is_full and not (line.group and line.group == batch[-1].group):
                break
            batch.append(line)
        return tuple(line.item() for line in batch)

    def settle(self, reply: PushReply) -> None:
        self.epoch = self.epoch or reply.epoch
        lines = {line.key: line for line in self.outbox}
        for verdict in reply.verdicts:
            if verdict.outcome in ACCEPTED:
                self.sent[verdict.key] = lines[verdict.key]
                self.parked.pop(verdict.key, None)
            elif not lines[verdict.key].is_withdrawn:
                self.parked[verdict.key] = verdict.refusal
            if verdict.row is not None:
                self._keep(verdict.row)
        settled = {verdict.key for verdict in reply.verdicts}
        self.outbox = [line for line in self.outbox if line.key not in settled]

    def absorb(self, page: Page) -> None:
        self.epoch = self.epoch or page.epoch
        for row in page.rows:
            self._keep(row)
        self.cursor = page.cursor

    def make_ready(self, chunk: Chunk) -> Chunk:
        return chunk

    def absorb_chunk(self, chunk: Chunk) -> None:
        self.epoch = self.epoch or chunk.epoch
        for row in map(thawed, chunk.rows):
            self._keep(row)
            self.named.add(row.id)
        self.token = chunk.token
        if not chunk.token:
            unnamed = [row for row in self.rows.values() if row.id not in self.named and self._may_go(row)]
            for row in unnamed:
                del self.rows[row.id]
            self.cursor = self.cursor if self.rebuilding else chunk.cursor
            self.rebuilding = ()

    def _may_go(self, row: Row) -> bool:
        is_unsettled = any(decode(line.frozen, Mutation).id == row.id for line in self.outbox)
        return not is_unsettled and (not self.rebuilding or row.kind in self.rebuilding)

    def open_stream(self) -> None:
        self.streams_opened += 1
        self.stream = self.new_id()
        for number, line in enumerate(self.outbox, start=1):
            line.seq = number
        self.next_seq = len(self.outbox) + 1

    def meet_epoch(self, epoch: str) -> None:
        self.outbox = [*self.sent.values(), *self.outbox]
        self.sent = {}
        self.open_stream()
        self.epoch = epoch
        self.drop_cursor()

    def drop_cursor(self) -> None:
        self.cursor = self.token = ""
        self.rebuilding = ()
        self.named = set()

    def tallies(self) -> dict[str, Tally]:
        kinds = {row.kind for row in self.rows.values()}
        return {kind: _tally(kind, self.rows.values()) for kind in kinds}

    def rebuild(self, kinds: Sequence[str]) -> None:
        self.rebuilding, self.token, self.named = tuple(kinds), "", set()
        for row in [row for row in self.rows.values() if row.kind in kinds]:
            self.rows[row.id] = structs.replace(row, version=0)

    def note_check(self, at: datetime, wrong: Sequence[str]) -> None:
        self.checked_at, self.found_wrong = at, tuple(wrong)

    def last_check(self) -> datetime | None:
        return self.checked_at

    def withdraw(self, key: str, refusal: Refusal) -> None:
        group = next(line.group for line in self.outbox if line.key == key)
        for line in self.outbox:
            if line.key == key or (group and line.group == group):
                line.is_withdrawn = True
                self.parked[line.key] = refusal

    def seal(self) -> None:
        self.rows.clear()
        self.cursor = ""

    def rest(self) -> None:
        self.rests += 1

    def log_contact(self, at: datetime, *, is_online: bool) -> None:
        self.contacts.append((at, is_online))

    def outbox_size(self) -> int:
        return len(self.outbox)

    def _keep(self, row: Row) -> None:
        known = self.rows.get(row.id)
        if known is None or known.version < row.version:
            self.rows[row.id] = row


@dataclass
class Receipt:
    hash: bytes
    verdict: Verdict


@dataclass
class FakeServer:
    """`sync.ports.Server` over dictionaries. `trouble` is asked before and after each call, and may raise."""

    clock: FakeClock
    epoch: str = "epoch-1"
    version: int = 0
    most_items: int = 1_000
    rows: dict[str, Row] = field(default_factory=dict)
    receipts: dict[str, Receipt] = field(default_factory=dict)
    streams: dict[str, int] = field(default_factory=dict)
    poison: set[str] = field(default_factory=set)
    crash: NetworkTrouble = field(default_factory=lambda: Busy("out of order", status=500))
    calls: list[tuple[float, str, int]] = field(default_factory=list)
    trouble: Callable[[str, int], Iterator[NetworkTrouble | None]] | None = None

    def health(self) -> Health:
        return self._around("health", 0, lambda: Health(protocol=PROTOCOL, status="ok", server_time=self.clock.now()))

    def push(self, request: PushRequest) -> PushReply:
        return self._around("push", len(request.mutations), lambda: self._push(request))

    def pull(self, cursor: str, limit: int) -> Page:
        return self._around("pull", limit, lambda: self._pull(cursor, limit))

    def snapshot(self, token: str, limit: int, kinds: tuple[str, ...] = ()) -> Chunk:
        return self._around("snapshot", limit, lambda: self._snapshot(token, limit, kinds))

    def check(self) -> Tallies:
        return self._around("check", 0, self._check)

    def calls_of(self, name: str) -> list[float]:
        return [at for at, called, _ in self.calls if called == name]

    def _around(self, name: str, size: int, call: Callable[[], T]) -> T:
        self.calls.append((self.clock.monotonic(), name, size))
        troubles = self.trouble(name, size) if self.trouble else iter(())
        if before := next(troubles, None):
            raise before
        result = call()
        if after := next(troubles, None):
            raise after
        return result

    def _push(self, request: PushRequest) -> PushReply:
        if request.epoch and request.epoch != self.epoch:
            raise EpochChanged("Another epoch.", self.epoch)
        if any(item.key in self.poison and not item.is_withdrawal for item in request.mutations):
            raise self.crash
        last = self.streams.get(request.stream, 0)
        for item in request.mutations:
            if item.seq <= last and item.key not in self.receipts:
                raise StreamForked("Forked.")
            if item.seq > last + 1:
                raise SequenceGap("A gap.", last + 1)
            last = max(last, item.seq)
        verdicts = [self._judge(item) for item in request.mutations]
        self.streams[request.stream] = last
        return PushReply(
            protocol=PROTOCOL,
            epoch=self.epoch,
            last_seq=last,
            version=self.version,
            server_time=self.clock.now(),
            verdicts=verdicts,
        )

    def _judge(self, item: Item) -> Verdict:
        frozen = bytes(item.mutation)
        receipt = self.receipts.get(item.key)
        if receipt is None:
            verdict = self._apply(item.key, frozen) if frozen else Verdict(key=item.key, outcome=Outcome.WITHDRAWN)
            self.receipts[item.key] = Receipt(body_hash(frozen), verdict)
            return verdict
        if frozen and receipt.verdict.outcome is not Outcome.WITHDRAWN and receipt.hash != body_hash(frozen):
            refusal = Refusal(code=Code.KEY_REUSED, message="This key was used for something else.")
            return Verdict(key=item.key, outcome=Outcome.REFUSED, refusal=refusal)
        known = receipt.verdict
        return Verdict(
            key=known.key,
            outcome=known.outcome,
            version=known.version,
            row=self.rows.get(known.row.id) if known.row else None,
            refusal=known.refusal,
            cause=known.cause,
            replayed=True,
        )

    def _apply(self, key: str, frozen: bytes) -> Verdict:
        mutation = decode(frozen, Mutation)
        for cause in mutation.after:
            if cause in self.receipts and self.receipts[cause].verdict.outcome not in ACCEPTED:
                return Verdict(key=key, outcome=Outcome.HELD, cause=cause)
        if mutation.op is Op.CREATE and mutation.id in self.rows:
            refusal = Refusal(code=Code.ALREADY_EXISTS, message="This exists already.")
            return Verdict(key=key, outcome=Outcome.REFUSED, refusal=refusal)
        self.version += 1
        row = Row(kind=mutation.kind, id=mutation.id, version=self.version, body=mutation.fields)
        self.rows[mutation.id] = row
        return Verdict(key=key, outcome=Outcome.APPLIED, version=self.version, row=row)

    def _pull(self, cursor: str, limit: int) -> Page:
        if cursor and not cursor.isdigit():
            raise Rejected("This is no cursor of ours.", "bad_request")
        since = int(cursor or 0)
        found = sorted((row for row in self.rows.values() if row.version > since), key=lambda row: row.version)
        rows = found[:limit]
        return Page(
            protocol=PROTOCOL,
            epoch=self.epoch,
            rows=rows,
            cursor=str(rows[-1].version if rows else self.version),
            more=len(found) > limit,
            version=self.version,
            server_time=self.clock.now(),
        )

    def _check(self) -> Tallies:
        kinds = {row.kind for row in self.rows.values()}
        return Tallies(
            protocol=PROTOCOL,
            epoch=self.epoch,
            version=self.version,
            server_time=self.clock.now(),
            kinds=[_tally(kind, self.rows.values()) for kind in kinds],
        )

    def _snapshot(self, token: str, limit: int, kinds: tuple[str, ...]) -> Chunk:
        ceiling, _, after = (token or f"{self.version}/").partition("/")
        if not ceiling.isdigit():
            raise CursorGone("This is no token of ours.")
        found = sorted((row for row in self.rows.values() if not kinds or row.kind in kinds), key=lambda row: row.id)
        left = [row for row in found if row.id > after]
        rows = left[:limit]
        is_last = len(rows) == len(left)
        return Chunk(
            protocol=PROTOCOL,
            epoch=self.epoch,
            part=Part.REST,
            done=len(found) - len(left) + len(rows),
            total=len(found),
            version=int(ceiling),
            server_time=self.clock.now(),
            rows=[frozen(row) for row in rows],
            token="" if is_last else f"{ceiling}/{rows[-1].id}",
            cursor=ceiling if is_last else "",
        )


def _tally(kind: str, rows: Iterable[Row]) -> Tally:
    return tally(kind, ((row.id, row.version, encode(row.body)) for row in rows if row.kind == kind))


def thawed(row: FrozenRow) -> Row:
    body = decode(bytes(row.body), dict)
    return Row(
        kind=row.kind, id=row.id, version=row.version, state=row.state, deleted_at=row.deleted_at, body=body
    )
