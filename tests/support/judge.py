"""The end of a day, looked at from outside: the journal, the server's own file and the devices' files side by side.

Nothing of the product is asked or imported; all files are read with bare SQLite. What is found is named, not raised.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from support.journal import Entry

ACCEPTED = frozenset({"applied", "merged"})
Ref = tuple[str, str]
_MADE = "('conflict', 'notification')"
_FOR_ONE_PERSON = "notification"


@dataclass
class Findings:
    """What is wrong, each kind by its name; all empty when every promise was kept."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    disagreeing: list[str] = field(default_factory=list)
    miscounted: list[str] = field(default_factory=list)
    diverged: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        return {name for name, found in vars(self).items() if found}


class Receipt(NamedTuple):
    outcome: str
    code: str
    version: int


@dataclass(frozen=True)
class Counts:
    """`made` are the server's own records, what merges kept and what people are told: each with a version, an event
    and an audit record of its own."""

    version: int
    events: int
    audits: int
    made: int


def read(file: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=20)) as connection:
        return connection.execute(sql, values).fetchall()


class Books:
    """The server's file, with one organisation in it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def counts(self) -> Counts:
        """What streams have written: who signs in or is locked out takes a version, too."""
        counts = "(SELECT count(*) FROM event WHERE stream <> 0), (SELECT count(*) FROM audit WHERE stream <> 0)"
        made = f"(SELECT count(*) FROM record WHERE kind IN {_MADE})"
        others = "(SELECT count(*) FROM event WHERE stream = 0)"
        sql = f"SELECT (SELECT max(version) FROM organisation) - {others}, {counts}, {made}"
        return Counts(*read(self.file, sql)[0])

    def version(self) -> int:
        return int(read(self.file, "SELECT max(version) FROM organisation")[0][0])

    def receipts(self) -> dict[str, Receipt]:
        sql = "SELECT key, outcome, coalesce(code, ''), version FROM receipt"
        return {key: Receipt(outcome, code, version) for key, outcome, code, version in read(self.file, sql)}

    def records(self) -> dict[Ref, tuple[int, dict[str, Any]]]:
        sql = "SELECT kind, id, version, body FROM record WHERE state = 'present'"
        return {(kind, rid): (version, json.loads(body)) for kind, rid, version, body in read(self.file, sql)}

    def effects(self) -> dict[str, list[int]]:
        """Every text that a field has or had, with the versions of the changes that wrote it."""
        found: dict[str, list[int]] = defaultdict(list)
        history: dict[Ref, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        sql = "SELECT kind, id, version, before FROM audit WHERE version > 0 AND before IS NOT NULL ORDER BY version"
        for kind, record_id, version, before in read(self.file, sql):
            history[kind, record_id].append((version, json.loads(before)))
        sql = f"SELECT kind, id, created_version, body FROM record WHERE kind NOT IN {_MADE}"
        for kind, record_id, created, body in read(self.file, sql):
            last: dict[str, int] = {}
            for version, before in history[kind, record_id]:
                for name, value in before.items():
                    _note(found, value, last.get(name, created))
                    last[name] = version
            for name, value in json.loads(body).items():
                _note(found, value, last.get(name, created))
        return found

    def lost(self) -> set[str]:
        """The texts that a merge has kept beside the record instead of in it."""
        bodies = [json.loads(body) for (body,) in read(self.file, "SELECT body FROM record WHERE kind = 'conflict'")]
        return {body["lost"] for body in bodies if isinstance(body.get("lost"), str)}


class DeviceFile:
    """A device's file, read beside whoever has it open."""

    def __init__(self, folder: Path, *, sees_all: bool = True) -> None:
        self.name = folder.name
        self.sees_all = sees_all
        self._file = folder / "profile.db"

    def keys(self, table: str) -> list[str]:
        return [key for (key,) in read(self._file, f"SELECT key FROM {table}")]

    def parked(self) -> dict[str, tuple[str, str]]:
        rows = read(self._file, "SELECT key, outcome, coalesce(code, '') FROM attention")
        return {key: (outcome, code) for key, outcome, code in rows}

    def marks(self) -> dict[str, str]:
        """Every mutation that is still known here: its bytes by its key."""
        queries = [f"SELECT key, frozen FROM {table}" for table in ("outbox", "sent", "attention", "trash")]
        return {key: frozen.decode() for sql in queries for key, frozen in read(self._file, sql)}

    def successors(self) -> dict[str, str]:
        """Which mutation took the place of which, when a person or the program tried again."""
        return dict(read(self._file, "SELECT key, next_key FROM successor"))

    def confirmed(self) -> dict[Ref, tuple[int, dict[str, Any]]]:
        sql = "SELECT kind, id, version, body FROM confirmed WHERE state = 'present'"
        return {(kind, rid): (version, json.loads(body)) for kind, rid, version, body in read(self._file, sql)}


