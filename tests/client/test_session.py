"""What a person can do, on a real file and with a real server.

Over 300 lines: what a person does, from the first to the last, with one pair of devices.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from client.session import Session
from client.views import Activity, Change, Link, Mark
from storage.outbox import Draft
from support.clock import WoundClock
from sync.errors import InvalidInput
from sync.kinds import Kind
from sync.protocol import Op
from sync.records import Money
from sync.terms import BreakKind, Choice, Policy, Stage, Status

OpenSession = Callable[..., Session]


def sync(*sessions: Session) -> None:
    """Everything out, then everything in, on each device."""
    for session in (*sessions, *sessions):
        assert session.sync.once(5).link is Link.ONLINE


@pytest.fixture
def worker(open_session: OpenSession) -> Session:
    session = open_session("worker")
    sync(session)
    return session


@pytest.fixture
def office(open_session: OpenSession) -> Session:
    session = open_session("office")
    sync(session)
    return session


def test_a_lead_that_is_entered_here_shows_there(worker: Session, office: Session) -> None:
    lead_id = worker.leads.create({"name": " Orchard House ", "phone": "020 7946 0018", "value": Money(180000, "GBP")})
    shown = worker.leads.get(lead_id)
    assert shown is not None
    assert (shown.lead.name, shown.mark, shown.problem) == ("Orchard House", Mark.SAVED_HERE, None)
    assert shown.saved_at is not None
    status = worker.sync.status()
    assert (status.waiting, status.pill) == (1, "Online · 1 saved here")
    item = worker.sync.waiting()[0]
    assert (item.what, item.subject, item.can_undo) == ("New lead", "Lead · Orchard House", True)

    sync(worker, office)
    there = office.leads.get(lead_id)
    assert there is not None
    assert there.lead.value == Money(180000, "GBP")
    here = worker.leads.get(lead_id)
    assert here is not None
    assert (here.mark, here.saved_at) == (Mark.SENT, None)
    assert worker.sync.status().pill == "Online · all sent"
    assert worker.sync.sent()[0].what == "New lead"


def test_what_is_wrong_with_a_lead_is_said_beside_its_field(worker: Session) -> None:
    with pytest.raises(InvalidInput) as told:
        worker.leads.create({"name": " ", "phone": "1" * 300})
    assert {problem.field for problem in told.value.problems} == {"name", "phone"}
    assert {problem.field for problem in worker.leads.problems({"name": "A", "email": "x" * 201})} == {"email"}
    assert worker.leads.count() == 0
    assert worker.sync.status().waiting == 0


def test_a_change_sends_only_what_differs(worker: Session) -> None:
    lead_id = worker.leads.create({"name": "Dale Farm", "phone": "1"})
    worker.leads.change(lead_id, {"name": "Dale Farm", "phone": "1", "email": ""})
    assert len(worker.sync.waiting()) == 1
    worker.leads.change(lead_id, {"name": "Dale Farm", "stage": Stage.QUOTED})
    assert worker.sync.waiting()[1].mine == {"stage": "quoted"}
    assert [item.what for item in worker.sync.waiting()] == ["New lead", "Stage → Quoted"]


def test_leads_are_found_and_duplicates_pointed_out(worker: Session) -> None:
    first = worker.leads.create({"name": "Orchard Rd 18", "phone": "+44 20 7946 0018", "source": "web"})
    worker.leads.create({"name": "Äpfel & Söhne", "email": "Info@Apfel.example", "stage": "quoted"})
    assert [line.name for line in worker.leads.list()] == ["Äpfel & Söhne", "Orchard Rd 18"]
    assert [line.id for line in worker.leads.list("orch")] == [first]
    assert [line.name for line in worker.leads.list(stage=Stage.QUOTED)] == ["Äpfel & Söhne"]
    assert worker.leads.sources() == ("web",)
    (same,) = worker.leads.duplicates("020-7946-0018")
    assert (same.id, same.because) == (first, "Same phone as Orchard Rd 18.")
    assert worker.leads.duplicates("020-7946-0018", besides=first) == ()
    assert worker.leads.duplicates(email="info@apfel.example")[0].because == "Same e-mail as Äpfel & Söhne."
    assert [hit.title for hit in worker.search("apfel")] == ["Äpfel & Söhne"]


def test_a_customer_is_found_by_whom_one_talks_to_there(office: Session) -> None:
    quay, hill = (office.customers.create({"name": name}) for name in ("Quay Street Dental", "Hill Farm"))
    office.customers.contacts.add(quay, {"name": "Zoë Hill", "role": "Site manager", "phone": "020 7946 0018"})
    found = {hit.id: (hit.kind, hit.title, hit.detail) for hit in office.search("hill")}
    assert found[quay] == (Kind.CUSTOMER, "Quay Street Dental", "Zoë Hill · Site manager · 020 7946 0018")
    assert found[hill] == (Kind.CUSTOMER, "Hill Farm", "")
    assert [hit.id for hit in office.search("0207946")] == [quay]
    office.customers.remove(quay)
    assert office.search("zoe") == ()


def test_a_day_on_the_clock(worker: Session, office: Session) -> None:
    order_id = office.work_orders.create(
        {"title": "Boiler service", "assignee_id": worker.profile.user_id, "status": "assigned"}
    )
    sync(office, worker)
    assert worker.time.state().activity is Activity.OFF
    punched = worker.time.clock_in(order_id)
    assert punched.sentence.startswith("Clocked in ")
    assert punched.sentence.endswith(" – saved on this device")
    state = worker.time.state()
    assert (state.activity, state.work_order_id, state.mark) == (Activity.WORK, order_id, Mark.SAVED_HERE)
    assert "Boiler service" in state.work_order
    worker.time.take_break(BreakKind.PAID_REST)
    assert worker.time.state().break_kind is BreakKind.PAID_REST
    worker.time.resume()
    worker.time.travel()
    assert worker.time.state().activity is Activity.TRAVEL
    worker.time.clock_out("done")
    assert worker.time.state().activity is Activity.OFF
    today = worker.time.today()
    assert [entry.activity for entry in today.entries] == [
        Activity.WORK,
        Activity.BREAK,
        Activity.WORK,
        Activity.TRAVEL,
    ]
    assert today.total.worked >= timedelta()
    assert [item.what.split()[0] for item in worker.sync.waiting()] == ["Clock", "Break", "Back", "Travel", "Clock"]

    sync(worker, office)
    theirs = office.timesheet.week(today.day, worker.profile.user_id)
    assert len(theirs.entries) == 4
    assert {entry.mark for entry in worker.time.today().entries} == {Mark.SENT}
    assert worker.time.week().start <= today.day


def test_a_punch_can_be_undone_and_amended_with_a_reason(worker: Session) -> None:
    punched = worker.time.clock_in()
    worker.time.amend(punched.punch_id, punched.at - timedelta(hours=1), "Forgot")
    since = worker.time.state().since
    assert since is not None
    assert punched.at - since == timedelta(hours=1)
    with pytest.raises(InvalidInput):
        worker.time.void(punched.punch_id, " ")
    worker.time.undo(punched.punch_id)
    assert worker.time.state().activity is Activity.OFF
    sync(worker)
    assert worker.sync.attention() == ()


def test_a_crew_lead_punches_for_the_crew_and_nobody_else(open_session: OpenSession, worker: Session) -> None:
    lead = open_session("lead")
    sync(lead)
    assert [person.name for person in lead.time.crew()] == ["Worker"]
    mistake = lead.time.clock_in(for_user=lead.time.crew_member("work"))
    lead.time.undo(mistake.punch_id)
    assert not lead.time.state(for_user=worker.profile.user_id).is_on_clock
    lead.time.clock_in(for_user=lead.time.crew_member("work"))
    assert lead.time.state(for_user=worker.profile.user_id).is_on_clock
    assert not lead.time.state().is_on_clock
    assert lead.sync.waiting()[0].subject == "Worker"
    sync(lead, worker)
    assert lead.sync.attention() == ()
    assert worker.time.state().is_on_clock
    with pytest.raises(InvalidInput):
        worker.time.clock_out(for_user=lead.profile.user_id)
    with pytest.raises(InvalidInput):
        lead.time.crew_member("other")


def test_a_work_order_is_moved_on_and_ticked_off(worker: Session, office: Session) -> None:
    checklist = [{"id": "gas", "text": "Isolate gas"}, {"id": "draught", "text": "Check draught", "kind": "number"}]
    order_id = office.work_orders.create(
        {"title": "Boiler", "assignee_id": worker.profile.user_id, "status": "assigned", "checklist": checklist}
    )
    before = office.work_orders.get(order_id)
    assert before is not None
    assert before.line.number == "number when sent"
    sync(office, worker)
    worker.work_orders.set_status(order_id, Status.EN_ROUTE)
    worker.work_orders.set_status(order_id, Status.IN_PROGRESS)
    worker.work_orders.answer(order_id, "gas", True)
    worker.work_orders.answer(order_id, "draught", -8)
    worker.work_orders.add_note(order_id, "Key at reception")
    with pytest.raises(InvalidInput, match="can't become"):
        worker.work_orders.set_status(order_id, Status.INVOICED)
    with pytest.raises(InvalidInput, match="checklist"):
        worker.work_orders.answer(order_id, "unknown", True)
    shown = worker.work_orders.get(order_id)
    assert shown is not None
    assert [line.answer for line in shown.checklist] == [True, -8]
    assert (shown.done, shown.notes[0].is_mine, shown.line.mark) == (2, True, Mark.SAVED_HERE)
    sync(worker, office)
    there = office.work_orders.get(order_id)
    assert there is not None
    assert there.line.number.startswith("WO-")
    assert there.line.status is Status.IN_PROGRESS
    assert [note.author for note in there.notes] == ["Worker"]
    assert worker.work_orders.find(there.line.number) == order_id
    assert worker.work_orders.find("boiler") == order_id
    assert [line.id for line in worker.work_orders.today()] == [order_id]


def test_a_lead_becomes_a_customer_and_a_work_order_as_one(worker: Session, office: Session) -> None:
    lead_id = worker.leads.create({"name": "Orchard House", "need": "New boiler\nsoon"})
    customer_id, order_id = worker.leads.convert(lead_id)
    sync(worker, office)
    customer, order, lead = (
        office.customers.get(customer_id),
        office.work_orders.get(order_id),
        office.leads.get(lead_id),
    )
    assert customer is not None
    assert order is not None
    assert lead is not None
    assert (customer.customer.name, order.work_order.title) == ("Orchard House", "New boiler")
    assert (lead.lead.stage, lead.lead.customer_id) == (Stage.WON, customer_id)
    assert [line.id for line in customer.work_orders] == [order_id]


def test_a_conflict_keeps_both_and_a_person_decides(worker: Session, office: Session, clock: WoundClock) -> None:
    lead_id = worker.leads.create({"name": "Harbour Café"})
    sync(worker, office)
    office.leads.change(lead_id, {"phone": "222"})
    clock.wind()
    worker.leads.change(lead_id, {"phone": "111"})
    sync(office, worker)
    sync(office, worker)
    for session in (worker, office):
        (item,) = session.conflicts.undecided()
        assert (item.subject, item.field, item.kept, item.lost) == ("Lead · Harbour Café", "phone", "111", "222")
        assert (item.kept_by, item.lost_by, item.is_kept_mine) == ("Worker", "Office", session is worker)
        assert session.sync.status().attention == 1
        lead = session.leads.get(lead_id)
        assert lead is not None
        assert (lead.lead.phone, lead.mark) == ("111", Mark.NEEDS_ATTENTION)
    office.conflicts.decide(item.id, Choice.LOST)
    assert office.conflicts.undecided() == ()
    sync(office, worker)
    for session in (worker, office):
        lead = session.leads.get(lead_id)
        assert lead is not None
        assert (lead.lead.phone, lead.mark) == ("222", Mark.SENT)
        assert session.conflicts.undecided() == ()
    assert worker.sync.status().parked == worker.sync.status().attention == 0


def test_who_decides_second_is_told_and_may_still_have_it_their_way(worker: Session, office: Session) -> None:
    order_id = office.work_orders.create({"title": "Boiler", "assignee_id": worker.profile.user_id})
    sync(office, worker)
    office.work_orders.change(order_id, {"planned_minutes": 60})
    worker.work_orders.change(order_id, {"planned_minutes": 90})
    sync(office, worker, office)
    (conflict,) = worker.conflicts.undecided()
    assert (conflict.kept, conflict.lost, conflict.is_lost_mine) == (60, 90, True)
    office.conflicts.decide(conflict.id, Choice.OTHER, 75)
    worker.conflicts.decide(conflict.id, Choice.LOST)
    sync(office, worker)
    assert {item.code for item in worker.sync.attention()} == {"conflict", "group"}
    worker.sync.retry(worker.sync.attention()[0].key)
    sync(worker, office)
    assert worker.sync.attention() == ()
    assert worker.conflicts.undecided() == ()
    order = office.work_orders.get(order_id)
    assert order is not None
    assert order.work_order.planned_minutes == 90


def test_a_status_that_lost_is_reached_on_the_ways_that_there_are(worker: Session, office: Session) -> None:
    fields = {"title": "Boiler", "assignee_id": worker.profile.user_id, "status": Status.IN_PROGRESS}
    order_id = office.work_orders.create(fields)
    sync(office, worker)
    office.work_orders.set_status(order_id, Status.ON_HOLD, "No parts")
    worker.work_orders.set_status(order_id, Status.COMPLETED)
    sync(office, worker)
    (conflict,) = worker.conflicts.undecided()
    assert (conflict.policy, conflict.kept, conflict.lost) == (Policy.STATUS, "on_hold", "completed")
    worker.conflicts.decide(conflict.id, Choice.LOST)
    sync(worker, office)
    order = office.work_orders.get(order_id)
    assert order is not None
    assert order.work_order.status is Status.COMPLETED
    assert worker.sync.status().attention == 0
    with pytest.raises(InvalidInput, match="decided already"):
        office.conflicts.decide(conflict.id, Choice.KEPT)


def test_what_is_discarded_lies_in_the_trash_and_comes_back(worker: Session, office: Session) -> None:
    lead_id = worker.leads.create({"name": "Harbour Café"})
    sync(worker, office)
    nobody = worker.leads.create({"name": "Somebody's customer"})
    worker._desk.save(Draft(Op.CHANGE, Kind.LEAD, lead_id, {"customer_id": nobody, "phone": "111"}))
    sync(worker)
    key = worker.sync.attention()[0].key
    worker.sync.discard(key)
    assert worker.sync.attention() == ()
    shown = worker.leads.get(lead_id)
    assert shown is not None
    assert shown.lead.phone == ""
    worker.sync.restore(worker.sync.trash()[0].key)
    sync(worker)
    with pytest.raises(InvalidInput):
        worker.sync.retry(key)


def test_what_is_undone_along_is_mentioned(worker: Session) -> None:
    """Of a lead that is made a work order, the stage is only the last of three changes."""
    worker.leads.convert(worker.leads.create({"name": "Mistake"}))
    told = "Stage → Won: undone with all that belongs to it, and kept in the trash for 30 days."
    assert worker.sync.undo_last().sentence == told


def test_a_change_that_was_not_sent_can_be_undone(worker: Session) -> None:
    lead_id = worker.leads.create({"name": "Mistake"})
    undone = worker.sync.undo_last()
    assert undone.sentence == "New lead: undone, and kept in the trash for 30 days."
    assert worker.leads.get(lead_id) is None
    sync(worker)
    assert worker.sync.status().waiting == 0
    assert undone.restorable is not None
    worker.sync.restore(undone.restorable)
    sync(worker)
    with pytest.raises(InvalidInput, match="with the server already"):
        worker.sync.undo_last()


def test_a_punch_that_was_not_sent_is_voided_and_stays_on_record(worker: Session) -> None:
    worker.time.clock_in()
    undone = worker.sync.undo_last()
    assert undone.restorable is None
    assert worker.time.state().activity is Activity.OFF
    assert [item.what.partition(" 1")[0].partition(" 0")[0].partition(" 2")[0] for item in worker.sync.waiting()] == [
        "Clock in",
        "Undo of a punch",
    ]
    worker.sync.undo_last()
    assert worker.time.state().activity is Activity.WORK


def test_ten_thousand_are_queued_and_the_first_is_refused(worker: Session, office: Session) -> None:
    """All others arrive but what builds on it; and when it is mended, that arrives too."""
    desk = worker._desk
    first, others = desk.new_id(), [desk.new_id() for _ in range(9_995)]
    note = {"subject_kind": "lead", "subject_id": first, "text": "Ring twice", "written_at": "2026-03-02T08:00:00Z"}
    drafts = [
        Draft(Op.CREATE, Kind.LEAD, first, {"name": "Poisoned", "stage": "no such stage"}),
        Draft(Op.CHANGE, Kind.LEAD, first, {"phone": "1"}),
        Draft(Op.CHANGE, Kind.LEAD, first, {"phone": "2"}),
        Draft(Op.CREATE, Kind.NOTE, desk.new_id(), note),
        *(Draft(Op.CREATE, Kind.LEAD, lead, {"name": f"Lead {n}"}) for n, lead in enumerate(others)),
        Draft(Op.CREATE, Kind.LEAD, desk.new_id(), {"name": "Last"}),
    ]
    desk.file.outbox.record(*drafts)
    sync(worker)
    status = worker.sync.status()
    assert (status.waiting, status.sent_today, len(worker.sync.attention())) == (0, 9_996, 4)
    refused, *held = worker.sync.attention()
    assert (refused.held, refused.cause, len(held), all(item.cause for item in held)) == (3, None, 3, True)
    worker.sync.fix(refused.key, {"stage": "new"})
    sync(worker, office)
    assert worker.sync.attention() == ()
    there = office.leads.get(first)
    assert there is not None
    assert (there.lead.phone, [line.text for line in there.notes]) == ("2", ["Ring twice"])


def test_unsent_work_is_copied_out_readably(worker: Session, tmp_path: Path) -> None:
    worker.leads.create({"name": "Söhne"})
    assert worker.sync.export_unsent(tmp_path / "copy.jsonl") == 1
    assert "Söhne" in (tmp_path / "copy.jsonl").read_text("utf-8")
    assert worker.sync.export_unsent(tmp_path / "copy.csv") == 1
    titles, line = (tmp_path / "copy.csv").read_text("utf-8-sig").splitlines()
    assert titles == "Made,Kind,Change,State,Reason,Fields,Record id"
    assert "New lead,saved here,,name: Söhne" in line
    assert worker.sync.status().waiting == 1


def test_the_diagnosis_names_each_part(worker: Session) -> None:
    checks = {check.name: check.is_good for check in worker.sync.diagnose()}
    assert checks == {
        "disk": True,
        "server": True,
        "sign-in": True,
        "clock": True,
        "connection": None,
        "attention": True,
        "records": None,
    }
    assert worker.sync.check() is not None
    assert {check.name: check.is_good for check in worker.sync.diagnose()}["records"] is True


def test_subscribers_hear_what_changed(worker: Session) -> None:
    heard: list[Change] = []
    leave = worker.subscribe(heard.append)
    lead_id = worker.leads.create({"name": "A"})
    assert any((Kind.LEAD, lead_id) in change.subjects for change in heard)
    assert any(change.is_status for change in heard)
    leave()
    count = len(heard)
    worker.leads.create({"name": "B"})
    assert len(heard) == count


def test_the_threads_send_by_themselves_and_end(worker: Session, office: Session) -> None:
    worker.start()
    worker.leads.create({"name": "By itself"})
    assert worker.sync.once(10).waiting == 0
    sync(office)
    assert [line.name for line in office.leads.list()] == ["By itself"]


def test_a_timesheet_is_written_as_a_table(worker: Session, tmp_path: Path) -> None:
    worker.time.clock_in(note="=1+1")
    worker.time.clock_out()
    day = worker.time.today().day
    assert worker.timesheet.export_csv(tmp_path / "week.csv", day, day) == 1
    text = (tmp_path / "week.csv").read_text("utf-8-sig")
    assert text.splitlines()[0].startswith("day,name,activity")
    assert "'=1+1" in text


def test_what_is_kept_here_is_compared_with_the_server(worker: Session, office: Session) -> None:
    office.leads.create({"name": "Harbour Café"})
    sync(office, worker)
    for session in (office, worker):
        checked = session.sync.check()
        assert checked is not None
        assert checked.wrong == ()
    (records,) = [check for check in office.sync.diagnose() if check.name == "records"]
    assert (records.is_good, records.sentence) == (True, "Everything that is kept here is as on the server.")
