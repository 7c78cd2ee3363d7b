"""One work order in the window: typed answers, parts, the plan's changes, the history and the report."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit

from client.views import Missing
from support.crawler import crawl
from support.desk import Desk
from sync.kinds import Kind
from sync.terms import Status
from ui import field_values
from ui.drafts import Drafts, Typed
from ui.links import mail_url
from ui.theme import Mode, Theme
from ui.work_orders import completing
from ui.work_orders.answer_rows import ChoiceRow, TypedRow
from ui.work_orders.answers import answer_text, read_number
from ui.work_orders.detail import WorkOrderPage

ITEMS: list[dict[str, Any]] = [
    {"id": "gas", "text": "Isolate gas"},
    {"id": "draught", "text": "Flue draught", "kind": "number", "unit": "Pa", "least": -30, "most": 0},
    {"id": "remark", "text": "Remark", "kind": "text", "is_optional": True},
    {"id": "side", "text": "Where the unit stands", "kind": "choice", "choices": ["Front", "Rear"]},
    {"id": "meter", "text": "Meter", "kind": "photo"},
]
START = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def order_id(desk: Desk) -> str:
    customer = desk.office.customers.create({"name": "Hill Street Residents", "email": "ann+hill@street.example"})
    fields = {"title": "Boiler service", "customer_id": customer, "assignee_id": desk.mine.profile.user_id}
    order = desk.office.work_orders.create(
        {**fields, "status": Status.ASSIGNED, "scheduled_start": START, "checklist": ITEMS}
    )
    desk.sync()
    return order


@pytest.fixture
def page(desk: Desk, order_id: str) -> WorkOrderPage:
    desk.show("work-orders").open(order_id)
    desk.settle()
    return shown(desk)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "meter.jpg"
    Image.new("RGB", (300, 200), "red").save(file)
    return file


def shown(desk: Desk) -> WorkOrderPage:
    (page,) = (one for one in desk.window.place.shell.findChildren(WorkOrderPage) if one.isVisible())
    return page


def opened_anew(desk: Desk, order_id: str) -> WorkOrderPage:
    """After Esc, with which the page was gone."""
    desk.press("Esc")
    assert desk.page("work-orders").isVisible()
    desk.page("work-orders").open(order_id)
    desk.settle()
    return shown(desk)


def answer(desk: Desk, page: WorkOrderPage, item_id: str) -> Any:
    desk.settle()
    detail = desk.mine.work_orders.get(page.order_id)
    assert detail is not None
    return next(line.answer for line in detail.checklist if line.id == item_id)


def type_into(desk: Desk, page: WorkOrderPage, item_id: str, text: str) -> TypedRow:
    row = page.cards.checklist.row(item_id)
    assert isinstance(row, TypedRow)
    editor = row.field.editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    desk.qtbot.keyClicks(editor, text)
    desk.press("Return")
    return row


def test_answers_are_typed_where_they_stand(
    desk: Desk, page: WorkOrderPage, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = type_into(desk, page, "draught", "5")
    assert row.field.error.startswith("Flue draught has to be between")
    assert answer(desk, page, "draught") is None
    type_into(desk, page, "draught", "cold")
    assert row.field.error == "Flue draught is a number."
    type_into(desk, page, "draught", "-2,5")
    assert (row.field.error, row.is_done, answer(desk, page, "draught")) == ("", True, -2.5)
    type_into(desk, page, "remark", "Quite loud")
    assert answer(desk, page, "remark") == "Quite loud"
    choice = page.cards.checklist.row("side")
    assert isinstance(choice, ChoiceRow)
    choice._choice.activated.emit(2)
    assert answer(desk, page, "side") == "Rear"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(photo), ""))
    page._ask_for_photo("meter")
    assert answer(desk, page, "meter") == desk.mine.attachments.of(page.order_id)[0].id
    page.answer("gas", True)
    desk.settle()
    assert page.cards.checklist.count == "5 of 5"
    assert [answer_text(line) for line in page.detail.checklist] == ["Done", "-2.5 Pa", "Quite loud", "Rear", "Photo"]
    type_into(desk, page, "remark", "x")
    editor = row.field.editor
    assert isinstance(editor, QLineEdit)
    editor.setText("-9")
    desk.press("Esc")
    assert answer(desk, page, "draught") == -9


@pytest.mark.parametrize(
    ("text", "number"), [("-8", -8), ("2,5", 2.5), ("1.25", 1.25), ("\N{MINUS SIGN}3", -3), ("", None), ("nan", None)]
)
def test_a_number_as_it_is_typed(text: str, number: float | None) -> None:
    assert read_number(text) == number


def test_what_is_missing_is_said_in_whole_sentences() -> None:
    text = completing.question_text(Missing(("A", "B", "C", "D", "E"), is_unsigned=True, on_clock=("Mara", "Ben")))
    assert text.splitlines() == [
        "Still open on the checklist: A, B, C and 2 more.",
        "Nobody has signed.",
        "Still on the clock for it: Mara, Ben.",
        "Complete it all the same?",
    ]


def test_parts_are_entered_changed_and_removed(desk: Desk, page: WorkOrderPage) -> None:
    page.cards.parts.add_button.click()
    form = page.cards.parts.form
    for name, text in {"name": " ", "quantity": "some", "price": "cheap"}.items():
        form.put(name, text)
    form.save()
    assert [form.fields[name].has_error for name in ("name", "quantity", "price")] == [True, True, True]
    for name, text in {"name": "Pipe", "quantity": "2.5", "unit": "m", "price": "3.40"}.items():
        form.put(name, text)
    form.save()
    desk.settle()
    (part,) = desk.mine.parts.of(page.order_id)
    assert (part.name, part.quantity, part.unit) == ("Pipe", 2_500, "m")
    assert page.cards.parts._total.text() == "£8.50"
    assert not form.isVisible()
    page.cards.parts._open(part)
    form.put("quantity", "3")
    page = opened_anew(desk, page.order_id)
    assert (page.cards.parts.form.isVisible(), page.cards.parts.add_button.isVisible()) == (True, False)
    page.cards.parts.form.save()
    desk.settle()
    assert (page.cards.parts._total.text(), len(desk.mine.parts.of(page.order_id))) == ("£10.20", 1)
    page = opened_anew(desk, page.order_id)
    assert not page.cards.parts.form.isVisible()
    page.cards.parts._ask_to_remove(part)
    page.cards.parts.question._take()
    desk.settle()
    assert desk.mine.parts.of(page.order_id) == ()


def check_changing(desk: Desk, page: WorkOrderPage) -> None:
    page.answer("gas", True)
    desk.settle()
    page.cards.checklist.change_button.click()
    rows = page.cards.checklist_change.form.editor.rows
    rows[1].lines["text"].setText("Draught at the flue")
    rows[3].removed.emit()
    page.cards.checklist_change.form.editor.add_button.click()
    page = opened_anew(desk, page.order_id)
    form = page.cards.checklist_change.form
    assert not page.cards.checklist.change_button.isVisible()
    assert [row.lines["text"].text() for row in form.editor.rows] == [
        *("Isolate gas", "Draught at the flue", "Remark", "Meter", "")
    ]
    form.editor.rows[1].lines["least"].setText("low")
    form.save()
    assert "low is not a number" in form.editor.trouble.text()
    form.editor.rows[1].lines["least"].setText("-25.5")
    form.editor.rows[-1].lines["text"].setText("Keys returned")
    form.save()
    desk.settle()
    assert page.cards.checklist_change.form is None
    changed = page.detail.work_order.checklist
    assert [item.text for item in changed] == [
        *("Isolate gas", "Draught at the flue", "Remark", "Meter", "Keys returned")
    ]
    assert [item.id for item in changed[:4]] == ["gas", "draught", "remark", "meter"]
    assert (changed[1].least, changed[1].unit, changed[2].is_optional) == (-25.5, "Pa", True)
    assert [line.answer for line in page.detail.checklist] == [True, None, None, None, None]
    page = opened_anew(desk, page.order_id)
    page.cards.checklist.change_button.click()
    page.cards.checklist_change.form._cancel.click()
    assert opened_anew(desk, page.order_id).cards.checklist_change.form is None


def test_the_checklist_is_changed_and_what_was_answered_stays(desk: Desk, page: WorkOrderPage) -> None:
    check_changing(desk, page)
    assert crawl(desk.window.place.shell) == []


def names_items_anew(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("client.work_orders.changed_items", lambda _known, items, new_id: [
        {"text": "x", **item, "id": new_id()} for item in items
    ])  # fmt: skip


def forgets_what_is_typed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Drafts, "of", lambda drafts, form, record="": Typed(form, record, drafts._touch))


@pytest.mark.parametrize("plant", [names_items_anew, forgets_what_is_typed])
def test_a_planted_bug_of_the_checklist_is_caught(
    desk: Desk, page: WorkOrderPage, plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, AttributeError)):
        check_changing(desk, page)


def test_a_changed_plan_is_marked_until_somebody_looks(desk: Desk, order_id: str) -> None:
    desk.office.work_orders.change(order_id, {"scheduled_start": START + timedelta(days=1)})
    desk.sync()
    orders = desk.show("work-orders")
    assert "Plan changed" in _marks(orders, order_id)
    orders.open(order_id)
    desk.settle()
    assert "It was planned for: " in shown(desk).plan_notice.accessibleName()
    assert shown(desk).plan_notice.isVisible()
    desk.press("Esc")
    assert "Plan changed" not in _marks(orders, order_id)
    orders.open(order_id)
    desk.settle()
    assert not shown(desk).plan_notice.isVisible()


def _marks(orders: Any, order_id: str) -> str:
    (line,) = (line for line in orders._place.session.work_orders.list() if line.id == order_id)
    cell = orders._columns()[-1].cell(line)
    return " ".join(badge.word for badge in cell.badges)


def test_the_history_comes_on_demand_and_without_a_line_is_this_devices(desk: Desk, page: WorkOrderPage) -> None:
    desk.office.work_orders.change(page.order_id, {"title": "Boiler replaced", "status": Status.EN_ROUTE})
    desk.sync()
    page.answer("gas", True)
    desk.settle()
    page.cards.history.fetch()
    desk.settle()
    assert page.cards.history.lines == [
        "Isolate gas: Done",
        "Title: Boiler service → Boiler replaced\nStatus: Assigned → En route",
        "Work order added: Boiler service",
    ]
    desk.line.is_cut = True
    page.cards.history.fetch()
    desk.settle()
    assert page.cards.history.lines == ["Isolate gas: Done"]
    assert "can't be asked" in page.cards.history.note


def test_the_report_is_saved_attached_and_the_customer_written_to(
    desk: Desk, page: WorkOrderPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, asked = tmp_path / "report.pdf", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    actions = {action.text(): action for action in page.head.menu().actions()}
    actions["Save the job report…"].trigger()
    actions["Attach the job report"].trigger()
    desk.settle()
    assert target.read_bytes().startswith(b"%PDF-")
    (attached,) = desk.mine.attachments.of(page.order_id)
    assert attached.name == f"{page.detail.line.number} Boiler service.pdf"
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    page.cards.customer.mail.click()
    assert asked == [mail_url("ann+hill@street.example", page.detail.line.label).toString()]


def test_values_of_parts_are_read_and_shown_in_the_review(desk: Desk) -> None:
    assert field_values.shown("quantity", 2_500, desk.window.place.zone, str) == "2.5"
    fields, problems = field_values.read({"quantity": "1.5", "price": "2", "unit": "m"}, "GBP")
    assert (fields["quantity"], fields["price"].minor, fields["unit"], problems) == (1_500, 200, "m", [])


@pytest.mark.parametrize(("mode", "size"), [(Mode.LIGHT, (1440, 900)), (Mode.DARK, (1024, 640))])
def test_nobody_stumbles_here(
    desk: Desk, page: WorkOrderPage, photo: Path, theme: Theme, mode: Mode, size: tuple[int, int]
) -> None:
    desk.mine.parts.add(page.order_id, {"name": "Isolation valve 15 mm", "quantity": 2_000})
    desk.mine.attachments.answer(page.order_id, "meter", photo)
    shell = desk.window.place.shell
    shell.resize(*size)
    theme.apply(mode)
    type_into(desk, page, "draught", "5")
    page.cards.parts.add_button.click()
    page.cards.history.fetch()
    page.go(Status.COMPLETED)
    desk.settle()
    assert crawl(shell) == []
    assert Kind.PART in page._kinds
