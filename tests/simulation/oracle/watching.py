"""After whatever a device has done: its file and its timers, against what it had before and what the server told it."""

import base64
from collections import defaultdict
from typing import Any

import msgspec

from simulation.device import Device
from simulation.journal import DEPENDENT, VISIBLE, Entry, Journal, read_entry
from simulation.oracle.counting import Counter
from simulation.oracle.promises import require
from sync.plan import PROOFS
from sync.protocol import Op
from sync.status import UP_TO_A_PERSON

LONGEST_WAIT = 330.0
_POSITION = "SELECT turn, epoch, cursor, generation, confirmed_seq, next_seq FROM sync_state"
_LYING = """
SELECT key, 'outbox' FROM outbox WHERE is_withdrawn = 0 UNION ALL SELECT key, 'sent' FROM sent
UNION ALL SELECT key, 'attention' FROM attention UNION ALL SELECT key, 'trash' FROM trash
"""
_PENDING = """
SELECT place, frozen FROM outbox WHERE is_withdrawn = 0 UNION ALL SELECT place, frozen FROM attention ORDER BY 1
"""
_ACCEPTED = ("applied", "merged")

_json = msgspec.json.Decoder().decode


class Watch:
    """The devices' side of the oracle; one for each device."""

    def __init__(self, device: Device, journal: Journal, counter: Counter) -> None:
        self._device = device
        self._journal = journal
        self._counter = counter
        self._turn = -1
        self._incarnation = -1
        self._epoch = ""
        self._cursor: tuple[int, int] = (0, 0)
        self._settled: set[str] = set()
        self._versions: dict[tuple[str, str, int], int] = {}

    def look(self) -> None:
        device = self._device
        self._sets_a_timer()
        turn, epoch, cursor, generation, confirmed, following = device.one(_POSITION)
        if device.incarnation != self._incarnation:
            self._begin_anew()
        if turn == self._turn:
            return
        self._turn = turn
        lying = self._lies_somewhere()
        self._line_is_unbroken(confirmed, following)
        self._cursor_goes_on(epoch, generation, cursor)
        self._verdicts_are_true(lying, epoch)
        self._records_never_grow_older(epoch)
        self._work_shows()
        checked = device.engine.status.checked
        is_kept = checked is None or not checked.wrong
        require("a self-check finds nothing wrong", is_kept=is_kept, about=(device.name, checked))

    def _begin_anew(self) -> None:
        """Another file than before: what is known of its past does not hold for it."""
        self._incarnation = self._device.incarnation
        self._turn = -1
        self._cursor = (0, 0)
        self._versions = {}
        self._settled = {key for key, place in self._device.places().items() if place in ("sent", "attention")}

    def _sets_a_timer(self) -> None:
        """Up to a person are a pause, a lock-out and a sign-in; the last is knocked at all the same."""
        device = self._device
        status, wait = device.engine.status, device.due - device.clock.monotonic()
        is_kept = wait <= LONGEST_WAIT or status.phase in UP_TO_A_PERSON
        require("a timer is set", is_kept=is_kept, about=(device.name, status, wait))

    def _lies_somewhere(self) -> dict[str, str]:
        device = self._device
        rows = device.all(_LYING)
        places = dict(rows)
        require("a key lies in one place", is_kept=len(places) == len(rows), about=(device.name, rows))
        lost = device.known - device.places().keys()
        forgotten = {key for key in lost if device.is_aged or self._may_be_wiped(key)}
        device.known -= forgotten
        require("every key can be found", is_kept=lost == forgotten, about=(device.name, lost))
        return places

    def _may_be_wiped(self, key: str) -> bool:
        """A device that was locked out keeps what the server does not have."""
        (is_sealed,) = self._device.one("SELECT is_sealed FROM sync_state")
        receipt = self._counter.receipt(key)
        return bool(is_sealed) and receipt is not None and receipt[0] in _ACCEPTED

    def _line_is_unbroken(self, confirmed: int, following: int) -> None:
        device = self._device
        seqs = [seq for (seq,) in device.all("SELECT seq FROM outbox ORDER BY seq")]
        is_kept = seqs == list(range(following - len(seqs), following)) and confirmed < following - len(seqs) + 1
        require("numbers without a gap", is_kept=is_kept, about=(device.name, seqs, confirmed, following))

    def _cursor_goes_on(self, epoch: str, generation: int, cursor: str) -> None:
        if epoch != self._epoch:
            self._epoch, self._cursor, self._versions = epoch, (generation, 0), {}
        place = (generation, _version_in(cursor))
        require("a cursor never goes back", is_kept=place >= self._cursor, about=(self._device.name, place))
        self._cursor = place

    def _verdicts_are_true(self, lying: dict[str, str], epoch: str) -> None:
        """Sent is what the server has accepted, parked is what it has not; and a verdict brings its row.

        A server that was restored since it answered does not know; whoever hears of that sends again.
        """
        device = self._device
        fresh = {key for key, place in lying.items() if place in ("sent", "attention")} - self._settled
        for key in sorted(fresh):
            receipt = self._counter.receipt(key)
            if receipt is None and epoch != self._counter.server_epoch():
                continue
            if lying[key] == "sent":
                is_true = receipt is not None and receipt[0] in _ACCEPTED
            else:
                is_true = self._is_parked_rightly(key, receipt)
            require("both sides name the same outcome", is_kept=is_true, about=(device.name, key, receipt, lying[key]))
            if lying[key] == "sent":
                self._brings_its_row(key)
        self._settled |= fresh
        self._convicts_with_proof(fresh)

    def _is_parked_rightly(self, key: str, receipt: tuple[str, str | None, int] | None) -> bool:
        """What the device took back, as too large or poisonous, may still be on its way out as a withdrawal; an old
        image of its file does not know, and is told."""
        outcome, code = self._device.one("SELECT outcome, code FROM attention WHERE key = ?", key)
        is_fenced = (outcome, code) in (("refused", "invalid"), ("refused", "internal"))
        if receipt is None:
            return is_fenced
        return (outcome, code) == (receipt[0], receipt[1] or "") or is_fenced

    def _convicts_with_proof(self, fresh: set[str]) -> None:
        """An entry is called poisonous only where the server, as often as it takes, was well without it."""
        parked = self._device.all("SELECT key FROM attention WHERE (outcome, code) = ('refused', 'internal')")
        convicted = [key for (key,) in parked if key in fresh and self._counter.receipt(key) is None]
        if convicted:
            proofs = self._counter.proofs.pop(self._device.name, 0)
            about = (self._device.name, convicted, proofs)
            require("nothing is convicted without proof", is_kept=proofs >= PROOFS, about=about)

    def _brings_its_row(self, key: str) -> None:
        verdict = self._counter.verdicts.get(key)
        row = verdict.row if verdict is not None else None
        if row is None or row.id in self._counter.left:
            return
        device = self._device
        stored = device.all("SELECT version FROM confirmed WHERE kind = ? AND id = ?", row.kind, row.id)
        is_kept = bool(stored) and stored[0][0] >= row.version
        require("a verdict brings its row", is_kept=is_kept, about=(device.name, key, row, stored))

    def _records_never_grow_older(self, epoch: str) -> None:
        """As long as nothing is fetched anew; then what a restored server has may be older than what it lost."""
        rows = self._device.all("SELECT kind, id, generation, version FROM confirmed")
        versions = {(kind, record_id, generation): version for kind, record_id, generation, version in rows}
        for ref, version in versions.items():
            is_kept = version >= self._versions.get(ref, 0)
            require("a record never grows older", is_kept=is_kept, about=(self._device.name, epoch, ref, version))
        self._versions = versions

    def _work_shows(self) -> None:
        """Whatever has no final verdict lies over the server's last word, on the screen."""
        pending: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for _, frozen in self._device.all(_PENDING):
            entry = read_entry("", "", bytes(frozen))
            if entry.kind in VISIBLE:
                pending[entry.kind, entry.id].append(entry)
        for (kind, record_id), entries in pending.items():
            self._is_shown(kind, record_id, entries)

    def _is_shown(self, kind: str, record_id: str, entries: list[Entry]) -> None:
        device = self._device
        rows = device.all("SELECT state, body FROM confirmed WHERE kind = ? AND id = ?", kind, record_id)
        state, body = (rows[0][0], _json(rows[0][1])) if rows else ("removed", None)
        wanted = lay_over(kind, body if state == "present" else None, entries, body if state == "deleted" else None)
        rows = device.all(f"SELECT body FROM {kind} WHERE id = ?", record_id)
        shown = _json(rows[0][0]) if rows else None
        about = (device.name, kind, record_id, wanted, shown)
        require("the screen shows the projection", is_kept=shown == wanted, about=about)


def lay_over(
    kind: str, body: dict[str, Any] | None, entries: list[Entry], buried: dict[str, Any] | None = None
) -> dict[str, Any] | None:
    """A restoration brings back what was buried."""
    is_there, is_whole = body is not None, body is not None or kind not in DEPENDENT
    for entry in entries:
        is_there = entry.op is not Op.REMOVE
        is_whole = is_whole or entry.op is Op.CREATE or (entry.op is Op.RESTORE and buried is not None)
        if is_there:
            body = {**((buried if entry.op is Op.RESTORE else None) or {}), **(body or {}), **entry.fields}
    return body if is_there and is_whole else None


def _version_in(cursor: str) -> int:
    """A cursor is opaque to a device; an onlooker may know where the number stands."""
    if not cursor:
        return 0
    payload = _json(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))[16:])
    return int(payload[4][0])

