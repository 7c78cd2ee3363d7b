"""The server's tables. The organisation leads every key and every index: no query crosses that wall.

`organisation.code` is the one thing that is unique across organisations; it is the directory that sign-in reads.
Bodies are JSON texts in the words of `sync.records`. A record's version is the organisation's counter at its last
change; the database itself refuses a record without one. Instants are milliseconds since 1970, UTC.

Over 300 lines: every table in one place, each with what it is for.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

SCHEMA_NUMBER = 1

metadata = MetaData()

# Byte order everywhere, so that a cursor means the same to SQLite, PostgreSQL and Python.
_Word = String().with_variant(String(collation="C"), "postgresql")


def _word(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, _Word, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, BigInteger, nullable=nullable)


def _org() -> Column[Any]:
    return Column("org", BigInteger, nullable=False)


def _ref() -> tuple[Column[Any], Column[Any]]:
    """Which record."""
    return _word("kind"), _word("id")


def _when() -> tuple[Column[Any], Column[Any]]:
    """When it was done by the device's clock, and when we heard of it by ours."""
    return _number("occurred_at"), _number("received_at")


def _index_of_some(name: str, *columns: str, where: str) -> Index:
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


def _of_organisation() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["org"], ["organisation.org"])


server_meta = Table("server_meta", metadata, Column("name", _Word, primary_key=True), Column("value", Text))

# `backed_up`: up to here a backup holds everything. `floors`: the number that each epoch after the first began with.
# Deletions up to `horizon` have been forgotten: a device that has not heard of them by now fetches everything again.
# `awaited` is the sum of the sizes in `upload`.
organisation = Table(
    "organisation",
    metadata,
    Column("org", BigInteger, primary_key=True, autoincrement=False),
    _word("id"),
    _word("code"),
    Column("version", BigInteger, nullable=False),
    Column("next_number", BigInteger, nullable=False),
    Column("backed_up", BigInteger, nullable=False, default=0),
    Column("floors", Text, nullable=False, default=""),
    Column("horizon", BigInteger, nullable=False, default=0),
    Column("awaited", BigInteger, nullable=False, default=0),
    UniqueConstraint("id"),
    UniqueConstraint("code"),
)

member = Table(
    "member",
    metadata,
    _org(),
    _word("id"),
    _word("email"),
    Column("password_hash", Text, nullable=False),
    PrimaryKeyConstraint("org", "id"),
    UniqueConstraint("org", "email"),
    _of_organisation(),
)

device = Table(
    "device",
    metadata,
    _org(),
    _word("id"),
    _word("user_id"),
    Column("name", Text, nullable=False),
    Column("token_hash", LargeBinary, nullable=False),
    _number("created_at"),
    _number("last_seen", nullable=True),
    _number("revoked_at", nullable=True),
    Column("is_signed_out", Boolean, nullable=False, default=False),
    PrimaryKeyConstraint("org", "id"),
    ForeignKeyConstraint(["org", "user_id"], ["member.org", "member.id"]),
)

# `number` is the stream's short name in receipts and stamps. A credential's REST writes are a stream of their own.
stream = Table(
    "stream",
    metadata,
    _org(),
    _word("id"),
    _number("number"),
    _word("user_id"),
    _word("device_id"),
    _number("last_seq"),
    _number("confirmed_seq"),
    PrimaryKeyConstraint("org", "id"),
    UniqueConstraint("org", "number"),
    ForeignKeyConstraint(["org", "device_id"], ["device.org", "device.id"]),
)

# About 100 bytes for ever, on PostgreSQL twice that (docs/benchmarks.md); `detail` (message, fields, cause) goes once
# the device has confirmed the verdict.
receipt = Table(
    "receipt",
    metadata,
    _org(),
    _word("key"),
    Column("hash", LargeBinary, nullable=False),
    _word("outcome"),
    _word("code", nullable=True),
    _number("version"),
    _number("stream"),
    _number("seq"),
    Column("detail", Text),
    PrimaryKeyConstraint("org", "key"),
    _index_of_some("receipt_detail", "org", "stream", "seq", where="detail IS NOT NULL"),
    sqlite_with_rowid=False,
)

# `stamps` says who changed a field after the creation: {field: [version, stream, edited]}, the last one in milliseconds
# by our clock. `parent` is the record that decides
# who sees this one (a note's subject), or the one whose audience this one widens (a work order's customer).
record = Table(
    "record",
    metadata,
    _org(),
    *_ref(),
    _number("version"),
    _word("state"),
    Column("body", Text, nullable=False),
    Column("stamps", Text),
    _number("created_version"),
    _number("created_stream"),
    _number("created_edited"),
    _word("parent", nullable=True),
    *_when(),
    PrimaryKeyConstraint("org", "kind", "id"),
    CheckConstraint("version > 0", name="record_has_a_version"),
    Index("record_version", "org", "version", "kind", "id"),
    _index_of_some("record_parent", "org", "parent", where="parent IS NOT NULL"),
    _index_of_some("record_deleted", "org", "kind", "id", where="state = 'deleted'"),
    sqlite_with_rowid=False,
)

