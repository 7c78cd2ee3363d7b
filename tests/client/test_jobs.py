"""What is done on a work order: answers, parts, its plan, its history and its report; and bugs planted in it.

Over 300 lines: each promise beside the bug that is planted in it.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import client.work_orders
import storage.absorbing
import storage.outbox
import storage.settling
from client.amounts import format_quantity, parse_quantity, price_of
from client.parts import totals_of
from client.session import Session
from client.views import CheckLine, FieldChange, Mark, Missing, WorkOrderDetail
from support.fieldwork import Field, open_field
from sync.errors import InvalidInput, Unreachable
from sync.kinds import Kind
from sync.protocol import Op
from sync.records import Money
from sync.terms import Status
from ui.job_report import page

ITEMS: list[dict[str, Any]] = [
    {"id": "gas", "text": "Isolate gas"},
    {"id": "draught", "text": "Draught", "kind": "number", "unit": "Pa", "least": -10, "most": 0},
    {"id": "meter", "text": "Meter", "kind": "photo"},
    {"id": "remark", "text": "Remark", "kind": "text", "is_optional": True},
]
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@dataclass
class Job:
    """A work order of the worker's, made by the office, and both their devices."""

    field: Field
    worker: Session
    office: Session
    id: str

    def sync(self) -> None:
        for session in (self.worker, self.office, self.worker):
            session.sync.once(5)

    def detail(self) -> WorkOrderDetail:
        found = self.worker.work_orders.get(self.id)
        assert found is not None
        return found

    def line(self, item_id: str) -> CheckLine:
        return next(line for line in self.detail().checklist if line.id == item_id)


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    with open_field(tmp_path_factory.mktemp("field")) as opened:
        yield opened


@pytest.fixture
def job(field: Field) -> Job:
    worker, office = field.session("worker"), field.session("office")
    fields = {"title": "Boiler", "assignee_id": worker.profile.user_id, "status": Status.ASSIGNED}
    order = office.work_orders.create({**fields, "scheduled_start": MONDAY, "checklist": ITEMS})
    made = Job(field, worker, office, order)
    office.sync.once(5)
    made.sync()
    return made


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    stream = io.BytesIO()
    Image.new("RGB", (300, 200), "red").save(stream, "JPEG")
    file = tmp_path / "meter.jpg"
    file.write_bytes(stream.getvalue())
    return file


@contextmanager
def offline(job: Job) -> Iterator[None]:
    job.field.line("worker").is_cut = True
    try:
        yield
    finally:
        job.field.line("worker").is_cut = False


def test_answers_are_what_the_items_ask_for(job: Job, photo: Path, tmp_path: Path) -> None:
    orders = job.worker.work_orders
    with pytest.raises(InvalidInput, match="Draught has to be between"):
        orders.answer(job.id, "draught", 3)
    with pytest.raises(InvalidInput, match="Isolate gas is done or not done"):
        orders.answer(job.id, "gas", "yes")
    assert job.detail().missing == Missing(("Isolate gas", "Draught", "Meter"), is_unsigned=True, on_clock=())
    orders.answer(job.id, "draught", -2.5)
    orders.answer(job.id, "gas", True)
    (tmp_path / "note.txt").write_text("no photo")
    with pytest.raises(InvalidInput, match="not a photo"):
        job.worker.attachments.answer(job.id, "meter", tmp_path / "note.txt")
    with offline(job):
        attached = job.worker.attachments.answer(job.id, "meter", photo)
    assert job.line("meter").answer == attached
    assert job.detail().missing.unanswered == ()
    job.sync()
    there = job.office.work_orders.get(job.id)
    assert there is not None
    assert [line.is_answered for line in there.checklist] == [True, True, True, False]
    job.worker.attachments.remove(attached)
    assert job.detail().missing.unanswered == ("Meter",)
    orders.answer(job.id, "draught", None)
    assert not job.line("draught").is_answered


def test_who_is_still_on_the_clock_and_a_signature_are_pointed_out(job: Job, photo: Path) -> None:
    job.worker.time.clock_in(job.id)
    assert job.detail().missing.on_clock == (job.worker.me.name,)
    job.worker.time.clock_out()
    job.worker.attachments.sign(job.id, "Ann", photo.read_bytes())
    missing = job.detail().missing
    assert (missing.on_clock, missing.is_unsigned, missing.is_anything) == ((), False, True)
    job.worker.work_orders.set_status(job.id, Status.IN_PROGRESS)
    job.worker.work_orders.set_status(job.id, Status.COMPLETED)
    assert job.detail().work_order.status is Status.COMPLETED


