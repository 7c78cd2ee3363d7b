"""Attachments' bytes: behind their record, whole, once, never gone before the server has them, and with all who ask."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from simulation.company import RIVAL
from simulation.journal import ATTACHMENT, Journal
from simulation.oracle.promises import require
from sync.faults import Exchange
from sync.protocol import Op

if TYPE_CHECKING:
    from simulation.device import Device
    from simulation.oracle.counting import Counter
    from simulation.server import Server

ACME = 1
_PREFIXES = ("", "preview_")
"""Of the fields that speak of the picture itself, and of its preview."""
_UNDONE_BY = {f"attachment.{prefix}stored": f"attachment.{prefix}missing" for prefix in _PREFIXES}
_json = msgspec.json.Decoder().decode


def check_sent_behind_its_record(device: "Device", exchange: Exchange) -> None:
    """As far as the device knows; somebody else may have deleted it since."""
    if exchange.method == "POST":
        record_id = exchange.path.split("/")[3]
        known = device.all("SELECT 1 FROM confirmed WHERE (kind, id, state) = (?, ?, 'present')", ATTACHMENT, record_id)
        require("bytes go behind their record", is_kept=bool(known), about=(device.name, exchange.path))


def check_is_whole(server: "Server", body: Mapping[str, Any]) -> None:
    for prefix in _PREFIXES:
        if body.get(f"{prefix}stored_at"):
            sizes = [len(content) for content in _stored(server, body[f"{prefix}sha256"])]
            require("what is stored is whole", is_kept=sizes == [body[f"{prefix}size"]], about=(body, sizes))


def _stored(server: "Server", sha256: str) -> list[bytes]:
    """What the store has under this name, if it is what it is called."""
    contents = [path.read_bytes() for path in server.files.glob(f"*/{sha256[:2]}/{sha256}")]
    return [content for content in contents if hashlib.sha256(content).hexdigest() == sha256]


class BytesWatch:
    """After whatever a device has done: what was attached there is there."""

    def __init__(self, device: "Device", journal: Journal, counter: "Counter") -> None:
        self._device = device
        self._journal = journal
        self._counter = counter

    def look(self) -> None:
        device = self._device
        for key in device.known:
            entry = self._journal[key]
            if (entry.kind, entry.op) == (ATTACHMENT, Op.CREATE) and "preview_sha256" in entry.fields:
                for prefix in _PREFIXES:
                    is_over = device.is_aged or (entry.id, f"{prefix}stored_at") in self._counter.ever_stored
                    is_kept = is_over or device.profile.blobs.has(entry.fields[f"{prefix}sha256"])
                    require("a file stays until the server has it", is_kept=is_kept, about=(device.name, entry))


class Bytes:
    """When all is quiet."""

    def __init__(self, server: "Server", counter: "Counter") -> None:
        self._server = server
        self._counter = counter
        rows = server.all("SELECT id, body FROM record WHERE (org, kind, state) = (?, ?, 'present')", ACME, ATTACHMENT)
        self._bodies: dict[str, dict[str, Any]] = {record_id: _json(body) for record_id, body in rows}

    def judge(self, devices: Iterable["Device"]) -> None:
        for body in self._bodies.values():
            check_is_whole(self._server, body)
        for device in devices:
            if device.name != RIVAL:
                self._has_brought_all(device)
                self._has_fetched_all(device)
        self.judge_books()

    def judge_books(self) -> None:
        times = "sum(CASE name WHEN ? THEN 1 WHEN ? THEN -1 ELSE 0 END)"
        for names in _UNDONE_BY.items():
            sql = f"SELECT id, {times} AS times FROM event WHERE org = ? GROUP BY id HAVING times > 1"
            again = self._server.all(sql, *names, ACME)
            require("bytes are taken once", is_kept=not again, about=again)
        sums = "SELECT coalesce(sum(size), 0) FROM upload AS u WHERE u.org = o.org"
        rows = self._server.all(f"SELECT awaited, ({sums}) FROM organisation AS o")
        require("room is counted right", is_kept=all(kept == total for kept, total in rows), about=rows)

    def _has_brought_all(self, device: "Device") -> None:
        """What a restored server lacks, and a person has not decided on, is with the device alone."""
        held = device.all("SELECT id FROM confirmed WHERE (kind, state) = (?, 'present')", ATTACHMENT)
        for body in (self._bodies[record_id] for (record_id,) in held if record_id in self._bodies):
            for prefix in _PREFIXES:
                has_it = device.profile.blobs.has(body.get(f"{prefix}sha256") or "none")
                is_kept = bool(body.get(f"{prefix}stored_at")) or not has_it
                require("what was attached arrives", is_kept=is_kept, about=(device.name, body))

    def _has_fetched_all(self, device: "Device") -> None:
        """All previews, and the pictures that somebody wants to see."""
        wanted = {record_id for (record_id,) in device.all("SELECT attachment_id FROM wanted")}
        for (record_id,) in device.all("SELECT id FROM attachment"):
            if record_id in self._bodies:
                self._is_there(device, self._bodies[record_id], "preview_")
            if record_id in self._bodies and record_id in wanted:
                self._is_there(device, self._bodies[record_id], "")

    def _is_there(self, device: "Device", body: Mapping[str, Any], prefix: str) -> None:
        if body.get(f"{prefix}stored_at"):
            about = (device.name, body, prefix)
            file = device.profile.blobs.path(body[f"{prefix}sha256"])
            require("what is asked for is fetched", is_kept=file.is_file(), about=about)
            require("what is stored is whole", is_kept=_hash(file) == file.name, about=about)


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
