"""After each request that reached the server: what it wrote, against a reference that rules on the same mutations."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

import msgspec

from simulation.company import EPOCH, RIVAL, Company
from simulation.journal import Entry, Journal, read_entry
from simulation.network import KILLED, Delivery
from simulation.oracle.promises import require
from simulation.oracle.reference import Reference
from simulation.oracle.reference import State as Books
from simulation.oracle.scope import Record, Ref
from simulation.server import Server
from sync.protocol import PushReply, PushRequest, State, Verdict, decode

ACME = 1
_GIVEN_BY_SERVER = frozenset({"created_by", "number", "author_id", "corrected_at", "flags"})
_MARKS = {True: b"acme ", False: b"rival "}

_json = msgspec.json.Decoder().decode

Outcome = tuple[str, str | None, int]


class Counter:
    """The server's side of the oracle."""

    def __init__(self, server: Server, company: Company, journal: Journal) -> None:
        self._server = server
        self._journal = journal
        self._people = {name: person for name, person in company.people.items() if name != RIVAL}
        self.reference = Reference(Books(self._version(), read_records(server)), self._people)
        self.verdicts: dict[str, Verdict] = {}
        """What was first said of a key, whether or not the device heard it then."""
        self.left: set[str] = set()
        """Records that were said, at any delivery, to have left the scope of whoever wrote them."""
        self._told: dict[str, Outcome] = {}
        self._events = self._version()
        self._audits = self._count("audit")
        self.epoch = EPOCH

    def look(self, delivery: Delivery) -> None:
        self._behind_walls(delivery)
        if delivery.device == RIVAL:
            return
        require("no wall was hit", is_kept=delivery.status < 500, about=delivery)
        if delivery.path.endswith("/push") and delivery.status in (KILLED, 200):
            request = decode(delivery.request, PushRequest)
            self._count_rulings(request)
            if delivery.status == 200:
                self._same_verdicts(decode(delivery.answer, PushReply))

    def receipt(self, key: str) -> Outcome | None:
        rows = self._server.all("SELECT outcome, code, version FROM receipt WHERE org = ? AND key = ?", ACME, key)
        return rows[0] if rows else None

    def _count_rulings(self, request: PushRequest) -> None:
        """Let the reference rule on whatever has got a receipt by this request, and compare."""
        lines = [(item.key, self._entry(item.key, bytes(item.mutation))) for item in request.mutations]
        new = [key for key, _ in lines if key not in self.reference.state.rulings]
        receipts = {key: receipt for key in new if (receipt := self.receipt(key)) is not None}
        if receipts:
            self._rule(request.stream, lines, receipts)
        self._each_version_is_noted(receipts)

    def _rule(
        self, stream: str, lines: list[tuple[str, Entry | None]], receipts: Mapping[str, Outcome]
    ) -> None:
        require("one effect for each accepted key", is_kept=len(receipts) == len({*receipts}))
        touched: dict[Ref, None] = {}
        for _group, members in groupby(lines, lambda line: (line[1] and line[1].group) or line[0]):
            self.reference.rule(list(members), stream)
        for key, entry in lines:
            if key not in receipts:
                continue
            ruling = self.reference.state.rulings[key]
            said = (ruling.outcome, ruling.code, ruling.version)
            is_same = said == receipts[key]
            require("the server rules as the reference does", is_kept=is_same, about=(entry, said, receipts[key]))
            if entry is not None and ruling.is_accepted:
                touched[entry.kind, entry.id] = None
        for ref in touched:
            self._is_stored_as_ruled(ref)

    def _is_stored_as_ruled(self, ref: Ref) -> None:
        (stored,) = read_records(self._server, *ref).values()
        wanted = self.reference.state.records[ref]
        given = {name: value for name, value in stored.body.items() if name in _GIVEN_BY_SERVER}
        is_same = (stored.version, stored.is_deleted) == (wanted.version, wanted.is_deleted)
        is_same = is_same and {**given, **wanted.body} == stored.body
        require("what is stored is what was ruled", is_kept=is_same, about=(ref, stored, wanted))

    def _each_version_is_noted(self, receipts: Mapping[str, Outcome]) -> None:
        version, last = self._version(), self._events
        is_counted = version == self.reference.state.version
        require("one effect for each accepted key", is_kept=is_counted, about=(version, self.reference.state.version))
        versions = self._server.all("SELECT version FROM event WHERE org = ? AND version > ? ORDER BY 1", ACME, last)
        is_noted = [number for (number,) in versions] == list(range(last + 1, version + 1))
        require("each version has one audit record and one event", is_kept=is_noted, about=(last, version, versions))
        audits = self._count("audit")
        is_noted = audits - self._audits == len(receipts)
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

    def _entry(self, key: str, frozen: bytes) -> Entry | None:
        if not frozen:
            return None
        return self._journal.entries.get(key) or read_entry("", "", frozen)

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