# What was deleted so long ago that the record itself has been forgotten; see `server_stub.purge`.
purged = Table(
    "purged",
    metadata,
    _org(),
    *_ref(),
    PrimaryKeyConstraint("org", "kind", "id"),
    _of_organisation(),
    sqlite_with_rowid=False,
)

# Who holds what, where a role alone doesn't say it. `version` is when the audience has to hear of the record next:
# its entry, its departure, or the record's own change.
scope_entry = Table(
    "scope_entry",
    metadata,
    _org(),
    *_ref(),
    _word("audience"),
    _number("version"),
    Column("is_present", Boolean, nullable=False),
    PrimaryKeyConstraint("org", "kind", "id", "audience"),
    CheckConstraint("version > 0", name="scope_entry_has_a_version"),
    Index("scope_entry_version", "org", "audience", "version", "kind", "id"),
    Index("scope_entry_audience", "org", "audience", "kind", "id"),
    sqlite_with_rowid=False,
)

# A change that a device brought back after a restore: `was` is the number that the lost database had given to it, 0 if
# none; `saw` is the last one there that its maker had seen.
regained = Table(
    "regained",
    metadata,
    _org(),
    _number("version"),
    _number("was"),
    _number("saw"),
    PrimaryKeyConstraint("org", "version"),
    sqlite_with_rowid=False,
)

# When each punch counts, so that the stretch around a new one is found; `at` is in microseconds.
clocking = Table(
    "clocking",
    metadata,
    _org(),
    _word("user_id"),
    _number("at"),
    _word("id"),
    _word("action"),
    _word("target_id", nullable=True),
    PrimaryKeyConstraint("org", "user_id", "at", "id"),
    _index_of_some("clocking_correction", "org", "user_id", "id", where="target_id IS NOT NULL"),
    sqlite_with_rowid=False,
)

# How long each segment of time on a work order was, by the punch that it starts with; see `server_stub.job_time`.
stint = Table(
    "stint",
    metadata,
    _org(),
    _word("work_order_id"),
    _word("user_id"),
    _word("punch_id"),
    _number("milliseconds"),
    PrimaryKeyConstraint("org", "work_order_id", "user_id", "punch_id"),
    Index("stint_punch", "org", "punch_id"),
    sqlite_with_rowid=False,
)

# Punches and work orders whose time could not be computed when they came, and has still to be; how often each was tried
# again since the server started.
time_owed = Table(
    "time_owed",
    metadata,
    _org(),
    *_ref(),
    Column("tries", BigInteger, nullable=False, default=0),
    PrimaryKeyConstraint("org", "kind", "id"),
    Index("time_owed_tries", "org", "tries"),
    _of_organisation(),
    sqlite_with_rowid=False,
)

# `before` keeps the values that a change replaced: with the index, a record's history.
audit = Table(
    "audit",
    metadata,
    _org(),
    _word("key"),
    _number("stream"),
    _word("op"),
    *_ref(),
    _word("outcome"),
    _number("version"),
    Column("before", Text),
    *_when(),
    PrimaryKeyConstraint("org", "key"),
    _index_of_some("audit_record", "org", "kind", "id", "version", where="version > 0"),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    _org(),
    _number("version"),
    _word("name"),
    _word("id"),
    _number("stream"),
    *_when(),
    PrimaryKeyConstraint("org", "version"),
    CheckConstraint("version > 0", name="event_has_a_version"),
    sqlite_with_rowid=False,
)

# What a device has begun to send: how many bytes it is to be, and since when. How far it came, the staged file says.
upload = Table(
    "upload",
    metadata,
    _org(),
    _word("device_id"),
    _word("attachment_id"),
    _word("part"),
    _number("size"),
    _number("begun_at"),
    PrimaryKeyConstraint("org", "device_id", "attachment_id", "part"),
    _of_organisation(),
    sqlite_with_rowid=False,
)

# Which attachment's bytes have been brought here. What a record says of a hash is a claim; a line here makes it good.
blob_use = Table(
    "blob_use",
    metadata,
    _org(),
    _word("attachment_id"),
    _word("part"),
    _word("sha256"),
    PrimaryKeyConstraint("org", "attachment_id", "part"),
    Index("blob_use_sha256", "org", "sha256"),
    _of_organisation(),
    sqlite_with_rowid=False,
)
