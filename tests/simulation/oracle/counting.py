"""After each request that reached the server: what it wrote, against a reference that rules on the same mutations."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import msgspec

from simulation.company import EPOCH, RIVAL, Company
from simulation.journal import ATTACHMENT, ORDER, Entry, Journal
from simulation.network import KILLED, Delivery
from simulation.oracle.books import Books, Delivered, Line
from simulation.oracle.bytes import check_is_whole
from simulation.oracle.promises import require
from simulation.oracle.reference import Reference
from simulation.oracle.scope import Record, Ref
from simulation.server import Server
from support.clock import FakeClock
from sync.protocol import Item, PushReply, PushRequest, State, Verdict, decode

ACME = 1
_GIVEN_BY_SERVER = frozenset({"created_by", "number", "author_id", "corrected_at", "flags", "time_spent"}) | {
    f"{step}_{what}" for step in ("submitted", "decided") for what in ("by", "at")
}
_TIME = "work_order.time_spent"
"""The server's own changes of the time on a work order; they come behind all rulings of a push."""
_BYTES = {
    f"attachment.{prefix}{word}": f"{prefix}stored_at" for prefix in ("", "preview_") for word in ("stored", "missing")
}
"""The server's own changes of an attachment, each with the field that it is about."""
_MARKS = {True: b"acme ", False: b"rival "}

_json = msgspec.json.Decoder().decode

Outcome = tuple[str, str | None, int]


@dataclass(frozen=True)
class Kept:
    books: Books
    told: dict[str, Outcome]


