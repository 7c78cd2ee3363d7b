"""The profile's file as the sync engine sees it: `sync.ports.Store`."""

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec
from msgspec import Raw

from storage.absorbing import absorb_chunk, absorb_page, begin_anew, rebuild
from storage.activity import count_activity, note_contact
from storage.attention import release_arrived, release_held, release_undecidable
from storage.confirmed import tallies
from storage.database import Database, Tx
from storage.deliveries import Deliveries
from storage.filling import make_ready
from storage.lists import json_list
from storage.pruning import Pruning
from storage.putting_off import make_up
from storage.sealing import seal, unseal
from storage.setting_aside import forget_returned
from storage.settling import park, settle_verdicts, why_parked
from storage.show import show
from storage.streams import move_to_new_stream, requeue_sent, show_requeued
from storage.subjects import OUTBOX, Subject
from sync.clock import Clock
from sync.ids import NewId
from sync.moments import from_us, to_us
from sync.ports import Position
from sync.protocol import ACCEPTED, Chunk, Item, Outcome, Page, PushReply, Refusal, Tally, Verdict

CONTACT_SECONDS = 5.0

_ITEMS = "SELECT seq, key, is_withdrawn, was, group_key, frozen FROM outbox WHERE seq > ? ORDER BY seq"
# The numbers in the outbox have no gaps; to count a million lines for each of a thousand batches would take minutes.
_SIZE = "SELECT coalesce((SELECT max(seq) FROM outbox) - (SELECT min(seq) FROM outbox) + 1, 0)"
_CONFIRM = """
UPDATE sync_state SET confirmed_seq = coalesce((SELECT min(seq) FROM outbox), next_seq) - 1,
    epoch = CASE epoch WHEN '' THEN ? ELSE epoch END
"""
_BACKED_UP = "UPDATE sync_state SET backed_up = ?1 WHERE backed_up <> ?1"
_MEMBERS = """
SELECT m.key, m.kind, m.id FROM outbox AS m
WHERE m.is_withdrawn = 0 AND (m.key = ?1 OR m.group_key = (SELECT group_key FROM outbox WHERE key = ?1))
ORDER BY m.seq
"""


