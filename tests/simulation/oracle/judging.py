"""When the faults have stopped and all is quiet: every device against the server, and the server's books as a whole."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

import msgspec

from simulation.company import RIVAL
from simulation.device import Device
from simulation.journal import CUSTOMER, FOLLOWING, LEAD, ORDER, PUNCH, VISIBLE, Entry, Journal, read_entry
from simulation.oracle.counting import ACME, Counter, Outcome, read_records
from simulation.oracle.promises import require
from simulation.oracle.scope import Record, Ref, Scope
from simulation.oracle.watching import lay_over
from simulation.server import Server
from support.search_words import misfiled
from sync.kinds import Kind
from sync.records import Organisation, Punch, read
from sync.timekeeping import Activity, compute_entries

_PARKED = ("attention", "trash", "successor")
_ACCEPTED = ("applied", "merged")
_SMALL = 130
NONE, A_SECOND = timedelta(), timedelta(seconds=1)
_json = msgspec.json.Decoder().decode


class Judge:
    def __init__(self, server: Server, journal: Journal, counter: Counter) -> None:
        self._server = server
        self._journal = journal
        self._counter = counter
        self._was_restored = bool(counter.reference.books.floors)
        (self._version,) = server.one("SELECT version FROM organisation WHERE org = ?", ACME)
        rows = server.all("SELECT key, outcome, code, version FROM receipt WHERE org = ?", ACME)
        self._receipts: dict[str, Outcome] = {key: (outcome, code, version) for key, outcome, code, version in rows}

    def judge(self, devices: Iterable[Device], scope: Scope) -> None:
        for device in devices:
            if device.name != RIVAL:
                self._outcomes_agree(device)
                self._holds_its_scope(device, scope)
                self._screen_shows_all(device)
                self.nothing_waits_for_what_is_over(device)
        self.judge_books()

    def judge_books(self) -> None:
        self._groups_are_whole()
        self._numbers_are_given_once()
        self._order_is_kept()
        self._parents_are_there()
        self._time_is_that_of_the_punches()
        self._receipts_are_small()

    def _outcomes_agree(self, device: Device) -> None:
        """A restored server need not remember what it refused; what it accepted is brought back to it."""
        for key, place in device.places().items():
            receipt = self._receipts.get(key)
            if place == "outbox":
                require("all comes to rest by itself", is_kept=False, about=(device.name, key))
            is_accepted = receipt is not None and receipt[0] in _ACCEPTED
            is_known = receipt is not None or self._was_restored
            is_kept = is_accepted if place == "sent" else is_known and not is_accepted
            about = (device.name, self._journal.entries.get(key), place, receipt)
            require("both sides name the same outcome", is_kept=is_kept, about=about)

    def _holds_its_scope(self, device: Device, scope: Scope) -> None:
        """A row comes by its own version, or by that of its entry into the scope, which is a later one."""
        records = read_records(self._server)
        wanted = {ref: records[ref] for ref in scope.of(device.person)}
        undecided = {record_id for (record_id,) in device.all("SELECT id FROM attention")}
        rows = device.all("SELECT kind, id, version, body FROM confirmed WHERE state = 'present'")
        held = {
            (kind, record_id): (version, _json(body))
            for kind, record_id, version, body in rows
            if (kind, record_id) in wanted or record_id not in undecided
        }
        wrong = {ref: (held.get(ref), wanted.get(ref)) for ref in held.keys() ^ wanted.keys()}
        for ref in held.keys() & wanted.keys():
            version, body = held[ref]
            if body != wanted[ref].body or not wanted[ref].version <= version <= self._version:
                wrong[ref] = held[ref], wanted[ref]
        require("a device holds its scope", is_kept=not wrong, about=(device.name, wrong))

    def _screen_shows_all(self, device: Device) -> None:
        pending: dict[Ref, list[Entry]] = defaultdict(list)
        for (frozen,) in device.all("SELECT frozen FROM attention ORDER BY place"):
            entry = read_entry("", "", bytes(frozen))
            pending[entry.kind, entry.id].append(entry)
        for kind in VISIBLE:
            rows = device.all("SELECT state, id, body FROM confirmed WHERE kind = ?", kind)
            bodies = {record_id: _json(body) for state, record_id, body in rows if state == "present"}
            buried = {record_id: _json(body) for state, record_id, body in rows if state == "deleted"}
            ids = bodies.keys() | {record_id for of_kind, record_id in pending if of_kind == kind}
            laid = {rid: lay_over(kind, bodies.get(rid), pending.get((kind, rid), []), buried.get(rid)) for rid in ids}
            wanted = {record_id: body for record_id, body in laid.items() if body is not None}
            shown = {record_id: _json(body) for record_id, body in device.all(f"SELECT id, body FROM {kind}")}
            require("the screen shows the projection", is_kept=shown == wanted, about=(device.name, kind))
        wrong = misfiled(device.reader)
        require("a search finds what shows", is_kept=not wrong, about=(device.name, wrong))

    def nothing_waits_for_what_is_over(self, device: Device) -> None:
        waiting = device.all(
            "SELECT key, cause FROM attention WHERE outcome = 'held' AND cause NOT IN (SELECT key FROM attention)"
            " AND cause IN (SELECT key FROM successor UNION ALL SELECT key FROM trash)"
        )
        require("what waited is released", is_kept=not waiting, about=(device.name, waiting))

    def _numbers_are_given_once(self) -> None:
        records = read_records(self._server)
        numbers = [record.body["number"] for (kind, _), record in records.items() if kind == ORDER]
        require("a number is given once", is_kept=len(numbers) == len(set(numbers)), about=sorted(numbers))

    def _groups_are_whole(self) -> None:
        groups: dict[str, set[bool]] = defaultdict(set)
        for entry in self._journal.entries.values():
            if entry.group is not None and entry.key in self._receipts:
                groups[entry.group].add(self._receipts[entry.key][0] in _ACCEPTED)
        torn = [group for group, outcomes in groups.items() if len(outcomes) > 1]
        require("a group stands or falls together", is_kept=not torn, about=torn)

    def _order_is_kept(self) -> None:
        last: dict[tuple[str, str], int] = {}
        for entry in self._journal.entries.values():
            outcome, _, version = self._receipts.get(entry.key, ("", None, 0))
            if outcome in _ACCEPTED:
                before = last.get((entry.device, entry.id), 0)
                require("one device's changes keep their order", is_kept=before < version, about=entry)
                last[entry.device, entry.id] = version

    def _parents_are_there(self) -> None:
        records = read_records(self._server)
        for (kind, _), record in records.items():
            is_kept = _parents(kind, record) <= records.keys()
            require("no child without its parent", is_kept=is_kept, about=(kind, record))

    def _time_is_that_of_the_punches(self) -> None:
        """Reckoned from all punches at once; the server looks at no more than a push may have altered."""
        records = read_records(self._server)
        punches: dict[str, list[Punch]] = defaultdict(list)
        for (kind, record_id), record in records.items():
            if kind == PUNCH:
                punches[record.body["user_id"]].append(read(Punch, record_id, record.version, record.body))
        (settings,) = (
            read(Organisation, record_id, one.version, one.body)
            for (kind, record_id), one in records.items()
            if kind == Kind.ORGANISATION
        )
        spent: dict[tuple[str, str], timedelta] = defaultdict(timedelta)
        for user_id, own in punches.items():
            for entry in compute_entries(own, settings):
                if entry.work_order_id and entry.end and entry.kind is not Activity.UNPAID_MEAL:
                    spent[entry.work_order_id, user_id] += entry.end - entry.start
        spent = {whose: time - time % timedelta(seconds=1) for whose, time in spent.items()}
        for (kind, order), record in records.items():
            if kind == ORDER and not record.is_deleted:
                told = {one["user_id"]: timedelta(seconds=one["seconds"]) for one in record.body.get("time_spent", [])}
                reckoned = {user: time for (worked_on, user), time in spent.items() if worked_on == order and time}
                about = (order, told, reckoned)
                users = told.keys() | reckoned.keys()
                gaps = [abs(told.get(user, NONE) - reckoned.get(user, NONE)) for user in users]
                is_kept = all(gap <= A_SECOND for gap in gaps)  # each stint is cut to whole milliseconds
                require("the time on a job is that of its punches", is_kept=is_kept, about=about)

    def _receipts_are_small(self) -> None:
        kept = self._server.all(
            "SELECT r.key FROM receipt AS r JOIN stream AS s ON s.org = r.org AND s.number = r.stream"
            " WHERE r.seq <= s.confirmed_seq AND r.detail IS NOT NULL"
        )
        require("confirmed verdicts are forgotten", is_kept=not kept, about=kept)
        size = self._server.one(
            "SELECT coalesce(max(length(key) + length(hash) + length(outcome) + coalesce(length(code), 0) + 24), 0)"
            " FROM receipt WHERE detail IS NULL"
        )[0]
        require("a receipt is small", is_kept=size <= _SMALL, about=size)


def _parents(kind: str, record: Record) -> set[Ref]:
    body = record.body
    if kind in FOLLOWING:
        return {(body["subject_kind"], body["subject_id"])}
    pointing = ((CUSTOMER, body.get("customer_id")), (LEAD, body.get("merged_into")))
    return {(target, one) for target, one in pointing if kind in (ORDER, LEAD) and one is not None}
