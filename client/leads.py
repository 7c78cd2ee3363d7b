"""Leads: enter, find, change, and make a customer and a work order out of one."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from client.csv_import import LeadImport
from client.desk import Desk, differing, gone, plain_fields
from client.items import Items
from client.lead_merge import LeadMerge
from client.lookalikes import LookalikeDesk
from client.notes import NoteBook
from client.people import People
from client.said import ON_SITE
from client.views import Duplicate, LeadDetail, LeadLine
from storage.outbox import Draft
from storage.queries.filters import LeadFilter, LeadOrder
from storage.queries.leads import Leads
from storage.queries.lookalikes import Lookalikes
from storage.queries.marks import Marked
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.records import Lead, body_of, read
from sync.rules import field_problems, may
from sync.terms import Stage, Status


class LeadDesk:
    def __init__(
        self, desk: Desk, leads: Leads, lookalikes: Lookalikes, people: People, notes: NoteBook, items: Items
    ) -> None:
        self._desk = desk
        self._leads = leads
        self._people = people
        self._notes = notes
        self._items = items
        self._lookalikes = LookalikeDesk(lookalikes)
        self.merging = LeadMerge(desk, leads)

    def list(
        self,
        query: str = "",
        stage: Stage | None = None,
        source: str | None = None,
        *,
        sort: str = "name",
        is_due: bool = False,
        offset: int = 0,
        limit: int = 200,
    ) -> tuple[LeadLine, ...]:
        """`sort` is "name", "newest" or "due"; a search lists the newest first. `is_due`: to be followed up by now."""
        wanted = LeadFilter(query, stage, source, order=LeadOrder(sort), due_by=self._today() if is_due else None)
        return tuple(_line(found) for found in self._leads.page(wanted, limit, offset))

    def count(
        self, query: str = "", stage: Stage | None = None, source: str | None = None, *, is_due: bool = False
    ) -> int:
        return self._leads.count(LeadFilter(query, stage, source, due_by=self._today() if is_due else None))

    def follow_ups(self, limit: int = 5) -> tuple[LeadLine, ...]:
        """Whom I was to call by today, the longest due first; and whom nobody in particular was to."""
        return tuple(_line(found) for found in self._leads.follow_ups(self._desk.profile.user_id, self._today(), limit))

    def count_follow_ups(self) -> int:
        return self._leads.count_follow_ups(self._desk.profile.user_id, self._today())

    def of_customer(self, customer_id: str) -> tuple[LeadLine, ...]:
        return tuple(_line(found) for found in self._leads.of_customer(customer_id, 200))

    def sources(self) -> tuple[str, ...]:
        return self._leads.sources()

    def line(self, lead_id: str) -> LeadLine | None:
        found = self._leads.get(lead_id)
        return _line(found) if found else None

    def get(self, lead_id: str) -> LeadDetail | None:
        found = self._leads.get(lead_id)
        if found is None:
            return None
        return LeadDetail(
            lead=found.record,
            mark=found.mark,
            notes=self._notes.of(lead_id),
            assignee=self._people.name(found.record.assignee_id),
            saved_at=self._items.saved_at(lead_id),
            problem=self._items.problem_of(lead_id),
            merged=self._leads.merged(lead_id),
        )

    def duplicates(
        self, phone: str = "", email: str = "", name: str = "", address: str = "", *, besides: str | None = None
    ) -> tuple[Duplicate, ...]:
        """Who on this device has the same phone number or e-mail address, or a name and an address much like these.

        `besides` is the lead that is looked at: neither it nor the customer that it became is somebody else.
        """
        found = self._lookalikes.of(phone, email, name, address, besides)
        lead = self._leads.get(besides) if besides else None
        return tuple(one for one in found if lead is None or one.id != lead.record.customer_id)

    def problems(self, fields: Mapping[str, Any], *, is_new: bool = True) -> tuple[Problem, ...]:
        """What is wrong with a form as it stands."""
        return tuple(field_problems(Kind.LEAD, Op.CREATE if is_new else Op.CHANGE, plain_fields(fields)))

    def create(self, fields: Mapping[str, Any]) -> str:
        return self._desk.create(Kind.LEAD, fields)

    def capture(self, name: str, phone: str, *, on_a_job: bool = False) -> str:
        """A lead caught in passing; who is at work says where it came from by that."""
        fields = {"name": name, "phone": phone, "source": ON_SITE if on_a_job else ""}
        return self.create({field: text for field, text in fields.items() if text.strip()})

    def change(self, lead_id: str, fields: Mapping[str, Any]) -> None:
        """Save what differs from the lead as it is shown; nothing, where nothing does."""
        self._desk.change(Kind.LEAD, self._lead(lead_id), fields)

    def remove(self, lead_id: str) -> None:
        self._desk.save(self._desk.draft(Op.REMOVE, Kind.LEAD, lead_id, {}))

    def may_remove(self) -> bool:
        return may(self._desk.profile.role, Op.REMOVE, Kind.LEAD)

    def add_note(self, lead_id: str, text: str) -> str:
        return self._notes.add(Kind.LEAD, lead_id, text)

    def convert(
        self,
        lead_id: str,
        title: str = "",
        scheduled_start: datetime | None = None,
        *,
        typed: Mapping[str, Any] | None = None,
        customer_id: str | None = None,
    ) -> tuple[str, str]:
        """A lead becomes a customer and a work order, all or nothing; the answer names both.

        `typed` is what was changed on the lead and is saved along; `customer_id` is a customer who is here already.
        """
        if problems := self.problems(typed or {}, is_new=False):
            raise InvalidInput(*problems)
        before = self._lead(lead_id)
        lead = read(Lead, lead_id, before.version, {**body_of(before), **plain_fields(typed or {})})
        customer = None if customer_id else self._customer_of(lead)
        customer_id = customer_id or (customer.id if customer else str(lead.customer_id))
        order = self._order_of(lead, customer_id, title, scheduled_start)
        fields = differing(body_of(before), {**(typed or {}), "stage": Stage.WON, "customer_id": customer_id})
        change = self._desk.draft(Op.CHANGE, Kind.LEAD, lead_id, fields) if fields else None
        self._desk.save(*(draft for draft in (customer, order, change) if draft), is_group=True)
        return customer_id, order.id

    def start_import(self) -> LeadImport:
        currency = self._people.organisation().currency
        may_delete = self.may_remove()
        return LeadImport(self._desk.file, self._desk.new_id, currency, self._known_as, may_delete=may_delete)

    def _today(self) -> date:
        return self._desk.local(self._desk.clock.now()).date()

    def _known_as(self, phone: str, email: str) -> str | None:
        found = self.duplicates(phone, email) if phone or email else ()
        return found[0].because if found else None

    def _lead(self, lead_id: str) -> Lead:
        found = self._leads.get(lead_id)
        if found is None:
            raise gone(translate("leads", "This lead is not on this device any more."))
        return found.record

    def _customer_of(self, lead: Lead) -> Draft | None:
        if lead.customer_id is not None:
            return None
        fields = {"name": lead.name, "phone": lead.phone, "email": lead.email, "address": lead.address}
        return self._desk.draft(Op.CREATE, Kind.CUSTOMER, self._desk.new_id(), fields)

    def _order_of(self, lead: Lead, customer_id: str, title: str, scheduled_start: datetime | None) -> Draft:
        fields: dict[str, Any] = {
            "title": title or _first_line(lead.need) or lead.name,
            "description": lead.need,
            "customer_id": customer_id,
            "address": lead.address,
            "status": Status.ASSIGNED,
            "assignee_id": lead.assignee_id or self._desk.profile.user_id,
        }
        if scheduled_start is not None:
            fields["scheduled_start"] = scheduled_start
        return self._desk.draft(Op.CREATE, Kind.WORK_ORDER, self._desk.new_id(), fields)


def _line(found: Marked[Lead]) -> LeadLine:
    lead = found.record
    return LeadLine(
        id=lead.id,
        name=lead.name,
        phone=lead.phone,
        email=lead.email,
        address=lead.address,
        stage=lead.stage,
        source=lead.source,
        value=lead.value,
        follow_up_on=lead.follow_up_on,
        mark=found.mark,
    )


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:200] if text.strip() else ""