class LocalStore:
    """Every method is one transaction. Only the sync thread calls it, except where a screen asks for sizes.

    `sealed` is called when the device was locked out, for what lies outside of the file.
    """

    def __init__(
        self, database: Database, clock: Clock, new_id: NewId, sealed: Callable[[], object] = lambda: None
    ) -> None:
        self._database = database
        self._sealed = sealed
        self._clock = clock
        self._new_id = new_id
        self._pruning = Pruning(clock)
        self.deliveries = Deliveries()
        self._contact: tuple[datetime, bool | None] = (clock.now(), None)

    def position(self) -> Position:
        with self._database.read() as tx:
            row = tx.one("SELECT stream, epoch, cursor, confirmed_seq, token, rebuilding FROM sync_state")
        assert row is not None
        stream, epoch, cursor, confirmed_seq, token, rebuilding = row
        return Position(
            stream, epoch, cursor, confirmed_seq, token, msgspec.json.decode(rebuilding, type=tuple[str, ...])
        )

    def outbox_size(self) -> int:
        with self._database.read() as tx:
            return int(tx.value(_SIZE))

    def next_batch(self, most_items: int, most_bytes: int) -> tuple[Item, ...]:
        """The head of the outbox; a group that does not fit waits whole for the next batch, unless it is the first."""
        with self._database.read() as tx:
            batch = _head(tx, most_items, most_bytes)
        self.deliveries.go_out(batch)
        return batch

    def batch_behind(self, seq: int, most_items: int, most_bytes: int) -> tuple[Item, ...]:
        with self._database.read() as tx:
            return _head(tx, most_items, most_bytes, seq)

    def settle(self, reply: PushReply) -> None:
        with self._database.write() as tx:
            now = self._now()
            held = settle_verdicts(tx, reply.verdicts, now, to_us(reply.server_time))
            tx.run(_CONFIRM, (reply.epoch,))
            unseal(tx)
            if held:
                release_held(tx, held, self._clock.now(), self._new_id)
            refused = [verdict.key for verdict in reply.verdicts if verdict.refusal is not None]
            if refused:
                release_undecidable(tx, refused, self._clock.now(), self._new_id)
            rows = [verdict.row for verdict in reply.verdicts if verdict.row is not None]
            may_be_late = any(verdict.replayed for verdict in reply.verdicts)
            release_arrived(tx, rows, self._clock.now(), self._new_id, may_be_late=may_be_late)
            forget_returned(tx)
            count_activity(tx, now, sent=sum(v.outcome in ACCEPTED for v in reply.verdicts))
            self.deliveries.rest()

    def absorb(self, page: Page) -> None:
        with self._database.write() as tx:
            now = self._now()
            unseal(tx)
            absorb_page(tx, page, now)
            release_arrived(tx, page.rows, self._clock.now(), self._new_id)
            forget_returned(tx)
            tx.run(_BACKED_UP, (page.backed_up,))
            count_activity(tx, now, received=len(page.rows))
            if not page.more:
                self._pruning.run_if_due(tx, page.server_time)
        if not page.more:
            make_up(self._database)

    def make_ready(self, chunk: Chunk) -> Chunk:
        return make_ready(chunk)

    def absorb_chunk(self, chunk: Chunk) -> None:
        with self._database.write() as tx:
            now = self._now()
            unseal(tx)
            absorb_chunk(tx, chunk, now)
            release_arrived(tx, chunk.rows, self._clock.now(), self._new_id)
            forget_returned(tx)
            count_activity(tx, now, received=len(chunk.rows))
        if not chunk.token:
            make_up(self._database)

    def open_stream(self) -> None:
        with self._database.write() as tx:
            move_to_new_stream(tx, self._new_id())
        self.deliveries.start_over()

    def meet_epoch(self, epoch: str) -> None:
        with self._database.write() as tx:
            requeue_sent(tx)
            move_to_new_stream(tx, self._new_id())
            tx.run("UPDATE sync_state SET epoch = ?, backed_up = 0", (epoch,))
            begin_anew(tx, sets_aside=True)
            show_requeued(tx)
        self.deliveries.start_over()

    def drop_cursor(self) -> None:
        with self._database.write() as tx:
            begin_anew(tx)

    def tallies(self) -> dict[str, Tally] | None:
        with self._database.read() as tx:
            return tallies(tx)

    def note_check(self, at: datetime, wrong: Sequence[str]) -> None:
        with self._database.write() as tx:
            tx.run("UPDATE sync_state SET checked_at = ?, found_wrong = ?", (to_us(at), json_list(wrong)))

    def last_check(self) -> datetime | None:
        with self._database.read() as tx:
            at = tx.value("SELECT checked_at FROM sync_state")
        return None if at is None else from_us(at)

    def rebuild(self, kinds: Sequence[str]) -> None:
        with self._database.write() as tx:
            rebuild(tx, kinds)

    def withdraw(self, key: str, refusal: Refusal) -> None:
        """Park the mutation, and its group with it; what depends on it comes back held."""
        verdict = Verdict(key=key, outcome=Outcome.REFUSED, refusal=refusal)
        with self._database.write() as tx:
            for member, kind, record_id in tx.all(_MEMBERS, (key,)):
                park(tx, member, self._now(), why_parked(verdict))
                tx.run("UPDATE outbox SET is_withdrawn = 1 WHERE key = ?", (member,))
                show(tx, kind, [record_id])
            tx.touch({Subject(OUTBOX)})

    def seal(self) -> None:
        """Also where that was begun before and not finished."""
        seal(self._database)
        self._sealed()

    def rest(self) -> None:
        self.deliveries.rest()

    def log_contact(self, at: datetime, *, is_online: bool) -> None:
        """The same news within a few seconds is no news, and not worth a flush of the disk."""
        noted_at, was_online = self._contact
        if was_online is is_online and abs((at - noted_at).total_seconds()) < CONTACT_SECONDS:
            return
        with self._database.write() as tx:
            note_contact(tx, to_us(at), is_online=is_online)
        self._contact = (at, is_online)

    def _now(self) -> int:
        return to_us(self._clock.now())


def _head(tx: Tx, most_items: int, most_bytes: int, behind: int = 0) -> tuple[Item, ...]:
    batch: list[Item] = []
    size = whole = 0
    group: str | None = None
    for seq, key, is_withdrawn, was, group_key, frozen in tx.run(_ITEMS, (behind,)):
        if group_key is None or group_key != group:
            whole, group = len(batch), group_key
        size += 0 if is_withdrawn else len(frozen)
        if whole and (len(batch) >= most_items or size > most_bytes):
            return tuple(batch[:whole])
        batch.append(Item(seq=seq, key=key) if is_withdrawn else Item(seq=seq, key=key, mutation=Raw(frozen), was=was))
    return tuple(batch)
