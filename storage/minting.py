"""Giving an intended change its key, its base, what it waits behind, and its frozen bytes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from storage.confirmed import NOTHING, Confirmed, read_confirmed
from storage.database import Tx
from storage.pending import Pending, read_pending
from storage.sealing import check_may_mint
from sync.ids import NewId
from sync.kinds import Kind
from sync.moments import to_us
from sync.protocol import Mutation, Op, encode

# Which fields name other records. A punch's references are soft, so that nothing ever holds up a punch.
_REFERENCES: dict[str, tuple[str, ...]] = {
    Kind.LEAD: ("customer_id", "merged_into"),
    Kind.WORK_ORDER: ("customer_id",),
    Kind.NOTE: ("subject_id",),
    Kind.ATTACHMENT: ("subject_id",),
    Kind.SITE: ("subject_id",),
    Kind.CONTACT: ("subject_id",),
    Kind.PART: ("subject_id",),
}

_NUMBERS = "SELECT next_seq, next_place, is_sealed FROM sync_state"
ADVANCE = "UPDATE sync_state SET next_seq = ?, next_place = ?"
_APPEND = """
INSERT INTO outbox (seq, place, key, kind, id, op, group_key, occurred_at, frozen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Intent(Protocol):
    """A change that is to be minted: a person's draft, or an older mutation on a new attempt."""

    @property
    def op(self) -> Op: ...
    @property
    def kind(self) -> Kind | str: ...
    @property
    def id(self) -> str: ...
    @property
    def fields(self) -> Mapping[str, Any]: ...


class Seen(NamedTuple):
    """What a person had before their eyes: the record at `base`, and some fields at another version."""

    base: int
    fields: Mapping[str, int]


class Minting:
    """One transaction's minting: knows the records at hand, and each mutation sees those minted before it."""

    def __init__(self, tx: Tx, intents: Sequence[Intent], now: datetime, new_id: NewId) -> None:
        self._now = now
        self._new_id = new_id
        self._confirmed = {kind: read_confirmed(tx, kind, ids) for kind, ids in _ids_by_kind(intents).items()}
        self._pending = read_pending(tx, _ids_at_hand(intents))
        self._behind: frozenset[str] = frozenset()

    def confirmed(self, kind: str) -> dict[str, Confirmed]:
        """The server's word on the records of this kind, as read in this transaction."""
        return self._confirmed[kind]

    def mint(
        self,
        intent: Intent,
        *,
        group: str | None,
        supersedes: str | None = None,
        occurred_at: datetime | None = None,
        seen: Seen | None = None,
    ) -> Mutation:
        """`seen` where it is not what the record is now."""
        base, seen_fields = seen or (self._confirmed[intent.kind].get(intent.id, NOTHING).version, {})
        pending = self._pending.setdefault(intent.id, [])
        mutation = Mutation(
            key=self._new_id(),
            op=intent.op,
            kind=str(intent.kind),
            id=intent.id,
            occurred_at=occurred_at or self._now,
            base=base,
            bases=_bases(intent.fields, pending, base, seen_fields),
            fields=dict(intent.fields),
            after=() if intent.kind == Kind.PUNCH else tuple(dict.fromkeys(self._after(intent, pending))),
            group=group,
            supersedes=supersedes,
        )
        pending.append(Pending(0, False, mutation))
        return mutation

    def forget(self, keys: Iterable[str]) -> None:
        """Leave out mutations that are about to be superseded, and wait for nothing that waits for them."""
        gone = frozenset(keys)
        for record_id, pending in self._pending.items():
            self._pending[record_id] = [one for one in pending if one.mutation.key not in gone]
        self._behind = _behind(gone, (one for pending in self._pending.values() for one in pending))

    def _after(self, intent: Intent, pending: Sequence[Pending]) -> Iterator[str]:
        """What this mutation must not overtake: see `sync.protocol.Mutation`.

        Of what is parked only that counts which this one can't do without: the create, and the writer of the same
        field. Other changes of the record are held up by nobody.
        """
        pending = [one for one in pending if one.mutation.key not in self._behind]
        unsettled = [one for one in pending if not one.is_parked]
        if unsettled:
            yield unsettled[-1].mutation.key
        for one in pending:
            if one.is_parked and one.op is Op.CREATE:
                yield one.mutation.key
        for name in intent.fields:
            writer = next((one for one in reversed(pending) if name in one.fields), None)
            if writer is not None:
                yield writer.mutation.key
        for name in _REFERENCES.get(intent.kind, ()):
            for one in self._pending.get(str(intent.fields.get(name)), ()):
                if one.op is Op.CREATE:
                    yield one.mutation.key


def _behind(keys: frozenset[str], pending: Iterable[Pending]) -> frozenset[str]:
    """What was made behind these, and behind those."""
    behind = set(keys)
    for one in sorted(pending, key=lambda one: one.place):
        if not behind.isdisjoint(one.mutation.after):
            behind.add(one.mutation.key)
    return frozenset(behind)


def append(tx: Tx, mutations: Sequence[Mutation]) -> None:
    """Put mutations at the tail of the outbox, under the next numbers. Raises `InvalidInput` on a sealed device."""
    ((seq, place, is_sealed),) = tx.all(_NUMBERS)
    if is_sealed:
        check_may_mint(mutations)
    rows = [
        (seq + n, place + n, m.key, m.kind, m.id, m.op.value, m.group, to_us(m.occurred_at), encode(m))
        for n, m in enumerate(mutations)
    ]
    tx.many(_APPEND, rows)
    tx.run(ADVANCE, (seq + len(rows), place + len(rows)))
    tx.minted_place = place + len(rows) - 1


def _bases(fields: Mapping[str, Any], pending: Sequence[Pending], base: int, seen: Mapping[str, int]) -> dict[str, int]:
    """A field under own unsettled mutations keeps the base of the earliest: no pull in between may hide a change."""
    bases: dict[str, int] = {}
    for name in fields if pending or seen else ():
        earliest = next((one.mutation for one in pending if name in one.fields), None)
        own = seen.get(name, base) if earliest is None else earliest.bases.get(name, earliest.base)
        if own != base:
            bases[name] = own
    return bases


def _ids_by_kind(intents: Iterable[Intent]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for intent in intents:
        kinds.setdefault(str(intent.kind), []).append(intent.id)
    return kinds


def _ids_at_hand(intents: Iterable[Intent]) -> list[str]:
    """The records that are written, and those that they refer to."""
    ids: dict[str, None] = {}
    for intent in intents:
        ids[intent.id] = None
        for name in _REFERENCES.get(intent.kind, ()):
            if (referred := intent.fields.get(name)) is not None:
                ids[str(referred)] = None
    return list(ids)