def test_parts_are_added_changed_and_removed(job: Job) -> None:
    book = job.worker.parts
    price = {"minor": 333, "currency": "GBP"}
    pipe = book.add(job.id, {"name": "Pipe", "quantity": 2_500, "unit": "m", "price": price})
    tape = book.add(job.id, {"name": "Tape", "quantity": 1_000})
    with pytest.raises(InvalidInput, match="Name is needed"):
        book.add(job.id, {"name": " ", "quantity": 1_000})
    assert [part.name for part in book.of(job.id) if part.mark is Mark.SAVED_HERE] == ["Pipe", "Tape"]
    assert totals_of(book.of(job.id)) == (Money(833, "GBP"),)
    job.sync()
    job.office.parts.change(pipe, {"quantity": 3_000, "unit": "m"})
    job.worker.parts.remove(tape)
    job.sync()
    job.sync()
    for session in (job.worker, job.office):
        (part,) = session.parts.of(job.id)
        assert (part.name, part.quantity, part.author, part.total) == ("Pipe", 3_000, "Worker", Money(999, "GBP"))
    with pytest.raises(InvalidInput, match="not on this device"):
        book.change(tape, {"name": "X"})


@pytest.mark.parametrize(
    ("text", "thousandths"), [("2", 2_000), ("1.5", 1_500), ("0,125", 125), (" 12 ", 12_000), ("1,250.5", 1_250_500)]
)
def test_a_quantity_is_read_and_written(text: str, thousandths: int) -> None:
    assert parse_quantity(text) == thousandths
    assert parse_quantity(format_quantity(thousandths)) == thousandths


@pytest.mark.parametrize("text", ["", "0", "-1", "one", "1.2345", "1.", "\N{ARABIC-INDIC DIGIT THREE}"])
def test_what_is_no_quantity(text: str) -> None:
    with pytest.raises(ValueError, match="quantity"):
        parse_quantity(text)


def test_a_price_is_rounded_to_the_nearest_penny() -> None:
    assert [price_of(quantity, Money(333, "GBP")).minor for quantity in (1_000, 1_500, 2, 1)] == [333, 500, 1, 0]
    assert price_of(1_500, Money(-333, "GBP")).minor == -500


def check_a_moved_plan_is_told_until_it_is_looked_at(job: Job) -> None:
    assert job.detail().line.plan_change is None
    for days in (1, 2):
        job.office.work_orders.change(job.id, {"scheduled_start": MONDAY + days * DAY})
        job.office.sync.once(5)
        job.worker.sync.once(5)
    told = job.detail().line.plan_change
    assert told is not None
    assert (told.starts_at, told.is_moved, told.is_handed_over) == (MONDAY, True, False)
    assert [line.plan_change for line in job.worker.work_orders.list() if line.id == job.id] == [told]
    assert job.office.work_orders.get(job.id).line.plan_change is None  # type: ignore[union-attr]  # it is there
    job.worker.work_orders.look(job.id)
    assert job.detail().line.plan_change is None


def check_ones_own_planning_is_no_news(job: Job) -> None:
    job.worker.work_orders.change(job.id, {"scheduled_start": MONDAY + DAY})
    assert job.detail().line.plan_change is None
    job.sync()
    assert job.detail().line.plan_change is None


def check_a_change_that_comes_with_a_verdict_is_told(job: Job) -> None:
    job.office.work_orders.change(job.id, {"scheduled_start": MONDAY + DAY})
    job.office.sync.once(5)
    job.worker.work_orders.answer(job.id, "gas", True)
    job.worker.sync.once(5)
    assert job.detail().line.plan_change is not None


def check_what_is_moved_back_is_no_news(job: Job) -> None:
    for start in (MONDAY + DAY, MONDAY):
        job.office.work_orders.change(job.id, {"scheduled_start": start})
        job.office.sync.once(5)
        job.worker.sync.once(5)
    assert job.detail().line.plan_change is None


def check_the_crew_s_plans_are_the_crew_s_business(job: Job) -> None:
    """A crew lead hears of their crew's, nobody of somebody else's."""
    lead = job.field.session("lead")
    lead.sync.once(5)
    job.office.work_orders.change(job.id, {"scheduled_start": MONDAY + DAY})
    job.office.sync.once(5)
    lead.sync.once(5)
    assert lead.work_orders.get(job.id).line.plan_change is None  # type: ignore[union-attr]  # leads hold all of it