def judge(
    books: Books,
    devices: Sequence[DeviceFile],
    entries: Iterable[Entry],
    before: Counts,
    forgotten: Iterable[str] = (),
) -> Findings:
    """Hold all against each other, when all is quiet. `forgotten` are marks that died with an older disk image."""
    findings = Findings()
    due = [entry for entry in entries if entry.mark not in set(forgotten)]
    receipts, effects = books.receipts(), books.effects()
    known = {key: text for device in devices for key, text in device.marks().items()}
    parked = {key for device in devices for key in device.parked()}
    trashed = {key for device in devices for key in device.keys("trash")}
    next_keys = {key: after for device in devices for key, after in device.successors().items()}
    set_aside, lost = parked | trashed, books.lost()
    for entry in due:
        last = replace(entry, key=_last(entry.key, next_keys))
        kept = {*set_aside, *receipts} if entry.mark in lost else set_aside
        _judge_entry(findings, last, receipts, effects.get(entry.mark, []), known, kept)
    _judge_order(findings, [entry for entry in due if entry.key not in next_keys], effects)
    for device in devices:
        _judge_outcomes(findings, device, receipts)
        _judge_rows(findings, device, books)
    _judge_counts(findings, books, receipts, before)
    strangers = receipts.keys() - known.keys() - {entry.key for entry in due}
    findings.doubled += [f"a receipt that no device knows of: {key}" for key in strangers]
    return findings


def _last(key: str | None, next_keys: dict[str, str]) -> str | None:
    while key in next_keys:
        key = next_keys[key]
    return key


def _judge_entry(
    findings: Findings,
    entry: Entry,
    receipts: dict[str, Receipt],
    versions: list[int],
    known: dict[str, str],
    set_aside: set[str],
) -> None:
    """An acknowledged change is there once; one that was cut off is there once or not at all, on both sides."""
    keys = {entry.key} if entry.key else {key for key, text in known.items() if f'"{entry.mark}"' in text}
    if len(keys) > 1 or len(versions) > 1:
        findings.doubled.append(f"{entry}: keys {keys}, versions {versions}")
        return
    key = next(iter(keys), None)
    if key is None:
        if versions:
            findings.doubled.append(f"{entry} was never saved, but has been applied")
        return
    receipt = receipts.get(key)
    is_applied = receipt is not None and receipt.outcome in ACCEPTED
    is_merged = receipt is not None and receipt.outcome == "merged"
    if not versions and ((is_applied and not is_merged) or key not in set_aside):
        findings.lost.append(f"{entry}: {receipt}")
    elif versions and not is_applied:
        findings.disagreeing.append(f"{entry} has an effect, but the receipt says {receipt}")
    elif versions and receipt is not None and receipt.version != versions[0]:
        findings.miscounted.append(f"{entry}: written at {versions[0]}, receipt says {receipt.version}")


def _judge_order(findings: Findings, entries: Iterable[Entry], effects: dict[str, list[int]]) -> None:
    """One device's changes got their versions in the order in which they were made."""
    last: dict[str, int] = {}
    for entry in entries:
        for version in effects.get(entry.mark, [])[:1]:
            if version <= last.get(entry.device, 0):
                findings.out_of_order.append(f"{entry} at {version}, the one before at {last[entry.device]}")
            last[entry.device] = version


def _judge_outcomes(findings: Findings, device: DeviceFile, receipts: dict[str, Receipt]) -> None:
    findings.stuck += [f"{device.name}: {key}" for key in device.keys("outbox")]
    for key in device.keys("sent"):
        receipt = receipts.get(key)
        if receipt is None or receipt.outcome not in ACCEPTED:
            findings.disagreeing.append(f"{device.name} calls {key} sent, the server says {receipt}")
    for key, said in device.parked().items():
        receipt = receipts.get(key)
        if receipt is None or (said != (receipt.outcome, receipt.code) and not _is_fenced(said, receipt)):
            findings.disagreeing.append(f"{device.name} was told {said} of {key}, the server says {receipt}")


def _is_fenced(said: tuple[str, str], receipt: Receipt) -> bool:
    """The device itself took back what no server would take, too large or poisonous, and the server was told so."""
    return receipt.outcome == "withdrawn" and said in (("refused", "invalid"), ("refused", "internal"))


def _judge_rows(findings: Findings, device: DeviceFile, books: Books) -> None:
    truth, held = books.records(), device.confirmed()
    wrong = {ref for ref, row in held.items() if truth.get(ref) != row}
    wanted = {ref for ref in truth if ref[0] != _FOR_ONE_PERSON}
    missing = wanted - held.keys() if device.sees_all else set()
    findings.diverged += [f"{device.name}: {held.get(ref)} is {truth.get(ref)}" for ref in sorted(wrong | missing)]


def _judge_counts(findings: Findings, books: Books, receipts: dict[str, Receipt], before: Counts) -> None:
    versions = Counter(receipt.version for receipt in receipts.values() if receipt.outcome in ACCEPTED)
    now = books.counts()
    kept = now.made - before.made
    accepted = versions.total() + kept
    if any(count > 1 for count in versions.values()):
        findings.miscounted.append(f"shared versions: {versions.most_common(3)}")
    for name, moved, wanted in (
        ("version", now.version - before.version, accepted),
        ("events", now.events - before.events, accepted),
        ("audit records", now.audits - before.audits, len(receipts) + kept),
    ):
        if moved != wanted:
            findings.miscounted.append(f"{name}: {moved} for {wanted}")


def _note(found: dict[str, list[int]], value: Any, version: int) -> None:
    if isinstance(value, str) and value.startswith("mark "):
        found[value].append(version)
