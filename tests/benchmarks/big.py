"""A large company on one device: what somebody's window has to carry on a bad day, without a server to be asked."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.leads import leads
from benchmarks.secret import PASSPHRASE
from client.home import Home
from client.passphrase import Cost, PassphraseFile
from client.profile import Profile, Profiles
from storage.profile import Profile as OpenFile
from support.profiles import page, row
from sync.clock import SystemClock
from sync.ids import id_maker
from sync.kinds import Kind
from sync.protocol import Row
from sync.terms import Role, Status

LEADS, CUSTOMERS, ORDERS, ENTRIES = 100_000, 5_000, 20_000, 50_000
_AT_ONCE = 2_000
_STAGES = ("new", "new", "contacted", "quoted", "won", "lost")
_JOBS = ("Boiler service", "Radiator leak", "New fuse board", "Roof over the kitchen", "Blocked drain")
_SHIFT = (("clock_in", 8), ("break_start", 12), ("break_end", 13), ("clock_out", 17))
_ENTRIES_OF_A_SHIFT = len(_SHIFT) - 1
# Nobody waits for a passphrase here.
_QUICK = Cost(memory_kib=64, iterations=1, lanes=1)


def found_big_company(folder: Path) -> Home:
    """A home in which the owner of the large company is signed in, to a server that is not there."""
    home, clock = Home.at(folder), SystemClock()
    new_id = id_maker(clock, random.Random(5))
    profile = Profile(
        server_url="http://127.0.0.1:9",
        code="big",
        organisation_id=new_id(),
        organisation="Big and Sons",
        user_id=new_id(),
        name="Robin Carver",
        email="robin@big.test",
        role=Role.OWNER,
        device_id=new_id(),
        signed_in_at=clock.now(),
    )
    Profiles(home).enter(profile)
    PassphraseFile(home.secrets_file, PASSPHRASE, _QUICK).write(profile.name_of_secret, "a token")
    with OpenFile(profile.folder(home), clock, new_id) as file:
        rows = _Company(profile, clock.now()).rows()
        version = 0
        while some := list(islice(rows, _AT_ONCE)):
            version += len(some)
            file.store.absorb(page(some, f"{version}", version=version))
    return home


class _Company:
    def __init__(self, profile: Profile, now: datetime) -> None:
        self._profile = profile
        self._now = now
        self._chance = random.Random(3)
        self._new_id = id_maker(SystemClock(), self._chance)
        self._version = 0

    def rows(self) -> Iterator[Row]:
        me = self._profile
        yield self._row(Kind.ORGANISATION, me.organisation_id, {"name": me.organisation, "time_zone": "UTC"})
        workers = [me.user_id, *(self._new_id() for _ in range(19))]
        for number, user_id in enumerate(workers):
            name = f"Worker {number}" if number else me.name
            yield self._row(Kind.USER, user_id, {"name": name, "role": me.role})
        customers = [self._new_id() for _ in range(CUSTOMERS)]
        for customer_id, draft in zip(customers, leads(CUSTOMERS, seed=2), strict=True):
            fields = {name: draft.fields[name] for name in ("name", "phone", "email", "address")}
            yield self._row(Kind.CUSTOMER, customer_id, fields)
        yield from self._leads(workers)
        orders = [self._new_id() for _ in range(ORDERS)]
        for order_id in orders:
            yield self._row(Kind.WORK_ORDER, order_id, self._order(workers, customers))
        yield from self._punches(workers, orders)

    def _leads(self, workers: list[str]) -> Iterator[Row]:
        today = self._now.date()
        for number, draft in enumerate(leads(LEADS)):
            who, stage = self._chance.choice(workers), self._chance.choice(_STAGES)
            fields = {**draft.fields, "stage": stage, "assignee_id": who}
            if number % 10 == 0:
                fields["follow_up_on"] = (today + timedelta(days=number % 60 - 5)).isoformat()
            yield self._row(Kind.LEAD, draft.id, fields)

    def _order(self, workers: list[str], customers: list[str]) -> dict[str, Any]:
        return {
            "title": self._chance.choice(_JOBS),
            "number": self._version,
            "customer_id": self._chance.choice(customers),
            "assignee_id": self._chance.choice(workers),
            "status": self._chance.choice(list(Status)).value,
            "scheduled_start": _text(self._now + timedelta(hours=self._chance.randrange(-4_000, 400))),
            "planned_minutes": 90,
            "address": f"{self._chance.randrange(200)} Mill Lane",
        }

    def _punches(self, workers: list[str], orders: list[str]) -> Iterator[Row]:
        midnight = self._now.replace(hour=0, minute=0, second=0, microsecond=0)
        for shift in range(ENTRIES // _ENTRIES_OF_A_SHIFT):
            day = midnight - timedelta(days=1 + shift // len(workers))
            for action, hour in _SHIFT:
                fields = {
                    "user_id": workers[shift % len(workers)],
                    "by_id": workers[shift % len(workers)],
                    "action": action,
                    "at": _text(day + timedelta(hours=hour)),
                    "zone": "UTC",
                    "utc_offset_minutes": 0,
                    "evidence": {"monotonic_ms": 1},
                }
                if action in ("clock_in", "break_end"):
                    fields["work_order_id"] = self._chance.choice(orders)
                if action == "break_start":
                    fields["break_kind"] = "unpaid_meal"
                yield self._row(Kind.PUNCH, self._new_id(), fields)

    def _row(self, kind: Kind, record_id: str, body: dict[str, Any]) -> Row:
        self._version += 1
        return row(record_id, self._version, kind.value, **body)


def _text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
