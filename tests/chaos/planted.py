"""Bugs that a power cut has to find, planted in the process that is recorded."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import storage.files
from storage.connection import Connect
from storage.database import Database, Tx

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


PLANTED: dict[str, Plant] = {
    "commits are not flushed": _flushing("NORMAL"),
    "nothing is flushed": _flushing("OFF"),
    "the mark is written first": _mark_first,
    "new folders are not flushed": _forgetful_of_names,
}
