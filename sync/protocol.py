"""The wire: the shapes of push, pull and sign-in, with one strict way to read and one to write each.

A mutation's bytes are frozen when it is minted; `seq` stands outside of them, so that a forked profile can renumber its
outbox and the server still knows each mutation by key and hash.

Over 300 lines: the whole contract of both ends.
"""

import hashlib
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar

import msgspec
from msgspec import Meta, Raw, Struct

from sync.errors import Unreachable
from sync.language import translate

PROTOCOL = 1
SCHEMA = 1
PROTOCOL_HEADER = "StreamFlow-Protocol"
MEDIA_TYPE = "application/json"

MAX_MUTATIONS = 1_000
MAX_PUSH_BYTES = 2_000_000
MAX_PAGE_ROWS = 2_000
MAX_CHUNK_ROWS = 5_000
MAX_REPLY_BYTES = 64_000_000

Key = Annotated[str, Meta(min_length=36, max_length=36)]
Seq = Annotated[int, Meta(ge=1, le=2**53)]
Version = Annotated[int, Meta(ge=0, le=2**53)]
Instant = Annotated[datetime, Meta(tz=True)]


class Word(StrEnum):
    """Words that a newer server may have more of: one that is not known here is kept as it came, and wedges nothing."""

    @classmethod
    def _missing_(cls, value: object) -> Self:
        word = str.__new__(cls, value)
        word._name_ = word._value_ = str(value)
        return word


class Op(StrEnum):
    CREATE = "create"
    CHANGE = "change"
    REMOVE = "remove"
    RESTORE = "restore"


