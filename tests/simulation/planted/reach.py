"""Bugs in who holds what: the pull, the scopes, the door."""

from typing import Any

import msgspec
from sqlalchemy import null

from server_stub import auth, membership, scope
from server_stub import pull as server_pull
from server_stub.ledger import Book
from simulation.planted.tools import Patch, nothing
from sync.kinds import Kind
from sync.protocol import State
from sync.terms import Role


def skips_a_version_in_the_pull(patch: Patch) -> None:
    real = server_pull._advance

    def advance(cursor: Any, page: Any, *, is_last: bool) -> Any:
        moved = real(cursor, page, is_last=is_last)
        version, kind, record_id = moved.place
        return msgspec.structs.replace(moved, place=(version + 1, kind, record_id))

    patch.setattr(server_pull, "_advance", advance)


def never_says_what_was_deleted(patch: Patch) -> None:
    real = server_pull._rows

    def rows(*arguments: Any) -> Any:
        return (row for row in real(*arguments) if row.state is not State.DELETED)

    patch.setattr(server_pull, "_rows", rows)


def never_says_what_left_the_scope(patch: Patch) -> None:
    real = server_pull._rows

    def rows(*arguments: Any) -> Any:
        return (row for row in real(*arguments) if row.state is not State.REMOVED)

    patch.setattr(server_pull, "_rows", rows)


def names_older_versions(patch: Patch) -> None:
    real = server_pull._rows

    def rows(*arguments: Any) -> Any:
        return (msgspec.structs.replace(row, version=max(0, row.version - 1)) for row in real(*arguments))

    patch.setattr(server_pull, "_rows", rows)


def shows_workers_everything(patch: Patch) -> None:
    patch.setitem(scope._BY_ROLE, Role.WORKER, frozenset(Kind))


def forgets_the_organisation(patch: Patch) -> None:
    """Both companies' rows in one pull."""
    real = server_pull._slices

    def slices(connection: Any, org: int, scope: Any, cursor: Any, most: int) -> Any:
        yield from real(connection, org, scope, cursor, most)
        everything = msgspec.structs.replace(cursor, place=(0, "", ""), ceiling=10**9)
        yield from real(connection, 3 - org, scope, everything, most)

    patch.setattr(server_pull, "_slices", slices)


def leaves_followers_behind(patch: Patch) -> None:
    patch.setattr(membership, "_settle_followers", nothing)


def keeps_whoever_once_held(patch: Patch) -> None:
    real = Book.put_entry

    def put_entry(book: Book, *where: Any, is_present: bool) -> None:
        if is_present:
            real(book, *where, is_present=True)

    patch.setattr(Book, "put_entry", put_entry)


def finds_what_is_out_of_scope(patch: Patch) -> None:
    patch.setattr(Book, "is_in_scope", lambda *_: True)


def lets_the_locked_out_in(patch: Patch) -> None:
    real = auth._SELECT_DEVICE
    columns = [null().label(one.name) if one.name == "revoked_at" else one for one in real.selected_columns]
    patch.setattr(auth, "_SELECT_DEVICE", real.with_only_columns(*columns, maintain_column_froms=True))


def leaves_merged_leads_behind(patch: Patch) -> None:
    patch.setattr(membership, "_audiences_of_survivor", lambda *_: frozenset())
