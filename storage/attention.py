"""What a person decides on a mutation: try again, mend, discard, bring back, undo.

Whatever is decided mints anew, at the tail and in the old order: a verdict is final for its key.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from storage.confirmed import NOTHING, AnyRow, Confirmed, read_confirmed
from storage.database import Database, Tx
from storage.entries import COLUMNS, REMOVE, Entry, dependants, keys_of, show_entries, trash, withdraw
from storage.lists import json_list
from storage.minting import Minting, Seen, append
from storage.pending import thaw
from storage.pruning import KEPT
from sync.clock import Clock
from sync.errors import InvalidInput, Problem
from sync.ids import NewId
from sync.kinds import Kind
from sync.language import translate
from sync.moments import to_us
from sync.protocol import Code, Mutation, Op, Outcome, State

_MEMBERS = """
SELECT {columns} FROM {table} WHERE key = ?1
    OR group_key = (SELECT group_key FROM {table} WHERE key = ?1) ORDER BY place
"""
_BEHIND = f"""
WITH RECURSIVE behind (key) AS (
    SELECT value FROM json_each(?1)
    UNION SELECT a.key FROM attention AS a JOIN behind AS b ON a.cause = b.key
)
SELECT {COLUMNS} FROM attention WHERE key IN behind AND key NOT IN (SELECT value FROM json_each(?1)) ORDER BY place
"""
_HELD = f"""
SELECT {COLUMNS}, cause FROM attention WHERE key IN (SELECT value FROM json_each(?)) ORDER BY place
"""
_MISSING = f"""
SELECT key, fields, frozen FROM attention WHERE outcome = '{Outcome.REFUSED}' AND code = '{Code.NOT_FOUND}'
AND parked_at >= ? ORDER BY place
"""
_DECISIONS = f"""
SELECT key FROM attention WHERE key IN (SELECT value FROM json_each(?))
AND kind = '{Kind.CONFLICT}' AND outcome = '{Outcome.REFUSED}' AND code = '{Code.NOT_FOUND}'
"""
_THERE = """
SELECT c.id FROM json_each(?) AS wanted JOIN confirmed AS c ON c.id = wanted.value
WHERE c.state = 'present' AND c.generation = (SELECT generation FROM sync_state)
"""
_TRASHED = f"""
SELECT root, EXISTS (SELECT 1 FROM trash AS other WHERE other.root = trash.root AND other.op = '{Op.CREATE}')
FROM trash WHERE key = ?
"""
_SHOWN = "SELECT key, code, theirs FROM attention WHERE key IN (SELECT value FROM json_each(?))"
_SUCCEED = "INSERT OR REPLACE INTO successor (key, next_key) VALUES (?, ?)"


@dataclass(frozen=True)
class _Attempt:
    """An older mutation on its way to being minted again."""

    op: Op
    kind: str
    id: str
    fields: Mapping[str, Any]


class Attention:
    def __init__(self, database: Database, clock: Clock, new_id: NewId) -> None:
        self._database = database
        self._clock = clock
        self._new_id = new_id

    def retry(self, key: str) -> str:
        """Mint it again on what the server has now, its group and all that waits behind it too; the new key."""
        return self._again(key, None)

    def fix(self, key: str, fields: Mapping[str, Any]) -> str:
        """Mint it again with other fields: they replace the old ones, all of them; the new key."""
        return self._again(key, fields)

    def discard(self, key: str) -> None:
        """To the trash, with its group; behind a create everything goes along, behind a change it is released."""
        with self._database.write() as tx:
            members = _members(tx, "attention", key)
            behind = _behind(tx, members)
            trash(tx, "attention", members, self._now(), "discarded", key)
            if any(member.op == Op.CREATE for member in members):
                trash(tx, "attention", behind, self._now(), "discarded", key)
            else:
                _mint_again(tx, "attention", behind, self._clock.now(), self._new_id)
            show_entries(tx, (*members, *behind))

    def restore(self, key: str) -> None:
        """Bring back from the trash what went there with this key, as new mutations."""
        with self._database.write() as tx:
            sql = f"SELECT {COLUMNS} FROM trash WHERE root = (SELECT root FROM trash WHERE key = ?) ORDER BY place"
            entries = [Entry(*row) for row in tx.all(sql, (key,))]
            _require(entries)
            _mint_again(tx, "trash", entries, self._clock.now(), self._new_id)
            show_entries(tx, entries)

    def undo(self, key: str) -> int:
        """Take back what has not been sent: its line goes out as a withdrawal. A create takes along what builds on it.

        The answer is how many changes went. Raises `InvalidInput` where it was sent already, or where later changes
        build on a change.
        """
        with self._database.write() as tx:
            members = [entry for entry in _members(tx, "outbox", key) if not _is_withdrawn(tx, entry.key)]
            _require(members)
            built_on = dependants(tx, members)
            if built_on and not any(member.op == Op.CREATE for member in members):
                message = translate("storage", "Later changes build on this one. Undo those first.")
                raise InvalidInput(Problem("", "later_changes", message))
            entries = sorted({*members, *built_on})
            withdraw(tx, entries, self._now(), key)
        return len(entries)

    def _again(self, key: str, fields: Mapping[str, Any] | None) -> str:
        with self._database.write() as tx:
            members = _members(tx, "attention", key)
            entries = sorted((*members, *_behind(tx, members)))
            changed = {} if fields is None else {key: fields}
            successors = _try_again(tx, entries, self._clock.now(), self._new_id, changed, root=key)
        return successors.get(key, key)

    def _now(self) -> int:
        return to_us(self._clock.now())


def release_held(tx: Tx, keys: Iterable[str], now: datetime, new_id: NewId) -> None:
    """Held verdicts may come in after a person has dealt with their cause: then nobody is asked again.

    It is as if they had been there at the time: behind a create all goes to the trash with it, all else goes out anew.
    """
    released: list[Entry] = []
    lost: dict[str, list[Entry]] = {}
    for *columns, cause in tx.all(_HELD, (json_list(keys),)):
        entry = Entry(*columns)
        root, with_create = tx.one(_TRASHED, (cause,)) or ("", False)
        if with_create:
            lost.setdefault(root, []).append(entry)
        elif root or tx.value("SELECT 1 FROM successor WHERE key = ?", (cause,)):
            released.append(entry)
    for root, first in lost.items():
        gone = [*first, *_behind(tx, first)]
        trash(tx, "attention", gone, to_us(now), "discarded", root)
        show_entries(tx, gone)
    if released:
        entries = sorted({*released, *_behind(tx, released)})
        _mint_again(tx, "attention", entries, now, new_id)
        show_entries(tx, entries)


def release_arrived(tx: Tx, rows: Iterable[AnyRow], now: datetime, new_id: NewId, *, may_be_late: bool = False) -> None:
    """What was refused for want of a record goes out again by itself when the record is there.

    After a restore of the server changes come back from many devices, and one may be sooner than what it speaks of.
    `may_be_late`: it is a second answer to an old push, and the record has perhaps come since the first.
    """
    missing = {key: _wants(thaw(frozen), fields) for key, fields, frozen in tx.all(_MISSING, (to_us(now - KEPT),))}
    if not missing:
        return
    arrived = {row.id for row in rows if row.state is State.PRESENT}
    if may_be_late:
        arrived.update(record_id for (record_id,) in tx.all(_THERE, (json_list(set().union(*missing.values())),)))
    causes = [key for key, wanted in missing.items() if wanted <= arrived]
    members = {entry for key in causes for entry in _members(tx, "attention", key)}
    if members:
        entries = sorted({*members, *_behind(tx, members)})
        _mint_again(tx, "attention", entries, now, new_id)
        show_entries(tx, entries)


def release_undecidable(tx: Tx, keys: Iterable[str], now: datetime, new_id: NewId) -> None:
    """Where the server does not know the conflict that was decided on, what was chosen along with it goes out alone.

    So it is after a restore: what made the conflict comes back, and makes another one if there is still one to make.
    """
    entries = {entry for (key,) in tx.all(_DECISIONS, (json_list(keys),)) for entry in _members(tx, "attention", key)}
    if entries:
        _try_again(tx, sorted({*entries, *_behind(tx, entries)}), now, new_id)


def _try_again(
    tx: Tx,
    entries: Sequence[Entry],
    now: datetime,
    new_id: NewId,
    changed: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    root: str | None = None,
) -> dict[str, str]:
    """Mint what was parked anew, but for decisions that nobody needs any more; which key follows which."""
    moot = [entry for entry in entries if _is_moot(tx, entry)]
    for entry in moot:
        trash(tx, "attention", [entry], to_us(now), "decided", root or entry.key)
    again = [entry for entry in entries if entry not in moot]
    successors = _mint_again(tx, "attention", again, now, new_id, changed)
    show_entries(tx, entries)
    return successors


def _wants(mutation: Mutation, fields: str) -> set[str]:
    """The records that the server did not find: those that the named fields refer to, else the one that is changed."""
    named = msgspec.json.decode(fields).keys() & mutation.fields.keys()
    referred = {str(mutation.fields[name]) for name in named}
    return referred or {mutation.id}


def _members(tx: Tx, table: str, key: str) -> list[Entry]:
    """The mutation under this key with its group. Raises `InvalidInput` where it is not there any more."""
    entries = [Entry(*row) for row in tx.all(_MEMBERS.format(columns=COLUMNS, table=table), (key,))]
    _require(entries)
    return entries


def _require(entries: Sequence[Entry]) -> None:
    if not entries:
        raise InvalidInput(Problem("", "gone", translate("storage", "This has been dealt with already.")))


def _behind(tx: Tx, entries: Iterable[Entry]) -> list[Entry]:
    """What is held behind these, and behind those."""
    return [Entry(*row) for row in tx.all(_BEHIND, (keys_of(entries),))]


def _is_moot(tx: Tx, entry: Entry) -> bool:
    """Whether this decides on what is decided already, or on what is not there: what is left is the change itself."""
    if entry.kind != Kind.CONFLICT:
        return False
    if tx.value("SELECT code FROM attention WHERE key = ?", (entry.key,)) == Code.NOT_FOUND:
        return True
    body = read_confirmed(tx, entry.kind, [entry.id]).get(entry.id, NOTHING).body
    return body is not None and "choice" in body


def _is_withdrawn(tx: Tx, key: str) -> bool:
    return bool(tx.value("SELECT is_withdrawn FROM outbox WHERE key = ?", (key,)))


def _mint_again(
    tx: Tx,
    table: str,
    entries: Sequence[Entry],
    now: datetime,
    new_id: NewId,
    changed: Mapping[str, Mapping[str, Any]] | None = None,
) -> dict[str, str]:
    """New mutations for old ones, in the old order; which key follows which."""
    if not entries:
        return {}
    changed = changed or {}
    old = [entry.mutation for entry in entries]
    attempts = [_Attempt(m.op, m.kind, m.id, changed.get(m.key, m.fields)) for m in old]
    minting = Minting(tx, attempts, now, new_id)
    minting.forget(entry.key for entry in entries)
    shown = {key: (code, msgspec.json.decode(theirs)) for key, code, theirs in tx.all(_SHOWN, (keys_of(entries),))}
    groups = {m.group: new_id() for m in old if m.group is not None}
    minted = [
        minting.mint(
            attempt,
            group=groups[m.group] if m.group is not None else None,
            supersedes=m.key,
            occurred_at=None if m.key in changed else m.occurred_at,
            seen=_seen(m, minting.confirmed(m.kind).get(m.id, NOTHING), *shown.get(m.key, ("", {}))),
        )
        for attempt, m in zip(attempts, old, strict=True)
    ]
    tx.run(REMOVE.format(table=table), (keys_of(entries),))
    append(tx, minted)
    tx.many(_SUCCEED, [(m.supersedes, m.key) for m in minted])
    return {m.supersedes: m.key for m in minted if m.supersedes is not None}


def _seen(old: Mutation, now: Confirmed, code: str, theirs: Mapping[str, Any]) -> Seen:
    """A person has decided on a conflict that they were shown, as long as the server still says what it said then.

    On all else nobody has decided: it keeps its base, else the new attempt would overwrite unseen what others wrote.
    """
    if old.op not in (Op.CHANGE, Op.RESTORE):
        return Seen(now.version if code == Code.CONFLICT else old.base, {})
    body = now.body or {}
    decided = {name for name, value in theirs.items() if body.get(name) == value}
    return Seen(now.version, {name: old.bases.get(name, old.base) for name in old.fields.keys() - decided})
