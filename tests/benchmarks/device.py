"""A device as a process of its own; prints what it measured as one line of JSON.

python -m benchmarks.device drain|one-by-one|some-batches|first-sync FOLDER URL TOKEN
python -m benchmarks.device write|watch FOLDER URL TOKEN        driven line by line over standard input
python -m benchmarks.device local-write FOLDER COUNT
python -m benchmarks.device deltas FOLDER URL TOKEN OTHER_TOKEN    one change at a time, on a store of half a million

Over 300 lines: all that is measured on a device, in one process that is started for each.
"""

import json
import random
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Raw

from benchmarks.company import peak_mib
from benchmarks.leads import leads
from storage.connection import connect
from storage.profile import Profile
from storage.search_index import words_in
from storage.store import LocalStore
from storage.subjects import Subject
from storage.visible import TABLES
from sync.aside import Aside, take_short_turns
from sync.clock import SystemClock
from sync.engine import Engine
from sync.http import HttpServer
from sync.http_events import HttpEvents
from sync.ids import id_maker
from sync.kinds import Kind
from sync.live import Live
from sync.protocol import PROTOCOL, Item, Mutation, Op, Page, PushRequest, Row, encode
from sync.runner import Runner
from sync.status import ACTIVE, Phase, Signal, Status

CLOCK = SystemClock()
CHANCE = random.Random(2)
SOME = 8_000
HALF_A_MILLION = 500_000
DELTAS = 200


def open_profile(folder: Path) -> Profile:
    return Profile(folder, CLOCK, id_maker(CLOCK, random.SystemRandom()))


def say(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)


class OneByOne(LocalStore):
    """Sends a queue as a plain client would: one request for each mutation, and no second one before it is settled."""

    def next_batch(self, most_items: int, most_bytes: int) -> tuple[Item, ...]:
        return super().next_batch(1, most_bytes)

    def batch_behind(self, seq: int, most_items: int, most_bytes: int) -> tuple[Item, ...]:
        return ()


def drain(folder: Path, url: str, token: str, *, is_one_by_one: bool = False) -> None:
    """From the first look at the network to the moment at which the last verdict is on the disk."""
    with open_profile(folder) as profile:
        store = profile.store
        if is_one_by_one:
            store = OneByOne(profile.database, CLOCK, id_maker(CLOCK, CHANCE))
        count = store.outbox_size()
        with closing(Aside()) as aside:
            engine = Engine(store, HttpServer(url, lambda: token), CLOCK, CHANCE, _ignore, begin=aside.begin)
            seconds = run_until(engine, lambda: not engine.status.waiting)
        say(seconds=seconds, count=count, peak_mib=peak_mib())


def some_batches(folder: Path, url: str, token: str) -> None:
    """Eight thousand out of a queue, and after each batch what the sync screen reads."""
    with open_profile(folder) as profile:
        store, seen = profile.store, set[int]()
        engine = Engine(store, HttpServer(url, lambda: token), CLOCK, CHANCE, _ignore)
        size = store.outbox_size()

        def is_done() -> bool:
            left = store.outbox_size()
            if left not in seen:
                seen.add(left)
                profile.queries.sync.counts(CLOCK.now())
                profile.queries.sync.waiting(100)
            return left <= size - SOME

        seconds = run_until(engine, is_done)
        say(seconds=seconds, count=size - store.outbox_size(), peak_mib=peak_mib())


def first_sync(folder: Path, url: str, token: str) -> None:
    """From nothing to all rows stored, searchable and shown."""
    with open_profile(folder) as profile:
        with closing(Aside()) as aside:
            engine = Engine(profile.store, HttpServer(url, lambda: token), CLOCK, CHANCE, _ignore, begin=aside.begin)
            seconds = run_until(engine, lambda: engine.status.phase is Phase.IDLE)
        with profile.database.read() as tx:
            count = tx.value("SELECT count(*) FROM lead")
            say(seconds=seconds, count=count, peak_mib=peak_mib())


def deltas(folder: Path, url: str, token: str, other_token: str) -> None:
    """Pull and apply one lead that somebody else has changed, while half a million lie here."""
    with open_profile(folder) as profile, closing(HttpServer(url, lambda: token)) as server:
        engine = Engine(profile.store, server, CLOCK, CHANCE, _ignore)
        run_until(engine, lambda: engine.status.phase is Phase.IDLE)
        fill(profile.store, HALF_A_MILLION)
        office = Office(HttpServer(url, lambda: other_token), DELTAS)
        engine.hear(office.version)
        run_until(engine, lambda: engine.pulled_version == office.version)
        took = []
        for _ in range(DELTAS):
            office.change_one()
            engine.hear(office.version)
            took.append(run_until(engine, lambda: engine.pulled_version == office.version))
        office.server.close()
        with profile.database.read() as tx:
            say(took=took, count=tx.value("SELECT count(*) FROM lead WHERE stage = 'contacted'"))


def fill(store: LocalStore, count: int) -> None:
    """Rows as if they had been pulled."""
    drafts = leads(count, seed=5)
    position = store.position()
    while some := list(islice(drafts, 10_000)):
        rows = [Row(kind=draft.kind, id=draft.id, version=1, body=dict(draft.fields)) for draft in some]
        page = Page(
            protocol=PROTOCOL,
            epoch=position.epoch,
            rows=rows,
            cursor=position.cursor,
            more=True,
            version=1,
            server_time=CLOCK.now(),
        )
        store.absorb(page)


