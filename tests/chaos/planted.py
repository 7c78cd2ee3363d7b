"""Bugs that the long runs have to find: in the process whose power is cut, and where the disk fails."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import storage.blobs
import storage.files
import storage.store
from storage.absorbing import absorb_page
from storage.connection import Connect
from storage.database import Database, Tx
from storage.files import MarkFile
from sync.protocol import Page

Plant = Callable[[Connect], Connect]


def _flushing(level: str) -> Plant:
    def plant(honest: Connect) -> Connect:
        def connect(path: Path) -> sqlite3.Connection:
            connection = honest(path)
            connection.execute(f"PRAGMA synchronous = {level}")
            return connection

        return connect

    return plant


def _mark_first(honest: Connect) -> Connect:
    """The high-water mark is written before the commit, so that it may lead."""
    commit = Database._commit

    def commit_late(self: Database, tx: Tx, turn: int) -> None:
        if tx.minted_place is not None:
            self.on_mint(tx.minted_place)
        commit(self, tx, turn)

    Database._commit = commit_late  # type: ignore[method-assign]  # this is the bug
    return honest


def _forgetful_of_names(honest: Connect) -> Connect:
    """A new folder's own name is not flushed."""
    storage.files.flush_folder = lambda folder: None
    return honest


def _unflushed_bytes(honest: Connect) -> Connect:
    """An attachment's record is saved before its bytes are sure to have their name."""
    storage.blobs.flush_folder = lambda folder: None
    return honest


POWER: dict[str, Plant] = {
    "commits are not flushed": _flushing("NORMAL"),
    "nothing is flushed": _flushing("OFF"),
    "the mark is written first": _mark_first,
    "new folders are not flushed": _forgetful_of_names,
    "an attachment's name is not flushed": _unflushed_bytes,
}


def _cursor_first(tx: Tx, page: Page, now: int) -> None:
    tx.run("UPDATE sync_state SET cursor = ?", (page.cursor,))
    tx.run("COMMIT")
    tx.run("BEGIN IMMEDIATE")
    absorb_page(tx, page, now)


class DiskBug(NamedTuple):
    """`call` is where a fault brings it to light."""

    where: object
    name: str
    wrong: Callable[..., object]
    call: str


DISK = {
    "a commit error is always believed": DiskBug(Database, "_has_landed", lambda *_: False, "flush"),
    "a commit error is never believed": DiskBug(Database, "_has_landed", lambda *_: True, "flush"),
    "a mark that can't be written is told as not saved": DiskBug(MarkFile, "write", MarkFile._put, "own write"),
    "the cursor moves before its rows": DiskBug(storage.store, "absorb_page", _cursor_first, "flush"),
}
