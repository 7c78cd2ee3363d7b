"""Work orders: find one, move it on, tick its checklist, hand it to somebody.

Over 300 lines: one desk for one kind of record; what it asks is in the queries, what it allows in the rules.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, timedelta
from enum import StrEnum
from typing import Any

from msgspec import structs

from client.checklists import changed_items
from client.desk import Desk, differing, gone, plain_fields
from client.items import Items
from client.job_time import time_by_person
from client.notes import NoteBook
from client.people import People
from client.sentences import number_of
from client.views import CheckLine, Missing, PersonTime, PlanChange, WorkOrderDetail, WorkOrderLine
from storage.plan_changes import Plan, look
from storage.queries import work_orders as stored
from storage.queries.attachments import Attachments
from storage.queries.filters import WorkOrderFilter
from sync.checklists import answer_problems, is_answered
from sync.errors import InvalidInput, Problem
from sync.ids import is_id
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.records import ANSWER, CheckItem, WorkOrder, body_of
from sync.rules import Answer, field_problems, may, may_become, next_statuses, transition_problems
from sync.terms import OFFICE, AnswerKind, Purpose, Status
from sync.timekeeping import day_of, day_starts, week_days


class Whose(StrEnum):
    ALL = "all"
    MINE = "mine"
    CREW = "crew"


NOT_DONE = frozenset({Status.DRAFT, Status.ASSIGNED, Status.EN_ROUTE, Status.IN_PROGRESS, Status.ON_HOLD})
HANDED_OUT = NOT_DONE - {Status.DRAFT}
UNDER_WAY = frozenset({Status.EN_ROUTE, Status.IN_PROGRESS})


class WorkOrderDesk:
    def __init__(
        self,
        desk: Desk,
        orders: stored.WorkOrders,
        attachments: Attachments,
        people: People,
        notes: NoteBook,
        items: Items,
    ) -> None:
        self._desk = desk
        self._orders = orders
        self._attachments = attachments
        self._people = people
        self._notes = notes
        self._items = items

    def list(
        self,
        query: str = "",
        statuses: Iterable[Status] = (),
        *,
        whose: Whose = Whose.ALL,
        late: bool = False,
        day: date | None = None,
        offset: int = 0,
        limit: int = 200,
    ) -> tuple[WorkOrderLine, ...]:
        """By scheduled start, those without one last."""
        wanted = self._filter(query, statuses, whose=whose, late=late, day=day)
        return self._lines(self._orders.page(wanted, limit, offset))

    def count(
        self,
        query: str = "",
        statuses: Iterable[Status] = (),
        *,
        whose: Whose = Whose.ALL,
        late: bool = False,
        day: date | None = None,
    ) -> int:
        wanted = self._filter(query, statuses, whose=whose, late=late, day=day)
        return self._orders.count(wanted)

    def today(self) -> tuple[WorkOrderLine, ...]:
        """Mine and my crew's: what is scheduled for today, and what is under way."""
        me = self._people.me()
        settings = self._people.organisation()
        today = day_of(self._desk.clock.now(), settings)
        begins, ends = (day_starts(day, settings) for day in (today, today + timedelta(days=1)))
        return self._lines(self._orders.of_a_day(me.id, me.crew_id, begins, ends, UNDER_WAY))

    def of_customer(self, customer_id: str) -> tuple[WorkOrderLine, ...]:
        """By scheduled start, those without one last."""
        return self._lines(self._orders.of_customer(customer_id, 200))

    def count_mine(self) -> int:
        """What waits for me: handed to me, and neither done nor cancelled."""
        return self._orders.count_of(self._desk.profile.user_id, HANDED_OUT)

    def is_known(self, order_id: str) -> bool:
        return self._orders.get(order_id) is not None

    def get(self, order_id: str) -> WorkOrderDetail | None:
        now = self._desk.clock.now()
        detail = self._orders.detail(order_id)
        if detail is None:
            return None
        spent = time_by_person(detail, self._people.organisation(), now)
        mine = spent.pop(self._desk.profile.user_id, timedelta())
        others = sorted(spent.items(), key=lambda one: (-one[1], one[0]))
        checklist = tuple(self._check_line(item, detail.answers.get(item.id)) for item in detail.order.checklist)
        line = stored.WorkOrderLine(detail.order, detail.mark, detail.customer, detail.plan_before)
        return WorkOrderDetail(
            work_order=detail.order,
            line=self._lines([line])[0],
            customer=detail.customer,
            next_statuses=next_statuses(detail.order.status, self._desk.profile.role),
            checklist=checklist,
            missing=self._missing(detail, checklist),
            notes=self._notes.lines(detail.notes),
            my_time=mine,
            others_time=tuple(PersonTime(self._people.name(user_id), time) for user_id, time in others),
            saved_at=self._items.saved_at(order_id),
            problem=self._items.problem_of(order_id),
            crew=next((crew.name for crew in self._people.crews() if crew.id == detail.order.crew_id), ""),
            may_plan=detail.order.status in NOT_DONE,
        )

    def label(self, order_id: str | None) -> str:
        """ "WO-1042 · Boiler service", or nothing where this device doesn't hold it."""
        found = self._orders.get(order_id) if order_id else None
        return f"{number_of(found.record.number)} · {found.record.title}" if found else ""

    def find(self, text: str) -> str:
        """The id of the work order that a person means: by number, id or words of its title."""
        plain = text.strip().removeprefix("#").upper().removeprefix("WO-")
        if plain.isascii() and plain.isdigit():
            numbered = self._orders.by_number(int(plain))
            if numbered is not None:
                return numbered.record.id
        if is_id(text) and self._orders.get(text) is not None:
            return text
        found = self._orders.page(WorkOrderFilter(words=text), 2) if text.strip() else ()
        if len(found) == 1:
            return found[0].order.id
        message = (
            translate("work_orders", "There are several work orders like {text}.").format(text=text)
            if found
            else translate("work_orders", "There is no work order {text} here.").format(text=text)
        )
        raise InvalidInput(Problem("work_order", "not_found", message))

    def problems(self, fields: Mapping[str, Any], *, is_new: bool = True) -> tuple[Problem, ...]:
        return tuple(field_problems(Kind.WORK_ORDER, Op.CREATE if is_new else Op.CHANGE, plain_fields(fields)))

    def set_status(self, order_id: str, status: Status, hold_reason: str = "") -> None:
        """Raises `InvalidInput` where the work order can't go there from where it is."""
        fields: dict[str, Any] = {"status": status}
        if hold_reason or status is not Status.ON_HOLD:
            fields["hold_reason"] = hold_reason
        self.change(order_id, fields)

    def answer(self, order_id: str, item_id: str, value: Answer) -> None:
        if item_id not in {item.id for item in self._order(order_id).checklist}:
            raise InvalidInput(
                Problem("checklist", "not_found", translate("work_orders", "This is not on the checklist any more."))
            )
        self.change(order_id, {f"{ANSWER}{item_id}": value})

    def change_checklist(self, order_id: str, items: Sequence[Mapping[str, Any]]) -> None:
        """See `changed_items`; what was answered stays with its item."""
        order = self._order(order_id)
        self.change(order_id, {"checklist": changed_items(order.checklist, items, self._desk.new_id)})

    def look(self, order_id: str) -> None:
        """The person sees the plan as it is now."""
        look(self._desk.file.database, order_id)

    def create(self, fields: Mapping[str, Any]) -> str:
        return self._desk.create(Kind.WORK_ORDER, fields)

    def usual_assignee(self) -> str:
        """Whose a new one is unless somebody else is named: who works in the field makes it for themselves."""
        return "" if self._desk.profile.role in OFFICE else self._desk.profile.user_id

    def plan_new(self, fields: Mapping[str, Any]) -> str:
        """Handed out at once where it is somebody's."""
        return self.create({**fields, **_handing_out(Status.DRAFT, fields)})

    def plan(self, order_id: str, fields: Mapping[str, Any]) -> None:
        """A draft that becomes somebody's is handed out by that, and what is nobody's any more is a draft again."""
        order = self._order(order_id)
        whose = {"assignee_id": order.assignee_id, "crew_id": order.crew_id, **fields}
        self.change(order_id, {**fields, **_handing_out(order.status, whose)})

    def change(self, order_id: str, fields: Mapping[str, Any]) -> None:
        """Save what differs from the work order as it is shown; nothing, where nothing does."""
        order = self._order(order_id)
        before = body_of(order) | self._answers(order_id)
        changed = differing(before, fields)
        problems = transition_problems(Kind.WORK_ORDER, before, changed, self._desk.profile.role)
        problems += answer_problems(order.checklist, changed)
        if problems:
            raise InvalidInput(*problems)
        if changed:
            self._desk.save(self._desk.draft(Op.CHANGE, Kind.WORK_ORDER, order_id, changed))

    def may_become(self, line: WorkOrderLine, status: Status) -> bool:
        return may_become(line.status, status, self._desk.profile.role)

    def may_move(self, line: WorkOrderLine) -> bool:
        """What is done or called off keeps its day."""
        return line.scheduled_start is not None and line.status in NOT_DONE

    def plan_for(self, order_id: str, day: date) -> None:
        """Another day at the same time of day."""
        start = self._order(order_id).scheduled_start
        if start is None:
            raise InvalidInput(
                Problem(
                    "scheduled_start", "required", translate("work_orders", "This work order has no time of day yet.")
                )
            )
        moved = self._desk.local(start).replace(year=day.year, month=day.month, day=day.day)
        self.change(order_id, {"scheduled_start": moved.astimezone(UTC)})

    def week(self, of: date | None = None, starts_on: int | None = None) -> tuple[date, ...]:
        """The seven days around a day, from `starts_on` (0 = Monday), else from the one on which the organisation's
        week begins; this week's without a day."""
        settings = self._people.organisation()
        if starts_on is not None:
            settings = structs.replace(settings, week_starts_on=starts_on)
        return tuple(week_days(settings, of or day_of(self._desk.clock.now(), settings)))

    def remove(self, order_id: str) -> None:
        self._desk.save(self._desk.draft(Op.REMOVE, Kind.WORK_ORDER, order_id, {}))

    def may_remove(self) -> bool:
        return may(self._desk.profile.role, Op.REMOVE, Kind.WORK_ORDER)

    def add_note(self, order_id: str, text: str) -> str:
        return self._notes.add(Kind.WORK_ORDER, order_id, text)

    def _check_line(self, item: CheckItem, answer: Answer) -> CheckLine:
        is_there = is_answered(item, answer)
        if is_there and item.kind is AnswerKind.PHOTO:
            is_there = self._attachments.get(str(answer)) is not None
        return CheckLine(item, answer, is_there)

    def _missing(self, detail: stored.WorkOrderDetail, checklist: tuple[CheckLine, ...]) -> Missing:
        names, me = self._people.names(), self._desk.profile.user_id
        at_it = {entry.user_id for entry in detail.entries if entry.end is None}
        signed = (one.record.purpose is Purpose.SIGNATURE for one in self._attachments.of(detail.order.id))
        return Missing(
            tuple(line.text for line in checklist if not line.is_answered and not line.item.is_optional),
            is_unsigned=not any(signed),
            on_clock=tuple(
                names.get(user_id, translate("people", "somebody else"))
                for user_id in sorted(at_it, key=lambda one: one != me)
            ),
        )

    def _order(self, order_id: str) -> WorkOrder:
        found = self._orders.get(order_id)
        if found is None:
            raise gone(translate("work_orders", "This work order is not on this device any more."))
        return found.record

    def _answers(self, order_id: str) -> dict[str, Any]:
        detail = self._orders.detail(order_id)
        return {f"{ANSWER}{item}": value for item, value in detail.answers.items()} if detail else {}

    def _filter(
        self,
        query: str = "",
        statuses: Iterable[Status] = (),
        *,
        whose: Whose = Whose.ALL,
        late: bool = False,
        day: date | None = None,
    ) -> WorkOrderFilter:
        settings = self._people.organisation()
        return WorkOrderFilter(
            words=query,
            statuses=frozenset(statuses),
            assignee_id=self._desk.profile.user_id if whose is Whose.MINE else None,
            crew_id=self._people.me().crew_id if whose is Whose.CREW else None,
            starts_from=day_starts(day, settings) if day else None,
            starts_before=day_starts(day + timedelta(days=1), settings) if day else None,
            late_at=self._desk.clock.now() if late else None,
        )

    def _lines(self, found: Iterable[stored.WorkOrderLine]) -> tuple[WorkOrderLine, ...]:
        names, crew = self._people.names(), self._people.me().crew_id
        return tuple(
            WorkOrderLine(
                id=line.order.id,
                number=number_of(line.order.number),
                title=line.order.title,
                customer=line.customer.name if line.customer else "",
                address=line.order.address or (line.customer.address if line.customer else ""),
                scheduled_start=line.order.scheduled_start,
                status=line.order.status,
                assignee=names.get(line.order.assignee_id or "", ""),
                mark=line.mark,
                plan_change=self._plan_change(line.order, line.plan_before, names, crew),
            )
            for line in found
        )

    def _plan_change(
        self, order: WorkOrder, before: Plan | None, names: Mapping[str, str], crew: str | None
    ) -> PlanChange | None:
        """Only for what is this person's work, or was: the office plans for everybody all day."""
        me = self._desk.profile.user_id
        if before is None or (
            me not in (order.assignee_id, before.assignee_id) and (crew is None or order.crew_id != crew)
        ):
            return None
        return PlanChange(
            before.starts_at,
            names.get(before.assignee_id or "", ""),
            is_moved=before.starts_at != order.scheduled_start,
            is_handed_over=before.assignee_id != order.assignee_id,
        )


def _handing_out(status: Status, whose: Mapping[str, Any]) -> dict[str, Status]:
    is_given = bool(whose.get("assignee_id") or whose.get("crew_id"))
    wanted = {(Status.DRAFT, True): Status.ASSIGNED, (Status.ASSIGNED, False): Status.DRAFT}.get((status, is_given))
    return {"status": wanted} if wanted else {}
