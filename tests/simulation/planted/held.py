"""Bugs in what a device holds: pages, verdicts, and what the screen shows of them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from simulation.planted.reach import names_older_versions
from simulation.planted.tools import Patch, nothing
from storage import absorbing, confirmed, filling, outbox, settling, show
from storage import store as stores
from storage.database import Tx
from sync.kinds import Kind
from sync.protocol import Chunk, Outcome, Page, PushReply, Row


def goes_back_to_an_older_cursor(patch: Patch) -> None:
    """Every third page is taken for the first one."""
    real = stores.LocalStore.absorb
    pages: dict[int, list[str]] = defaultdict(list)

    def absorb(store: stores.LocalStore, page: Page) -> None:
        cursors = pages[id(store)]
        cursors.append(page.cursor)
        real(store, page if len(cursors) % 3 else msgspec.structs.replace(page, cursor=cursors[0]))

    patch.setattr(stores.LocalStore, "absorb", absorb)


def takes_an_older_row_for_news(patch: Patch) -> None:
    names_older_versions(patch)
    patch.setattr(confirmed, "read_versions", lambda *_: {})


def miscounts_what_it_holds(patch: Patch) -> None:
    real = stores.tallies

    def tallies(tx: Tx) -> Any:
        counted = real(tx)
        return counted and {kind: one for kind, one in counted.items() if kind != Kind.USER}

    patch.setattr(stores, "tallies", tallies)


def takes_a_verdict_without_its_row(patch: Patch) -> None:
    patch.setattr(settling, "store_rows", lambda *_, **__: {})


def takes_a_refusal_for_success(patch: Patch) -> None:
    patch.setattr(settling, "ACCEPTED", frozenset(Outcome))


def hides_my_own_work(patch: Patch) -> None:
    patch.setattr(show, "read_pending", lambda *_: {})


def shows_the_file_too_late(patch: Patch) -> None:
    patch.setattr(outbox, "show", nothing)


def moves_the_cursor_past_a_row(patch: Patch) -> None:
    real = absorbing.store_rows

    def store_rows(tx: Tx, rows: Sequence[Row]) -> object:
        return real(tx, rows[:-1])

    patch.setattr(absorbing, "store_rows", store_rows)


def settles_before_it_stores(patch: Patch) -> None:
    """The verdicts in one transaction, their rows in the next."""
    real = stores.LocalStore.settle

    def settle(store: stores.LocalStore, reply: PushReply) -> None:
        rows = [verdict.row for verdict in reply.verdicts if verdict.row is not None]
        bare = [msgspec.structs.replace(verdict, row=None) for verdict in reply.verdicts]
        real(store, msgspec.structs.replace(reply, verdicts=bare))
        with store._database.write() as tx:
            for kind, known in settling.store_rows(tx, rows).items():
                show.show(tx, kind, known, known)

    patch.setattr(stores.LocalStore, "settle", settle)


def never_sweeps(patch: Patch) -> None:
    patch.setattr(absorbing, "_sweep", nothing)


def still_finds_what_was(patch: Patch) -> None:
    patch.setattr(show, "drop_words", nothing)


def fills_without_the_words(patch: Patch) -> None:
    real = filling.make_ready

    def make_ready(chunk: Chunk) -> filling.ReadyChunk:
        ready = real(chunk)
        bare = {kind: each._replace(words=[]) for kind, each in ready.fillings.items()}
        return msgspec.structs.replace(ready, fillings=bare)

    patch.setattr(stores, "make_ready", make_ready)
