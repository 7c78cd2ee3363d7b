"""What a verdict does to the outbox: a whole reply in one transaction, in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from storage.confirmed import Confirmed, store_rows
from storage.database import Tx
from storage.lists import json_list
from storage.plan_changes import noticing
from storage.show import show
from storage.subjects import ATTENTION, OUTBOX, Subject
from sync.protocol import ACCEPTED, Outcome, Row, Verdict

_encode = msgspec.json.Encoder().encode

_HEAD = "SELECT seq, key, kind, id, is_withdrawn FROM outbox ORDER BY seq LIMIT ?"
_LINES = """
SELECT m.seq, m.key, m.kind, m.id, m.is_withdrawn
FROM json_each(?) AS wanted CROSS JOIN outbox AS m ON m.key = wanted.value
"""
_TO_SENT = """
INSERT OR REPLACE INTO sent (place, key, kind, id, op, group_key, occurred_at, sent_at, version, kept_since, frozen)
SELECT m.place, m.key, m.kind, m.id, m.op, m.group_key, m.occurred_at, ?2, wanted.value, ?3, m.frozen
FROM json_each(?1) AS wanted CROSS JOIN outbox AS m ON m.seq = CAST(wanted.key AS INTEGER)
"""
_DROP = "DELETE FROM outbox WHERE seq IN (SELECT value FROM json_each(?))"
_PARK = """
INSERT INTO attention
    (place, key, kind, id, op, group_key, occurred_at, parked_at, outcome, code, message, fields, theirs, cause, frozen)
SELECT place, key, kind, id, op, group_key, occurred_at, ?2, ?3, ?4, ?5, ?6, ?7, ?8, frozen FROM outbox WHERE key = ?1
ON CONFLICT (key) DO UPDATE SET outcome = excluded.outcome, code = excluded.code, message = excluded.message,
    fields = excluded.fields, theirs = excluded.theirs, cause = excluded.cause
"""
_PARKED_AGAIN = """
UPDATE attention SET outcome = ?2, code = ?3, message = ?4, fields = ?5, theirs = ?6, cause = ?7 WHERE key = ?1
"""
_UNPARK = "DELETE FROM {table} WHERE key IN (SELECT value FROM json_each(?))"


class Line(NamedTuple):
    """What the outbox holds under a key."""

    seq: int
    key: str
    kind: str
    id: str
    is_withdrawn: bool


def settle_verdicts(tx: Tx, verdicts: Sequence[Verdict], now: int, server_time: int) -> list[str]:
    """Store verdicts and show what they change. Answers with the keys that came back held."""
    lines = read_lines(tx, [verdict.key for verdict in verdicts])
    by_key = {line.key: line for line in lines}
    news = store_rows(tx, [row for verdict in verdicts for row in _rows(verdict)], is_verdict=True)
    accepted = {by_key[v.key]: v.version for v in verdicts if v.key in by_key and v.outcome in ACCEPTED}
    _move_accepted(tx, accepted, now, server_time)
    held = [key for v in verdicts if v.key in by_key for key in _park(tx, v, by_key[v.key], now)]
    drop_lines(tx, lines)
    _show_all(tx, lines, news)
    tx.touch({Subject(OUTBOX)})
    return held


def _rows(verdict: Verdict) -> Iterator[Row]:
    """What a verdict says of the record, and what is kept of it as conflicts."""
    if verdict.row is not None:
        yield verdict.row
    yield from verdict.conflicts


def read_lines(tx: Tx, keys: Sequence[str]) -> list[Line]:
    """What the outbox holds under these keys: nearly always its head, which is quicker read than looked up."""
    wanted = set(keys)
    lines = [line for line in map(Line._make, tx.all(_HEAD, (len(wanted),))) if line.key in wanted]
    missing = wanted.difference(line.key for line in lines)
    if missing:
        lines += map(Line._make, tx.all(_LINES, (json_list(missing),)))
    return lines


def drop_lines(tx: Tx, lines: Iterable[Line]) -> None:
    tx.run(_DROP, (json_list(line.seq for line in lines),))


def park(tx: Tx, key: str, now: int, why: Sequence[Any]) -> None:
    """Copy an outbox line to attention. `why` is outcome, code, message, fields, theirs, cause."""
    tx.run(_PARK, (key, now, *why))
    tx.touch({Subject(ATTENTION)})


def why_parked(verdict: Verdict) -> tuple[Any, ...]:
    refusal = verdict.refusal
    if refusal is None:
        return verdict.outcome.value, "", "", "{}", "{}", verdict.cause
    fields, theirs = _encode(refusal.fields).decode(), _encode(refusal.theirs).decode()
    return verdict.outcome.value, refusal.code.value, refusal.message, fields, theirs, verdict.cause


def _move_accepted(tx: Tx, lines: Mapping[Line, int], now: int, server_time: int) -> None:
    """To the sent log, each with the version that it got."""
    versions = {line.seq: version for line, version in lines.items()}
    tx.run(_TO_SENT, (_encode(versions).decode(), now, server_time))
    withdrawn = [line.key for line in lines if line.is_withdrawn]
    if withdrawn:
        # An earlier delivery had arrived after all: what was withdrawn is done, and nobody has to decide on it.
        for table in ("attention", "trash"):
            tx.run(_UNPARK.format(table=table), (json_list(withdrawn),))
        tx.touch({Subject(ATTENTION)})


def _park(tx: Tx, verdict: Verdict, line: Line, now: int) -> list[str]:
    """Park what was not accepted; the key if it waits for another."""
    if verdict.outcome in ACCEPTED:
        return []
    if line.is_withdrawn:
        if verdict.outcome is Outcome.REFUSED:
            tx.run(_PARKED_AGAIN, (line.key, *why_parked(verdict)))
        return []
    park(tx, line.key, now, why_parked(verdict))
    return [line.key] if verdict.outcome is Outcome.HELD else []


def _show_all(tx: Tx, lines: Iterable[Line], news: dict[str, dict[str, Confirmed]]) -> None:
    """Show every record with news or with a settled mutation; what is news need not be read again."""
    for kind, known in news.items():
        with noticing(tx, kind, known):
            show(tx, kind, known, known)
    others: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line.id not in news.get(line.kind, {}):
            others[line.kind].append(line.id)
    for kind, ids in others.items():
        show(tx, kind, ids)
