"""A device as the server sees it: a token, a stream, and JSON over HTTP. No engine, no store."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import httpx
from msgspec import Raw

from support.inprocess import PASSWORD
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import (
    MEDIA_TYPE,
    PROTOCOL,
    PROTOCOL_HEADER,
    Code,
    Item,
    Mutation,
    Op,
    Outcome,
    Page,
    PushReply,
    PushRequest,
    Row,
    SignedIn,
    SignIn,
    State,
    Trouble,
    Verdict,
    decode,
    encode,
)

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def sign_in(http: httpx.Client, organisation: str, email: str, password: str = PASSWORD) -> httpx.Response:
    body = encode(SignIn(organisation=organisation, email=email, password=password, device="test"))
    return http.post("/v1/sign-in", content=body, headers={"Content-Type": MEDIA_TYPE})


def token_of(http: httpx.Client, organisation: str, email: str) -> str:
    reply = sign_in(http, organisation, email)
    assert reply.status_code == 200, reply.text
    return decode(reply.content, SignedIn).token


class WireDevice:
    def __init__(self, http: httpx.Client, token: str, new_id: NewId, user_id: str = "") -> None:
        self.http = http
        self.token = token
        self.new_id = new_id
        self.user_id = user_id
        self.stream = new_id()
        self.seq = 0
        self.epoch = ""
        self.confirmed_seq = 0
        self.cursor = ""
        self.sent_at = NOW
        self.monotonic_ms = 0
        self.boot_id = ""
        self.held: dict[tuple[str, str], Row] = {}

    @property
    def headers(self) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": MEDIA_TYPE,
            PROTOCOL_HEADER: str(PROTOCOL),
        }

    def mutation(self, op: Op, kind: Kind, record_id: str | None = None, **values: Any) -> Mutation:
        values.setdefault("occurred_at", NOW)
        values.setdefault("key", self.new_id())
        return Mutation(op=op, kind=kind, id=record_id or self.new_id(), **values)

    def create(self, kind: Kind, record_id: str | None = None, /, after: Iterable[str] = (), **fields: Any) -> Mutation:
        return self.mutation(Op.CREATE, kind, record_id, fields=fields, after=tuple(after))

    def lead(self, name: str = "Ann Webb", **fields: Any) -> Mutation:
        return self.create(Kind.LEAD, name=name, **fields)

    def order(self, title: str = "Boiler service", **fields: Any) -> Mutation:
        return self.create(Kind.WORK_ORDER, title=title, **fields)

    def punch(self, action: str = "clock_in", **fields: Any) -> Mutation:
        given = {
            "user_id": self.user_id,
            "by_id": self.user_id,
            "action": action,
            "at": "2026-11-20T08:00:00Z",
            "zone": "UTC",
            "utc_offset_minutes": 0,
            "evidence": {"monotonic_ms": 1},
        }
        return self.create(Kind.PUNCH, **{**given, **fields})

    def location(self, punch_id: str, **fields: Any) -> Mutation:
        """Where they were when they punched."""
        where = {"at": "2026-11-20T08:00:02Z", "latitude": 51.50142, "longitude": -0.14189, "accuracy_m": 20.0}
        return self.create(Kind.LOCATION, **{"user_id": self.user_id, "punch_id": punch_id, **where, **fields})

    def week(self, user_id: str = "", week: str = "2026-11-16", **fields: Any) -> Mutation:
        """A week of theirs, handed in."""
        given = {"user_id": user_id or self.user_id, "week": week, "digest": "0" * 64}
        return self.create(Kind.TIMESHEET, **{**given, **fields})

    def change(self, record_id: str, kind: Kind, base: int, /, **fields: Any) -> Mutation:
        return self.mutation(Op.CHANGE, kind, record_id, base=base, fields=fields)

    def items(self, *mutations: Mutation) -> list[Item]:
        """The next lines of this device's stream."""
        items = [
            Item(seq=self.seq + place, key=mutation.key, mutation=Raw(encode(mutation)))
            for place, mutation in enumerate(mutations, 1)
        ]
        self.seq += len(items)
        return items

    def withdrawal(self, key: str) -> Item:
        self.seq += 1
        return Item(seq=self.seq, key=key)

    def request(self, items: list[Item]) -> PushRequest:
        return PushRequest(
            protocol=PROTOCOL,
            stream=self.stream,
            epoch=self.epoch,
            confirmed_seq=self.confirmed_seq,
            sent_at=self.sent_at,
            mutations=items,
            monotonic_ms=self.monotonic_ms,
            boot_id=self.boot_id,
        )

    def send(self, items: list[Item]) -> httpx.Response:
        return self.post("/v1/sync/push", encode(self.request(items)))

    def deliver(self, items: list[Item]) -> PushReply:
        reply = self.send(items)
        assert reply.status_code == 200, reply.text
        return decode(reply.content, PushReply)

    def push(self, *mutations: Mutation) -> list[Verdict]:
        return self.deliver(self.items(*mutations)).verdicts

    def apply(self, mutation: Mutation) -> Verdict:
        verdict = self.push(mutation)[0]
        assert verdict.outcome == "applied", verdict
        return verdict

    def page(self, cursor: str, limit: int | None = None) -> Page:
        reply = self.get("/v1/sync/pull", cursor=cursor, **({} if limit is None else {"limit": limit}))
        assert reply.status_code == 200, reply.text
        return decode(reply.content, Page)

    def pull(self, limit: int | None = None) -> list[Row]:
        """Pull to the end and keep what a device would keep; returns the rows that came."""
        rows: list[Row] = []
        while True:
            page = self.page(self.cursor, limit)
            self.cursor = page.cursor
            rows += page.rows
            for row in page.rows:
                known = self.held.get((row.kind, row.id))
                if known is None or known.state is State.REMOVED or row.version >= known.version:
                    self.held[row.kind, row.id] = row
            if not page.more:
                return rows

    def bodies(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What this device shows: present rows alone."""
        return {ref: row.body for ref, row in self.held.items() if row.state is State.PRESENT}

    def holds(self, record_id: str) -> bool:
        return any(ref[1] == record_id for ref in self.bodies())

    def get(self, path: str, **query: Any) -> httpx.Response:
        return self.http.get(path, params=query, headers=self.headers)

    def post(self, path: str, content: bytes, **headers: str) -> httpx.Response:
        return self.http.post(path, content=content, headers={**self.headers, **headers})


def trouble_of(reply: httpx.Response) -> Trouble:
    """The refusal's body, which every answer that is not 2xx has."""
    assert reply.headers[PROTOCOL_HEADER] == str(PROTOCOL)
    return decode(reply.content, Trouble)


def refusal(verdict: Verdict) -> Code:
    assert verdict.outcome is Outcome.REFUSED, verdict
    assert verdict.refusal is not None
    return verdict.refusal.code
