"""What went out and came in per minute, and when the server could be reached: for the activity picture."""

from storage.database import Tx
from storage.subjects import ACTIVITY, Subject

MINUTE = 60_000_000

_COUNT = """
INSERT INTO activity (minute, sent, received) VALUES (?, ?, ?)
ON CONFLICT (minute) DO UPDATE SET sent = sent + excluded.sent, received = received + excluded.received
"""
_NOTE = """
INSERT OR REPLACE INTO reach (at, is_online)
SELECT ?1, ?2 WHERE ?2 IS NOT (SELECT is_online FROM reach ORDER BY at DESC LIMIT 1)
"""


def count_activity(tx: Tx, at: int, *, sent: int = 0, received: int = 0) -> None:
    if sent or received:
        tx.run(_COUNT, (at // MINUTE, sent, received))
        tx.touch({Subject(ACTIVITY)})


def note_contact(tx: Tx, at: int, *, is_online: bool) -> None:
    """A row for each change between reachable and not; the last contact moves with every success."""
    tx.run(_NOTE, (at, is_online))
    if is_online:
        tx.run("UPDATE sync_state SET last_contact = ?", (at,))
    tx.touch({Subject(ACTIVITY)})
