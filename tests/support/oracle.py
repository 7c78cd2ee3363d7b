"""What must hold of a house whatever happened in it, checked from outside: journals against the server's books.

The journal is written beside each device at minting. Nothing here asks the product what it believes to have done.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from support.house import ACCEPTED, Device, Entry, House, Receipt
from sync.kinds import PERSONAL, Kind
from sync.protocol import Op, Outcome

SHARED = frozenset(
    {Kind.CUSTOMER, Kind.SITE, Kind.CONTACT, Kind.LEAD, Kind.NOTE, Kind.CONFLICT, Kind.PART, Kind.TIMESHEET}
)


class Broken(AssertionError):
    """A promise was broken."""


def require(promise: str, *, is_kept: bool, about: object = "") -> None:
    if not is_kept:
        raise Broken(f"{promise}: {about}")


class Watch:
    """Looks at one device after each of its steps: P8, and read-your-writes at the moment of the verdict."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._acked: dict[str, set[str]] = defaultdict(set)

    def __call__(self, device: Device) -> None:
        device.write_down_new()
        self._own_work_shows(device)
        self._verdicts_arrived_with_their_rows(device)

    def _own_work_shows(self, device: Device) -> None:
        """What is waiting lies over whatever the server said last."""
        waiting = {key for (key,) in device.all("SELECT key FROM outbox WHERE is_withdrawn = 0")}
        wanted: dict[str, dict[str, Any] | None] = {}
        for entry in device.journal:
            if entry.kind is Kind.LEAD and entry.key in waiting:
                known = wanted.get(entry.id)
                wanted[entry.id] = None if entry.op is Op.REMOVE else {**(known or {}), **entry.fields}
        for lead, fields in wanted.items():
            shown = device.shown(lead)
            if fields is None:
                require("a removed lead is gone from my screen", is_kept=shown is None, about=lead)
            else:
                is_kept = shown is not None and all(shown.get(name) == value for name, value in fields.items())
                require("my own work stays on my screen", is_kept=is_kept, about=(device.name, fields, shown))

    def _verdicts_arrived_with_their_rows(self, device: Device) -> None:
        fresh = set(device.keys("sent")) - self._acked[device.name]
        if not fresh:
            return
        receipts = self._house.ledger.receipts()
        for entry in device.journal:
            if entry.key in fresh:
                receipt = receipts.get(entry.key)
                is_true = receipt is not None and receipt.outcome in ACCEPTED
                require("sent is what the server accepted", is_kept=is_true, about=entry)
                assert receipt is not None
                rows = device.all("SELECT version FROM confirmed WHERE kind = ? AND id = ?", entry.kind, entry.id)
                is_kept = bool(rows) and rows[0][0] >= receipt.version
                require("a verdict brings its row", is_kept=is_kept, about=(entry, receipt, rows))
        self._acked[device.name] |= fresh


def judge(house: House, forgotten: Mapping[str, int] = {}, undone: frozenset[str] = frozenset()) -> None:
    """Everything that holds when all is quiet. `forgotten` died when a disk was put in, `undone` a person took back."""
    receipts = house.ledger.receipts()
    entries = [entry for device in house.devices.values() for entry in device.journal]
    known = [entry for entry in entries if entry.key not in forgotten or entry.key in receipts]
    for device in house.devices.values():
        _outcomes_agree(device, [entry for entry in known if entry.device == device.name], receipts, forgotten)
    _exactly_once(house, known, receipts)
    _no_false_refusals(known, receipts, undone)
    _no_lost_update(house, known, receipts, forgotten)
    _in_order(known, receipts)
    _no_quarrel_over_news(known, receipts)
    _converged(house)


def _outcomes_agree(
    device: Device, entries: list[Entry], receipts: dict[str, Receipt], forgotten: Mapping[str, int]
) -> None:
    sent, parked = set(device.keys("sent")), set(device.keys("attention"))
    decided = set(device.keys("trash")) | {key for (key,) in device.all("SELECT key FROM successor")}
    require("nothing waits", is_kept=device.profile.store.outbox_size() == 0, about=device.name)
    for entry in entries:
        receipt = receipts.get(entry.key)
        require("every mutation was sent", is_kept=receipt is not None, about=entry)
        assert receipt is not None
        if entry.key in forgotten:
            continue
        if receipt.outcome in ACCEPTED:
            is_kept = entry.key in sent and entry.key not in parked
        else:
            is_kept = entry.key not in sent and entry.key in parked | decided
        about = (device.name, entry, receipt, entry.key in sent, entry.key in parked, entry.key in decided)
        require("both sides name the same outcome, and nothing is lost", is_kept=is_kept, about=about)


def _exactly_once(house: House, entries: list[Entry], receipts: dict[str, Receipt]) -> None:
    applied = [entry for entry in entries if receipts[entry.key].outcome in ACCEPTED]
    versions = [receipts[entry.key].version for entry in applied]
    kept = house.ledger.made()
    versions += kept
    moved = house.ledger.version() - house.first_version
    promise = "one version for each accepted mutation and each record of the server's own"
    require(promise, is_kept=moved == len(versions), about=moved)
    require("no two share a version", is_kept=len(set(versions)) == len(versions))
    require("one event for each", is_kept=house.ledger.count("event") - house.first_events == len(versions))
    audits = house.ledger.count("audit") - house.ledger.count("audit", stream=0)  # without those of the operator
    require("one audit record for each", is_kept=audits == len(receipts) + len(kept))
    require("no receipt without a mutation", is_kept=set(receipts) == {entry.key for entry in entries})


