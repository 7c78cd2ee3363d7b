"""A profile in a folder, and the server's side of the conversation as a test words it."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from msgspec import Raw

from storage.connection import Connect, connect
from storage.files import make_private_file, make_private_folder
from storage.outbox import Draft
from storage.profile import Profile
from support.clock import FakeClock
from sync.ids import id_maker
from sync.kinds import Kind
from sync.protocol import (
    PROTOCOL,
    Chunk,
    Code,
    FrozenRow,
    Item,
    Mutation,
    Op,
    Outcome,
    Page,
    Part,
    PushReply,
    Refusal,
    Row,
    State,
    Verdict,
    decode,
    encode,
)

SERVER_TIME = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
# A program that starts again never makes the same ids again.
_seeds = count(1)
EPOCH = "0190e000-0000-7000-8000-000000000001"


def open_profile(
    folder: Path, clock: FakeClock | None = None, *, open_connection: Connect = connect, **options: bool
) -> Profile:
    clock = clock or FakeClock()
    # An empty ballast: writing 8 MB for each of thousands of profiles would be most of a test run's work.
    make_private_folder(folder)
    make_private_file(folder / "ballast")
    new_id = id_maker(clock, random.Random(next(_seeds)))
    return Profile(folder, clock, new_id, open_connection=open_connection, **options)


def new_lead(lead_id: str, name: str = "Orchard House", **fields: Any) -> Draft:
    return Draft(Op.CREATE, Kind.LEAD, lead_id, {"name": name, **fields})


def change_lead(lead_id: str, **fields: Any) -> Draft:
    return Draft(Op.CHANGE, Kind.LEAD, lead_id, fields)


def mutation_of(item: Item) -> Mutation:
    return decode(bytes(item.mutation), Mutation)


def row(record_id: str, version: int, kind: str = "lead", state: State = State.PRESENT, **body: Any) -> Row:
    return Row(kind=kind, id=record_id, version=version, state=state, body=body)


def applied(item: Item, version: int, **added: Any) -> Verdict:
    """The server did it; its row holds what was written and what it added itself."""
    mutation = mutation_of(item)
    body = {**mutation.fields, **added}
    whole = Row(kind=mutation.kind, id=mutation.id, version=version, body=body)
    return Verdict(key=item.key, outcome=Outcome.APPLIED, version=version, row=whole)


def refused(item: Item, code: Code = Code.INVALID, their_row: Row | None = None, **theirs: Any) -> Verdict:
    refusal = Refusal(code=code, message="The office says no.", fields={"name": "Too odd."}, theirs=theirs)
    return Verdict(key=item.key, outcome=Outcome.REFUSED, refusal=refusal, row=their_row)


def held(item: Item, cause: str) -> Verdict:
    return Verdict(key=item.key, outcome=Outcome.HELD, cause=cause)


def withdrawn(item: Item) -> Verdict:
    return Verdict(key=item.key, outcome=Outcome.WITHDRAWN)


def reply(*verdicts: Verdict, last_seq: int = 0, version: int = 0) -> PushReply:
    """A reply as it comes out of the wire."""
    whole = PushReply(
        protocol=PROTOCOL,
        epoch=EPOCH,
        last_seq=last_seq,
        version=version,
        server_time=SERVER_TIME,
        verdicts=list(verdicts),
    )
    return decode(encode(whole), PushReply)


def page(rows: Sequence[Row], cursor: str = "c1", *, more: bool = False, version: int = 1_000) -> Page:
    whole = Page(
        protocol=PROTOCOL,
        epoch=EPOCH,
        rows=list(rows),
        cursor=cursor,
        more=more,
        version=version,
        server_time=SERVER_TIME,
    )
    return decode(encode(whole), Page)


def chunk(
    rows: Sequence[Row], *, token: str = "", cursor: str = "", part: Part = Part.REST, version: int = 1_000
) -> Chunk:
    whole = Chunk(
        protocol=PROTOCOL,
        epoch=EPOCH,
        part=part,
        done=len(rows),
        total=len(rows),
        version=version,
        server_time=SERVER_TIME,
        rows=[frozen(row) for row in rows],
        token=token,
        cursor=cursor,
    )
    return decode(encode(whole), Chunk)


def frozen(row: Row) -> FrozenRow:
    body = Raw(encode(row.body))
    return FrozenRow(
        kind=row.kind, id=row.id, version=row.version, state=row.state, deleted_at=row.deleted_at, body=body
    )
