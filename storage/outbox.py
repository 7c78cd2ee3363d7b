"""Saving: a mutation is minted, queued and shown in one transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from storage.database import Database, Tx
from storage.minting import Minting, append
from storage.plan_changes import forget
from storage.show import show
from storage.subjects import OUTBOX, Subject
from sync.clock import Clock
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Op

IMPORT_CHUNK = 500

_IS_KNOWN = "SELECT 1 FROM import_digest WHERE digest = ?"


@dataclass(frozen=True)
class Draft:
    """What a person wants changed. `fields` holds JSON values (`records.body_of` makes them of a typed record)."""

    op: Op
    kind: Kind
    id: str
    fields: Mapping[str, Any] = field(default_factory=dict)


class ImportRow(NamedTuple):
    """One row of a file, with a digest by which a second import knows it."""

    digest: bytes
    draft: Draft


@dataclass(frozen=True)
class Imported:
    """`made` holds the ids of the new records."""

    made: tuple[str, ...]
    known: int


Progress = Callable[[int], None]


class Outbox:
    def __init__(self, database: Database, clock: Clock, new_id: NewId) -> None:
        self._database = database
        self._clock = clock
        self._new_id = new_id

    def record(self, *drafts: Draft, is_group: bool = False) -> tuple[str, ...]:
        """Save drafts in this order and answer with their keys; when it returns they are on the disk.

        `is_group`: they stand or fall together on the server too. Raises `StorageTrouble`, and then nothing is saved.
        """
        with self._database.write() as tx:
            return self.record_in(tx, drafts, group=self._new_id() if is_group else None)

    def import_rows(self, rows: Iterable[ImportRow], progress: Progress | None = None) -> Imported:
        """Save many drafts, a chunk per transaction; rows that an earlier import has saved are left out."""
        made: list[str] = []
        known = 0
        for chunk in _chunks(rows):
            with self._database.write() as tx:
                fresh = _unknown(tx, chunk)
                self.record_in(tx, [row.draft for row in fresh])
                tx.many("INSERT INTO import_digest VALUES (?, ?)", [(row.digest, row.draft.id) for row in fresh])
            made += [row.draft.id for row in fresh]
            known += len(chunk) - len(fresh)
            if progress is not None:
                progress(len(made) + known)
        return Imported(tuple(made), known)

    def knows(self, digests: Sequence[bytes]) -> frozenset[bytes]:
        """Which of these rows an earlier import has saved."""
        with self._database.read() as tx:
            return _known(tx, digests)

    def record_in(self, tx: Tx, drafts: Sequence[Draft], group: str | None = None) -> tuple[str, ...]:
        """The same as part of somebody else's transaction."""
        if not drafts:
            return ()
        minting = Minting(tx, drafts, self._clock.now(), self._new_id)
        mutations = [minting.mint(draft, group=group) for draft in drafts]
        append(tx, mutations)
        for kind, ids in _ids_by_kind(drafts).items():
            show(tx, kind, ids, minting.confirmed(kind))
            if kind is Kind.WORK_ORDER:
                forget(tx, ids)
        tx.touch({Subject(OUTBOX)})
        return tuple(mutation.key for mutation in mutations)


def _ids_by_kind(drafts: Iterable[Draft]) -> dict[Kind, list[str]]:
    kinds: dict[Kind, list[str]] = {}
    for draft in drafts:
        kinds.setdefault(draft.kind, []).append(draft.id)
    return kinds


def _chunks(rows: Iterable[ImportRow]) -> Iterator[list[ImportRow]]:
    rest = iter(rows)
    while chunk := list(islice(rest, IMPORT_CHUNK)):
        yield chunk


def _unknown(tx: Tx, rows: Sequence[ImportRow]) -> list[ImportRow]:
    known = _known(tx, [row.digest for row in rows])
    fresh = {row.digest: row for row in rows if row.digest not in known}
    return list(fresh.values())


def _known(tx: Tx, digests: Sequence[bytes]) -> frozenset[bytes]:
    return frozenset(digest for digest in digests if tx.value(_IS_KNOWN, (digest,)))
