"""Letting go of what has been kept long enough: the sent log, the trash, and the pictures of the last days.

What a person may still need is dated by the server's clock alone. This device's may be years off, ahead or behind, and
must not cost anybody the sent log or the trash: what was thrown away offline counts from the first contact after it.
"""

import math
from datetime import datetime, timedelta

from storage.database import Tx
from sync.clock import Clock
from sync.moments import to_us

KEPT = timedelta(days=30)
PICTURED = timedelta(days=7)
EVERY_SECONDS = 3_600.0
AT_ONCE = 2_000

SPEAKS_OF_UNSTORED = (
    "(kind = 'attachment' AND id IN (SELECT id FROM attachment WHERE is_stored = 0 OR is_preview_stored = 0))"
)
"""Of the sent log: an attachment that has arrived, while its bytes have not."""

_DATE = "UPDATE {table} SET kept_since = ?1 WHERE kept_since IS NULL"
_PRUNE_SENT = f"""
DELETE FROM sent WHERE place IN (SELECT place FROM sent ORDER BY place LIMIT ?2) AND kept_since < ?1
AND version <= (SELECT backed_up FROM sync_state) AND NOT {SPEAKS_OF_UNSTORED}
"""
_PRUNE = "DELETE FROM {table} WHERE kept_since < ?1"
_DATED_LATE = ("trash", "successor")

# The last word on being in reach before the picture begins is part of it.
_PICTURES = (
    "DELETE FROM activity WHERE minute * 60000000 NOT BETWEEN ?1 AND ?2",
    "DELETE FROM reach WHERE at > ?2 OR at < (SELECT max(at) FROM reach WHERE at <= ?1)",
)


class Pruning:
    """A little after each hour with contact, and again with the next page while there is more to let go of."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._due = -math.inf

    def run_if_due(self, tx: Tx, server_time: datetime) -> None:
        if self._clock.monotonic() < self._due:
            return
        let_go = prune(tx, server_time)
        _prune_pictures(tx, self._clock.now())
        if let_go < AT_ONCE:
            self._due = self._clock.monotonic() + EVERY_SECONDS


def prune(tx: Tx, server_time: datetime) -> int:
    """Let go of at most `AT_ONCE` of the sent log, so that no page waits long for it; how many went.

    What no backup of the server holds yet is kept however old it is: the server may lose its disk.
    """
    horizon = to_us(server_time - KEPT)
    for table in _DATED_LATE:
        tx.run(_DATE.format(table=table), (to_us(server_time),))
        tx.run(_PRUNE.format(table=table), (horizon,))
    return int(tx.run(_PRUNE_SENT, (horizon, AT_ONCE)).rowcount)


def _prune_pictures(tx: Tx, now: datetime) -> None:
    """These are by this device's clock; what lies ahead of it was drawn while it was wrong."""
    for statement in _PICTURES:
        tx.run(statement, (to_us(now - PICTURED), to_us(now + timedelta(days=1))))
