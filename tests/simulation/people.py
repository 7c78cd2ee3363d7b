"""What people do at their devices: the day's work through the outbox, and now and then what the rules forbid.

Over 300 lines: one method for each thing that people do.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec

from simulation.device import Device
from simulation.files import picture
from simulation.journal import ATTACHMENT, CONFLICT, CONTACT, CUSTOMER, LEAD, NEWS, NOTE, ORDER, PART, PUNCH, SITE, WEEK
from storage.blobs import Kept
from storage.outbox import Draft, ImportRow
from sync.kinds import Kind
from sync.protocol import Op
from sync.rules import may
from sync.terms import Choice, Status

_LEAD_FIELDS = ("phone", "need", "source", "email", "stage")
_STAGES = ("new", "contacted", "quoted", "won", "lost")
_WEEKS = ("2026-02-23", "2026-03-02")
_REMOVABLE = (LEAD, LEAD, CUSTOMER, ORDER, NOTE, PART, ATTACHMENT, SITE, CONTACT)

T = TypeVar("T")


class Person:
    """Somebody at a device. `rough` people also do what their own program would not let them do."""

    def __init__(
        self,
        device: Device,
        chance: random.Random,
        users: tuple[str, ...],
        mark: str,
        *,
        converts: bool,
        attaches: bool,
    ) -> None:
        self.device = device
        self._chance = chance
        self._users = users
        self._mark = mark
        self._number = 0
        self._is_on = False
        self._at_hand: dict[str, str] = {}
        self._aim = chance
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
            self.merge_leads: 2,
            self.assign_lead: 2,
            self.plan_order: 2,
            self.add_to_customer: 2,
            self.add_to_order: 3,
            self.change_detail: 4,
            self.correct_time: 2,
            self.hand_in_week: 2,
            self.decide_week: 3,
            self.go_through_news: 3,
        }
        self._acts_on: dict[str, tuple[Callable[[], object], ...]] = {
            LEAD: (self.change_lead, self.change_lead, self.price, self.price, self.merge_leads, self.remove),
            CUSTOMER: (self.change_customer, self.change_customer, self.remove, self.add_to_customer),
            ORDER: (self.change_order, self.assign_order, self.move_order, self.plan_order, self.remove),
            CONFLICT: (self.settle_conflict,),
            WEEK: (self.decide_week,),
        }
        if converts:
            self._acts[self.convert_lead] = 8
            self._acts_on[LEAD] += (self.convert_lead, self.convert_lead)
        if attaches:
            self._acts |= {self.attach_picture: 14, self.look_at_picture: 8}

    def act(self) -> None:
        self._chance.choices(list(self._acts), list(self._acts.values()))[0]()

    def pick(self) -> tuple[str, str] | None:
        """Something that others may be at as well."""
        kind = self._chance.choice((LEAD, LEAD, CUSTOMER, ORDER, ORDER, CONFLICT, WEEK))
        one = self._some(kind)
        return None if one is None else (kind, one)

    def act_on(self, kind: str, record_id: str, aim: int) -> None:
        """What they do with it, and with which field, follows from the aim: who has the same one does the same."""
        if self.device.all(f"SELECT 1 FROM {kind} WHERE id = ?", record_id):
            self._at_hand, self._aim = {kind: record_id}, random.Random(aim)
            self._which(self._acts_on[kind])()
            self._at_hand, self._aim = {}, self._chance

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
            name = self._which(_LEAD_FIELDS)
            value = self._chance.choice(_STAGES) if name == "stage" else self._value()
            self._save(self._draft(Op.CHANGE, LEAD, {name: value}, lead))

    def change_customer(self) -> None:
        if customer := self._some(CUSTOMER):
            self._save(self._draft(Op.CHANGE, CUSTOMER, {"address": self._value()}, customer))

    def change_order(self) -> None:
        if order := self._some(ORDER):
            name = self._which(("description", "address", "answers.meter", "answers.leak"))
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
        kind = self._chance.choice(tuple(self._at_hand) or _REMOVABLE)
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
        """Mostly what comes next: who is on the clock goes off it, or on to another job."""
        facts = self._punched(self.device.person.id)
        self._is_on, was_on = not self._is_on, self._is_on
        if self._chance.random() < 0.3:
            facts["action"] = self._chance.choice(("break_start", "break_end", "switch"))
        else:
            facts["action"] = "clock_out" if was_on else "clock_in"
        if order := self._some(ORDER):
            facts["work_order_id"] = order if self._chance.random() < 0.9 else self.device.new_id()
        self._save(self._draft(Op.CREATE, PUNCH, facts))

    def _punched(self, user_id: str) -> dict[str, Any]:
        return {
            "user_id": user_id,
            "by_id": self.device.person.id,
            "at": self._now(),
            "zone": "UTC",
            "utc_offset_minutes": 0,
            "evidence": {"monotonic_ms": int(self.device.clock.monotonic() * 1000), "boot_id": self.device.name},
            "note": self._value(),
        }

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
        if at_hand := self._at_hand.get(CONFLICT):
            rows = self.device.all("SELECT id, body FROM conflict WHERE id = ?", at_hand)
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
            case "price":
                return {"minor": 1, "currency": "GBP"}
            case "scheduled_start":
                return self._now()
            case "planned_minutes" | "quantity":
                return 45
            case "merged_into":
                return None
            case "assignee_id":
                return self._chance.choice(self._users)
            case _:
                return self._value()

    def merge_leads(self) -> None:
        """One stays behind the other, which takes over what was known; or stands by itself again."""
        one, other = self._some(LEAD), self._some(LEAD, apart=True)
        if one is None or other is None:
            return
        if self._chance.random() < 0.3:
            self._save(self._draft(Op.CHANGE, LEAD, {"merged_into": None}, one))
            return
        takes_over = self._draft(Op.CHANGE, LEAD, {"phone": self._value()}, other)
        self._save(takes_over, self._draft(Op.CHANGE, LEAD, {"merged_into": other}, one), is_group=True)

    def convert_lead(self) -> None:
        """To a job, and to a customer where it has none yet: all or nothing."""
        if lead := self._some(LEAD):
            (text,) = self.device.one("SELECT body FROM lead WHERE id = ?", lead)
            customer_id = msgspec.json.decode(text).get("customer_id")
            drafts = [] if customer_id else [self._draft(Op.CREATE, CUSTOMER, {"name": self._value()})]
            known = {"customer_id": customer_id or drafts[0].id}
            drafts.append(self._draft(Op.CREATE, ORDER, {"title": self._value(), **known}))
            drafts.append(self._draft(Op.CHANGE, LEAD, {"stage": "won", **({} if customer_id else known)}, lead))
            self._save(*drafts, is_group=True)

    def assign_lead(self) -> None:
        if lead := self._some(LEAD):
            self._save(self._draft(Op.CHANGE, LEAD, {"assignee_id": self._chance.choice(self._users)}, lead))

    def plan_order(self) -> None:
        if order := self._some(ORDER):
            plan: dict[str, Any] = {"scheduled_start": self._now(), "planned_minutes": self._chance.randint(1, 900)}
            name = self._which(tuple(plan))
            self._save(self._draft(Op.CHANGE, ORDER, {name: plan[name]}, order))

    def add_to_customer(self) -> None:
        """A place to work at, or somebody to talk to."""
        if customer := self._some(CUSTOMER):
            facts = {"subject_kind": CUSTOMER, "subject_id": customer, "name": self._value()}
            self._save(self._draft(Op.CREATE, self._chance.choice((SITE, CONTACT)), facts))

    def add_to_order(self) -> None:
        """Something that was used up, or a picture that nobody has the bytes of."""
        if order := self._some(ORDER):
            facts: dict[str, Any] = {"subject_kind": ORDER, "subject_id": order, "name": self._value()}
            if self._chance.random() < 0.5:
                self._save(self._draft(Op.CREATE, PART, {**facts, "quantity": 1_000, "used_at": self._now()}))
                return
            facts |= {"sha256": f"{self._number:064x}", "size": 1, "media_type": "image/jpeg", "taken_at": self._now()}
            self._save(self._draft(Op.CREATE, ATTACHMENT, facts))

    def attach_picture(self) -> None:
        kind = self._chance.choice((LEAD, ORDER))
        if subject := self._some(kind):
            facts = {"subject_kind": kind, "subject_id": subject, "name": self._value(), "media_type": "image/jpeg"}
            content, preview = picture(self._chance, self._mark), [self._value().encode()]

            def describe(kept: Kept, small: Kept) -> Draft:
                named = {"sha256": kept.sha256, "size": kept.size, "taken_at": self._now()}
                previewed = {"preview_sha256": small.sha256, "preview_size": small.size}
                return self._draft(Op.CREATE, ATTACHMENT, {**facts, **named, **previewed})

            self.device.attach(content, preview, describe)

    def look_at_picture(self) -> None:
        if one := self._some(ATTACHMENT):
            self.device.decide(lambda profile: profile.cargo.want(one, self.device.clock.now()))

    def change_detail(self) -> None:
        """Of what hangs on another record."""
        money = {"minor": self._chance.randint(1, 900), "currency": "GBP"}
        fields: dict[str, tuple[dict[str, Any], ...]] = {
            SITE: ({"access": self._value()},),
            CONTACT: ({"phone": self._value()},),
            PART: ({"quantity": self._chance.randint(1, 9)}, {"price": money}),
            ATTACHMENT: ({"name": self._value()},),
        }
        kind = self._chance.choice(tuple(fields))
        if one := self._some(kind):
            self._save(self._draft(Op.CHANGE, kind, self._chance.choice(fields[kind]), one))

    def correct_time(self) -> None:
        """One's own, or that of somebody who is led."""
        rows = self.device.all("SELECT id, user_id FROM punch WHERE target_id IS NULL ORDER BY n DESC LIMIT 5")
        if rows:
            target, user_id = self._chance.choice(rows)
            facts = {**self._punched(user_id), "target_id": target, "reason": self._value(), "action": "void"}
            if self._chance.random() < 0.6:
                facts |= {"action": "amend", "amended_at": self._now()}
            self._save(self._draft(Op.CREATE, PUNCH, facts))

    def hand_in_week(self) -> None:
        whose = self.device.person.id if self._chance.random() < 0.9 else self._chance.choice(self._users)
        facts = {"user_id": whose, "week": self._chance.choice(_WEEKS), "digest": f"{self._number:064x}"}
        self._save(self._draft(Op.CREATE, WEEK, {**facts, "worked_minutes": self._chance.randint(1, 900)}))

    def decide_week(self) -> None:
        """Or hand it in once more."""
        if week := self._some(WEEK):
            facts = {"status": self._chance.choice(("approved", "returned", "submitted")), "digest": "0" * 64}
            self._save(self._draft(Op.CHANGE, WEEK, {**facts, "comment": self._value()}, week))

    def go_through_news(self) -> None:
        if one := self._some(NEWS):
            is_read = self._chance.random() < 0.7
            fields = {"is_read": True} if is_read else {}
            self._save(self._draft(Op.CHANGE if is_read else Op.REMOVE, NEWS, fields, one))

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

    def _which(self, options: Sequence[T]) -> T:
        return self._aim.choice(options)

    def _value(self) -> str:
        """A text that says who wrote it; now and then the same as somebody else's."""
        self._number += 1
        if self._chance.random() < 0.15:
            return f"{self._mark} says the same"
        return f"{self._mark} {self.device.name} {self._number}"

    def _some(self, kind: str, *, apart: bool = False) -> str | None:
        """A record that this device shows: the one at hand, unless that is meant to be left apart; else one that many
        know rather than any."""
        if kind in self._at_hand and not apart:
            return self._at_hand[kind]
        rows = self.device.all(f"SELECT id FROM {kind} ORDER BY n LIMIT 6")
        if self._chance.random() < 0.4:
            rows = self.device.all(f"SELECT id FROM {kind} ORDER BY n DESC LIMIT 4")
        return self._chance.choice(rows)[0] if rows else None

    def _may(self, op: Op, kind: str) -> bool:
        return may(self.device.person.role, op, Kind(kind)) or self._chance.random() < 0.05

    def _now(self) -> str:
        return self.device.clock.now().isoformat().replace("+00:00", "Z")
