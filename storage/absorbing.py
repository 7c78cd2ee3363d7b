"""What a pulled page does: rows, projection, cursor, and at the end of a full pull the sweep."""

from storage.confirmed import store_rows
from storage.database import Tx
from storage.lists import json_list
from storage.show import show
from sync.protocol import Page

_PULL = "SELECT cursor, is_pulling, ceiling, is_sweeping, generation FROM sync_state"
_MOVE = """
UPDATE sync_state SET cursor = ?, is_pulling = ?, ceiling = ?, epoch = CASE epoch WHEN '' THEN ? ELSE epoch END
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
CROSS JOIN confirmed AS c ON c.kind = ?1 AND c.id = wanted.value WHERE c.state = 'present'
"""
_FORGET = "DELETE FROM confirmed WHERE kind = ? AND id IN (SELECT value FROM json_each(?))"
_GO_ON = "UPDATE sync_state SET is_sweeping = EXISTS (SELECT 1 FROM confirmed WHERE generation < ?)"

SWEPT_AT_ONCE = 10_000


def absorb_page(tx: Tx, page: Page, now: int) -> None:
    """Store the rows, lay unsettled mutations over them, move the cursor: one transaction."""
    _, is_pulling, ceiling, is_sweeping, generation = tx.one(_PULL) or ("", 0, 0, 0, 0)
    for kind, known in store_rows(tx, page.rows).items():
        show(tx, kind, known, known)
    if not is_pulling:
        ceiling = page.version
    tx.run(_MOVE, (page.cursor, page.more, ceiling, page.epoch))
    if is_sweeping and not page.more and page.version == ceiling:
        _sweep(tx, generation, now)


def _sweep(tx: Tx, generation: int, now: int) -> None:
    """Set aside what a full pull did not name; what has unsettled mutations follows with a pull after their verdicts.

    Only when nothing was written since the pull began: a record that changed meanwhile is above its ceiling, and comes
    with the next one.
    """
    while unnamed := tx.all(_UNNAMED, (generation, SWEPT_AT_ONCE)):
        kinds: dict[str, list[str]] = {}
        for kind, record_id in unnamed:
            kinds.setdefault(kind, []).append(record_id)
        for kind, ids in kinds.items():
            wanted = json_list(ids)
            tx.run(_SET_ASIDE, (kind, wanted, now))
            tx.run(_FORGET, (kind, wanted))
            show(tx, kind, ids, {})
    tx.run(_GO_ON, (generation,))
