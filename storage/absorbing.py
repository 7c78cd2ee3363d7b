"""What a pulled page does, and a snapshot's chunk: rows, projection, place; and at the end of a snapshot the sweep."""

from collections.abc import Sequence

from storage.confirmed import AnyRow, store_rows
from storage.database import Tx
from storage.filling import fill
from storage.lists import json_list
from storage.plan_changes import noticing
from storage.putting_off import put_off
from storage.show import show
from sync.kinds import PERSONAL
from sync.protocol import Chunk, Page

_MOVE = "UPDATE sync_state SET cursor = ?, epoch = CASE epoch WHEN '' THEN ? ELSE epoch END"
_GO_ON = "UPDATE sync_state SET token = ?, epoch = CASE epoch WHEN '' THEN ? ELSE epoch END"
# Whoever rebuilds some kinds has a place in the line; a whole snapshot gives one.
_FINISH = """
UPDATE sync_state SET checked_at = coalesce(checked_at, ?), token = '', rebuilding = '[]',
    cursor = CASE rebuilding WHEN '[]' THEN ? ELSE cursor END
"""
_SWEEPING = """
SELECT is_sweeping AND cursor <> '' AND rebuilding = '[]', sets_aside, generation FROM sync_state
"""
_UNNAMED = """
SELECT c.kind, c.id FROM confirmed AS c WHERE c.generation < ?1
AND NOT EXISTS (SELECT 1 FROM outbox AS m WHERE m.id = c.id AND m.kind = c.kind)
AND NOT EXISTS (SELECT 1 FROM attention AS m WHERE m.id = c.id AND m.kind = c.kind)
LIMIT ?2
"""
_SET_ASIDE = """
INSERT OR REPLACE INTO set_aside (kind, id, version, body, at)
SELECT c.kind, c.id, c.version, c.body, ?3 FROM json_each(?2) AS wanted
CROSS JOIN confirmed AS c ON c.kind = ?1 AND c.id = wanted.value WHERE c.state = 'present' AND c.generation >= 0
"""
_FORGET = "DELETE FROM confirmed WHERE kind = ? AND id IN (SELECT value FROM json_each(?))"
_LEFT = """
UPDATE sync_state SET is_sweeping = rest.is_any, sets_aside = sets_aside AND rest.is_any
FROM (SELECT EXISTS (SELECT 1 FROM confirmed WHERE generation < ?) AS is_any) AS rest
"""
_DROP_PLACE = """
UPDATE sync_state SET cursor = '', token = '', rebuilding = '[]', is_sweeping = 1, generation = generation + 1,
    sets_aside = sets_aside OR ?
"""
_REBUILD = "UPDATE sync_state SET token = '', rebuilding = ?, is_sweeping = 1"
_DOUBT = "UPDATE confirmed SET generation = 0 WHERE kind IN (SELECT value FROM json_each(?))"

SWEPT_AT_ONCE = 10_000


def absorb_page(tx: Tx, page: Page, now: int) -> None:
    """Store the rows, lay unsettled mutations over them, move the cursor: one transaction."""
    _absorb(tx, page.rows)
    tx.run(_MOVE, (page.cursor, page.epoch))
    if not page.more:
        _sweep(tx, now)


def absorb_chunk(tx: Tx, chunk: Chunk, now: int) -> None:
    put_off(tx, chunk)
    _absorb(tx, fill(tx, chunk))
    tx.run(_GO_ON, (chunk.token, chunk.epoch))
    if not chunk.token:
        tx.run(_FINISH, (now, chunk.cursor))
        _sweep(tx, now)


def begin_anew(tx: Tx, *, sets_aside: bool = False) -> None:
    """From now on rows carry a new generation; when the snapshot has ended, the older ones are swept."""
    tx.run(_DROP_PLACE, (sets_aside,))


def rebuild(tx: Tx, kinds: Sequence[str]) -> None:
    """Nothing that we have of these kinds is believed any more until a snapshot of them has named it."""
    tx.run(_DOUBT, (json_list(kinds),))
    tx.run(_REBUILD, (json_list(kinds),))


def _absorb(tx: Tx, rows: Sequence[AnyRow]) -> None:
    for kind, known in store_rows(tx, rows).items():
        with noticing(tx, kind, known):
            show(tx, kind, known, known)


def _sweep(tx: Tx, now: int) -> None:
    """Forget what the snapshot did not name; what has unsettled mutations follows with a pull after their verdicts.

    What is missing after the server was restored from a backup is no deletion: it is set aside, unless a verdict has
    spoken of it since.
    """
    is_sweeping, sets_aside, generation = tx.one(_SWEEPING) or (0, 0, 0)
    while is_sweeping and (unnamed := tx.all(_UNNAMED, (generation, SWEPT_AT_ONCE))):
        kinds: dict[str, list[str]] = {}
        for kind, record_id in unnamed:
            kinds.setdefault(kind, []).append(record_id)
        for kind, ids in kinds.items():
            wanted = json_list(ids)
            if sets_aside and kind not in PERSONAL:
                tx.run(_SET_ASIDE, (kind, wanted, now))
            tx.run(_FORGET, (kind, wanted))
            show(tx, kind, ids, {})
    if is_sweeping:
        tx.run(_LEFT, (generation,))