class Counter:
    """The server's side of the oracle."""

    def __init__(self, server: Server, company: Company, journal: Journal, clock: FakeClock) -> None:
        self._server = server
        self._journal = journal
        self._people = {name: person for name, person in company.people.items() if name != RIVAL}
        self._clock = clock
        self.reference = Reference(Books(self._version(), read_records(server)), self._people, self._made_at)
        self.verdicts: dict[str, Verdict] = {}
        """What was first said of a key, whether or not the device heard it then."""
        self.left: set[str] = set()
        """Records that were said, at any delivery, to have left the scope of whoever wrote them."""
        self.proofs: dict[str, int] = defaultdict(int)
        """How many empty pushes of a device went through since it convicted an entry."""
        self.ever_stored: set[tuple[str, str]] = set()
        """Attachments of which the server has said that it has their bytes, in whichever database."""
        self._told: dict[str, Outcome] = {}
        self._events = self._version()
        self._audits = self._count("audit")
        self.epoch = EPOCH

    def look(self, delivery: Delivery) -> None:
        self._behind_walls(delivery)
        if delivery.device == RIVAL:
            return
        self._locked_out_is_out(delivery)
        require("no wall was hit", is_kept=delivery.status < 500, about=delivery)
        if delivery.path.startswith("/v1/attachments/"):
            self._take_over_bytes()
            self._each_version_is_noted({})
        if delivery.path.endswith("/push") and delivery.status in (KILLED, 200):
            request = decode(delivery.request, PushRequest)
            self.proofs[delivery.device] += not request.mutations
            self._count_rulings(request)
            if delivery.status == 200:
                self._same_verdicts(decode(delivery.answer, PushReply))

    def keep(self) -> Kept:
        """What is known at the time of a backup."""
        return Kept(self.reference.books.copy(), dict(self._told))

    def go_back(self, kept: Kept) -> None:
        """The server has lost what was not in that backup, and counts on from above all that it ever gave."""
        self.reference.books, self._told = kept.books.copy(), dict(kept.told)
        self.reference.books.version = self._events = self._version()
        self.reference.books.floors.append(self._version())
        self._audits = self._count("audit")
        self.verdicts.clear()

    def server_epoch(self) -> str:
        ((epoch,),) = self._server.all("SELECT value FROM server_meta WHERE name = 'epoch'")
        return str(epoch)

    def receipt(self, key: str) -> Outcome | None:
        rows = self._server.all("SELECT outcome, code, version FROM receipt WHERE org = ? AND key = ?", ACME, key)
        return rows[0] if rows else None

    def _count_rulings(self, request: PushRequest) -> None:
        """Let the reference rule on whatever has got a receipt by this request, and compare."""
        lines = [Line(item.key, item.seq, self._entry(item), item.was) for item in request.mutations]
        new = [line.key for line in lines if line.key not in self.reference.books.rulings]
        receipts = {key: receipt for key in new if (receipt := self.receipt(key)) is not None}
        if receipts:
            (stream,) = self._server.one("SELECT number FROM stream WHERE org = ? AND id = ?", ACME, request.stream)
            self._rule(lines, receipts, Delivered(stream, self._clock.now(), request.sent_at))
        self._each_version_is_noted(receipts)

    def _rule(self, lines: list[Line], receipts: Mapping[str, Outcome], by: Delivered) -> None:
        before = self.reference.books.version
        for _group, members in groupby(lines, lambda line: (line.entry and line.entry.group) or line.key):
            self.reference.rule(list(members), by)
        for line in lines:
            if line.key in receipts:
                ruling = self.reference.books.rulings[line.key]
                said, about = (ruling.outcome, ruling.code, ruling.version), (line.entry, receipts[line.key])
                is_same = said == receipts[line.key]
                require("the server rules as the reference does", is_kept=is_same, about=(said, *about))
        self._take_over_time()
        for ref, record in self.reference.books.records.items():
            if record.version > before:
                self._is_stored_as_ruled(ref, record)

    def _take_over_time(self) -> None:
        """The judge looks at the sums; here they only have to be noted like every other change."""
        books = self.reference.books
        for version, record_id in self._times():
            books.version += 1
            require("each version has one audit record and one event", is_kept=version == books.version, about=version)
            books.records[ORDER, record_id].version = version

    def _take_over_bytes(self) -> None:
        """What the server says of bytes is its own, too; it says so when they are whole, and not before."""
        sql = "SELECT version, id, name FROM event WHERE org = ? AND version > ? ORDER BY version"
        for version, record_id, name in self._server.all(sql, ACME, self._events):
            if name in _BYTES:
                stored, field = read_records(self._server, ATTACHMENT, record_id)[ATTACHMENT, record_id], _BYTES[name]
                self.reference.take_over_bytes(record_id, version, field, stored.body.get(field))
                check_is_whole(self._server, stored.body)
                self.ever_stored.add((record_id, field))

    def _times(self) -> list[tuple[int, str]]:
        sql = "SELECT version, id FROM event WHERE org = ? AND version > ? AND name = ? ORDER BY version"
        return [(version, record_id) for version, record_id in self._server.all(sql, ACME, self._events, _TIME)]

    def _is_stored_as_ruled(self, ref: Ref, wanted: Record) -> None:
        stored = read_records(self._server, *ref).get(ref)
        require("what loses is kept", is_kept=stored is not None, about=(ref, wanted))
        assert stored is not None
        given = {name: value for name, value in stored.body.items() if name in _GIVEN_BY_SERVER}
        is_same = (stored.version, stored.is_deleted) == (wanted.version, wanted.is_deleted)
        is_same = is_same and {**given, **wanted.body} == stored.body
        require("what is stored is what was ruled", is_kept=is_same, about=(ref, stored, wanted))

    def _each_version_is_noted(self, receipts: Mapping[str, Outcome]) -> None:
        version, last = self._version(), self._events
        is_counted = version == self.reference.books.version
        require("one effect for each accepted key", is_kept=is_counted, about=(version, self.reference.books.version))
        versions = self._server.all("SELECT version FROM event WHERE org = ? AND version > ? ORDER BY 1", ACME, last)
        is_noted = [number for (number,) in versions] == list(range(last + 1, version + 1))
        require("each version has one audit record and one event", is_kept=is_noted, about=(last, version, versions))
        audits = self._count("audit")
        made = ", ".join(f"'{name}'" for name in ("conflict.create", "notification.create", *_BYTES))
        own = f"SELECT count(*) FROM event WHERE org = ? AND version > ? AND name IN ({made}, ?)"
        is_noted = audits - self._audits == len(receipts) + self._server.one(own, ACME, last, _TIME)[0]
        require("each version has one audit record and one event", is_kept=is_noted, about=(audits, self._audits))
        for key, (outcome, _code, number) in receipts.items():
            noted = self._server.all("SELECT outcome, version FROM audit WHERE org = ? AND key = ?", ACME, key)
            is_noted = noted == [(outcome, number)]
            require("each version has one audit record and one event", is_kept=is_noted, about=(key, noted))
        self._events, self._audits = version, audits

    def _same_verdicts(self, reply: PushReply) -> None:
        for verdict in reply.verdicts:
            code = verdict.refusal.code.value if verdict.refusal else None
            if code == "key_reused":
                continue
            said = (verdict.outcome.value, code, verdict.version)
            is_same = self._told.setdefault(verdict.key, said) == said == self.receipt(verdict.key)
            require("every delivery gets the same verdict", is_kept=is_same, about=(said, self._told[verdict.key]))
            self.verdicts.setdefault(verdict.key, verdict)
            if verdict.row is not None and verdict.row.state is State.REMOVED:
                self.left.add(verdict.row.id)

    def _behind_walls(self, delivery: Delivery) -> None:
        foreign = _MARKS[delivery.device == RIVAL]
        require("nothing of another organisation", is_kept=foreign not in delivery.answer, about=delivery.path)

    def _locked_out_is_out(self, delivery: Delivery) -> None:
        is_out = self._server.one("SELECT revoked_at FROM device WHERE id = ?", delivery.device_id)[0] is not None
        is_kept = not is_out or delivery.status in (KILLED, 403) or delivery.path.endswith("/health")
        require("whoever is locked out gets nothing", is_kept=is_kept, about=delivery)

    def _entry(self, item: Item) -> Entry | None:
        return None if item.is_withdrawal else self._journal[item.key]

    def _made_at(self, kind: str, version: int) -> str:
        rows = self._server.all(
            "SELECT id FROM record WHERE org = ? AND kind = ? AND created_version = ?", ACME, kind, version
        )
        return str(rows[0][0]) if rows else f"none at {version}"

    def _version(self) -> int:
        return int(self._server.one("SELECT version FROM organisation WHERE org = ?", ACME)[0])

    def _count(self, table: str) -> int:
        return int(self._server.one(f"SELECT count(*) FROM {table} WHERE org = ?", ACME)[0])


def read_records(server: Server, *ref: str) -> dict[Ref, Record]:
    """What the server has stored: all of it, or one record."""
    which = " AND kind = ? AND id = ?" if ref else ""
    rows = server.all(f"SELECT kind, id, version, state, body FROM record WHERE org = ?{which}", ACME, *ref)
    return {(kind, rid): Record(version, state == "deleted", _body(body)) for kind, rid, version, state, body in rows}


def _body(text: str) -> dict[str, Any]:
    body: dict[str, Any] = _json(text)
    return body
