"""Nothing half-written is lost: not to a kill, nor to another language, nor to a record that leaves the device."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from client.drafts import DraftBook, Kept
from support.crawler import crawl
from support.desk import Desk, open_desk
from sync.errors import DiskFull
from sync.kinds import Kind
from sync.terms import Status
from ui.attachments.pad import SignaturePad
from ui.drafts import Drafts
from ui.quick_lead import QuickLead
from ui.theme import Theme
from ui.unsaved import LeftBehind, UnsavedNote, name_of, open_typed
from ui.work_orders.detail import WorkOrderPage
from ui.writer import Writer


def texts_in_sight(desk: Desk) -> set[str]:
    ground = desk.window.place.shell.ground
    lines = {one.text() for one in ground.findChildren(QLineEdit) if one.isVisible()}
    return lines | {one.toPlainText() for one in ground.findChildren(QPlainTextEdit) if one.isVisible()}


def fill_leads(desk: Desk) -> None:
    lead = desk.mine.leads.create({"name": "Harbour Café", "need": "New boiler"})
    leads = desk.show("leads")
    leads.new()
    leads.inspector.form._lines["name"].setText("Quay Lane")
    leads.open(lead)
    leads.inspector.notes.type_in("Calls back on Monday")
    leads.inspector._order.click()
    leads.converting._what.setText("Boiler and flue")
    leads.open(lead)
    leads.inspector.form._lines["phone"].setText("020 7946")
    desk.press("Ctrl+Shift+L")
    quick = desk.window.place.shell.findChild(QuickLead)
    assert isinstance(quick, QuickLead)
    quick._name.setText("Caught in passing")
    quick.close_it()


def fill_customers(desk: Desk) -> None:
    customer = desk.mine.customers.create({"name": "Brook & Sons"})
    customers = desk.show("customers")
    customers.new()
    page = shown(desk, "CustomerPage")
    page.form.editors["name"].setText("Half a customer")
    customers.open(customer)
    page = shown(desk, "CustomerPage")
    page.cards.notes.type_in("Dog in the yard")
    page.cards.sites.edit(None)
    page.cards.sites.form.editors["name"].setText("Back yard")


def fill_order(desk: Desk) -> None:
    orders = desk.show("work-orders")
    orders.new()
    page = shown(desk, "NewWorkOrderPage")
    page.order._lines["title"].setText("Half an order")
    page.checklist.add_button.click()
    page.checklist.rows[0].lines["text"].setText("Half an item")
    order = desk.mine.work_orders.list("Boiler")[0].id
    desk.mine.work_orders.set_status(order, Status.EN_ROUTE)
    orders.open(order)
    page = shown(desk, "WorkOrderPage")
    assert isinstance(page, WorkOrderPage)
    page.cards.notes.type_in("Valve sticks")
    page.cards.parts.add_button.click()
    page.cards.parts.form.put("name", "Pump seal")
    page.cards.checklist.change_button.click()
    assert page.cards.checklist_change.form is not None
    page.cards.checklist_change.form.editor.rows[0].lines["text"].setText("Drain first")
    page.go(Status.ON_HOLD)
    page.question._form.line.setText("Waits for a part")
    page.cards.signing.pad._strokes.append(QPolygonF([QPointF(0.1, 0.2), QPointF(0.3, 0.4)]))
    page.cards.signing.pad._end()


def fill_times(desk: Desk) -> None:
    start = datetime.now(UTC) - timedelta(hours=2)
    desk.mine.time.add_missed(start, start + timedelta(minutes=30), "Forgot", None)
    sheet = desk.show("timesheet")
    sheet.add_missed()
    sheet._missed._why.setText("Phone was dead")
    sheet.correct(sheet._week.entries[0])
    sheet._correction._why.setText("Began later")


def fill_fix(desk: Desk) -> None:
    desk.slip_past_the_rules(Kind.LEAD, {"name": ""})
    desk.sync()
    desk.show("attention").panel.start_fixing()
    desk.page("attention").panel.form.put("name", "Orchard House")


def shown(desk: Desk, name: str) -> Any:
    desk.settle()
    found = [one for one in desk.window.place.shell.findChildren(QWidget) if type(one).__name__ == name]
    (page,) = (one for one in found if one.isVisible())
    return page


WRITTEN = {
    "lead": ("Quay Lane", "020 7946"),
    "lead/note": ("Calls back on Monday",),
    "lead/order": ("Boiler and flue",),
    "quick_lead": ("Caught in passing",),
    "customer": ("Half a customer",),
    "customer/note": ("Dog in the yard",),
    "customer/site": ("Back yard",),
    "work_order": ("Half an order", "Half an item"),
    "work_order/note": ("Valve sticks",),
    "work_order/part": ("Pump seal",),
    "work_order/checklist": ("Drain first",),
    "work_order/reason": ("Waits for a part",),
    "timesheet/missed_time": ("Phone was dead",),
    "timesheet/correction": ("Began later",),
    "attention/fix": ("Orchard House",),
}


def test_a_kill_loses_no_half_filled_form(company: Path, tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    living, image = tmp_path / "living", tmp_path / "image"
    with open_desk(company, living, theme, qtbot) as desk:
        for fill in (fill_leads, fill_customers, fill_order, fill_times, fill_fix):
            fill(desk)
        file = desk.mine.folder / "drafts.json"
        words = {word for written in WRITTEN.values() for word in written}
        qtbot.waitUntil(lambda: file.exists() and all(word in file.read_text("utf-8") for word in words))
        desk.settle()
        shutil.copytree(living, image)
    with open_desk(image, tmp_path / "again", theme, qtbot) as desk:
        place = desk.window.place
        found = place.drafts.unsaved
        assert {one.form for one in found} == {*WRITTEN, "work_order/signature"}
        note = next(one for one in desk.show("today").findChildren(UnsavedNote))
        assert note.isVisible()
        assert crawl(place.shell) == []
        for typed in found:
            open_typed(typed, place)
            desk.settle()
            seen = texts_in_sight(desk)
            written = WRITTEN.get(typed.form, ())
            assert not written or any(word in seen for word in written), (typed.form, seen)
            assert all(part not in name_of(typed, place) for part in "{}"), typed.form
            if typed.form == "work_order/signature":
                page = shown(desk, "WorkOrderPage")
                assert isinstance(page, WorkOrderPage)
                assert not page.cards.signing.pad.is_empty


def test_what_is_saved_thrown_away_or_emptied_is_no_draft(
    company: Path, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    with open_desk(company, tmp_path / "device", theme, qtbot) as desk:
        fill_leads(desk)
        fill_order(desk)
        drafts = desk.window.place.drafts
        page = shown(desk, "WorkOrderPage")
        assert isinstance(page, WorkOrderPage)
        page.question._take()
        page.cards.notes._write()
        page.cards.parts.form._cancel.click()
        assert page.cards.checklist_change.form is not None
        page.cards.checklist_change.form.save()
        page.cards.signing.pad.clear()
        desk.show("work-orders").new()
        shown(desk, "NewWorkOrderPage").save()
        leads = desk.show("leads")
        leads.inspector.notes.type_in("")
        leads.inspector.save()
        desk.settle()
        left = {(one.form, bool(one.record)) for one in drafts.unsaved}
        assert left == {("lead", False), ("lead/order", True), ("quick_lead", False)}
        order = desk.mine.leads.list()[0].id
        office = desk.window.place.drafts.of(Kind.LEAD, desk.mine._desk.new_id())
        office.change("name", "Words of a lead that is gone", "Before")
        assert leads.inspector.lead_id == order
        open_typed(office, desk.window.place)
        left_behind = shown(desk, "LeftBehind")
        assert isinstance(left_behind, LeftBehind)
        assert crawl(desk.window.place.shell) == []
        left_behind.drop.click()
        assert not office.is_unsaved


@pytest.fixture
def book(tmp_path: Path) -> DraftBook:
    return DraftBook(tmp_path)


@pytest.fixture
def writer() -> Iterator[Writer]:
    made = Writer("drafts")
    yield made
    made.close()


def check_typing_is_kept(folder: Path, writer: Writer, qtbot: QtBot) -> None:
    drafts = Drafts(DraftBook(folder), writer)
    note, name = drafts.of("lead/note", "a"), drafts.of("lead", "a")
    note["text"] = "Monday"
    name.change("name", "", "Harbour Café")
    drafts.flush()
    note["text"] = ""
    name.change("name", "Harbour", "Harbour Café")
    drafts.flush()
    qtbot.waitUntil(lambda: writer.is_idle)
    (again,) = Drafts(DraftBook(folder), writer).unsaved
    assert (again.form, dict(again), again.before) == ("lead", {"name": "Harbour"}, {"name": "Harbour Café"})


def test_only_what_somebody_typed_is_kept(tmp_path: Path, writer: Writer, qtbot: QtBot) -> None:
    check_typing_is_kept(tmp_path, writer, qtbot)


def test_what_was_saved_is_not_offered_once_more_after_a_kill(
    tmp_path: Path, writer: Writer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.drafts._PAUSE", 1_000_000)
    drafts = Drafts(DraftBook(tmp_path), writer)
    note = drafts.of("lead/note", "a")
    note["text"] = "Monday"
    drafts.flush()
    qtbot.waitUntil(lambda: DraftBook(tmp_path).all() != ())
    note["text"] = "Monday, early"
    note.clear()
    qtbot.waitUntil(lambda: DraftBook(tmp_path).all() == ())


def writes_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("client.drafts.write_private", lambda _file, _content: None)


def keeps_what_was_emptied(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("ui.drafts.Typed.is_unsaved", property(lambda typed: "text" in typed or bool(typed.before)))


def forgets_what_was_there(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("ui.drafts.Typed.take", lambda typed, kept: typed.update(kept.texts))


def asks_the_book_instead_of_what_was_asked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("client.drafts.DraftBook.keep", lambda book, drafts: setattr(book, "_drafts", drafts))


PLANTS = [writes_nothing, keeps_what_was_emptied, forgets_what_was_there, asks_the_book_instead_of_what_was_asked]


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_bug_is_caught(
    tmp_path: Path,
    writer: Writer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, ValueError)):
        check_typing_is_kept(tmp_path, writer, qtbot)


def test_a_full_disk_is_told_once_and_the_words_stay(
    tmp_path: Path, writer: Writer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = DraftBook(tmp_path)
    drafts = Drafts(book, writer)
    told: list[object] = []
    drafts.failed.connect(told.append)

    def full(_file: Path, _content: bytes) -> None:
        raise DiskFull("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("client.drafts.write_private", full)
        for text in ("Mon", "Monday"):
            drafts.of("lead/note", "a")["text"] = text
            drafts.flush()
            qtbot.waitUntil(lambda: writer.is_idle)
    assert [str(one) for one in told] == ["The disk is full."]
    assert [dict(one) for one in Drafts(book, writer).unsaved] == [{"text": "Monday"}], "also in another language"
    assert DraftBook(tmp_path).all() == ()
    drafts.flush()
    qtbot.waitUntil(lambda: writer.is_idle)
    assert [one.texts for one in DraftBook(tmp_path).all()] == [{"text": "Monday"}]


def test_what_cannot_be_read_is_put_beside(tmp_path: Path) -> None:
    (tmp_path / "drafts.json").write_bytes(b'[{"form": "lead", "texts": {"name": "Quay')
    assert DraftBook(tmp_path).all() == ()
    assert b"Quay" in (tmp_path / "drafts-unreadable.json").read_bytes()


def test_a_date_stays_the_same_day_where_the_month_comes_first(
    tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = DraftBook(tmp_path)
    book.keep((Kept("lead", "a", {"follow_up_on": "3/4/2026", "name": "3/4/2026"}, locale="en_US"),))
    (typed,) = Drafts(book, writer).unsaved
    assert QLocale().name() == "en_GB"
    assert dict(typed) == {"follow_up_on": "04/03/2026", "name": "3/4/2026"}


def test_a_signature_is_drawn_again_as_it_was(qtbot: QtBot) -> None:
    first, second = SignaturePad(), SignaturePad()
    for pad in (first, second):
        qtbot.addWidget(pad)
        pad.resize(480, 180)
    first._begin(QPointF(48, 18))
    first._go_on(QPointF(240, 90))
    second.draw(first.strokes())
    assert second.strokes() == first.strokes() == ("0.1000,0.1000 0.5000,0.5000",)
    assert QRectF(second._strokes[0].boundingRect()) == QRectF(0.1, 0.1, 0.4, 0.4)
