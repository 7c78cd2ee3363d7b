"""What every released program has written or understood, frozen: wire messages, a profile, and the shapes of it all.

    make freeze        writes the folder of today's schema anew

A folder of a schema that was released is never written again: another shape needs another schema number
(`sync.upcast`) or, for the profile, a step (`storage.steps`).
"""

import hashlib
import json
import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import zstandard
from msgspec import Raw

from storage.outbox import Draft
from storage.steps import STEPS
from support.clock import FakeClock
from support.profiles import applied, change_lead, new_lead, open_profile, page, refused, reply, row
from sync import protocol
from sync.ids import id_maker
from sync.kinds import TYPES, Kind
from sync.protocol import Code, Item, Op, State, encode

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "sync" / "fixtures"
TODAY = FIXTURES / f"schema-{protocol.SCHEMA}"

_INSTANT = "2026-03-02T08:00:00Z"
_WORKER = "0190a000-0000-7000-8000-0000000000aa"
_LEAD, _ORDER, _CUSTOMER = (f"0190a000-0000-7000-8000-00000000000{n}" for n in (1, 2, 3))
_EVIDENCE = {
    "monotonic_ms": 81_000,
    "boot_id": "boot",
    "server_at": _INSTANT,
    "server_offset_ms": 250,
    "offset_age_ms": 9_000,
}
# A whole body of each kind that devices write.
BODIES: dict[Kind, dict[str, Any]] = {
    Kind.CUSTOMER: {"name": "Ann Webb", "phone": "1", "email": "ann@example.test", "address": "1 High Street"},
    Kind.LEAD: {
        "name": "Orchard House",
        "phone": "2",
        "email": "orchard@example.test",
        "need": "New boiler",
        "source": "web",
        "stage": "new",
        "value": {"minor": 180_000, "currency": "GBP"},
        "follow_up_on": "2026-04-01",
        "customer_id": _CUSTOMER,
    },
    Kind.WORK_ORDER: {
        "title": "Boiler service",
        "status": "draft",
        "customer_id": _CUSTOMER,
        "scheduled_start": _INSTANT,
        "planned_minutes": 90,
        "checklist": [{"id": "a", "text": "Gas off", "answer": "check"}],
        "answers.a": True,
    },
    Kind.PUNCH: {
        "user_id": _WORKER,
        "by_id": _WORKER,
        "action": "clock_in",
        "at": _INSTANT,
        "zone": "Europe/London",
        "utc_offset_minutes": 0,
        "evidence": _EVIDENCE,
        "work_order_id": _ORDER,
    },
    Kind.SITE: {
        "subject_kind": "customer",
        "subject_id": _CUSTOMER,
        "name": "Depot",
        "address": "2 Dock Road",
        "access": "Key at the gate",
    },
    Kind.CONTACT: {
        "subject_kind": "customer",
        "subject_id": _CUSTOMER,
        "name": "Jo Webb",
        "role": "Caretaker",
        "phone": "5",
        "email": "jo@example.test",
    },
    Kind.TIMESHEET: {"user_id": _WORKER, "week": "2026-03-02", "digest": "0" * 64, "worked_minutes": 2_400},
    Kind.LOCATION: {
        "user_id": _WORKER,
        "punch_id": _ORDER,
        "at": _INSTANT,
        "latitude": 51.50142,
        "longitude": -0.14189,
        "accuracy_m": 20.0,
    },
    Kind.NOTE: {"subject_kind": "lead", "subject_id": _LEAD, "text": "Ring twice", "written_at": _INSTANT},
    Kind.PART: {
        "subject_kind": "work_order",
        "subject_id": _ORDER,
        "name": "Seal kit",
        "quantity": 1_500,
        "unit": "m",
        "price": {"minor": 1_250, "currency": "GBP"},
        "used_at": _INSTANT,
    },
}


def shapes() -> dict[str, Any]:
    """Everything whose change an older program or an older file could notice."""
    structs = [value for value in vars(protocol).values() if _is_struct(value)]
    described = {struct.__name__: _described(struct) for struct in (*structs, *TYPES.values())}
    return {
        "protocol": protocol.PROTOCOL,
        "schema": protocol.SCHEMA,
        "steps": [hashlib.sha256(step.encode()).hexdigest() for step in STEPS],
        "messages": json.loads(msgspec.json.encode(described, order="deterministic")),
    }


def _described(struct: type[msgspec.Struct]) -> dict[str, Any]:
    try:
        return msgspec.json.schema(struct)
    except TypeError:  # a schema can't speak of frozen bytes inside a message
        return {field.name: str(field.type) for field in msgspec.structs.fields(struct)}


def _is_struct(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, msgspec.Struct) and value.__module__ == protocol.__name__


