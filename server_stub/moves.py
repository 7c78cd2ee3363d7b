"""A person gets another role or goes to another crew: who holds their work orders, leads and time goes along.

The person's own devices notice by themselves that what they may see has changed, and fetch everything anew.
"""

from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection

from server_stub.chronicle import OF_THE_SERVER
from server_stub.database import Sql
from server_stub.ledger import Stamp
from server_stub.membership import settle_anew
from server_stub.scope import Directory
from server_stub.shelf import open_book, read_named, write_book
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.protocol import Op, Outcome


def change_user(
    connection: Connection, sql: Sql, org: int, user_id: str, fields: dict[str, Any], key: str, at: int
) -> None:
    """Change a user's record, in one version with all memberships that follow from it."""
    book = open_book(connection, org, [], OF_THE_SERVER)
    read_named(connection, book, user_id)
    ref = Kind.USER, user_id
    user = book.records.get(ref)
    if user is None:
        raise InvalidInput(Problem("user", "invalid", "There is no such user. Nothing was changed."))
    book.version += 1
    version, stamp = book.version, Stamp(book.version, OF_THE_SERVER, at)
    body = {**user.body, **fields}
    stamps = {**user.stamps, **dict.fromkeys(fields, stamp)}
    book.put_record(ref, replace(user, version=version, body=body, stamps=stamps, occurred_at=at, received_at=at))
    known = book.directory
    book.directory = Directory({**known.users, user_id: body}, known.crews, known.settings)
    settle_anew(book, [known for known in book.records if known != ref], version)
    book.new_events.append((org, version, f"{Kind.USER}.{Op.CHANGE}", user_id, OF_THE_SERVER, at, at))
    facts = (Op.CHANGE.value, *ref, Outcome.APPLIED.value, version, None, at, at)
    book.new_audits.append((org, key, OF_THE_SERVER, *facts))
    write_book(connection, sql, book)