class Office:
    """Somebody else, who makes leads and then changes one after the other, with nothing kept on this side."""

    def __init__(self, server: HttpServer, count: int) -> None:
        self.server = server
        self.version = 0
        self._new_id = id_maker(CLOCK, random.Random(6))
        self._stream = self._new_id()
        self._seq = 0
        self._ids = [draft.id for draft in leads(count, seed=6) if self._push(Op.CREATE, draft.id, draft.fields)]

    def change_one(self) -> None:
        self._push(Op.CHANGE, self._ids.pop(), {"stage": "contacted", "name": f"Somebody {self._seq}"})

    def _push(self, op: Op, record_id: str, fields: Mapping[str, Any]) -> int:
        key, self._seq, now = self._new_id(), self._seq + 1, CLOCK.now()
        mutation = Mutation(
            key=key, op=op, kind=Kind.LEAD, id=record_id, occurred_at=now, base=self.version, fields=dict(fields)
        )
        request = PushRequest(
            protocol=PROTOCOL,
            stream=self._stream,
            epoch="",
            confirmed_seq=self._seq - 1,
            sent_at=now,
            mutations=[Item(seq=self._seq, key=key, mutation=Raw(encode(mutation)))],
        )
        self.version = self.server.push(request).version
        return self.version


def run_until(engine: Engine, is_done: Callable[[], bool]) -> float:
    began = time.perf_counter()
    while True:
        engine.step()
        if is_done():
            return time.perf_counter() - began
        if engine.status.phase not in ACTIVE:
            raise SystemExit(f"The engine stopped: {engine.status}")


def write(folder: Path, url: str, token: str) -> None:
    """Record a lead for each line that comes in, with the engine running; tell when it was begun."""
    drafts = leads(10_000, seed=3)
    with open_profile(folder) as profile, _running(profile, url, token) as runner:
        for _line in sys.stdin:
            draft = next(drafts)
            began = time.monotonic()
            profile.outbox.record(draft)
            runner.wake(Signal.WORK)
            say(id=draft.id, at=began)


def watch(folder: Path, url: str, token: str) -> None:
    """Tell when each lead of another device can be read here."""
    with open_profile(folder) as profile:

        def look(subjects: frozenset[Subject]) -> None:
            for subject in subjects:
                if subject.kind == "lead" and subject.id and profile.queries.leads.get(subject.id) is not None:
                    say(id=subject.id, at=time.monotonic())

        profile.database.changed.add(look)
        with _running(profile, url, token):
            sys.stdin.read()


class _running:  # noqa: N801 — reads as a verb in a `with`
    """The engine on its thread, with the event stream beside it, as the program runs it."""

    def __init__(self, profile: Profile, url: str, token: str) -> None:
        self._is_up = threading.Event()
        self._server = HttpServer(url, lambda: token)
        self._events = HttpEvents(url, lambda: token)
        self._runner = Runner(Engine(profile.store, self._server, CLOCK, CHANCE, self._tell), CLOCK)
        self._live = Live(self._events, self._runner, CHANCE)

    def __enter__(self) -> Runner:
        self._runner.start()
        self._live.start()
        assert self._is_up.wait(30)
        say(ready=True)
        return self._runner

    def __exit__(self, *_: object) -> None:
        self._live.stop(self._events.close)
        self._runner.stop(self._server.close)

    def _tell(self, status: Status) -> None:
        if status.phase is Phase.IDLE:
            self._is_up.set()


def local_write(folder: Path, count: int) -> None:
    """One lead saved, and beside it one bare transaction that writes the very same rows to a file of its own."""
    ours, bare = [], []
    with open_profile(folder / "ours") as profile:
        open_profile(folder / "bare").close()
        other = connect(folder / "bare" / "profile.db")
        for draft in leads(count, seed=4):
            began = time.perf_counter()
            profile.outbox.record(draft)
            ours.append(time.perf_counter() - began)
            rows = _last_rows(profile)
            began = time.perf_counter()
            _write_bare(other, *rows)
            bare.append(time.perf_counter() - began)
        other.close()
    say(ours=ours, bare=bare)


def _last_rows(profile: Profile) -> tuple[tuple[Any, ...], tuple[Any, ...], str]:
    with profile.database.read() as tx:
        outbox = tx.one("SELECT * FROM outbox ORDER BY seq DESC LIMIT 1")
        lead = tx.one("SELECT * FROM lead ORDER BY n DESC LIMIT 1")
    assert outbox is not None
    assert lead is not None
    return outbox, lead, words_in(TABLES[Kind.LEAD], lead[1], lead[-1])


def _write_bare(
    connection: sqlite3.Connection, outbox: tuple[Any, ...], lead: tuple[Any, ...], words: str
) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table, row in (("outbox", outbox), ("lead", lead)):
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    connection.execute("INSERT INTO lead_words (rowid, words) VALUES (?, ?)", (lead[0], words))
    connection.execute("UPDATE sync_state SET next_seq = next_seq + 1, next_place = next_place + 1, turn = turn + 1")
    connection.execute("COMMIT")


def _ignore(_status: Status) -> None:
    """Nobody looks."""


def main(what: str, folder: str, *rest: str) -> None:
    take_short_turns()
    path = Path(folder)
    match what:
        case "drain":
            drain(path, *rest)
        case "one-by-one":
            drain(path, *rest, is_one_by_one=True)
        case "some-batches":
            some_batches(path, *rest)
        case "first-sync":
            first_sync(path, *rest)
        case "write":
            write(path, *rest)
        case "watch":
            watch(path, *rest)
        case "deltas":
            deltas(path, *rest)
        case "local-write":
            local_write(path, int(rest[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
