"""What is to be carried, read off the records and the folder each time anew: `sync.cargo.Cargo`."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from storage.blobs import BlobFolder, File
from storage.database import Database, Tx
from storage.pruning import KEPT
from storage.queries.marks import decode_body
from storage.sealing import is_sealed
from storage.subjects import Subject
from storage.trouble import told_plainly
from sync.blobs import Part, is_awaited
from sync.cargo import Job, Way
from sync.kinds import Kind
from sync.moments import to_us
from sync.records import Body

MOST_UPLOADS = 1_000
READ_AT_ONCE = 1_000
MOST_PREVIEWS = 500
MOST_KEPT_BYTES = 2_000_000_000

# Only what the server has accepted goes up: the record, then the bytes. A restored server may have to accept it again.
_TO_SEND = """
SELECT a.id, a.body FROM attachment AS a
JOIN confirmed AS c ON c.kind = 'attachment' AND c.id = a.id AND c.state = 'present'
WHERE (a.is_stored = 0 OR a.is_preview_stored = 0) AND a.id > ?
AND NOT EXISTS (SELECT 1 FROM outbox AS m WHERE m.kind = 'attachment' AND m.id = a.id AND m.op = 'create')
AND NOT EXISTS (SELECT 1 FROM attention AS m WHERE m.kind = 'attachment' AND m.id = a.id AND m.op = 'create')
ORDER BY a.id LIMIT ?
"""
_ASKED_FOR = """
SELECT a.id, a.body FROM wanted AS w JOIN attachment AS a ON a.id = w.attachment_id WHERE a.is_stored = 1 ORDER BY w.at
"""
_PREVIEWS = """
SELECT id, body FROM attachment WHERE preview_sha256 IS NOT NULL AND is_preview_stored = 1
ORDER BY taken_at DESC LIMIT ?
"""
_UNSENT = """
SELECT sha256 FROM attachment WHERE is_stored = 0
UNION SELECT preview_sha256 FROM attachment WHERE is_preview_stored = 0
"""
_NAMED_BY_RECORDS = """
SELECT sha256 FROM attachment UNION SELECT preview_sha256 FROM attachment WHERE preview_sha256 IS NOT NULL
"""
# What may still be sent, sent again after a restore, or taken out of the trash.
_MUTATIONS = tuple((table, "frozen", "$.fields") for table in ("outbox", "sent", "attention", "trash"))
_NAMING = (
    "SELECT json_extract(CAST({body} AS TEXT), '{path}.' || part.value) FROM {table}, "
    "json_each('[\"sha256\", \"preview_sha256\"]') AS part WHERE kind = 'attachment'"
)
_NAMED_BY_MUTATIONS = "\nUNION ALL\n".join(
    _NAMING.format(table=table, body=body, path=path) for table, body, path in (*_MUTATIONS, ("set_aside", "body", "$"))
)
_NOT_STORED = (
    " AND {table}.id NOT IN (SELECT id FROM attachment"
    " WHERE CASE part.value WHEN 'sha256' THEN is_stored ELSE is_preview_stored END)"
)
_ONLY_HERE = "\nUNION ALL\n".join(
    (_NAMING + _NOT_STORED).format(table=table, body=body, path=path) for table, body, path in _MUTATIONS
)


class LocalCargo:
    def __init__(self, database: Database, blobs: BlobFolder) -> None:
        self._database = database
        self._blobs = blobs

    def jobs(self) -> tuple[Job, ...]:
        with self._database.read() as tx:
            if not is_sealed(tx):
                to_send = islice(self._to_send(tx), MOST_UPLOADS)
                return tuple(dict.fromkeys([*self._asked_for(tx), *to_send, *self._previews(tx)]))
        self.wipe()  # should the program have been killed in the middle of it
        return ()

    def want(self, attachment_id: str, now: datetime) -> None:
        """Somebody wants to see these bytes."""
        with self._database.write() as tx:
            tx.run("INSERT OR IGNORE INTO wanted VALUES (?, ?)", (attachment_id, to_us(now)))
            tx.touch({Subject(Kind.ATTACHMENT, attachment_id)})

    def read(self, sha256: str, offset: int, most: int) -> bytes:
        return self._blobs.read(sha256, offset, most)

    def is_sound(self, sha256: str) -> bool:
        return self._blobs.is_sound(sha256)

    def arrived(self, job: Job) -> int:
        return self._blobs.arrived(job.sha256)

    def append(self, job: Job, piece: bytes) -> None:
        self._blobs.append(job.sha256, piece)

    def accept(self, job: Job) -> bool:
        if not self._blobs.accept(job.sha256, job.size):
            return False
        with self._database.write() as tx:
            if job.is_asked_for:
                tx.run("DELETE FROM wanted WHERE attachment_id = ?", (job.attachment_id,))
            tx.touch({Subject(Kind.ATTACHMENT, job.attachment_id)})
        return True

    def tidy(self, now: datetime, most_bytes: int = MOST_KEPT_BYTES) -> None:
        """Let go of what nothing speaks of any more and, beyond a limit, of the oldest that the server has as well.

        What was attached here stays for a month whatever the records say: they may be an older copy, and come back.
        """
        with self._database.read() as tx:
            needed = _hashes(tx, _NAMED_BY_MUTATIONS) | _hashes(tx, _UNSENT)
            with_the_server = _hashes(tx, _NAMED_BY_RECORDS) - needed
        month_ago = (now - KEPT).timestamp()
        with told_plainly():
            left = [file for file in self._blobs.files() if not _goes(file, needed | with_the_server, month_ago)]
            size = sum(file.size for file in left)
            for file in sorted(left, key=lambda file: file.changed_at):
                if size > most_bytes and file.sha256 in with_the_server:
                    file.path.unlink(missing_ok=True)
                    size -= file.size

    def only_here(self) -> tuple[str, ...]:
        """What of attachments the server is not known to have, and this device has."""
        with self._database.read() as tx:
            needed = _hashes(tx, _ONLY_HERE) | _hashes(tx, _UNSENT)
        return tuple(sorted(filter(self._blobs.has, needed)))

    def wipe(self) -> None:
        """On a device that was locked out only what it alone may have stays."""
        with self._database.read() as tx:
            needed = _hashes(tx, _NAMED_BY_MUTATIONS)
        with told_plainly():
            for file in self._blobs.files():
                if file.sha256 not in needed:
                    file.path.unlink(missing_ok=True)

    def _to_send(self, tx: Tx) -> Iterator[Job]:
        """A preview before its picture: it is small, and others see it sooner. Others bring what they have."""
        last = ""
        while rows := tx.all(_TO_SEND, (last, READ_AT_ONCE)):
            for attachment_id, frozen in rows:
                body = decode_body(frozen)
                for part in (Part.PREVIEW, Part.CONTENT):
                    if is_awaited(body, part) and self._blobs.has(body[f"{part.prefix}sha256"]):
                        yield _job(attachment_id, body, part, Way.UP)
            last = rows[-1][0]

    def _asked_for(self, tx: Tx) -> Iterator[Job]:
        for attachment_id, frozen in tx.all(_ASKED_FOR):
            body = decode_body(frozen)
            if not self._blobs.has(body["sha256"]):
                yield _job(attachment_id, body, Part.CONTENT, Way.DOWN, is_asked_for=True)

    def _previews(self, tx: Tx) -> Iterator[Job]:
        for attachment_id, frozen in tx.all(_PREVIEWS, (MOST_PREVIEWS,)):
            body = decode_body(frozen)
            if not self._blobs.has(body["preview_sha256"]):
                yield _job(attachment_id, body, Part.PREVIEW, Way.DOWN)


def _job(attachment_id: str, body: Body, part: Part, way: Way, *, is_asked_for: bool = False) -> Job:
    return Job(attachment_id, part, body[f"{part.prefix}sha256"], body[f"{part.prefix}size"], way, is_asked_for)


def _hashes(tx: Tx, sql: str) -> frozenset[str]:
    return frozenset(row[0] for row in tx.all(sql) if row[0])


def _goes(file: File, named: frozenset[str], month_ago: float) -> bool:
    is_over = file.sha256 not in named and (not file.is_own or file.changed_at < month_ago)
    if is_over:
        file.path.unlink(missing_ok=True)
    return is_over
