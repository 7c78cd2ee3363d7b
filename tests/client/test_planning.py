"""Work orders of the crew, those that are late, and another day at the same time of day."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from client.session import Session
from client.work_orders import Whose, WorkOrderDesk
from storage.queries import statements
from support.fieldwork import Field, open_field
from sync.errors import InvalidInput
from sync.terms import Status


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Field]:
    with open_field(tmp_path) as made:
        yield made


@pytest.fixture
def office(field: Field) -> Session:
    session = field.session("office")
    session.sync.once(10)
    return session


def order(
    session: Session, title: str, start: datetime | None, status: Status = Status.ASSIGNED, **more: object
) -> str:
    fields = {"title": title, "status": status, "assignee_id": session.profile.user_id, **more}
    return session.work_orders.create(fields | ({"scheduled_start": start} if start else {}))


def titles(session: Session, **wanted: object) -> set[str]:
    lines = session.work_orders.list(**wanted)  # type: ignore[arg-type]  # the names are those of `list`
    assert session.work_orders.count(**wanted) == len(lines)  # type: ignore[arg-type]  # as above
    return {line.title for line in lines}


def test_late_is_what_should_have_begun_and_has_not(office: Session) -> None:
    before, after = office.now() - timedelta(hours=2), office.now() + timedelta(hours=2)
    order(office, "late", before)
    order(office, "on the way", before, Status.EN_ROUTE)
    order(office, "begun", before, Status.IN_PROGRESS)
    order(office, "done", before, Status.COMPLETED)
    order(office, "later", after)
    order(office, "some day", None)
    assert titles(office, late=True) == {"late", "on the way"}
    assert titles(office, late=True, statuses=(Status.COMPLETED, Status.ASSIGNED)) == {"late"}


def test_the_crews_and_mine(field: Field) -> None:
    lead = field.session("lead")
    lead.sync.once(10)
    crew = lead.me.crew_id
    assert crew is not None
    order(lead, "mine", None)
    order(lead, "the crew's", None, crew_id=crew, assignee_id=None)
    assert titles(lead, whose=Whose.MINE) == {"mine"}
    assert titles(lead, whose=Whose.CREW) == {"the crew's"}
    assert titles(lead) == {"mine", "the crew's"}


def test_another_day_keeps_the_time_of_day_over_a_change_of_the_clocks(office: Session) -> None:
    winter = datetime(2026, 3, 28, 9, 30, tzinfo=office.zone)
    made = order(office, "boiler", winter)
    office.work_orders.plan_for(made, winter.date() + timedelta(days=1))
    start = office.work_orders.get(made).work_order.scheduled_start
    assert start is not None
    assert office.local(start) == datetime(2026, 3, 29, 9, 30, tzinfo=office.zone)
    (line,) = office.work_orders.list(day=winter.date() + timedelta(days=1))
    assert line.title == "boiler"


def test_what_has_no_time_or_is_done_stays(office: Session) -> None:
    made = order(office, "some day", None)
    with pytest.raises(InvalidInput, match="no time of day"):
        office.work_orders.plan_for(made, office.now().date())
    order(office, "done", office.now(), Status.COMPLETED)
    may = {line.title: office.work_orders.may_move(line) for line in office.work_orders.list()}
    assert may == {"some day": False, "done": False}


def test_a_week_begins_where_the_organisation_says(office: Session) -> None:
    days = office.work_orders.week(datetime(2026, 11, 20, tzinfo=office.zone).date())
    assert [day.day for day in days] == [16, 17, 18, 19, 20, 21, 22]


def forgets_who_has_begun(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(statements, "_WAITING", tuple(status.value for status in Status))


def moves_in_utc(patch: pytest.MonkeyPatch) -> None:
    def plan_for(self: WorkOrderDesk, order_id: str, day: datetime) -> None:
        start = self._order(order_id).scheduled_start
        self.change(order_id, {"scheduled_start": start.replace(day=day.day)})

    patch.setattr(WorkOrderDesk, "plan_for", plan_for)


@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (forgets_who_has_begun, test_late_is_what_should_have_begun_and_has_not),
        (moves_in_utc, test_another_day_keeps_the_time_of_day_over_a_change_of_the_clocks),
    ],
)
def test_a_planted_fault_is_noticed(office: Session, plant, check, monkeypatch) -> None:  # type: ignore[no-untyped-def]  # functions of this module
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check(office)