def _no_false_refusals(entries: list[Entry], receipts: dict[str, Receipt], undone: frozenset[str]) -> None:
    applied = [entry for entry in entries if receipts[entry.key].outcome in ACCEPTED]
    writers: dict[str, list[Entry]] = defaultdict(list)
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in applied:
        writers[entry.id].append(entry)
    for entry in entries:
        groups[entry.group or entry.key].append(entry)
    for entry in entries:
        receipt = receipts[entry.key]
        others = [other for other in writers[entry.id] if other.key not in entry.after and other.key != entry.key]
        match receipt.outcome, receipt.code:
            case ((Outcome.APPLIED | Outcome.MERGED), _):
                continue
            case Outcome.WITHDRAWN, _:
                is_just = entry.key in undone
            case Outcome.HELD, _:
                mates = [mate.key for mate in groups[entry.group]] if entry.group else []
                keys = {*entry.after, *mates} - {entry.key}
                causes = {receipts[key].outcome for key in keys if key in receipts}
                is_just = bool(causes - ACCEPTED)
            case Outcome.REFUSED, "conflict":
                is_decision = any(mate.kind is Kind.CONFLICT for mate in groups[entry.group or entry.key])
                is_strict = entry.op is Op.REMOVE or entry.kind is Kind.TIMESHEET or is_decision
                is_just = is_strict and any(_is_in_the_way(entry, other, receipts[other.key]) for other in others)
            case Outcome.REFUSED, "transition":
                is_just = entry.kind is Kind.TIMESHEET and bool(others)
            case Outcome.REFUSED, "not_found":
                is_just = entry.fields.get("customer_id") not in writers
            case Outcome.REFUSED, "already_exists":
                is_just = any(other.op is Op.CREATE and other.device != entry.device for other in others)
            case Outcome.REFUSED, "deleted":
                is_just = any(writer.op is Op.REMOVE for writer in writers[entry.id])
            case Outcome.REFUSED, "group":
                is_just = any(receipts[mate.key].code != "group" for mate in groups[entry.group or ""])
            case _:
                is_just = False
        require("no false refusal", is_kept=is_just, about=(entry, receipt))


def _is_in_the_way(entry: Entry, other: Entry, receipt: Receipt) -> bool:
    if entry.op is Op.REMOVE:
        return receipt.version > entry.base
    shared = entry.fields.keys() & other.fields.keys()
    return any(receipt.version > entry.bases.get(name, entry.base) for name in shared)


def _no_lost_update(
    house: House, entries: list[Entry], receipts: dict[str, Receipt], forgotten: Mapping[str, int]
) -> None:
    """Replay what was accepted, in the server's order: who overwrites unseen leaves a conflict."""
    accepted = sorted(
        (entry for entry in entries if receipts[entry.key].outcome in ACCEPTED and entry.kind in SHARED),
        key=lambda entry: receipts[entry.key].version,
    )
    conflicts = _conflicts_by_cause(house, [receipts[entry.key].version for entry in accepted])
    replay = _Replay(entries, receipts, forgotten)
    for entry in accepted:
        replay.take(entry, conflicts.get(receipts[entry.key].version, {}))
    records = house.ledger.records()
    stored = {record_id: body for (kind, record_id), (_, body) in records.items() if kind in SHARED}
    made = {record_id for kind, record_id in records if kind in SHARED and kind != Kind.CONFLICT}
    created = {entry.id for entry in accepted if entry.op is Op.CREATE}
    require("what is stored is what was accepted", is_kept=made == created - replay.gone)
    for record_id in replay.values.keys() - replay.gone:
        body, wanted = stored[record_id], replay.values[record_id]
        require("the last accepted value stands", is_kept={**body, **wanted} == body, about=(body, wanted))


def _conflicts_by_cause(house: House, versions: list[int]) -> dict[int, dict[str, dict[str, Any]]]:
    """By the version of the change that was merged, and by field: a conflict's version follows its cause's."""
    found: dict[int, dict[str, dict[str, Any]]] = defaultdict(dict)
    for version, body in house.ledger.conflicts():
        cause = max(known for known in versions if known < version)
        found[cause][body["field"]] = body
    return found


