"""Many commits at once on PostgreSQL, and a reader who follows them by its cursor: whatever it passed, it has seen.

Writers are processes of their own, each with its stream; they push one mutation at a time through the real counter,
stream and receipts. The reader pulls small pages all the while, and once more at the end.
"""

import copy
import multiprocessing
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from msgspec import Raw
from sqlalchemy import Connection, text

import server_stub.apply
import server_stub.shelf
from server_stub.database import Database
from server_stub.ledger import Book, Line
from server_stub.principal import Principal
from server_stub.pull import pull
from server_stub.push import push
from server_stub.service import Service
from support.company import found_in
from support.postgres import Cluster
from sync.clock import SystemClock
from sync.ids import id_maker
from sync.kinds import Kind
from sync.protocol import PROTOCOL, Item, Mutation, Op, PushRequest, encode

WRITERS = 6
PAGE = 50
CLOCK = SystemClock()
PAUSE = 0.002
AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@dataclass
class Tally:
    commits: int
    seen: int
    pages: int
    missed: int
    out_of_order: int


def write(url: str, who: Principal, commits: int, is_careless: bool) -> None:
    """One writer: so many pushes of one lead each."""
    database = Database(url)
    new_id = id_maker(CLOCK, random.SystemRandom())
    if is_careless:
        be_careless()
    stream = new_id()
    for seq in range(1, commits + 1):
        lead = Mutation(
            key=new_id(), op=Op.CREATE, kind=Kind.LEAD, id=new_id(), occurred_at=AT, fields={"name": f"Lead {seq}"}
        )
        item = Item(seq=seq, key=lead.key, mutation=Raw(encode(lead)))
        request = PushRequest(
            protocol=PROTOCOL, stream=stream, epoch="", confirmed_seq=seq - 1, sent_at=AT, mutations=[item]
        )
        (verdict,) = push(database, new_id, who, request, CLOCK.now()).verdicts
        assert verdict.outcome == "applied", verdict
    database.close()


def be_careless() -> None:
    """The planted bug: versions out of a sequence, as a bigserial column gives them, and nobody waits for anybody."""
    honest = server_stub.shelf.open_book
    unlocked = copy.copy(server_stub.shelf._SELECT_ORGANISATION)
    unlocked._for_update_arg = None
    server_stub.shelf._SELECT_ORGANISATION = unlocked

    def open_book(connection: Connection, org: int, lines: Sequence[Line], stream: int) -> Book:
        book = honest(connection, org, lines, stream)
        book.version = connection.scalar(text("SELECT nextval('careless')"))
        return book

    server_stub.apply.open_book = open_book


def run(cluster: Cluster, commits: int, *, is_careless: bool = False) -> Tally:
    url = cluster.url(cluster.create())
    _, tokens = found_in(url, {"writer": "office", "reader": "owner"})
    database = Database(url)
    door = Service(database, CLOCK).door

    def whose(name: str) -> Principal:
        return door.admit(f"Bearer {tokens[name]}", CLOCK.now())

    with database.engine.begin() as connection:
        connection.execute(text("CREATE SEQUENCE careless START 1000"))
    reader = Reader(database, whose("reader"))
    reader.read()
    known = len(reader.seen)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["chaos.commits"])
    writers = [
        context.Process(target=write, args=(url, whose("writer"), commits // WRITERS, is_careless))
        for _ in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        reader.read()
        time.sleep(PAUSE)
    reader.read()
    database.close()
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    made = commits // WRITERS * WRITERS
    seen = len(reader.seen) - known
    return Tally(made, seen, reader.pages, made - seen, reader.out_of_order)


class Reader:
    """Follows its cursor, and never looks back."""

    def __init__(self, database: Database, who: Principal) -> None:
        self._database = database
        self._who = who
        self._cursor = ""
        self._last = 0
        self.seen: set[str] = set()
        self.pages = self.out_of_order = 0

    def read(self) -> None:
        """From the cursor to the end of what there is."""
        while True:
            page = pull(self._database, self._who, self._cursor, PAGE, AT)
            self._cursor = page.cursor
            self.pages += 1
            for row in page.rows:
                self.out_of_order += row.version < self._last
                self._last = row.version
                self.seen.add(row.id)
            if not page.more:
                return
