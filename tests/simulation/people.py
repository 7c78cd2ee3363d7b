"""What people do at their devices: the day's work through the outbox, and now and then what the rules forbid."""

import random
from collections.abc import Callable
from typing import Any

import msgspec

from simulation.device import Device
from simulation.journal import CONFLICT, CUSTOMER, LEAD, NOTE, ORDER, PUNCH
from storage.outbox import Draft, ImportRow
from sync.kinds import Kind
from sync.protocol import Op
from sync.rules import may
from sync.terms import Choice, Status

_LEAD_FIELDS = ("phone", "need", "source", "email", "stage")
_STAGES = ("new", "contacted", "quoted", "won", "lost")


class Person:
    """Somebody at a device. `rough` people also do what their own program would not let them do."""

    def __init__(self, device: Device, chance: random.Random, users: tuple[str, ...], mark: str) -> None:
        self.device = device
        self._chance = chance
        self._users = users
        self._mark = mark
        self._number = 0
        self._acts: dict[Callable[[], object], float] = {
            self.create_lead: 12,
            self.create_customer_and_lead: 6,
            self.create_customer: 3,
            self.create_order: 8,
            self.change_lead: 18,
            self.change_customer: 4,
            self.change_order: 8,
            self.assign_order: 5,
            self.move_order: 8,
            self.add_note: 7,
            self.remove: 5,
            self.restore: 3,
            self.punch: 8,
            self.change_several: 3,
            self.price: 5,
            self.settle_conflict: 8,
            self.import_some: 1,
            self.decide: 8,
            self.undo: 4,
            self.bring_back: 2,
            self.err: 2,
        }

    def act(self) -> None:
        self._chance.choices(list(self._acts), list(self._acts.values()))[0]()

    # Work.

    def create_lead(self) -> None:
        self._save(self._draft(Op.CREATE, LEAD, {"name": self._value(), "phone": self._value()}))

    def create_customer(self) -> None:
        self._save(self._draft(Op.CREATE, CUSTOMER, {"name": self._value()}))

    def create_customer_and_lead(self) -> None:
        """A customer and a lead that refers to it: both or neither."""
        customer = self._draft(Op.CREATE, CUSTOMER, {"name": self._value()})
        lead = self._draft(Op.CREATE, LEAD, {"name": self._value(), "customer_id": customer.id})
        self._save(customer, lead, is_group=True)

    def create_order(self) -> None:
        fields: dict[str, Any] = {"title": self._value()}
        if customer := self._some(CUSTOMER):
            fields["customer_id"] = customer
        if self._chance.random() < 0.6:
            fields |= {"assignee_id": self._chance.choice(self._users), "status": "assigned"}
        self._save(self._draft(Op.CREATE, ORDER, fields))

    def change_lead(self) -> None:
        if lead := self._some(LEAD):
            name = self._chance.choice(_LEAD_FIELDS)
            value = self._chance.choice(_STAGES) if name == "stage" else self._value()
            self._save(self._draft(Op.CHANGE, LEAD, {name: value}, lead))

    def change_customer(self) -> None:
        if customer := self._some(CUSTOMER):
            self._save(self._draft(Op.CHANGE, CUSTOMER, {"address": self._value()}, customer))

    def change_order(self) -> None:
        if order := self._some(ORDER):
            name = self._chance.choice(("description", "address", "answers.meter", "answers.leak"))
            self._save(self._draft(Op.CHANGE, ORDER, {name: self._value()}, order))

    def assign_order(self) -> None:
        if order := self._some(ORDER):
            self._save(self._draft(Op.CHANGE, ORDER, {"assignee_id": self._chance.choice(self._users)}, order))

    def move_order(self) -> None:
        if order := self._some(ORDER):
            status = self._chance.choice(tuple(Status)).value
            self._save(self._draft(Op.CHANGE, ORDER, {"status": status}, order))

    def add_note(self) -> None:
        kind = self._chance.choice((LEAD, ORDER, CUSTOMER))
        if subject := self._some(kind):
            facts = {"subject_kind": kind, "subject_id": subject, "text": self._value(), "written_at": self._now()}
            self._save(self._draft(Op.CREATE, NOTE, facts))

    def remove(self) -> None:
        kind = self._chance.choice((LEAD, LEAD, CUSTOMER, ORDER, NOTE))
        if (one := self._some(kind)) and self._may(Op.REMOVE, kind):
            self._save(self._draft(Op.REMOVE, kind, {}, one))

    def restore(self) -> None:
        """Bring back what was deleted, if this device knows of it."""
        rows = self.device.all("SELECT kind, id FROM confirmed WHERE state = 'deleted' ORDER BY id")
        if rows:
            kind, one = self._chance.choice(rows)
            if self._may(Op.RESTORE, kind):
                self._save(self._draft(Op.RESTORE, kind, {}, one))

    def punch(self) -> None:
        me = self.device.person.id
        facts = {
            "user_id": me,
            "by_id": me,
            "action": self._chance.choice(("clock_in", "clock_out", "break_start", "break_end", "switch")),
            "at": self._now(),
            "zone": "UTC",
            "utc_offset_minutes": 0,
            "evidence": {"monotonic_ms": int(self.device.clock.monotonic() * 1000), "boot_id": self.device.name},
            "note": self._value(),
        }
        if order := self._some(ORDER):
            facts["work_order_id"] = order if self._chance.random() < 0.9 else self.device.new_id()
        self._save(self._draft(Op.CREATE, PUNCH, facts))

    def change_several(self) -> None:
        """Several leads in one step: all or none."""
        leads = {lead for _ in range(3) if (lead := self._some(LEAD))}
        drafts = [self._draft(Op.CHANGE, LEAD, {"need": self._value()}, lead) for lead in sorted(leads)]
        self._save(*drafts, is_group=True)

    def price(self) -> None:
        """Money is never decided by the clock."""
        if lead := self._some(LEAD):
            value = {"minor": self._chance.randint(1, 900), "currency": "GBP"}
            self._save(self._draft(Op.CHANGE, LEAD, {"value": value}, lead))

    def settle_conflict(self) -> None:
        """A person decides, for what stands, for what lost, or for something else; now and then on a decided one."""
        which = "WHERE is_open = 1" if self._chance.random() < 0.9 else ""
        rows = self.device.all(f"SELECT id, body FROM conflict {which} ORDER BY n LIMIT 4")
        if not rows:
            return
        conflict_id, text = self._chance.choice(rows)
        conflict = msgspec.json.decode(text)
        choice = self._chance.choice(tuple(Choice))
        decision = self._draft(Op.CHANGE, CONFLICT, {"choice": choice.value}, conflict_id)
        wanted = conflict.get("lost") if choice is Choice.LOST else self._another(conflict["field"])
        fields = {conflict["field"]: wanted}
        change = self._draft(Op.CHANGE, conflict["subject_kind"], fields, conflict["subject_id"])
        self._save(*([decision] if choice is Choice.KEPT else [change, decision]), is_group=True)

    def _another(self, field: str) -> object:
        match field:
            case "value":
                return {"minor": 1, "currency": "GBP"}
            case "status":
                return "cancelled"
            case "stage":
                return "lost"
            case "assignee_id":
                return self._chance.choice(self._users)
            case _:
                return self._value()

    def import_some(self) -> None:
        """A file with rows, some of which were imported before."""
        rows = []
        for _ in range(self._chance.randint(1, 8)):
            digest = bytes([self._chance.randint(0, 40)])
            rows.append(ImportRow(digest, self._draft(Op.CREATE, LEAD, {"name": self._value()})))
        self.device.decide(lambda profile: profile.outbox.import_rows(rows))

    # Decisions.

    def decide(self) -> None:
        parked = self.device.all("SELECT key, kind, op FROM attention ORDER BY place")
        if not parked:
            return
        key, kind, op = self._chance.choice(parked)
        match self._chance.choice(("retry", "fix", "discard")):
            case "retry":
                self.device.decide(lambda profile: profile.attention.retry(key))
            case "fix" if kind == LEAD and op in (Op.CREATE, Op.CHANGE):
                fields = {"name": self._value()} if op == Op.CREATE else {"source": self._value()}
                self.device.decide(lambda profile: profile.attention.fix(key, fields))
            case _:
                self.device.decide(lambda profile: profile.attention.discard(key))

    def undo(self) -> None:
        waiting = self.device.all("SELECT key FROM outbox WHERE is_withdrawn = 0 ORDER BY seq DESC LIMIT 5")
        if waiting:
            (key,) = self._chance.choice(waiting)
            self.device.decide(lambda profile: profile.attention.undo(key))
            withdrawn = self.device.all("SELECT key FROM outbox WHERE is_withdrawn = 1")
            self.device.journal.undone |= {key for (key,) in withdrawn}

    def bring_back(self) -> None:
        if trash := self.device.all("SELECT key FROM trash ORDER BY place"):
            (key,) = self._chance.choice(trash)
            self.device.decide(lambda profile: profile.attention.restore(key))

    def err(self) -> None:
        """What an older program with a hole in its rules might have let through."""
        if lead := self._some(LEAD):
            fields = self._chance.choice(({"colour": "red"}, {"customer_id": self.device.new_id()}))
            self._save(self._draft(Op.CHANGE, LEAD, fields, lead))

    # Tools.

    def _save(self, *drafts: Draft, is_group: bool = False) -> None:
        self.device.save(*drafts, is_group=is_group)

    def _draft(self, op: Op, kind: str, fields: dict[str, Any], record_id: str | None = None) -> Draft:
        return Draft(op, Kind(kind), record_id or self.device.new_id(), fields)

    def _value(self) -> str:
        """A text that says who wrote it; now and then the same as somebody else's."""
        self._number += 1
        if self._chance.random() < 0.15:
            return f"{self._mark} says the same"
        return f"{self._mark} {self.device.name} {self._number}"

    def _some(self, kind: str) -> str | None:
        """A record that this device shows: one that many know rather than any."""
        rows = self.device.all(f"SELECT id FROM {kind} ORDER BY n LIMIT 6")
        if self._chance.random() < 0.4:
            rows = self.device.all(f"SELECT id FROM {kind} ORDER BY n DESC LIMIT 4")
        return self._chance.choice(rows)[0] if rows else None

    def _may(self, op: Op, kind: str) -> bool:
        return may(self.device.person.role, op, Kind(kind)) or self._chance.random() < 0.05

    def _now(self) -> str:
        return self.device.clock.now().isoformat().replace("+00:00", "Z")