class Mutation(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One intended change of one record.

    `base` is the server version that the user saw, 0 for none; `bases` names the fields that had another one.
    `after` lists keys, unsettled at minting: the record's previous mutation, the latest writer of each field that this
    one writes, and the creates that it refers to. `group` marks contiguous mutations that stand or fall together.
    """

    key: Key
    op: Op
    kind: str
    id: Key
    occurred_at: Instant
    schema: int = SCHEMA
    base: Version = 0
    bases: dict[str, Version] = {}
    fields: dict[str, Any] = {}
    after: tuple[Key, ...] = ()
    group: Key | None = None
    supersedes: Key | None = None


class Item(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of a stream: a mutation in its frozen bytes or, without one, the withdrawal of that key.

    `was` is the version that a database which is lost had given to it: whoever saw that version has seen this.
    """

    seq: Seq
    key: Key
    mutation: Raw = Raw()
    was: Version = 0

    @property
    def is_withdrawal(self) -> bool:
        return not bytes(self.mutation)


class PushRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`confirmed_seq`: verdicts up to here are stored by the device, so the server may drop their bodies.

    `sent_at` is the device's clock at this sending: against its own the server tells when an edit was really made.
    `monotonic_ms` is the device's other clock then, which nobody can set, since the start of the machine `boot_id`.
    """

    protocol: int
    stream: Key
    epoch: str
    confirmed_seq: Annotated[int, Meta(ge=0, le=2**53)]
    sent_at: Instant
    mutations: list[Item]
    monotonic_ms: int = 0
    boot_id: Annotated[str, Meta(max_length=200)] = ""


class State(Word):
    PRESENT = "present"
    DELETED = "deleted"
    REMOVED = "removed"


class Row(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A record as the server has it; `deleted` is for all, `removed` has only left this device's scope.

    What was deleted keeps its body, so that it can be brought back.
    """

    kind: str
    id: str
    version: Version
    state: State = State.PRESENT
    deleted_at: Instant | None = None
    body: dict[str, Any] = {}


class FrozenRow(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A `Row` whose body stays in the bytes in which the server keeps it."""

    kind: str
    id: str
    version: Version
    state: State = State.PRESENT
    deleted_at: Instant | None = None
    body: Raw = Raw(b"{}")


class Outcome(Word):
    APPLIED = "applied"
    MERGED = "merged"
    REFUSED = "refused"
    HELD = "held"
    WITHDRAWN = "withdrawn"


ACCEPTED = frozenset({Outcome.APPLIED, Outcome.MERGED})


class Code(Word):
    """Why a mutation was refused."""

    INVALID = "invalid"
    MALFORMED = "malformed"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_SCHEMA = "unknown_schema"
    NOT_ALLOWED = "not_allowed"
    NOT_FOUND = "not_found"
    ALREADY_EXISTS = "already_exists"
    DELETED = "deleted"
    CONFLICT = "conflict"
    TRANSITION = "transition"
    GROUP = "group"
    KEY_REUSED = "key_reused"
    INTERNAL = "internal"


class Refusal(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`fields` maps a field to what is wrong with it; `theirs` holds the server's values of fields in conflict."""

    code: Code
    message: str
    fields: dict[str, str] = {}
    theirs: dict[str, Any] = {}


class Verdict(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The server's final word on one key. `cause` is the key that a held mutation waits behind.

    `conflicts` are the records of what lost here, this mutation's values or somebody else's.
    """

    key: str
    outcome: Outcome
    version: Version = 0
    row: Row | None = None
    refusal: Refusal | None = None
    cause: str | None = None
    conflicts: tuple[Row, ...] = ()
    replayed: bool = False


class PushReply(Struct, frozen=True, kw_only=True):
    """`version` is the organisation's newest; `last_seq` the stream's position after this push."""

    protocol: int
    epoch: str
    last_seq: int
    version: Version
    server_time: Instant
    verdicts: list[Verdict]


class Page(Struct, frozen=True, kw_only=True):
    """Rows in version order under a ceiling that the first page froze; pull again while `more`.

    Whatever has a version up to `backed_up` is in a backup of the server, so a device need not keep it for that.
    """

    protocol: int
    epoch: str
    rows: list[Row]
    cursor: str
    more: bool
    version: Version
    server_time: Instant
    backed_up: Version = 0


class Part(Word):
    """The parts of a snapshot, in the order in which they come."""

    URGENT = "urgent"
    REST = "rest"
    DELETED = "deleted"


class Chunk(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Some of the rows that a user may hold, as they are now. `token` asks for the next chunk.

    The last chunk has no token and a `cursor`: pulls go on from there, from the `version` that the first chunk froze.
    A row may come twice, and may be newer than that version. `done` of `total` rows of this part have come.
    """

    protocol: int
    epoch: str
    part: Part
    done: int
    total: int
    version: Version
    server_time: Instant
    rows: list[FrozenRow]
    token: str = ""
    cursor: str = ""


class Tally(Struct, frozen=True, kw_only=True):
    """How many records of a kind are held, and their checksum; see `sync.tally`."""

    kind: str
    count: int
    checksum: str


class Tallies(Struct, frozen=True, kw_only=True):
    """All that a user holds, as of `version`."""

    protocol: int
    epoch: str
    version: Version
    server_time: Instant
    kinds: list[Tally]


class HistoryEntry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One accepted change of a record, or of what belongs to it; `fields` has each value before and after."""

    version: Version
    op: Op
    kind: str
    id: str
    name: str = ""
    user_id: str | None = None
    occurred_at: Instant
    received_at: Instant
    fields: dict[str, tuple[Any, Any]] = {}


class History(Struct, frozen=True, kw_only=True):
    """Who changed what, the newest first. `is_whole`: nothing older is left out."""

    protocol: int
    entries: list[HistoryEntry]
    is_whole: bool


class Trouble(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The body of every answer that is not 2xx. `min_version` is the oldest program that still may pull."""

    protocol: int
    error: str
    message: str
    fields: dict[str, str] = {}
    expected_seq: int | None = None
    epoch: str | None = None
    min_version: str | None = None


class SignIn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    organisation: str
    email: str
    password: str
    device: str


class Account(Struct, frozen=True, kw_only=True):
    """Who is signed in where; `organisation` and `user` are records' ids."""

    protocol: int
    organisation_id: str
    organisation: str
    user_id: str
    name: str
    role: str
    device_id: str
    epoch: str
    server_time: Instant


class SignedIn(Struct, frozen=True, kw_only=True):
    token: str
    account: Account


class Health(Struct, frozen=True, kw_only=True):
    protocol: int
    status: str
    server_time: Instant


T = TypeVar("T")
encode = msgspec.json.Encoder().encode
_decoders: dict[type, msgspec.json.Decoder[Any]] = {}


def decode(data: bytes, shape: type[T]) -> T:
    """Read one shape strictly. Raises `msgspec.DecodeError` (of which a validation error is one kind)."""
    decoder = _decoders.get(shape)
    if decoder is None:
        decoder = _decoders[shape] = msgspec.json.Decoder(shape)
    try:
        result: T = decoder.decode(data)
    except (UnicodeDecodeError, RecursionError) as trouble:
        raise msgspec.DecodeError("JSON is malformed: not UTF-8, or nested too deeply") from trouble
    return result


def decode_reply(data: bytes, shape: type[T]) -> T:
    """Read an answer that has to be ours; whatever else arrived under a 200 is the network's, never success."""
    try:
        return decode(data, shape)
    except msgspec.DecodeError as trouble:
        raise Unreachable(translate("network", "The answer did not come from the StreamFlow server.")) from trouble


def body_hash(frozen: bytes) -> bytes:
    """16 bytes of SHA-256 over a mutation's frozen bytes."""
    return hashlib.sha256(frozen).digest()[:16]