def mutations() -> list[dict[str, Any]]:
    """One creation of each kind that devices write, then every other operation, and a group; as plain JSON."""
    new_id = id_maker(FakeClock(), random.Random(4))
    ids = {Kind.CUSTOMER: _CUSTOMER, Kind.LEAD: _LEAD, Kind.WORK_ORDER: _ORDER}
    common = {"occurred_at": _INSTANT, "schema": protocol.SCHEMA}
    found = [
        {**common, "key": new_id(), "op": "create", "kind": kind, "id": ids.get(kind) or new_id(), "fields": body}
        for kind, body in BODIES.items()
    ]
    creation = {one["kind"]: one["key"] for one in found}
    change = {**common, "op": "change", "kind": "lead", "id": _LEAD}
    after = [creation[Kind.LEAD]]
    found.append({**change, "key": new_id(), "fields": {"phone": "3"}, "after": after, "bases": {}})
    group = new_id()
    for kind, record_id, fields in ((Kind.CUSTOMER, _CUSTOMER, {"phone": "4"}), (Kind.LEAD, _LEAD, {"stage": "won"})):
        found.append(
            {**change, "key": new_id(), "kind": kind, "id": record_id, "fields": fields, "group": group,
             "after": [creation[kind]]}
        )
    for op in ("remove", "restore"):
        found.append({**change, "key": new_id(), "op": op, "after": [found[-1]["key"]]})
    return found


def messages() -> dict[str, bytes]:
    """Whole messages of the wire by the name of their file."""
    lines = [{"seq": n, "key": one["key"], "mutation": one} for n, one in enumerate(mutations(), start=1)]
    lines.append({"seq": len(lines) + 1, "key": "0190a000-0000-7000-8000-0000000000ff"})
    request = {
        "protocol": protocol.PROTOCOL,
        "stream": "0190a000-0000-7000-8000-0000000000bb",
        "epoch": "",
        "confirmed_seq": 0,
        "sent_at": _INSTANT,
        "mutations": lines,
    }
    rows = [row(_LEAD, 7, **BODIES[Kind.LEAD]), row(_CUSTOMER, 8, "customer", State.DELETED)]
    rows.append(row(_ORDER, 9, "work_order", State.REMOVED))
    first, second = (Item(seq=n, key=lines[n]["key"], mutation=Raw(encode(lines[n]["mutation"]))) for n in (1, 5))
    verdicts = (applied(first, 7), refused(second, Code.CONFLICT, rows[0], phone="5"))
    return {
        "push-request.json": json.dumps(request, indent=1).encode(),
        "push-reply.json": _indented(reply(*verdicts, last_seq=2, version=7)),
        "page.json": _indented(page(rows, "cursor", more=True, version=9)),
    }


def _indented(message: msgspec.Struct) -> bytes:
    return msgspec.json.format(encode(message), indent=1)


def make_profile(folder: Path) -> None:
    """A file with something of everything: confirmed, waiting, sent, parked, held, in the trash."""
    clock = FakeClock(datetime(2026, 3, 2, 8, tzinfo=UTC))
    new_id = id_maker(clock, random.Random(5))
    with open_profile(folder, clock) as profile:
        profile.store.absorb(page([row(_CUSTOMER, 3, "customer", **BODIES[Kind.CUSTOMER])], "3"))
        profile.outbox.record(new_lead(_LEAD, "Orchard House"), change_lead(_LEAD, phone="1"))
        sent, parked = profile.store.next_batch(2, 10**6)
        profile.store.settle(reply(applied(sent, 4), refused(parked), last_seq=2))
        profile.outbox.record(new_lead(new_id(), "Thrown away"))
        clock.advance(60)
        (last,) = profile.queries.sync.waiting(1)
        profile.attention.undo(last.key)
        for kind in (kind for kind in BODIES if kind is not Kind.CUSTOMER and kind is not Kind.LEAD):
            record_id = _ORDER if kind is Kind.WORK_ORDER else new_id()
            profile.outbox.record(Draft(Op.CREATE, kind, record_id, BODIES[kind]))
        clock.advance(timedelta(hours=1).total_seconds())


def write() -> None:
    TODAY.mkdir(parents=True, exist_ok=True)
    for name, content in messages().items():
        (TODAY / name).write_bytes(content + b"\n")
    (TODAY / "shapes.json").write_text(json.dumps(shapes(), indent=1, sort_keys=True) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        make_profile(Path(folder))
        content = (Path(folder) / "profile.db").read_bytes()
    (TODAY / "profile.db.zst").write_bytes(zstandard.ZstdCompressor(level=19).compress(content))


if __name__ == "__main__":
    write()