class _Replay:
    """The records as the accepted changes and the conflicts say that they must be."""

    def __init__(self, entries: list[Entry], receipts: dict[str, Receipt], forgotten: Mapping[str, int]) -> None:
        self._before: dict[str, set[str]] = {}
        for entry in entries:
            self._before[entry.key] = {*entry.after}.union(*(self._before.get(key, ()) for key in entry.after))
        self._receipts = receipts
        self._forgotten = forgotten
        self._writes: dict[tuple[str, str], list[tuple[Entry, Any]]] = defaultdict(list)
        self.values: dict[str, dict[str, Any]] = defaultdict(dict)
        self.gone: set[str] = set()

    def take(self, entry: Entry, conflicts: dict[str, dict[str, Any]]) -> None:
        receipts = self._receipts
        unsettled = [key for key in entry.after if key in receipts and receipts[key].outcome not in ACCEPTED]
        require("nothing is applied behind what was not", is_kept=not unsettled, about=entry)
        require("nothing is done to what was deleted", is_kept=entry.id not in self.gone, about=entry)
        if entry.op is Op.REMOVE:
            self.gone.add(entry.id)
        stands = [self._write(entry, name, value, conflicts.get(name)) for name, value in entry.fields.items()]
        outcome = Outcome.APPLIED if all(stands) else Outcome.MERGED
        require("merged is where something of mine lost", is_kept=receipts[entry.key].outcome is outcome, about=entry)
        subjects = {conflict["subject_id"] for conflict in conflicts.values()}
        is_kept = subjects <= {entry.id} and conflicts.keys() <= entry.fields.keys()
        require("a conflict speaks of what was written", is_kept=is_kept, about=(entry, conflicts))

    def _write(self, entry: Entry, name: str, value: Any, conflict: dict[str, Any] | None) -> bool:
        """Whether the value stands afterwards."""
        writes, standing = self._writes[entry.id, name], self.values[entry.id].get(name)
        unseen = [(writer, before) for writer, before in writes if self._is_unseen(entry, name, writer)]
        about = (entry, name, standing, conflict, unseen)
        if conflict is not None:
            require("a conflict is about what was not seen", is_kept=bool(unseen) and standing != value, about=about)
            require("it names what both had seen", is_kept=conflict.get("before") == unseen[0][1], about=about)
            wins = conflict.get("kept") == value
            kept = (value, standing) if wins else (standing, value)
            require("it names both", is_kept=(conflict.get("kept"), conflict.get("lost")) == kept, about=about)
            kept_at, lost_at = (datetime.fromisoformat(conflict[name]) for name in ("kept_at", "lost_at"))
            is_ruled = kept_at >= lost_at if conflict["policy"] == "later" else not wins
            require("the policy is followed", is_kept=is_ruled, about=about)
            if not wins:
                return False
        elif standing != value and writes and self._is_unseen(entry, name, writes[-1][0]):
            require("nobody overwrites unseen", is_kept=standing == unseen[0][1], about=about)
        if standing != value:
            writes.append((entry, standing))
            self.values[entry.id][name] = value
        return True

    def _is_unseen(self, entry: Entry, name: str, writer: Entry) -> bool:
        """Whether somebody else wrote this after what the author saw; a creation is seen by whoever changes it.

        What was written on a disk that an older one has replaced is somebody else's. What lay in the outbox of a disk
        that was copied is not, all the way back.
        """
        is_own = writer.device == entry.device and entry.disk < self._forgotten.get(writer.key, entry.disk + 1)
        if writer.op is Op.CREATE or is_own or writer.key in self._before[entry.key]:
            return False
        return self._receipts[writer.key].version > entry.bases.get(name, entry.base)


def _in_order(entries: list[Entry], receipts: dict[str, Receipt]) -> None:
    last: dict[tuple[str, str], int] = {}
    for entry in entries:
        receipt = receipts[entry.key]
        if receipt.outcome in ACCEPTED:
            before = last.get((entry.device, entry.id), 0)
            is_kept = before < receipt.version
            require("one device's changes of one record keep their order", is_kept=is_kept, about=entry)
            last[entry.device, entry.id] = receipt.version


def _no_quarrel_over_news(entries: list[Entry], receipts: dict[str, Receipt]) -> None:
    for entry in entries:
        is_kept = entry.kind not in PERSONAL or receipts[entry.key].outcome is not Outcome.REFUSED
        require("nobody is bothered for having read their news twice", is_kept=is_kept, about=entry)


def _converged(house: House) -> None:
    """What is gone stays only under a change that waits for a person to decide."""
    everything = house.ledger.records()
    truth = {ref: row for ref, row in everything.items() if ref[0] in SHARED}
    for device in house.devices.values():
        undecided = {record_id for (record_id,) in device.all("SELECT id FROM attention")}
        held = {
            ref: row
            for ref, row in device.confirmed().items()
            if ref[0] in SHARED and (ref in truth or ref[1] not in undecided)
        }
        require("every device equals the server", is_kept=held == truth, about=device.name)
        me = device.badge.user_id
        told = {ref: row for ref, row in device.confirmed().items() if ref[0] in PERSONAL}
        mine = {ref: row for ref, row in everything.items() if ref[0] in PERSONAL and row[1]["user_id"] == me}
        require("everybody's devices hold what they were told, and nobody else's", is_kept=told == mine, about=told)
        if not device.keys("attention"):
            shown = {record_id for (record_id,) in device.all("SELECT id FROM lead")}
            leads = {record_id for kind, record_id in truth if kind == Kind.LEAD}
            require("the screen shows what is there", is_kept=shown == leads, about=device.name)
