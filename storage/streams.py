"""A profile's numbered line of mutations: renumbering it when the old one can't go on."""

from storage.database import Tx
from storage.show import show
from storage.subjects import OUTBOX, Subject

_SHIFT = "UPDATE outbox SET seq = -seq - ?"
_NEGATE = "UPDATE outbox SET seq = -seq"
_STREAM = """
UPDATE sync_state SET stream = ?, confirmed_seq = 0, next_seq = coalesce((SELECT max(seq) FROM outbox), 0) + 1
"""
_REQUEUE = """
INSERT OR IGNORE INTO outbox (seq, place, key, kind, id, op, group_key, was, occurred_at, frozen)
SELECT row_number() OVER (ORDER BY place), place, key, kind, id, op, group_key, version, occurred_at, frozen FROM sent
"""


def move_to_new_stream(tx: Tx, stream: str) -> None:
    """Number the outbox from 1; keys and frozen bytes stay, so the server knows again what it has already done."""
    _start_at(tx, 1)
    tx.run(_STREAM, (stream,))
    tx.touch({Subject(OUTBOX)})


def requeue_sent(tx: Tx) -> None:
    """Put the whole sent log before the outbox: a server that lost its disk gets back what its copy lacks.

    Each says under which number it was accepted, so that the server knows who has seen it since.
    """
    _start_at(tx, tx.value("SELECT count(*) FROM sent") + 1)
    tx.run(_REQUEUE)
    tx.run("DELETE FROM sent")


def show_requeued(tx: Tx) -> None:
    """What is on its way once more is unsent, and shows as such."""
    kinds: dict[str, list[str]] = {}
    for kind, record_id in tx.all("SELECT DISTINCT kind, id FROM outbox WHERE was > 0"):
        kinds.setdefault(kind, []).append(record_id)
    for kind, ids in kinds.items():
        show(tx, kind, ids)


def _start_at(tx: Tx, first: int) -> None:
    """Shift all numbers so that the lowest is `first`; by way of negative ones, so that none ever meets another."""
    lowest = tx.value("SELECT min(seq) FROM outbox")
    if lowest is None or lowest == first:
        return
    tx.run(_NEGATE)
    tx.run(_SHIFT, (lowest - first,))