CHECKS = (
    check_a_moved_plan_is_told_until_it_is_looked_at,
    check_ones_own_planning_is_no_news,
    check_a_change_that_comes_with_a_verdict_is_told,
    check_what_is_moved_back_is_no_news,
    check_the_crew_s_plans_are_the_crew_s_business,
)


@contextmanager
def unnoticed(*_: object) -> Iterator[None]:
    yield


def pulls_are_not_watched(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.absorbing, "noticing", unnoticed)


def nothing_is_watched(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.absorbing, "noticing", unnoticed)
    patch.setattr(storage.settling, "noticing", unnoticed)


def looking_forgets_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(client.work_orders, "look", lambda *_: None)


PLANTED = (
    (pulls_are_not_watched, check_a_moved_plan_is_told_until_it_is_looked_at),
    (nothing_is_watched, check_a_change_that_comes_with_a_verdict_is_told),
    (looking_forgets_nothing, check_a_moved_plan_is_told_until_it_is_looked_at),
)


@pytest.mark.parametrize("check", CHECKS)
def test_the_plan(job: Job, check: Callable[[Job], None]) -> None:
    check(job)


@pytest.mark.parametrize(("plant", "check"), PLANTED)
def test_a_planted_bug_is_caught(
    job: Job, monkeypatch: pytest.MonkeyPatch, plant: Callable[[pytest.MonkeyPatch], None], check: Callable[[Job], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check(job)


def test_the_history_says_who_changed_what(job: Job) -> None:
    job.worker.work_orders.answer(job.id, "gas", True)
    job.worker.parts.add(job.id, {"name": "Valve", "quantity": 1_000})
    job.sync()
    job.office.work_orders.change(job.id, {"title": "Boiler service"})
    job.sync()
    job.worker.work_orders.add_note(job.id, "Key at reception")
    lines = job.worker.history.fetch(Kind.WORK_ORDER, job.id)
    assert [(line.who, line.op, line.name) for line in lines] == [
        ("Worker", Op.CREATE, "Key at reception"),
        ("Office", Op.CHANGE, "Boiler service"),
        ("Worker", Op.CREATE, "Valve"),
        ("Worker", Op.CHANGE, "Boiler"),
        ("Office", Op.CREATE, "Boiler"),
    ]
    assert [line.mark for line in lines] == [Mark.SAVED_HERE, *[Mark.SENT] * 4]
    (change,) = lines[1].changes
    assert change == FieldChange("title", "Boiler", "Boiler service")
    with offline(job):
        with pytest.raises(Unreachable):
            job.worker.history.fetch(Kind.WORK_ORDER, job.id)
        known = job.worker.history.known(job.id)
    assert [(line.name, line.is_mine) for line in known] == [
        ("Key at reception", True),
        ("Valve", True),
        ("Boiler service", True),
    ]


def test_the_report_has_it_all_and_goes_on_paper(job: Job, photo: Path, tmp_path: Path) -> None:
    job.worker.work_orders.answer(job.id, "draught", -8)
    job.worker.parts.add(job.id, {"name": "Valve", "quantity": 2_000, "price": {"minor": 250, "currency": "GBP"}})
    job.worker.attachments.answer(job.id, "meter", photo)
    job.worker.attachments.sign(job.id, "Ann", photo.read_bytes())
    job.worker.work_orders.add_note(job.id, "Key <at> reception")
    report = job.worker.reports.of(job.id)
    assert (report.title, report.totals, report.notes) == ("Boiler", (Money(500, "GBP"),), ("Key <at> reception",))
    assert [one.file is not None for one in (*report.photos, *report.signatures)] == [True, True]
    on_paper = page(report, job.worker.local)
    assert "Signature of Ann<br>" in on_paper
    assert ".jpg" not in on_paper
    assert job.worker.reports.save(job.id, tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    with pytest.raises(InvalidInput, match="can't be written there"):
        job.worker.reports.save(job.id, tmp_path / "nowhere" / "report.pdf")
    assert {file.name for file in tmp_path.iterdir() if file.is_file()} == {"meter.jpg", "report.pdf"}
    with pytest.raises(InvalidInput, match="not on this device"):
        job.worker.reports.of(job.worker.profile.user_id)
