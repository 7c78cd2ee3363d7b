"""A device that carries attachments, on real files and through a line that faults strike; time is wound, not waited."""

import random
from pathlib import Path

import httpx
import msgspec

from storage.outbox import Draft
from support.clock import FakeClock
from support.inprocess import BASE_URL, InProcessServer
from support.profiles import open_profile
from sync.blobs import Part, is_awaited
from sync.carrier import Carrier
from sync.carrying import carry_once
from sync.engine import Engine
from sync.faults import FaultyTransport, scripted
from sync.http import HttpServer
from sync.http_bytes import HttpBytes
from sync.kinds import Kind
from sync.protocol import Op
from sync.runner import sync_once
from sync.status import Signal

AN_HOUR = 3_600.0


class Hauler:
    """`line` is how the bytes travel; records take a line of their own, on which nothing happens to them."""

    def __init__(self, folder: Path, server: InProcessServer, token: str, clock: FakeClock, seed: int = 1) -> None:
        self.clock = clock
        self.profile = open_profile(folder, clock)
        self.line = FaultyTransport(server.transport, scripted(), clock.advance)
        self.delivered = 0
        records = HttpServer(
            BASE_URL, lambda: token, clock=clock, transport=_Shared(server.transport), may_be_plain=True
        )
        self.port = HttpBytes(BASE_URL, lambda: token, clock=clock, transport=self.line, may_be_plain=True)
        self.engine = Engine(self.profile.store, records, clock, random.Random(seed), lambda _status: None)
        self.carrier = Carrier(
            self.profile.cargo,
            self.port,
            clock,
            random.Random(seed),
            lambda _job: True,
            self._deliver,
            lambda _progress: None,
        )

    def attach(
        self, content: bytes, record_id: str, lead_id: str, preview: bytes | None = None, *, is_new_lead: bool = True
    ) -> None:
        """A lead with an attachment, as the program would save it."""
        kept = self.profile.blobs.keep([content])
        fields = {
            "subject_kind": "lead",
            "subject_id": lead_id,
            "name": "boiler.jpg",
            "sha256": kept.sha256,
            "size": kept.size,
            "media_type": "image/jpeg",
            "taken_at": "2026-03-02T08:00:00Z",
        }
        if preview is not None:
            small = self.profile.blobs.keep([preview])
            fields |= {"preview_sha256": small.sha256, "preview_size": small.size}
        lead = [Draft(Op.CREATE, Kind.LEAD, lead_id, {"name": "Ann"})] if is_new_lead else []
        self.profile.outbox.record(*lead, Draft(Op.CREATE, Kind.ATTACHMENT, record_id, fields))

    def sync(self) -> None:
        self.engine.notice(Signal.USER)
        sync_once(self.engine, self.clock, self.clock.advance, AN_HOUR)

    def carry(self, seconds: float = AN_HOUR) -> None:
        carry_once(self.carrier, self.clock, self.clock.advance, seconds)

    def is_stored(self, record_id: str) -> bool:
        return not self.awaited(record_id)[1]

    def awaited(self, record_id: str) -> tuple[bool, bool]:
        """Whether the server lacks its preview, and itself."""
        self.sync()
        found = self.profile.queries.attachments.get(record_id)
        assert found is not None
        body = msgspec.to_builtins(found.record)
        return is_awaited(body, Part.PREVIEW), is_awaited(body, Part.CONTENT)

    def content(self, record_id: str) -> bytes:
        found = self.profile.queries.attachments.get(record_id)
        assert found is not None
        return self.profile.blobs.read(found.record.sha256, 0, found.record.size)

    def close(self) -> None:
        self.profile.close()

    def _deliver(self) -> None:
        self.delivered += 1


class _Shared(httpx.BaseTransport):
    """Closing one client leaves the server's transport open for the others."""

    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._transport.handle_request(request)
