"""A believable trade company to look at and to play with, the same for the same seed and day.

Everything goes through the door that devices use, in the name of the people who would have entered it.

Over 300 lines: one company, told from its founding to today.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import insert, select

from server_stub import trade
from server_stub.admin import Office
from server_stub.apply import Desk, apply
from server_stub.database import Database
from server_stub.demo_news import known_news
from server_stub.demo_weeks import last_week
from server_stub.ledger import Line
from server_stub.principal import Principal
from server_stub.schema import device, organisation
from server_stub.streams import lock_stream, move_stream
from sync.clock import Clock
from sync.errors import StreamFlowError
from sync.kinds import Kind
from sync.moments import to_ms
from sync.protocol import Mutation, Op, body_hash
from sync.records import Crew, Organisation, User
from sync.terms import Action, BreakKind, Role, Stage, Status

CODE = "northwell"
COMPANY = "Northwell Heating & Plumbing"
PASSWORD = "northwell-demo"  # noqa: S105 a demo's, written in its guide
ZONE = "Europe/London"

# The first of each role is the one to sign in as.
PEOPLE: tuple[tuple[str, Role, str | None], ...] = (
    ("Mara Osei", Role.WORKER, "North"),
    ("Ben Hartley", Role.CREW_LEAD, "North"),
    ("Ruth Calder", Role.OWNER, None),
    ("Imogen Price", Role.OFFICE, None),
    ("Tom Okafor", Role.WORKER, "North"),
    ("Lena Brandt", Role.WORKER, "North"),
    ("Sunil Rao", Role.CREW_LEAD, "South"),
    ("Jack Doyle", Role.WORKER, "South"),
    ("Aisha Khan", Role.WORKER, "South"),
)
_CUSTOMERS, _LEADS, _ORDERS = 140, 180, 150
_FIRST_NUMBER = 1001
_AT_ONCE = 500
_STAGES = (Stage.NEW,) * 4 + (Stage.CONTACTED,) * 3 + (Stage.QUOTED,) * 3 + (Stage.WON, Stage.LOST)

Entry = tuple[Kind, str, dict[str, Any], datetime]


@dataclass(frozen=True)
class SignInHint:
    name: str
    role: str
    organisation: str
    email: str
    password: str


def email_of(name: str) -> str:
    return f"{name.split(maxsplit=1)[0].lower()}@{CODE}.example"


def sign_ins() -> list[SignInHint]:
    return [SignInHint(name, role.value, CODE, email_of(name), PASSWORD) for name, role, _crew in PEOPLE]


def is_there(database: Database) -> bool:
    with database.read() as connection:
        return connection.scalar(select(organisation.c.org).where(organisation.c.code == CODE)) is not None


def furnish(database: Database, clock: Clock, seed: int = 1) -> None:
    """Fill an empty database with the company."""
    Company(database, clock, random.Random(seed)).furnish()


class Company:
    def __init__(self, database: Database, clock: Clock, chance: random.Random) -> None:
        self._database = database
        self._clock = clock
        self._chance = chance
        self._office = Office(database, clock, chance)
        self._zone = ZoneInfo(ZONE)
        self._now = clock.now()
        self._users: dict[str, User] = {}
        self._crews: dict[str, str] = {}
        self._organisation_id = ""

    def furnish(self) -> None:
        self._organisation_id = self._office.create_organisation(
            CODE, first_number=_FIRST_NUMBER, name=COMPANY, time_zone=ZONE, currency="GBP"
        )
        self._hire()
        customers = list(self._customers())
        self._enter("Imogen Price", customers)
        self._enter("Imogen Price", list(self._sites_and_contacts(customers)))
        self._enter("Imogen Price", list(self._leads(customers)))
        orders = list(self._orders(customers))
        self._enter("Imogen Price", orders)
        self._enter("Ben Hartley", list(self._notes(orders)))
        self._enter("Ben Hartley", list(self._parts(orders)))
        for name in ("Mara Osei", "Tom Okafor"):
            punches = list(self._week(name, orders))
            self._enter(name, punches)
            self._hand_in(name, punches)
        for name, user in self._users.items():
            with self._database.read() as connection:
                known = known_news(connection, self._office.number_of(connection, self._organisation_id), user.id)
            read = [(Kind.NOTIFICATION, one, {"is_read": True}, self._now) for one in known]
            self._enter(name, read, Op.CHANGE)

    def _hand_in(self, name: str, punches: Sequence[Entry]) -> None:
        """Their last week, which waits for their crew lead."""
        settings = Organisation(id=self._organisation_id, name=COMPANY, time_zone=ZONE)
        today = self._now.astimezone(self._zone).date()
        fields = last_week(self._users[name].id, punches, today, settings)
        at = self._now - timedelta(days=today.weekday())
        self._enter(name, [(Kind.TIMESHEET, self._office.new_id(), fields, at)])

    def _hire(self) -> None:
        ids = {name: self._office.new_id() for name, _role, _crew in PEOPLE}
        for crew, lead in (("North", "Ben Hartley"), ("South", "Sunil Rao")):
            new = Crew(id=self._office.new_id(), name=f"Crew {crew}", lead_id=ids[lead])
            self._crews[crew] = self._office.add_crew(self._organisation_id, new)
        for name, role, crew_name in PEOPLE:
            crew_id = self._crews[crew_name] if crew_name else None
            user = User(id=ids[name], name=name, role=role, crew_id=crew_id, email=email_of(name))
            self._office.add_user(self._organisation_id, user, PASSWORD)
            self._users[name] = user

    def _enter(self, name: str, entries: Sequence[Entry], op: Op = Op.CREATE) -> None:
        """Write records in this person's name, as their own computer would have."""
        user = self._users[name]
        with self._database.write() as connection:
            who = self._register(connection, user)
            stream = lock_stream(connection, who, who.device_id)
            desk = Desk(connection, self._database.sql, self._office.new_id, who, stream.number, self._now, self._now)
            for start in range(0, len(entries), _AT_ONCE):
                some = entries[start : start + _AT_ONCE]
                lines = [self._line(start + place, entry, op) for place, entry in enumerate(some, 1)]
                refused = [verdict.refusal for verdict in apply(desk, lines).verdicts if verdict.refusal]
                if refused:
                    raise StreamFlowError(f"The demo could not be set up: {refused[0].message} {refused[0].fields}")
            move_stream(connection, who, stream, len(entries), len(entries))

    def _line(self, seq: int, entry: Entry, op: Op) -> Line:
        kind, record_id, fields, at = entry
        key = self._office.new_id()
        mutation = Mutation(key=key, op=op, kind=kind.value, id=record_id, occurred_at=at, fields=fields)
        return Line(key, seq, body_hash(msgspec.json.encode(mutation)), mutation)

    def _register(self, connection: Any, user: User) -> Principal:
        """A computer that nobody holds a token of."""
        org = self._office.number_of(connection, self._organisation_id)
        device_id, at = self._office.new_id(), to_ms(self._now)
        facts = {"org": org, "id": device_id, "user_id": user.id, "name": "Office computer", "created_at": at}
        connection.execute(insert(device).values(**facts, token_hash=b"", is_signed_out=True))
        return Principal(org, self._organisation_id, user.id, user.name, user.role, device_id)

    def _customers(self) -> Iterator[Entry]:
        for place in range(_CUSTOMERS):
            business = trade.BUSINESSES[place] if place < len(trade.BUSINESSES) else None
            yield self._entry(Kind.CUSTOMER, self._contact(business), days_ago=self._chance.randint(30, 900))

    def _sites_and_contacts(self, customers: Sequence[Entry]) -> Iterator[Entry]:
        """Businesses have several doors and somebody to ask for at each."""
        for customer in customers[: len(trade.BUSINESSES)]:
            common: dict[str, Any] = {"subject_kind": Kind.CUSTOMER.value, "subject_id": customer[1]}
            for name, access in self._chance.sample(trade.SITES, 2):
                door = {"name": name, "access": access, "address": self._contact(None)["address"]}
                yield self._entry(Kind.SITE, {**common, **door}, days_ago=20)
            person = {**self._contact(None), "role": self._chance.choice(trade.ROLES)}
            del person["address"]
            yield self._entry(Kind.CONTACT, {**common, **person}, days_ago=20)

    def _leads(self, customers: Sequence[Entry]) -> Iterator[Entry]:
        mine = self._users["Mara Osei"].id
        others = [user.id for user in self._users.values() if user.id != mine]
        for place in range(_LEADS):
            fields: dict[str, Any] = {
                **self._contact(None),
                "need": self._chance.choice(trade.NEEDS),
                "source": self._chance.choice(trade.SOURCES),
                "stage": self._chance.choice(_STAGES).value,
                "assignee_id": mine if place % 4 == 0 else self._chance.choice(others),
            }
            if self._chance.random() < 0.7:
                fields["value"] = {"minor": self._chance.randrange(20, 1200) * 1000, "currency": "GBP"}
            if self._chance.random() < 0.4:
                due = self._now.astimezone(self._zone).date() + timedelta(days=self._chance.randint(-3, 20))
                fields["follow_up_on"] = due.isoformat()
            if self._chance.random() < 0.15:
                fields["customer_id"] = self._chance.choice(customers)[1]
            yield self._entry(Kind.LEAD, fields, days_ago=self._chance.randint(0, 90))

    def _orders(self, customers: Sequence[Entry]) -> Iterator[Entry]:
        """Three jobs a day for Mara around today, and a company's usual spread for everybody else."""
        workers = [user for user in self._users.values() if user.role in (Role.WORKER, Role.CREW_LEAD)]
        mara = self._users["Mara Osei"]
        for day in range(-5, 6):
            for hour, minute in ((9, 30), (13, 0), (15, 30)):
                yield self._order(customers, mara, day, time(hour, minute))
        for _place in range(_ORDERS - 33):
            start = time(self._chance.randint(7, 15), self._chance.choice((0, 30)))
            yield self._order(customers, self._chance.choice(workers[1:]), self._chance.randint(-25, 20), start)

    def _order(self, customers: Sequence[Entry], worker: User, day: int, start: time) -> Entry:
        title, minutes, items = self._chance.choice(trade.JOBS)
        customer = self._chance.choice(customers)
        fields: dict[str, Any] = {
            "title": title,
            "description": self._chance.choice(trade.NEEDS),
            "customer_id": customer[1],
            "address": customer[2]["address"],
            "scheduled_start": _text(self._instant(day, start)),
            "planned_minutes": minutes,
            "crew_id": worker.crew_id,
            "assignee_id": worker.id,
            "status": self._status(day).value,
            "checklist": [trade.item(place, text) for place, text in enumerate(items, 1)],
        }
        if fields["status"] in (Status.COMPLETED, Status.INVOICED):
            fields |= {f"answers.item-{place}": trade.answer(text) for place, text in enumerate(items, 1)}
        if fields["status"] == Status.ON_HOLD:
            fields["hold_reason"] = "Waiting for parts"
        return self._entry(Kind.WORK_ORDER, fields, days_ago=max(0, 12 - day))

    def _status(self, day: int) -> Status:
        if day < -7:
            return self._chance.choice((Status.INVOICED, Status.INVOICED, Status.COMPLETED, Status.CANCELLED))
        if day < 0:
            return self._chance.choice((Status.COMPLETED, Status.COMPLETED, Status.COMPLETED, Status.ON_HOLD))
        return Status.ASSIGNED if day < 8 else self._chance.choice((Status.DRAFT, Status.ASSIGNED))

    def _notes(self, orders: Sequence[Entry]) -> Iterator[Entry]:
        mine = [order for order in orders if order[2]["crew_id"] == self._crews["North"]]
        for order in mine[::2]:
            at = self._now - timedelta(days=self._chance.randint(1, 10), minutes=self._chance.randint(0, 600))
            fields = {
                "subject_kind": Kind.WORK_ORDER.value,
                "subject_id": order[1],
                "text": self._chance.choice(trade.NOTES),
                "written_at": _text(at),
            }
            yield (Kind.NOTE, self._office.new_id(), fields, at)

    def _parts(self, orders: Sequence[Entry]) -> Iterator[Entry]:
        done = (Status.COMPLETED, Status.INVOICED)
        north = [order for order in orders if order[2]["crew_id"] == self._crews["North"]]
        for place, order in enumerate(order for order in north if order[2]["status"] in done):
            name, quantity, unit, price = trade.PARTS[place % len(trade.PARTS)]
            fields: dict[str, Any] = {
                "subject_kind": Kind.WORK_ORDER.value,
                "subject_id": order[1],
                "name": name,
                "quantity": quantity,
                "unit": unit,
                "price": {"minor": price, "currency": "GBP"},
                "used_at": _text(self._now - timedelta(days=1)),
            }
            yield self._entry(Kind.PART, fields, days_ago=1)

    def _week(self, name: str, orders: Sequence[Entry]) -> Iterator[Entry]:
        """This week's shifts up to yesterday, and last week's."""
        user = self._users[name]
        mine = [order for order in orders if order[2]["assignee_id"] == user.id]
        today = self._now.astimezone(self._zone).date()
        for back in range(today.weekday() + 7, 0, -1):
            if (today - timedelta(days=back)).weekday() > 4:
                continue
            day = [order for order in mine if order[2]["scheduled_start"][:10] == str(today - timedelta(days=back))]
            yield from self._shift(user, -back, [order[1] for order in day] or [None])

    def _shift(self, user: User, day: int, jobs: Sequence[str | None]) -> Iterator[Entry]:
        first, last = jobs[0], jobs[-1]
        steps: tuple[tuple[time, Action, str | None, BreakKind | None], ...] = (
            (time(7, 45), Action.CLOCK_IN, None, None),
            (time(7, 50), Action.TRAVEL, first, None),
            (time(8, 20), Action.SWITCH, first, None),
            (time(10, 15), Action.BREAK_START, first, BreakKind.PAID_REST),
            (time(10, 28), Action.BREAK_END, first, None),
            (time(12, 30), Action.BREAK_START, first, BreakKind.UNPAID_MEAL),
            (time(13, 5), Action.BREAK_END, last, None),
            (time(16, 20), Action.CLOCK_OUT, last, None),
        )
        for at, action, job, rest in steps:
            instant = self._instant(day, at) + timedelta(seconds=self._chance.randint(-240, 240))
            fields: dict[str, Any] = {
                "user_id": user.id,
                "by_id": user.id,
                "action": action.value,
                "at": _text(instant),
                "zone": ZONE,
                "utc_offset_minutes": self._offset(instant),
                "evidence": {"monotonic_ms": to_ms(instant) % 10**9},
            }
            fields |= {"work_order_id": job} if job else {}
            fields |= {"break_kind": rest.value} if rest else {}
            yield (Kind.PUNCH, self._office.new_id(), fields, instant)

    def _contact(self, business: str | None) -> dict[str, Any]:
        first, last = self._chance.choice(trade.FIRST), self._chance.choice(trade.LAST)
        number = self._chance.randint(1, 120)
        fields = {
            "name": business or f"{first} {last}",
            "phone": f"020 7946 {self._chance.randint(0, 999):04d}",
            "address": f"{number} {self._chance.choice(trade.STREETS)}",
        }
        if business or self._chance.random() < 0.8:
            fields["email"] = f"{first}.{last}{number}@mail.example".lower()
        return fields

    def _entry(self, kind: Kind, fields: dict[str, Any], days_ago: int) -> Entry:
        at = self._now - timedelta(days=days_ago, minutes=self._chance.randint(0, 500))
        return kind, self._office.new_id(), fields, at

    def _instant(self, days: int, at: time) -> datetime:
        day = self._now.astimezone(self._zone).date() + timedelta(days=days)
        return datetime.combine(day, at, self._zone)

    def _offset(self, instant: datetime) -> int:
        offset = instant.astimezone(self._zone).utcoffset()
        return int(offset.total_seconds() // 60) if offset else 0


def _text(instant: datetime) -> str:
    return instant.astimezone(ZoneInfo("UTC")).isoformat(timespec="milliseconds").replace("+00:00", "Z")
